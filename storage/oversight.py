"""Reading what oversight rests on, and keeping findings and targets."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import ScoreChange, ScoreCorrection, ScoreFinding, ScoreTarget
from storage.upsert import insert

FRESH = {"populate_existing": True}
COUNTED = ("asked", "approved", "written", "rejected")


async def changes(
    session: AsyncSession, assessment_ids: Collection[int], least: int
) -> list[tuple[int, int, int]]:
    """(assessment, pupil, how often changed) of cells whose mark was changed so often, besides
    being entered first and taken back by undo."""
    rows = await session.execute(
        select(ScoreChange.assessment_id, ScoreChange.pupil_id, func.count())
        .where(
            ScoreChange.assessment_id.in_(assessment_ids),
            ScoreChange.old.is_not(None),
            or_(ScoreChange.cause.is_(None), ScoreChange.cause != "undo"),
        )
        .group_by(ScoreChange.assessment_id, ScoreChange.pupil_id)
        .having(func.count() >= least)
    )
    return [(a, p, n) for a, p, n in rows]


async def corrections(session: AsyncSession, year_id: int, least: int) -> list[tuple[int, int]]:
    """(teacher, how many corrections were asked for in the year) of those with so many."""
    rows = await session.execute(
        select(ScoreCorrection.asked_by, func.count())
        .where(ScoreCorrection.year_id == year_id, ScoreCorrection.status.in_(COUNTED))
        .group_by(ScoreCorrection.asked_by)
        .having(func.count() >= least)
    )
    return [(person, n) for person, n in rows]


async def corrections_of_class(session: AsyncSession, class_id: int, first: date) -> int:
    """How many corrections of a class were asked for since a day."""
    found = await session.scalars(
        select(ScoreCorrection.asked_at).where(
            ScoreCorrection.class_id == class_id, ScoreCorrection.status.in_(COUNTED)
        )
    )
    return sum(at.date() >= first for at in found)


async def findings(session: AsyncSession, year_id: int) -> dict[str, ScoreFinding]:
    """All findings of a year by key."""
    rows = await session.scalars(
        select(ScoreFinding).where(ScoreFinding.year_id == year_id).order_by(ScoreFinding.id),
        execution_options=FRESH,
    )
    return {row.key: row for row in rows}


async def get(session: AsyncSession, id: int) -> ScoreFinding | None:
    """A finding as it stands now."""
    found: ScoreFinding | None = await session.scalar(
        select(ScoreFinding).where(ScoreFinding.id == id), execution_options=FRESH
    )
    return found


async def move(
    session: AsyncSession, row: ScoreFinding, sources: Collection[str], **values: Any
) -> bool:
    """Change it if it is in one of these states; whether it did."""
    moved = await session.scalar(
        update(ScoreFinding)
        .where(ScoreFinding.id == row.id, ScoreFinding.status.in_(sources))
        .values(**values)
        .returning(ScoreFinding.id),
        execution_options={"synchronize_session": False},
    )
    await session.refresh(row)
    return moved is not None


async def overdue(session: AsyncSession, day: date) -> Sequence[ScoreFinding]:
    """Questions whose day has passed without an answer."""
    rows = await session.scalars(
        select(ScoreFinding).where(ScoreFinding.status == "asked", ScoreFinding.due < day),
        execution_options=FRESH,
    )
    return rows.all()


async def targets(session: AsyncSession, year_id: int) -> dict[tuple[int, int], ScoreTarget]:
    """The targets of a year by (subject, grade)."""
    rows = await session.scalars(
        select(ScoreTarget).where(ScoreTarget.year_id == year_id), execution_options=FRESH
    )
    return {(row.subject_id, row.grade): row for row in rows}


async def put_target(
    session: AsyncSession, key: Mapping[str, Any], values: Mapping[str, Any]
) -> None:
    """Keep a target; `key` is year_id, subject_id, grade."""
    await session.execute(
        insert(session, ScoreTarget)
        .values(**key, **values)
        .on_conflict_do_update(index_elements=list(key), set_=dict(values))
    )
