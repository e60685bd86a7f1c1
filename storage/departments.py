"""Departments of the staff: who belongs to which, and whose subject a class's is."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Staff, Teaching


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


async def members(session: AsyncSession, department: str) -> Sequence[int]:
    """The active members of a department."""
    rows = await session.scalars(
        select(Staff.person_id).where(Staff.department == department, Staff.active)
    )
    return rows.all()
