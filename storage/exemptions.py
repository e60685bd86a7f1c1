"""Exemptions from subjects: which run or wait, and the one conditional update that decides."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import SubjectExemption


async def get(session: AsyncSession, id: int) -> SubjectExemption | None:
    """An exemption as it stands now."""
    found: SubjectExemption | None = await session.scalar(
        select(SubjectExemption).where(SubjectExemption.id == id),
        execution_options={"populate_existing": True},
    )
    return found


async def running(session: AsyncSession, pupil_id: int, subject_id: int) -> bool:
    """Whether an exemption waits or holds."""
    found = await session.scalar(
        select(SubjectExemption.id).where(
            SubjectExemption.pupil_id == pupil_id,
            SubjectExemption.subject_id == subject_id,
            SubjectExemption.status.in_(("pending", "approved")),
        )
    )
    return found is not None


async def settle(
    session: AsyncSession, row: SubjectExemption, status: str, by: int, at: datetime
) -> bool:
    """Decide it if it still waits; whether it did."""
    moved = await session.scalar(
        update(SubjectExemption)
        .where(SubjectExemption.id == row.id, SubjectExemption.status == "pending")
        .values(status=status, decided_by=by, decided_at=at)
        .returning(SubjectExemption.id),
        execution_options={"synchronize_session": False},
    )
    await session.refresh(row)
    return moved is not None
