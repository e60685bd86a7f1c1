"""Reading and writing the results of a term and a year. Each step of a class's results is one
conditional update: of two who tap at once one is first."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import (
    AverageCheck,
    ClassResult,
    OwnView,
    PupilOutcome,
    PupilTerm,
    ResultDecision,
    SubjectRemark,
    SummerTask,
)
from storage.upsert import insert

FRESH = {"populate_existing": True}
BLIND = {"synchronize_session": False}
TOLD = ("results", "conduct", "absent", "outcome", "title", "facts")  # what families hear


async def _put(
    session: AsyncSession, table: Any, key: Mapping[str, Any], values: Mapping[str, Any]
) -> None:
    """Write a row, or the given values of the one that is there."""
    await session.execute(
        insert(session, table)
        .values(**key, **values)
        .on_conflict_do_update(index_elements=list(key), set_=dict(values))
    )


async def pupil_terms(session: AsyncSession, class_id: int) -> dict[tuple[int, int], PupilTerm]:
    """Conduct and general remarks of a class, by (pupil, term)."""
    found = await session.scalars(
        select(PupilTerm).where(PupilTerm.class_id == class_id), execution_options=FRESH
    )
    return {(row.pupil_id, row.term): row for row in found}


async def put_pupil_term(
    session: AsyncSession, key: Mapping[str, Any], values: Mapping[str, Any]
) -> None:
    """Keep conduct or remark; `key` is class_id, pupil_id, term."""
    await _put(session, PupilTerm, key, values)


async def subject_remarks(
    session: AsyncSession, class_id: int, term: int, subject_id: int | None = None
) -> Sequence[SubjectRemark]:
    """The subjects' remarks of a class's term."""
    statement = select(SubjectRemark).where(
        SubjectRemark.class_id == class_id, SubjectRemark.term == term
    )
    if subject_id is not None:
        statement = statement.where(SubjectRemark.subject_id == subject_id)
    return (await session.scalars(statement, execution_options=FRESH)).all()


async def put_subject_remark(
    session: AsyncSession, key: Mapping[str, Any], values: Mapping[str, Any]
) -> None:
    """Keep a remark; `key` is class_id, subject_id, pupil_id, term."""
    await _put(session, SubjectRemark, key, values)


async def own_views(session: AsyncSession, class_id: int, term: int) -> Sequence[OwnView]:
    """What pupils and families said, in the order they did."""
    return (
        await session.scalars(
            select(OwnView)
            .where(OwnView.class_id == class_id, OwnView.term == term)
            .order_by(OwnView.said_at, OwnView.id),
            execution_options=FRESH,
        )
    ).all()


async def put_own_view(
    session: AsyncSession, key: Mapping[str, Any], values: Mapping[str, Any]
) -> None:
    """Keep one; `key` is class_id, pupil_id, term, voice, person_id."""
    await _put(session, OwnView, key, values)


async def average_checks(session: AsyncSession, class_id: int) -> dict[tuple[int, int], str]:
    """The digest of the averages that were read, by (subject, term)."""
    rows = await session.execute(
        select(AverageCheck.subject_id, AverageCheck.term, AverageCheck.digest).where(
            AverageCheck.class_id == class_id
        )
    )
    return {(subject_id, term): digest for subject_id, term, digest in rows}


async def put_average_check(
    session: AsyncSession, key: Mapping[str, Any], values: Mapping[str, Any]
) -> None:
    """Keep that averages were read; `key` is class_id, subject_id, term."""
    await _put(session, AverageCheck, key, values)


async def class_result(session: AsyncSession, class_id: int, stage: int) -> ClassResult:
    """A class's results on their way, begun where they were not."""
    await session.execute(
        insert(session, ClassResult)
        .values(class_id=class_id, stage=stage, status="open", round=0)
        .on_conflict_do_nothing(index_elements=["class_id", "stage"])
    )
    return (
        await session.scalars(
            select(ClassResult).where(ClassResult.class_id == class_id, ClassResult.stage == stage),
            execution_options=FRESH,
        )
    ).one()


async def get(session: AsyncSession, id: int) -> ClassResult | None:
    """A class's results by number, as they stand now."""
    found: ClassResult | None = await session.scalar(
        select(ClassResult).where(ClassResult.id == id), execution_options=FRESH
    )
    return found


