"""Reading and writing the gradebook: one statement for a page, one conditional update for a write.

A column is changed by an UPDATE of its version; whoever comes second changes no row.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Table, delete, or_, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import (
    Assessment,
    Pupil,
    SchoolClass,
    SchoolYear,
    Score,
    ScoreChange,
    ScoreLock,
    Subject,
    SubjectExemption,
    SubjectPlan,
)
from storage.upsert import insert

Fields = dict[str, Any]
CELL = ("state", "tenths")
_SCORE = Score.__table__
_HISTORY = cast(Table, ScoreChange.__table__)
_FRESH = {"populate_existing": True}


async def subject_names(session: AsyncSession) -> Sequence[tuple[int, str]]:
    """Every subject's number and name."""
    return [(row.id, row.name) for row in await session.execute(select(Subject.id, Subject.name))]


async def plans(session: AsyncSession) -> dict[tuple[int, int], tuple[str, int]]:
    """Kind and periods a year by subject and grade, where the school has set them."""
    rows = await session.scalars(select(SubjectPlan))
    return {(row.subject_id, row.grade): (row.kind, row.periods) for row in rows}


async def grade_and_year(session: AsyncSession, class_id: int) -> tuple[int, int]:
    """A class's grade and the number of its school year."""
    row = (
        await session.execute(
            select(SchoolClass.grade, SchoolClass.year_id).where(SchoolClass.id == class_id)
        )
    ).one()
    return row[0], row[1]


async def assessments(
    session: AsyncSession,
    class_ids: Collection[int],
    subject_id: int | None = None,
    term: int | None = None,
) -> Sequence[Assessment]:
    """The columns that exist for some classes, of one subject or all, of one term or both."""
    statement = select(Assessment).where(Assessment.class_id.in_(class_ids))
    if subject_id is not None:
        statement = statement.where(Assessment.subject_id == subject_id)
    if term is not None:
        statement = statement.where(Assessment.term == term)
    return (await session.scalars(statement, execution_options=_FRESH)).all()


async def assessment(session: AsyncSession, id: int) -> Assessment | None:
    """A column by its number, as it stands now."""
    found: Assessment | None = await session.scalar(
        select(Assessment).where(Assessment.id == id), execution_options=_FRESH
    )
    return found


async def cells(
    session: AsyncSession, assessment_ids: Collection[int], pupil_id: int | None = None
) -> dict[int, dict[int, Fields]]:
    """What stands in some columns: column → pupil → the cell's fields."""
    found: dict[int, dict[int, Fields]] = {id: {} for id in assessment_ids}
    statement = select(Score.assessment_id, Score.pupil_id, Score.state, Score.tenths).where(
        Score.assessment_id.in_(assessment_ids)
    )
    if pupil_id is not None:
        statement = statement.where(Score.pupil_id == pupil_id)
    for row in await session.execute(statement):
        found[row[0]][row[1]] = dict(zip(CELL, row[2:], strict=True))
    return found


async def create(
    session: AsyncSession, place: dict[str, Any], values: dict[str, Any]
) -> Assessment | None:
    """A column's first write; `place` is its unique key. None where another was faster."""
    return await session.scalar(  # type: ignore[no-any-return]  # the upsert is typed loosely
        insert(session, Assessment)
        .values(version=1, held=False, **place, **values)
        .on_conflict_do_nothing(index_elements=["class_id", "subject_id", "term", "kind", "number"])
        .returning(Assessment)
    )


async def advance(
    session: AsyncSession, id: int, version: int, values: dict[str, Any]
) -> Assessment | None:
    """The column one version on, if it still is at `version`; else None, and nothing is changed."""
    return await session.scalar(
        update(Assessment)
        .where(Assessment.id == id, Assessment.version == version)
        .values(version=version + 1, **values)
        .returning(Assessment),
        execution_options={"synchronize_session": False} | _FRESH,
    )


