"""What the pages of the roll book need beside the rolls: class and year, later changes."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import (
    AttendanceChange,
    Enrolment,
    Person,
    RollCall,
    SchoolClass,
    SchoolYear,
)


@dataclass(frozen=True, slots=True)
class BookClass:
    """A class of any year, with the dates of its year."""

    id: int
    name: str
    grade: int
    year_id: int
    year: str
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class Change:
    """One step in the history of a pupil's standing in a main session; `old` and `new` are
    standings as JSON, None where the pupil was present."""

    pupil_id: int
    day: date
    half: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None
    by: str
    at: datetime


async def book_class(session: AsyncSession, class_id: int) -> BookClass | None:
    """The class, also one of an earlier year."""
    row = (
        await session.execute(
            select(
                SchoolClass.id,
                SchoolClass.name,
                SchoolClass.grade,
                SchoolYear.id,
                SchoolYear.name,
                SchoolYear.starts,
                SchoolYear.ends,
            )
            .join(SchoolYear, SchoolYear.id == SchoolClass.year_id)
            .where(SchoolClass.id == class_id)
        )
    ).first()
    return None if row is None else BookClass(*row)


async def outcomes(session: AsyncSession, class_id: int) -> dict[int, str | None]:
    """How each pupil who left the class left it, by their latest enrolment in it."""
    rows = await session.execute(
        select(Enrolment.pupil_id, Enrolment.outcome)
        .where(Enrolment.class_id == class_id)
        .order_by(Enrolment.starts)
    )
    return {row.pupil_id: row.outcome for row in rows}


async def changes_since(
    session: AsyncSession, class_id: int, days: tuple[date, date], since: datetime
) -> list[Change]:
    """The steps made after `since` in the rolls of the class's main sessions of these days, oldest
    first; of rolls that were withdrawn, too."""
    rows = await session.execute(
        select(
            AttendanceChange.pupil_id,
            RollCall.day,
            RollCall.half,
            AttendanceChange.old,
            AttendanceChange.new,
            Person.full_name,
            AttendanceChange.changed_at,
        )
        .join(RollCall, RollCall.id == AttendanceChange.roll_id)
        .join(Person, Person.id == AttendanceChange.changed_by)
        .where(
            RollCall.class_id == class_id,
            RollCall.kind == "main",
            RollCall.day.between(*days),
            AttendanceChange.pupil_id.is_not(None),
            AttendanceChange.changed_at > since,
        )
        .order_by(AttendanceChange.id)
    )
    return [Change(*row) for row in rows]
