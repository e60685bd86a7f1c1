"""Reading the school's calendar and timetable: weeks, departures from them, lessons, stand-ins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import (
    DayOverride,
    SchoolWeek,
    SchoolYear,
    Substitution,
    Teaching,
    TimetableSlot,
)


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the plan; without a number it is not taught (Tết)."""

    starts: date
    ends: date
    number: int | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Override:
    """A day that the school moved: whether it is taught, why, and the weekday whose timetable is
    taught where it is not the day's own."""

    taught: bool
    note: str | None
    follows: int | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson of a class; `subject_id` is empty for flag salute and class hour."""

    class_id: int
    weekday: int
    half: str
    period: int
    subject_id: int | None


@dataclass(frozen=True, slots=True)
class Taught:
    """Who teaches a subject in a class, from when to when."""

    class_id: int
    subject_id: int
    person_id: int
    starts: date
    ends: date | None

    def holds(self, day: date) -> bool:
        """Whether it was so on `day`."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


async def weeks(session: AsyncSession) -> list[Week]:
    """All weeks of all years; a year without a plan counts as one taught week."""
    rows = await session.execute(
        select(
            SchoolYear.starts,
            SchoolYear.ends,
            SchoolWeek.starts,
            SchoolWeek.ends,
            SchoolWeek.number,
            SchoolWeek.note,
        )
        .outerjoin(SchoolWeek, SchoolWeek.year_id == SchoolYear.id)
        .order_by(SchoolYear.starts, SchoolWeek.starts)
    )
    return [
        Week(w0, w1, no, note) if w0 else Week(y0, y1, 1, None) for y0, y1, w0, w1, no, note in rows
    ]


async def overrides(session: AsyncSession) -> dict[date, Override]:
    """The days on which the school departs from its calendar."""
    rows = await session.execute(
        select(DayOverride.day, DayOverride.is_school_day, DayOverride.note, DayOverride.follows)
    )
    return {day: Override(taught, note, follows) for day, taught, note, follows in rows}


async def put_override(session: AsyncSession, day: date, moved: Override) -> None:
    """Let the school depart from its calendar on `day`; what it said of it before is replaced."""
    row = await session.get(DayOverride, day)
    if row is None:
        row = DayOverride(day=day)
        session.add(row)
    row.is_school_day, row.note, row.follows = moved.taught, moved.note, moved.follows
    await session.flush()


async def drop_override(session: AsyncSession, day: date) -> None:
    """Let `day` be what the calendar says."""
    await session.execute(delete(DayOverride).where(DayOverride.day == day))


async def lessons(session: AsyncSession) -> list[Lesson]:
    """The timetable of the whole school."""
    rows = await session.execute(
        select(
            TimetableSlot.class_id,
            TimetableSlot.weekday,
            TimetableSlot.half,
            TimetableSlot.period,
            TimetableSlot.subject_id,
        ).order_by(TimetableSlot.class_id, TimetableSlot.weekday, TimetableSlot.period)
    )
    return [Lesson(*row) for row in rows]


async def teachings(session: AsyncSession) -> list[Taught]:
    """Who teaches what where, of the whole school."""
    rows = await session.execute(
        select(
            Teaching.class_id,
            Teaching.subject_id,
            Teaching.person_id,
            Teaching.starts,
            Teaching.ends,
        )
    )
    return [Taught(*row) for row in rows]


async def substitutes(
    session: AsyncSession, day: date, *, class_id: int | None = None, person_id: int | None = None
) -> Sequence[Substitution]:
    """Who stands in on `day`: for a class, or where a person does."""
    statement = select(Substitution).where(Substitution.day == day)
    if class_id is not None:
        statement = statement.where(Substitution.class_id == class_id)
    if person_id is not None:
        statement = statement.where(Substitution.person_id == person_id)
    return (await session.scalars(statement)).all()


async def numbered_weeks(session: AsyncSession, year_id: int) -> Sequence[SchoolWeek]:
    """The weeks of a year's plan that carry a number, in order."""
    rows = await session.scalars(
        select(SchoolWeek)
        .where(SchoolWeek.year_id == year_id, SchoolWeek.number.is_not(None))
        .order_by(SchoolWeek.starts)
    )
    return rows.all()


async def year_end(session: AsyncSession, year_id: int) -> date:
    """The last day of a school year."""
    return (await session.get_one(SchoolYear, year_id)).ends
