"""Updates that messengers gave us: kept before they are confirmed, handled once, in order.

A row is `new` until its unit of work marks it `done` in the same commit as its effects; one that
failed is `failed`, one that brought the program down three times is `aside`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import InboxRow
from storage.upsert import insert

ATTEMPTS = 3
_TABLE = cast(Table, InboxRow.__table__)
_MARK = (  # built once: every update of every chat ends with it
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("row"))
    .values(status=bindparam("to_status"), handled_at=bindparam("at"), error=bindparam("why"))
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """An update as it came: `key` is unique in its channel, `lane` the chat whose order counts."""

    channel: str
    key: str
    lane: str
    payload: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Accepted:
    """A kept update on its way to be handled."""

    id: int
    incoming: Incoming


async def accept(
    session: AsyncSession, updates: Sequence[Incoming], now: datetime
) -> list[Accepted]:
    """Keep those that are new, in order; an update that came before is passed over."""
    if not updates:
        return []
    statement = (
        insert(session, _TABLE)
        .on_conflict_do_nothing(index_elements=["channel", "key"])
        .returning(_TABLE.c.id, _TABLE.c.channel, _TABLE.c.key)
    )
    by_key = {(u.channel, u.key): u for u in updates}
    values = [
        {
            "channel": u.channel,
            "key": u.key,
            "lane": u.lane,
            "payload": u.payload,
            "received_at": now,
            "status": "new",
            "attempts": 0,
        }
        for u in by_key.values()
    ]
    kept = (await session.execute(statement, values)).all()
    return sorted(
        (Accepted(id, by_key[channel, key]) for id, channel, key in kept), key=lambda a: a.id
    )


async def mark(
    session: AsyncSession,
    row_id: int,
    now: datetime,
    status: str = "done",
    error: str | None = None,
) -> None:
    """Say what became of an update."""
    values = {"row": row_id, "to_status": status, "at": now, "why": error}
    await session.execute(_MARK, values)


async def left_over(
    session: AsyncSession, channel: str, now: datetime
) -> tuple[list[Accepted], list[InboxRow]]:
    """What an earlier run accepted and did not finish, in order; and what is set aside now.

    The oldest of each lane counts an attempt; one that has had three is set aside, since it is
    likely what brought the program down.
    """
    rows = (
        await session.scalars(
            select(InboxRow)
            .where(InboxRow.status == "new", InboxRow.channel == channel)
            .order_by(InboxRow.id)
        )
    ).all()
    seen: set[str] = set()
    waiting: list[Accepted] = []
    aside: list[InboxRow] = []
    for row in rows:
        if row.lane not in seen:
            row.attempts += 1
            if row.attempts >= ATTEMPTS:
                row.status, row.handled_at, row.error = "aside", now, "attempts"
                aside.append(row)
                continue
            seen.add(row.lane)
        waiting.append(Accepted(row.id, Incoming(row.channel, row.key, row.lane, row.payload)))
    await session.flush()
    return waiting, aside


async def waiting(session: AsyncSession) -> int:
    """How many updates are kept and not handled yet."""
    return int(await session.scalar(select(func.count()).where(InboxRow.status == "new")) or 0)


async def set_aside(session: AsyncSession) -> int:
    """How many updates are set aside or failed."""
    count = await session.scalar(
        select(func.count()).where(InboxRow.status.in_(("aside", "failed")))
    )
    return int(count or 0)


async def prune(session: AsyncSession, before: datetime) -> None:
    """Forget handled updates that are older than `before`."""
    await session.execute(
        delete(InboxRow).where(InboxRow.status == "done", InboxRow.handled_at < before)
    )
