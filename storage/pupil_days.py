"""Which days are a pupil's own: the classes they were in, and the terms of a year."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Enrolment, SchoolWeek, SchoolYear


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A pupil's time in a class; `ends` is empty while it lasts."""

    pupil_id: int
    class_id: int
    starts: date
    ends: date | None

    def holds(self, day: date) -> bool:
        """Whether the pupil was in the class on `day`."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a school year, from its first week's Monday to its last week's end."""

    number: int
    first: date
    last: date


async def enrolments(session: AsyncSession, pupil_ids: Collection[int]) -> list[Enrolled]:
    """Every class that these pupils are or were in, oldest first."""
    rows = await session.execute(
        select(Enrolment.pupil_id, Enrolment.class_id, Enrolment.starts, Enrolment.ends)
        .where(Enrolment.pupil_id.in_(pupil_ids))
        .order_by(Enrolment.starts)
    )
    return [Enrolled(*row) for row in rows]


async def terms(session: AsyncSession, year_starts: date) -> list[Term]:
    """The terms of the year that starts on this day; none where the plan of weeks names none."""
    rows = await session.execute(
        select(SchoolWeek.term, func.min(SchoolWeek.starts), func.max(SchoolWeek.ends))
        .join(SchoolYear, SchoolYear.id == SchoolWeek.year_id)
        .where(SchoolYear.starts == year_starts, SchoolWeek.term.is_not(None))
        .group_by(SchoolWeek.term)
        .order_by(SchoolWeek.term)
    )
    return [Term(number, first, last) for number, first, last in rows if number is not None]
