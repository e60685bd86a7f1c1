"""What messages have cost, and how many there were, read from the messages themselves."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import SelectBase, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import OutboxRow, Setting


@dataclass(frozen=True, slots=True)
class Spent:
    """How many paid messages, and their cost in đồng."""

    messages: int = 0
    dong: int = 0

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(self.messages + other.messages, self.dong + other.dong)


_ON_THE_WAY = or_(
    OutboxRow.status == "sending",
    and_(OutboxRow.status == "queued", OutboxRow.parts > 0),  # a part of it has left
)
_LEFT = or_(
    OutboxRow.status.in_(("sent", "uncertain")),
    and_(OutboxRow.status == "failed", OutboxRow.parts > 0),  # the rest of it did not
)


async def since(
    session: AsyncSession, channels: Collection[str], start: datetime, *, but: int | None = None
) -> Spent:
    """What paid messages of these channels have cost since `start`, with those on their way.

    A message that may or may not have arrived counts. `but` is a row that is left out.
    """
    settled = select(OutboxRow.id, OutboxRow.cost).where(
        OutboxRow.channel.in_(channels), OutboxRow.settled_at >= start, _LEFT, OutboxRow.cost > 0
    )
    going = select(OutboxRow.id, OutboxRow.cost).where(_ON_THE_WAY, OutboxRow.cost > 0)
    if but is not None:
        going = going.where(OutboxRow.id != but)
    return await _sum(session, settled.union_all(going))


async def of_owner(session: AsyncSession, owner: str, *, but: int | None = None) -> Spent:
    """What the messages of one thing (a notice) have cost, whenever they left."""
    statement = select(OutboxRow.id, OutboxRow.cost).where(
        OutboxRow.owner == owner, or_(_ON_THE_WAY, _LEFT), OutboxRow.cost > 0
    )
    if but is not None:
        statement = statement.where(OutboxRow.id != but)
    return await _sum(session, statement)


async def of_row(session: AsyncSession, row_id: int) -> int:
    """What the parts of one message that have left have cost, while the rest is to be claimed."""
    cost = await session.scalar(select(OutboxRow.cost).where(OutboxRow.id == row_id))
    return int(cost or 0)


async def by_way(
    session: AsyncSession, channels: Collection[str], start: datetime
) -> dict[str, Spent]:
    """The messages of these channels since `start` by their way, as `since`; free ones as well."""
    settled = select(OutboxRow.id, OutboxRow.way, OutboxRow.cost).where(
        OutboxRow.channel.in_(channels),
        OutboxRow.settled_at >= start,
        _LEFT,
        OutboxRow.way.is_not(None),
    )
    going = select(OutboxRow.id, OutboxRow.way, OutboxRow.cost).where(
        _ON_THE_WAY, OutboxRow.cost > 0
    )
    rows = settled.union_all(going).subquery()
    figures = select(rows.c.way, func.count(), func.sum(rows.c.cost)).group_by(rows.c.way)
    found = (await session.execute(figures)).all()
    return {way: Spent(int(messages), int(dong)) for way, messages, dong in found}


async def _sum(session: AsyncSession, statement: SelectBase) -> Spent:
    rows = statement.subquery()
    figures = select(func.count(), func.coalesce(func.sum(rows.c.cost), 0)).select_from(rows)
    messages, dong = (await session.execute(figures)).one()
    return Spent(int(messages), int(dong))


async def one_at_a_time(session: AsyncSession, key: str) -> None:
    """Let no other process spend until this unit of work is committed; `key` names the settings.

    SQLite has one writer anyway; on PostgreSQL the row is locked, so that two processes cannot
    both take the last of a budget.
    """
    await session.execute(select(Setting.key).where(Setting.key == key).with_for_update())


async def messages_since(session: AsyncSession, channel: str, since: datetime) -> int:
    """How many messages have left on a channel since then, those that may have among them."""
    count = await session.scalar(
        select(func.sum(OutboxRow.parts)).where(
            OutboxRow.channel == channel, OutboxRow.settled_at >= since
        )
    )
    going = await session.scalar(
        select(func.sum(OutboxRow.parts + 1)).where(
            OutboxRow.status == "sending", OutboxRow.sent_on == channel
        )
    )
    return int(count or 0) + int(going or 0)
