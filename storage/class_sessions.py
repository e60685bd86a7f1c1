"""Facts about classes in one session: how many are on the roll, who has leave, who can be asked."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.households import running
from storage.leave import covers
from storage.tables import Account, Enrolment, Homeroom, LeaveRequest, Pupil, SchoolClass, Staff


@dataclass(frozen=True, slots=True)
class OnLeave:
    """A pupil of a class with leave for the session; `granted`, or only asked for so far."""

    pupil_id: int
    class_id: int
    name: str
    number: int
    granted: bool


async def sizes(
    session: AsyncSession, class_ids: Collection[int], day: date
) -> dict[int, tuple[str, int]]:
    """The name of each class and how many pupils are on its roll."""
    rows = await session.execute(
        select(SchoolClass.id, SchoolClass.name, func.count(Enrolment.id))
        .outerjoin(Enrolment, (Enrolment.class_id == SchoolClass.id) & running(Enrolment, day))
        .where(SchoolClass.id.in_(class_ids))
        .group_by(SchoolClass.id, SchoolClass.name)
    )
    return {id: (name, count) for id, name, count in rows}


async def on_leave(
    session: AsyncSession, class_ids: Collection[int], day: date, half: str
) -> list[OnLeave]:
    """The pupils of these classes with leave for that half-day, by list number, each once."""
    rows = await session.execute(
        select(
            Pupil.id,
            Enrolment.class_id,
            Pupil.full_name,
            Enrolment.list_number,
            LeaveRequest.status,
        )
        .join(Enrolment, Enrolment.pupil_id == Pupil.id)
        .join(LeaveRequest, LeaveRequest.pupil_id == Pupil.id)
        .where(
            Enrolment.class_id.in_(class_ids),
            running(Enrolment, day),
            LeaveRequest.kind == "leave",
            LeaveRequest.status.in_(("asked", "granted")),
            LeaveRequest.disputed_by.is_(None),
            covers(day, half),
        )
        .order_by(Enrolment.list_number, LeaveRequest.status)  # "asked" first, "granted" wins
    )
    found = {
        id: OnLeave(id, of, name, no, status == "granted") for id, of, name, no, status in rows
    }
    return list(found.values())


async def homerooms(
    session: AsyncSession, class_ids: Collection[int], day: date
) -> dict[int, list[int]]:
    """The homeroom teachers of each class, the newest first."""
    rows = await session.execute(
        select(Homeroom.class_id, Homeroom.person_id)
        .where(Homeroom.class_id.in_(class_ids), running(Homeroom, day))
        .order_by(Homeroom.starts.desc(), Homeroom.person_id)
    )
    found: dict[int, list[int]] = {}
    for class_id, person_id in rows:
        found.setdefault(class_id, []).append(person_id)
    return found


async def reachable(session: AsyncSession, person_ids: Collection[int]) -> set[int]:
    """Who of these is on the staff and has an account that can be written to."""
    if not person_ids:
        return set()
    rows = await session.scalars(
        select(Staff.person_id)
        .join(Account, Account.person_id == Staff.person_id)
        .where(Staff.person_id.in_(person_ids), Staff.active, Account.closed_at.is_(None))
    )
    return set(rows)