async def approved(session: AsyncSession, class_ids: Collection[int]) -> set[tuple[int, int]]:
    """Which (class, stage) the principal has approved."""
    rows = await session.execute(
        select(ClassResult.class_id, ClassResult.stage).where(
            ClassResult.class_id.in_(class_ids), ClassResult.status == "approved"
        )
    )
    return {(class_id, stage) for class_id, stage in rows}


async def waiting(session: AsyncSession) -> Sequence[ClassResult]:
    """The results that are before the principal, oldest first."""
    return (
        await session.scalars(
            select(ClassResult)
            .where(ClassResult.status == "asked")
            .order_by(ClassResult.asked_at, ClassResult.id)
        )
    ).all()


async def move(session: AsyncSession, row: ClassResult, source: str, **values: Any) -> bool:
    """Change it if it is still as it was; whether it did."""
    moved = await session.scalar(
        update(ClassResult)
        .where(ClassResult.id == row.id, ClassResult.status == source)
        .values(**values)
        .returning(ClassResult.id),
        execution_options=BLIND,
    )
    await session.refresh(row)
    return moved is not None


async def replace_outcomes(
    session: AsyncSession, class_id: int, stage: int, rows: Sequence[PupilOutcome]
) -> None:
    """What was approved takes the place of what was approved before; a family that was told the
    same already is not told again."""
    before = await outcomes(session, class_id, stage)
    for row in rows:
        old = before.pop(row.pupil_id, None)
        if old is None:
            session.add(row)
            continue
        _take(old, row)
    for old in before.values():
        await session.delete(old)
    await session.flush()


def is_new(old: PupilOutcome, row: PupilOutcome) -> bool:
    """Whether a family would hear something else than before."""
    return any(getattr(old, name) != getattr(row, name) for name in TOLD)


async def put_outcome(session: AsyncSession, old: PupilOutcome, row: PupilOutcome) -> None:
    """What was approved for one pupil takes the place of what was; told again where it differs."""
    _take(old, row)
    await session.flush()


def _take(old: PupilOutcome, row: PupilOutcome) -> None:
    if is_new(old, row):
        old.told_at = None
    for name in (*TOLD, "tell_at"):
        setattr(old, name, getattr(row, name))


async def outcomes(session: AsyncSession, class_id: int, stage: int) -> dict[int, PupilOutcome]:
    """What was approved for each pupil of a class."""
    found = await session.scalars(
        select(PupilOutcome).where(PupilOutcome.class_id == class_id, PupilOutcome.stage == stage),
        execution_options=FRESH,
    )
    return {row.pupil_id: row for row in found}


async def outcomes_of(session: AsyncSession, pupil_id: int) -> Sequence[PupilOutcome]:
    """What families of a pupil were told, the newest first."""
    return (
        await session.scalars(
            select(PupilOutcome)
            .where(PupilOutcome.pupil_id == pupil_id, PupilOutcome.told_at.is_not(None))
            .order_by(PupilOutcome.told_at.desc(), PupilOutcome.stage.desc()),
            execution_options=FRESH,
        )
    ).all()


async def due_outcomes(session: AsyncSession, now: datetime, most: int) -> Sequence[PupilOutcome]:
    """What families are to be told now, the earliest first."""
    return (
        await session.scalars(
            select(PupilOutcome)
            .where(PupilOutcome.told_at.is_(None), PupilOutcome.tell_at <= now)
            .order_by(PupilOutcome.tell_at, PupilOutcome.pupil_id)
            .limit(most)
        )
    ).all()


async def decisions(session: AsyncSession, class_id: int) -> dict[tuple[int, int], str]:
    """The principal's own words on pupils of a class, by (pupil, stage)."""
    rows = await session.execute(
        select(ResultDecision.pupil_id, ResultDecision.stage, ResultDecision.outcome).where(
            ResultDecision.class_id == class_id
        )
    )
    return {(pupil_id, stage): outcome for pupil_id, stage, outcome in rows}


async def put_decision(
    session: AsyncSession, key: Mapping[str, Any], values: Mapping[str, Any]
) -> None:
    """Keep one; `key` is class_id, pupil_id, stage."""
    await _put(session, ResultDecision, key, values)


async def summer_tasks(session: AsyncSession, class_id: int) -> dict[int, SummerTask]:
    """The newest task of each pupil of a class."""
    found = await session.scalars(
        select(SummerTask).where(SummerTask.class_id == class_id).order_by(SummerTask.id)
    )
    return {row.pupil_id: row for row in found}
