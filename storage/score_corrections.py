"""Reading and moving corrections of marks; each step is one conditional update."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import ScoreCorrection, ScoreEvidence

_FRESH = {"populate_existing": True}


async def get(session: AsyncSession, id: int) -> ScoreCorrection | None:
    """A correction as it stands now."""
    found: ScoreCorrection | None = await session.scalar(
        select(ScoreCorrection).where(ScoreCorrection.id == id), execution_options=_FRESH
    )
    return found


async def move(
    session: AsyncSession, row: ScoreCorrection, sources: Collection[str], **values: Any
) -> bool:
    """Set `values` if the correction still is in one of `sources`; whether it was."""
    moved = await session.scalar(
        update(ScoreCorrection)
        .where(ScoreCorrection.id == row.id, ScoreCorrection.status.in_(sources))
        .values(**values)
        .returning(ScoreCorrection.id),
        execution_options={"synchronize_session": False},
    )
    await session.refresh(row)
    return moved is not None


async def set_once(session: AsyncSession, row: ScoreCorrection, name: str, **values: Any) -> bool:
    """Set `values` if the field `name` is still empty; whether it was."""
    moved = await session.scalar(
        update(ScoreCorrection)
        .where(ScoreCorrection.id == row.id, getattr(ScoreCorrection, name).is_(None))
        .values(**values)
        .returning(ScoreCorrection.id),
        execution_options={"synchronize_session": False},
    )
    await session.refresh(row)
    return moved is not None


async def next_number(session: AsyncSession, year_id: int) -> int:
    """The number of the year's next minutes."""
    last = await session.scalar(
        select(func.max(ScoreCorrection.number)).where(ScoreCorrection.year_id == year_id)
    )
    return (last or 0) + 1


async def of_teacher(
    session: AsyncSession, person_id: int, year_id: int
) -> Sequence[ScoreCorrection]:
    """A teacher's corrections of a year that were asked for, newest first."""
    rows = await session.scalars(
        select(ScoreCorrection)
        .where(
            ScoreCorrection.asked_by == person_id,
            ScoreCorrection.year_id == year_id,
            ScoreCorrection.status != "draft",
        )
        .order_by(ScoreCorrection.id.desc()),
        execution_options=_FRESH,
    )
    return rows.all()


async def in_status(
    session: AsyncSession, statuses: Collection[str], before: datetime | None = None
) -> Sequence[ScoreCorrection]:
    """The corrections in some states, oldest first; with `before` those asked for earlier."""
    statement = (
        select(ScoreCorrection)
        .where(ScoreCorrection.status.in_(statuses))
        .order_by(ScoreCorrection.id)
    )
    if before is not None:
        statement = statement.where(ScoreCorrection.asked_at < before)
    return (await session.scalars(statement, execution_options=_FRESH)).all()


async def evidence(session: AsyncSession, correction_id: int) -> Sequence[ScoreEvidence]:
    """What came with a correction, in order."""
    rows = await session.scalars(
        select(ScoreEvidence)
        .where(ScoreEvidence.correction_id == correction_id)
        .order_by(ScoreEvidence.id)
    )
    return rows.all()
