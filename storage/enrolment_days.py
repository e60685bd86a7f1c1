"""On which days pupils entered and left classes, read from their enrolments."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage.tables import Enrolment, Pupil, SchoolClass, SchoolYear


@dataclass(frozen=True, slots=True)
class Stay:
    """A pupil's time in a class; `outcome` says how it ended."""

    pupil_id: int
    name: str
    class_name: str
    starts: date
    ends: date | None
    outcome: str | None
    year_starts: date


async def touched(session: AsyncSession, first: date, last: date) -> list[Stay]:
    """Every stay of the pupils who entered a class or left one within these days (a day of leaving
    is the first on which the pupil is not there), oldest first."""
    other = aliased(Enrolment)
    year = SchoolYear.starts <= last, SchoolYear.ends >= first
    concerned = select(other.pupil_id).where(
        or_(other.starts.between(first, last), other.ends.is_not(None) & (other.ends < last))
    )
    rows = await session.execute(
        select(
            Enrolment.pupil_id,
            Pupil.full_name,
            SchoolClass.name,
            Enrolment.starts,
            Enrolment.ends,
            Enrolment.outcome,
            SchoolYear.starts,
        )
        .join(Pupil, Pupil.id == Enrolment.pupil_id)
        .join(SchoolClass, SchoolClass.id == Enrolment.class_id)
        .join(SchoolYear, SchoolYear.id == SchoolClass.year_id)
        .where(*year, Enrolment.pupil_id.in_(concerned))
        .order_by(Enrolment.pupil_id, Enrolment.starts)
    )
    return [Stay(*row) for row in rows]
