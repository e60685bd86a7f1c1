"""Reading and writing closures and make-up days. One that was taken back is read by nobody."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import (
    AbsenceCase,
    AbsenceCopy,
    Closure,
    MakeupDay,
    OutboxRow,
    RollCall,
    RollCard,
)

BLIND = {"synchronize_session": False}


async def standing(session: AsyncSession) -> Sequence[Closure]:
    """All closures that stand, by their first day."""
    rows = select(Closure).where(Closure.withdrawn_at.is_(None))
    return (await session.scalars(rows.order_by(Closure.starts, Closure.id))).all()


async def makeups(session: AsyncSession) -> Sequence[MakeupDay]:
    """All make-up days that stand, by day."""
    rows = select(MakeupDay).where(MakeupDay.withdrawn_at.is_(None))
    return (await session.scalars(rows.order_by(MakeupDay.day, MakeupDay.id))).all()


async def get(session: AsyncSession, closure_id: int) -> Closure | None:
    """One closure as it stands now."""
    found: Closure | None = await session.get(Closure, closure_id, populate_existing=True)
    return found


async def makeup(session: AsyncSession, makeup_id: int) -> MakeupDay | None:
    """One make-up day as it stands now."""
    found: MakeupDay | None = await session.get(MakeupDay, makeup_id, populate_existing=True)
    return found


async def withdraw(session: AsyncSession, row: Closure | MakeupDay, by: int, now: datetime) -> bool:
    """Take one back, unless somebody did before; whether it was."""
    table = type(row)
    taken = await session.scalar(
        update(table)
        .where(table.id == row.id, table.withdrawn_at.is_(None))
        .values(withdrawn_by=by, withdrawn_at=now)
        .returning(table.id),
        execution_options=BLIND,
    )
    await session.refresh(row)
    return taken is not None


async def rolls_of(
    session: AsyncSession, days: tuple[date, date], class_ids: Collection[int], half: str | None
) -> Sequence[RollCall]:
    """The rolls of main lessons that were taken for these classes on these days."""
    which = [
        RollCall.day.between(*days),
        RollCall.class_id.in_(class_ids),
        RollCall.kind == "main",
        RollCall.withdrawn.is_(False),
    ]
    if half is not None:
        which.append(RollCall.half == half)
    return (await session.scalars(select(RollCall).where(*which).order_by(RollCall.id))).all()


async def alarmed(session: AsyncSession, roll_ids: Collection[int]) -> set[int]:
    """The rolls of which some family was told that its child is missing, and nobody has met it."""
    left = (
        exists()
        .where(
            AbsenceCopy.case_id == AbsenceCase.id,
            AbsenceCopy.round == AbsenceCase.round,
            AbsenceCopy.kind == "alert",
            OutboxRow.id == AbsenceCopy.outbox_id,
            OutboxRow.status.in_(("sending", "sent", "uncertain")),
        )
        .correlate(AbsenceCase)
    )
    open_statuses = AbsenceCase.status.in_(("left_home", "searching", "call_back", "called"))
    rows = await session.scalars(
        select(AbsenceCase.roll_id).where(
            AbsenceCase.roll_id.in_(roll_ids),
            open_statuses | ((AbsenceCase.status == "told") & left),
        )
    )
    return set(rows)


async def cards_of(
    session: AsyncSession, day: date, class_ids: Collection[int], half: str | None
) -> Sequence[RollCard]:
    """All roll cards of these sessions."""
    which = [RollCard.day == day, RollCard.class_id.in_(class_ids)]
    if half is not None:
        which.append(RollCard.half == half)
    found = select(RollCard).where(*which).order_by(RollCard.id)
    return (await session.scalars(found, execution_options={"populate_existing": True})).all()


async def close_cards(
    session: AsyncSession, day: date, class_ids: Collection[int], half: str | None, now: datetime
) -> Sequence[RollCard]:
    """Close the open roll cards of these sessions; those that this closed."""
    which: list[Any] = [
        RollCard.day == day,
        RollCard.class_id.in_(class_ids),
        RollCard.closed_at.is_(None),
    ]
    if half is not None:
        which.append(RollCard.half == half)
    rows = await session.scalars(
        update(RollCard).where(*which).values(closed_at=now, next_at=None).returning(RollCard),
        execution_options={**BLIND, "populate_existing": True},
    )
    return sorted(rows, key=lambda card: card.id)