async def put_cells(
    session: AsyncSession, assessment_id: int, changed: dict[int, Fields], blank: Iterable[int]
) -> None:
    """Set the cells of some pupils, and let others be blank."""
    if changed:
        nothing = dict.fromkeys(CELL)
        statement = insert(session, _SCORE)
        await session.execute(
            statement.on_conflict_do_update(
                index_elements=["assessment_id", "pupil_id"],
                set_={name: statement.excluded[name] for name in CELL},
            ),
            [
                {"assessment_id": assessment_id, "pupil_id": pupil_id} | nothing | fields
                for pupil_id, fields in changed.items()
            ],
        )
    gone = list(blank)
    if gone:
        await session.execute(
            delete(Score).where(Score.assessment_id == assessment_id, Score.pupil_id.in_(gone)),
            execution_options={"synchronize_session": False},
        )


async def add_history(session: AsyncSession, rows: list[Fields]) -> None:
    """Add steps to the history of cells."""
    if rows:
        await session.execute(plain_insert(_HISTORY), rows)


async def history(
    session: AsyncSession, assessment_ids: Collection[int], pupil_id: int | None = None
) -> Sequence[ScoreChange]:
    """How some columns came to be, oldest first; of one pupil or all."""
    statement = (
        select(ScoreChange)
        .where(ScoreChange.assessment_id.in_(assessment_ids))
        .order_by(ScoreChange.id)
    )
    if pupil_id is not None:
        statement = statement.where(ScoreChange.pupil_id == pupil_id)
    return (await session.scalars(statement)).all()


async def locks(session: AsyncSession, year_id: int) -> Sequence[ScoreLock]:
    """Every decision to close or open of a year, oldest first."""
    rows = await session.scalars(
        select(ScoreLock).where(ScoreLock.year_id == year_id).order_by(ScoreLock.id)
    )
    return rows.all()


async def exempt(
    session: AsyncSession, pupil_ids: Collection[int], day: date
) -> set[tuple[int, int]]:
    """Who of some pupils is exempt from which subject on a day: (pupil, subject)."""
    rows = await session.execute(
        select(SubjectExemption.pupil_id, SubjectExemption.subject_id).where(
            SubjectExemption.pupil_id.in_(pupil_ids),
            SubjectExemption.status == "approved",
            SubjectExemption.starts <= day,
            or_(SubjectExemption.until.is_(None), SubjectExemption.until >= day),
        )
    )
    return {(row[0], row[1]) for row in rows}


async def due_publications(session: AsyncSession, now: datetime) -> Sequence[Assessment]:
    """The columns whose hour has come to be shown to families, or what is new in them."""
    rows = await session.scalars(
        select(Assessment).where(Assessment.publish_at <= now).order_by(Assessment.id)
    )
    return rows.all()


async def put_plan(
    session: AsyncSession, subject_id: int, grade: int, kind: str, periods: int
) -> None:
    """Set how a subject is taught in a grade."""
    values = {"kind": kind, "periods": periods}
    await session.execute(
        insert(session, SubjectPlan)
        .values(subject_id=subject_id, grade=grade, **values)
        .on_conflict_do_update(index_elements=["subject_id", "grade"], set_=values)
    )


async def drop_plan(session: AsyncSession, subject_id: int, grade: int) -> None:
    """Let the programme's own plan hold again."""
    await session.execute(
        delete(SubjectPlan).where(SubjectPlan.subject_id == subject_id, SubjectPlan.grade == grade),
        execution_options={"synchronize_session": False},
    )


async def has_marks(session: AsyncSession, subject_id: int, grade: int, day: date) -> bool:
    """Whether a class of a grade has a mark in a subject in the school year of a day."""
    found = await session.scalar(
        select(Score.pupil_id)
        .join(Assessment, Assessment.id == Score.assessment_id)
        .join(SchoolClass, SchoolClass.id == Assessment.class_id)
        .join(SchoolYear, SchoolYear.id == SchoolClass.year_id)
        .where(
            Assessment.subject_id == subject_id,
            SchoolClass.grade == grade,
            SchoolYear.starts <= day,
            SchoolYear.ends >= day,
        )
        .limit(1)
    )
    return found is not None


async def pupil_codes(session: AsyncSession, pupil_ids: Collection[int]) -> dict[int, str]:
    """The sector database's codes of some pupils, of those who have one."""
    rows = await session.execute(
        select(Pupil.id, Pupil.code).where(Pupil.id.in_(pupil_ids), Pupil.code.is_not(None))
    )
    return {row[0]: row[1] for row in rows if row[1]}
