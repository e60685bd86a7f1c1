"""Papers that came with requests for leave: which there are, never their content."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import LeavePaper
from storage.upsert import insert


async def of_leave(session: AsyncSession, leave_id: int) -> Sequence[LeavePaper]:
    """The papers of a request, named by its first row, in the order in which they came."""
    rows = await session.scalars(
        select(LeavePaper).where(LeavePaper.leave_id == leave_id).order_by(LeavePaper.id)
    )
    return rows.all()


async def count(session: AsyncSession, leave_id: int) -> int:
    """How many papers a request has."""
    found = await session.scalar(select(func.count()).where(LeavePaper.leave_id == leave_id))
    return found or 0


async def add(session: AsyncSession, **values: Any) -> bool:
    """Keep a paper; False where the request has this very one."""
    row = insert(session, LeavePaper).values(**values).on_conflict_do_nothing()
    return await session.scalar(row.returning(LeavePaper.id)) is not None


async def move(session: AsyncSession, leave_ids: Collection[int], to: int) -> None:
    """Papers of requests that another one has taken the place of follow it."""
    have = select(LeavePaper.digest).where(LeavePaper.leave_id == to)
    await session.execute(
        update(LeavePaper)
        .where(LeavePaper.leave_id.in_(leave_ids), LeavePaper.digest.not_in(have))
        .values(leave_id=to),
        execution_options={"synchronize_session": False},
    )
