"""Reading and moving warnings about absences; each step is one conditional statement."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import AttendanceRecheck, AttendanceWarning
from storage.upsert import insert

FRESH = {"synchronize_session": False, "populate_existing": True}


async def look_again(session: AsyncSession, pupil_ids: Collection[int], due_at: datetime) -> None:
    """Let these pupils be looked at, not before `due_at`, though it was asked before."""
    if not pupil_ids:
        return
    rows = insert(session, AttendanceRecheck).values(
        [{"pupil_id": id, "due_at": due_at} for id in sorted(pupil_ids)]
    )
    await session.execute(
        rows.on_conflict_do_update(
            index_elements=["pupil_id"], set_={"due_at": rows.excluded.due_at}
        )
    )


async def take_due(session: AsyncSession, now: datetime, most: int) -> list[int]:
    """Take the pupils who are due off the list, the longest waiting first, `most` at a time."""
    waiting = await session.scalars(
        select(AttendanceRecheck.pupil_id)
        .where(AttendanceRecheck.due_at <= now)
        .order_by(AttendanceRecheck.due_at, AttendanceRecheck.pupil_id)
        .limit(most)
    )
    ids = list(waiting)
    if not ids:
        return []
    gone = await session.scalars(
        delete(AttendanceRecheck)
        .where(AttendanceRecheck.pupil_id.in_(ids), AttendanceRecheck.due_at <= now)
        .returning(AttendanceRecheck.pupil_id),
        execution_options={"synchronize_session": False},
    )
    return list(gone)


async def of_pupils(
    session: AsyncSession, pupil_ids: Collection[int]
) -> Sequence[AttendanceWarning]:
    """The warnings about these pupils that stand, oldest first."""
    rows = await session.scalars(
        select(AttendanceWarning)
        .where(AttendanceWarning.pupil_id.in_(pupil_ids), AttendanceWarning.withdrawn_at.is_(None))
        .order_by(AttendanceWarning.raised_at, AttendanceWarning.id),
        execution_options={"populate_existing": True},
    )
    return rows.all()


async def get(session: AsyncSession, id: int) -> AttendanceWarning | None:
    """One warning as it stands now."""
    return await session.get(AttendanceWarning, id, populate_existing=True)


async def raise_one(session: AsyncSession, values: dict[str, Any]) -> AttendanceWarning | None:
    """Write a warning, or let one that was withdrawn stand again as its next round; None where it
    stands already."""
    rows = insert(session, AttendanceWarning).values(round=1, **values)
    again = {name: rows.excluded[name] for name in ("first", "last", "count", "occasion")}
    written: AttendanceWarning | None = await session.scalar(
        rows.on_conflict_do_update(
            index_elements=["pupil_id", "kind", "code"],
            set_=again
            | {
                "raised_at": rows.excluded.raised_at,
                "withdrawn_at": None,
                "talked_by": None,
                "talked_at": None,
                "round": AttendanceWarning.round + 1,
            },
            where=AttendanceWarning.withdrawn_at.is_not(None),
        ).returning(AttendanceWarning),
        execution_options={"populate_existing": True},
    )
    return written


async def withdraw(session: AsyncSession, id: int, now: datetime) -> bool:
    """It is not so any more; False where that was said before."""
    return await _move(session, id, AttendanceWarning.withdrawn_at.is_(None), withdrawn_at=now)


async def talked(session: AsyncSession, id: int, round: int, person_id: int, now: datetime) -> bool:
    """The family was spoken with; False where that was kept before, or it does not stand."""
    stands = AttendanceWarning.withdrawn_at.is_(None) & AttendanceWarning.talked_by.is_(None)
    where = stands & (AttendanceWarning.round == round)
    return await _move(session, id, where, talked_by=person_id, talked_at=now)


async def not_talked(session: AsyncSession, id: int, round: int) -> bool:
    """That was a slip; False where it was not kept."""
    where = AttendanceWarning.talked_by.is_not(None) & (AttendanceWarning.round == round)
    return await _move(session, id, where, talked_by=None, talked_at=None)


async def _move(session: AsyncSession, id: int, where: Any, **values: Any) -> bool:
    moved = await session.scalar(
        update(AttendanceWarning)
        .where(AttendanceWarning.id == id, where)
        .values(**values)
        .returning(AttendanceWarning.id),
        execution_options={"synchronize_session": False},
    )
    return moved is not None
