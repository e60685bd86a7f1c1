"""Departments of the staff: who belongs to which, and whose subject a class's is."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Staff, StaffRole, Teaching


async def of_subject(session: AsyncSession, class_id: int, subject_id: int, day: date) -> set[str]:
    """The departments of those who teach a subject in a class on a day."""
    rows = await session.scalars(
        select(Staff.department)
        .join(Teaching, Teaching.person_id == Staff.person_id)
        .where(
            Teaching.class_id == class_id,
            Teaching.subject_id == subject_id,
            Teaching.starts <= day,
            or_(Teaching.ends.is_(None), Teaching.ends >= day),
            Staff.department.is_not(None),
        )
    )
    return {name for name in rows if name}


async def of_people(session: AsyncSession, ids: Collection[int]) -> dict[int, str]:
    """The departments of some members of staff, of those who are in one."""
    rows = await session.execute(
        select(Staff.person_id, Staff.department).where(
            Staff.person_id.in_(ids), Staff.department.is_not(None)
        )
    )
    return {row[0]: row[1] for row in rows if row[1]}


async def heads(session: AsyncSession) -> list[tuple[int, str]]:
    """Every head of a department with the department."""
    rows = await session.execute(
        select(Staff.person_id, Staff.department)
        .join(StaffRole, StaffRole.person_id == Staff.person_id)
        .where(StaffRole.role == "department_head", Staff.active, Staff.department.is_not(None))
        .order_by(Staff.person_id)
    )
    return [(row[0], row[1]) for row in rows if row[1]]
