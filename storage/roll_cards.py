"""Reading and moving roll cards. A card moves by conditional updates, so that of two only one wins.

What a card shows is read for all cards of a minute at once: at the bell a whole school has them.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import RollCall, RollCard
from storage.upsert import insert

FRESH = {"synchronize_session": False, "populate_existing": True}


@dataclass(frozen=True, slots=True)
class Made:
    """What the clock has to know of a card that there is."""

    id: int
    class_id: int
    half: str
    waits: bool  # open, and with nobody yet


async def made(session: AsyncSession, day: date) -> list[Made]:
    """The day's cards."""
    rows = await session.execute(
        select(
            RollCard.id,
            RollCard.class_id,
            RollCard.half,
            RollCard.holder_id.is_(None) & RollCard.closed_at.is_(None),
        ).where(RollCard.day == day)
    )
    return [Made(id, class_id, half, bool(waits)) for id, class_id, half, waits in rows]


async def make(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> list[RollCard]:
    """Write cards; those that were there already are left out."""
    if not rows:
        return []
    statement = (
        insert(session, RollCard)
        .values([{"step": "asked", **row} for row in rows])
        .on_conflict_do_nothing(index_elements=["day", "half", "class_id"])
        .returning(RollCard)
    )
    return list(await session.scalars(statement))


async def get(session: AsyncSession, card_id: int) -> RollCard | None:
    """One card as it stands now."""
    found: RollCard | None = await session.get(RollCard, card_id, populate_existing=True)
    return found


async def of_session(session: AsyncSession, class_id: int, day: date, half: str) -> RollCard | None:
    """The card of a class's session."""
    return await session.scalar(
        select(RollCard).where(
            RollCard.class_id == class_id, RollCard.day == day, RollCard.half == half
        ),
        execution_options={"populate_existing": True},
    )


async def open_cards(
    session: AsyncSession,
    day: date,
    *,
    class_ids: Collection[int] | None = None,
    holder_id: int | None = None,
) -> Sequence[RollCard]:
    """The day's cards whose roll is not taken: of these classes, or with this person."""
    statement = select(RollCard).where(RollCard.day == day, RollCard.closed_at.is_(None))
    if class_ids is not None:
        statement = statement.where(RollCard.class_id.in_(class_ids))
    if holder_id is not None:
        statement = statement.where(RollCard.holder_id == holder_id)
    return (await session.scalars(statement.order_by(RollCard.id))).all()


async def listed(session: AsyncSession, day: date, half: str) -> Sequence[RollCard]:
    """The cards of a session that have come to the last step."""
    found = await session.scalars(
        select(RollCard)
        .where(RollCard.day == day, RollCard.half == half, RollCard.step == "listed")
        .order_by(RollCard.id),
        execution_options={"populate_existing": True},
    )
    return found.all()


async def holder(session: AsyncSession, class_id: int, day: date, half: str) -> int | None:
    """With whom the card of a class's session lies."""
    return await session.scalar(
        select(RollCard.holder_id).where(
            RollCard.class_id == class_id, RollCard.day == day, RollCard.half == half
        )
    )


async def take_due(session: AsyncSession, now: datetime) -> list[RollCard]:
    """The open cards whose next step is due; each is handed out once."""
    found = await session.scalars(
        update(RollCard)
        .where(RollCard.next_at <= now, RollCard.closed_at.is_(None))
        .values(next_at=None)
        .returning(RollCard),
        execution_options=FRESH,
    )
    return sorted(found, key=lambda card: card.id)


async def close(
    session: AsyncSession, class_id: int, day: date, half: str, now: datetime
) -> RollCard | None:
    """The roll was taken: the card that this closes, if one was open."""
    return await session.scalar(
        update(RollCard)
        .where(
            RollCard.class_id == class_id,
            RollCard.day == day,
            RollCard.half == half,
            RollCard.closed_at.is_(None),
        )
        .values(closed_at=now, next_at=None)
        .returning(RollCard),
        execution_options=FRESH,
    )


async def reopen(
    session: AsyncSession, class_id: int, day: date, half: str, next_at: datetime
) -> RollCard | None:
    """The roll was withdrawn: the card that is open again; its last step is not repeated."""
    card = await of_session(session, class_id, day, half)
    if card is None or card.closed_at is None:
        return None
    card.closed_at = None
    card.next_at = None if card.step == "listed" else next_at
    await session.flush()
    return card


async def hand(session: AsyncSession, card: RollCard, to: int, **values: datetime | None) -> bool:
    """Give an open card to somebody, unless it was moved meanwhile; whether it was given."""
    given = await session.scalar(
        update(RollCard)
        .where(
            RollCard.id == card.id,
            RollCard.holder_id.is_not_distinct_from(card.holder_id),
            RollCard.closed_at.is_(None),
        )
        .values(holder_id=to, **values)
        .returning(RollCard.id),
        execution_options={"synchronize_session": False},
    )
    await session.refresh(card)
    return given is not None


async def rolls_of(session: AsyncSession, cards: Iterable[RollCard]) -> dict[int, RollCall]:
    """The rolls that were taken for these cards, by card; withdrawn ones are none."""
    wanted = {(card.class_id, card.day, card.half): card.id for card in cards}
    if not wanted:
        return {}
    rows = await session.scalars(
        select(RollCall).where(
            RollCall.class_id.in_({class_id for class_id, _, _ in wanted}),
            RollCall.day.in_({day for _, day, _ in wanted}),
            RollCall.kind == "main",
            RollCall.withdrawn.is_(False),
        )
    )
    found = {(roll.class_id, roll.day, roll.half): roll for roll in rows}
    return {card_id: found[key] for key, card_id in wanted.items() if key in found}
