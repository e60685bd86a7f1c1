"""Reading and writing what was backed up. A run is begun by one conditional update, so that of two
processes one makes it."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import BackupRun
from storage.upsert import insert

GIVEN_UP = timedelta(hours=2)  # a run that has not ended by then died with its process
PROOF = "proof"
_FRESH = {"populate_existing": True}


async def add(
    session: AsyncSession,
    kind: str,
    now: datetime,
    *,
    period: str | None = None,
    asked_by: int | None = None,
) -> int | None:
    """Ask for a run; its id, or None where `period` has one already."""
    values = {"kind": kind, "period": period, "asked_by": asked_by, "asked_at": now}
    statement = insert(session, BackupRun).values(**values)
    once = statement.on_conflict_do_nothing(index_elements=["period"])
    id: int | None = await session.scalar(once.returning(BackupRun.id))
    return id


async def begin(session: AsyncSession, now: datetime) -> BackupRun | None:
    """Take the oldest run that waits, or that a dead process left unfinished."""
    waits = or_(BackupRun.started_at.is_(None), BackupRun.started_at < now - GIVEN_UP)
    open_ = BackupRun.ended_at.is_(None) & waits
    id = await session.scalar(select(BackupRun.id).where(open_).order_by(BackupRun.id).limit(1))
    if id is None:
        return None
    mine = await session.scalar(
        update(BackupRun)
        .where(BackupRun.id == id, open_)
        .values(started_at=now)
        .returning(BackupRun.id),
        execution_options={"synchronize_session": False},
    )
    if mine is None:
        return None
    return await session.get_one(BackupRun, id, execution_options=_FRESH)


async def end(session: AsyncSession, id: int, **values: Any) -> None:
    """Write down how a run ended."""
    await session.execute(
        update(BackupRun).where(BackupRun.id == id).values(**values),
        execution_options={"synchronize_session": False},
    )


async def newest(session: AsyncSession, *, proof: bool = False) -> BackupRun | None:
    """The newest backup that was made, or with `proof` the newest proof, however it ended."""
    which = BackupRun.kind == PROOF if proof else BackupRun.kind != PROOF
    statement = select(BackupRun).where(which, BackupRun.ended_at.is_not(None))
    if not proof:
        statement = statement.where(BackupRun.fault.is_(None))
    found: BackupRun | None = await session.scalar(
        statement.order_by(BackupRun.ended_at.desc()).limit(1), execution_options=_FRESH
    )
    return found
