"""How many pupils were on the lists of rolls that were taken, as class lists say it now."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Enrolment, RollCall

BLIND = {"synchronize_session": False}


async def rolls_since(
    session: AsyncSession, class_ids: Collection[int], first: date
) -> Sequence[RollCall]:
    """The rolls of these classes' main lessons from a day on."""
    found = await session.scalars(
        select(RollCall)
        .where(RollCall.class_id.in_(class_ids), RollCall.day >= first, RollCall.kind == "main")
        .order_by(RollCall.day, RollCall.id),
        execution_options={"populate_existing": True},
    )
    return found.all()


async def sizes_on(session: AsyncSession, class_id: int, days: Collection[date]) -> dict[date, int]:
    """How many pupils were on a class's list on each of these days."""
    rows = await session.execute(
        select(Enrolment.pupil_id, Enrolment.starts, Enrolment.ends).where(
            Enrolment.class_id == class_id
        )
    )
    spans = [(id, starts, ends) for id, starts, ends in rows]
    return {
        day: len({id for id, a, b in spans if a <= day and (b is None or day <= b)}) for day in days
    }


async def resize_rolls(session: AsyncSession, class_ids: Collection[int], first: date) -> None:
    """Let the rolls from a day on count those who, as is known now, were on their lists."""
    by_class: dict[int, list[RollCall]] = {}
    for roll in await rolls_since(session, class_ids, first):
        by_class.setdefault(roll.class_id or 0, []).append(roll)
    for class_id, of_class in by_class.items():
        sizes = await sizes_on(session, class_id, {roll.day for roll in of_class})
        for roll in of_class:
            if roll.on_roll != sizes[roll.day]:
                await session.execute(
                    update(RollCall).where(RollCall.id == roll.id).values(on_roll=sizes[roll.day]),
                    execution_options=BLIND,
                )
