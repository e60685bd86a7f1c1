"""Reading and writing teachers' remarks, and which classes have had the week's summary."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Table, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Person, Pupil, Remark, TimetableSlot, WeekSummary
from storage.upsert import insert

_WEEK = cast(Table, WeekSummary.__table__)
BLIND = {"synchronize_session": False}


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """A remark with the names behind it; `pupil` empty for the whole class."""

    id: int
    class_id: int
    pupil_id: int | None
    pupil: str | None
    day: date
    kind: str
    text: str
    author_id: int
    author: str
    author_gender: str | None


@dataclass(frozen=True, slots=True)
class ClassHour:
    """A lesson without a subject, as the timetable names it."""

    class_id: int
    weekday: int
    half: str
    period: int
    activity: str


async def add(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> int:
    """Write the remarks of one message; the id of the first."""
    first: int | None = None
    for values in rows:
        remark = Remark(**values, part_of=first)
        session.add(remark)
        await session.flush()
        first = first or remark.id
    assert first is not None  # a message names somebody
    return first


async def together(session: AsyncSession, first_id: int) -> Sequence[Remark]:
    """All rows of one message that were not taken back, the first one first."""
    rows = await session.scalars(
        select(Remark)
        .where(or_(Remark.id == first_id, Remark.part_of == first_id))
        .order_by(Remark.id),
        execution_options={"populate_existing": True},
    )
    return rows.all()


async def withdraw(session: AsyncSession, first_id: int, now: datetime) -> int:
    """Take all rows of one message back; how many were not yet."""
    rows = await session.scalars(
        update(Remark)
        .where(
            or_(Remark.id == first_id, Remark.part_of == first_id), Remark.withdrawn_at.is_(None)
        )
        .values(withdrawn_at=now)
        .returning(Remark.id),
        execution_options=BLIND,
    )
    return len(rows.all())


async def of_days(
    session: AsyncSession,
    days: tuple[date, date],
    *,
    class_ids: Collection[int] | None = None,
    pupil_ids: Collection[int] | None = None,
) -> list[RemarkRow]:
    """The remarks of these days (both ends counted) that stand, oldest first."""
    statement = (
        select(
            Remark.id,
            Remark.class_id,
            Remark.pupil_id,
            Pupil.full_name,
            Remark.day,
            Remark.kind,
            Remark.text,
            Remark.author_id,
            Person.full_name,
            Person.gender,
        )
        .outerjoin(Pupil, Pupil.id == Remark.pupil_id)
        .join(Person, Person.id == Remark.author_id)
        .where(Remark.day.between(*days), Remark.withdrawn_at.is_(None))
        .order_by(Remark.day, Remark.id)
    )
    if class_ids is not None:
        statement = statement.where(Remark.class_id.in_(class_ids))
    if pupil_ids is not None:
        statement = statement.where(Remark.pupil_id.in_(pupil_ids))
    rows: Any = await session.execute(statement)
    return [RemarkRow(*row) for row in rows]


async def summarised(session: AsyncSession, monday: date) -> set[int]:
    """The classes that have had the summary of this week."""
    rows = await session.scalars(select(WeekSummary.class_id).where(WeekSummary.monday == monday))
    return set(rows)


async def claim_week(session: AsyncSession, monday: date, class_id: int, now: datetime) -> bool:
    """Take the week of a class; False where somebody has it."""
    made = await session.scalar(
        insert(session, _WEEK)
        .values(monday=monday, class_id=class_id, made_at=now)
        .on_conflict_do_nothing(index_elements=["monday", "class_id"])
        .returning(_WEEK.c.id)
    )
    return made is not None


async def class_hours(session: AsyncSession) -> list[ClassHour]:
    """The lessons of the timetable that have a name and no subject."""
    rows: Any = await session.execute(
        select(
            TimetableSlot.class_id,
            TimetableSlot.weekday,
            TimetableSlot.half,
            TimetableSlot.period,
            TimetableSlot.activity,
        )
        .where(TimetableSlot.subject_id.is_(None), TimetableSlot.activity.is_not(None))
        .order_by(TimetableSlot.weekday, TimetableSlot.half.desc(), TimetableSlot.period)
    )
    return [ClassHour(*row) for row in rows]
