"""Reading and moving re-markings; each step is one conditional update."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import ReMarking, ReMarkingPaper

FRESH = {"populate_existing": True}


async def get(session: AsyncSession, id: int) -> ReMarking | None:
    """A re-marking as it stands now."""
    found: ReMarking | None = await session.scalar(
        select(ReMarking).where(ReMarking.id == id), execution_options=FRESH
    )
    return found


async def move(
    session: AsyncSession, row: ReMarking, sources: Collection[str], **values: Any
) -> bool:
    """Change it if it is in one of these states; whether it did."""
    moved = await session.scalar(
        update(ReMarking)
        .where(ReMarking.id == row.id, ReMarking.status.in_(sources))
        .values(**values)
        .returning(ReMarking.id),
        execution_options={"synchronize_session": False},
    )
    await session.refresh(row)
    return moved is not None


async def in_status(session: AsyncSession, statuses: Collection[str]) -> Sequence[ReMarking]:
    """The re-markings in some states, oldest first."""
    rows = await session.scalars(
        select(ReMarking).where(ReMarking.status.in_(statuses)).order_by(ReMarking.id),
        execution_options=FRESH,
    )
    return rows.all()


async def of_pupil(session: AsyncSession, pupil_id: int) -> Sequence[ReMarking]:
    """A pupil's re-markings, oldest first."""
    rows = await session.scalars(
        select(ReMarking).where(ReMarking.pupil_id == pupil_id).order_by(ReMarking.id)
    )
    return rows.all()


async def next_number(session: AsyncSession, year_id: int) -> int:
    """The number of the next minutes of a school year."""
    last = await session.scalar(
        select(func.max(ReMarking.number)).where(ReMarking.year_id == year_id)
    )
    return (last or 0) + 1


async def papers(session: AsyncSession, id: int) -> Sequence[ReMarkingPaper]:
    """The papers that were sent, in order."""
    rows = await session.scalars(
        select(ReMarkingPaper).where(ReMarkingPaper.re_marking_id == id).order_by(ReMarkingPaper.id)
    )
    return rows.all()
