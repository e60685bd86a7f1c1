"""What we promised to say: rows written in the commit that promises, claimed, sent, settled.

A *reply* is a frozen call to one chat; a *notice* is a kind with parameters for a person, rendered
when it is sent. A claim commits `sending`, so what a crash leaves in it is the unknown outcome.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any, cast

from sqlalchemy import CursorResult, Table, and_, exists, func, or_, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage.tables import OutboxRow
from storage.upsert import insert


class Priority(IntEnum):
    """What goes first."""

    REPLY = 0
    URGENT = 1
    APPROVAL = 2
    NOTICE = 3
    DIGEST = 4


_TABLE = cast(Table, OutboxRow.__table__)
_PUT = plain_insert(_TABLE).returning(_TABLE.c.id)
WAITING = ("queued", "sending")
_TEXTS = ("editMessageText", "editMessageReplyMarkup", None)
MAKES_NEEDLESS: dict[str | None, tuple[str | None, ...]] = {  # None is a notice's edit
    None: _TEXTS,
    "editMessageText": _TEXTS,
    "editMessageReplyMarkup": ("editMessageReplyMarkup",),
    "editMessageCaption": ("editMessageCaption", "editMessageReplyMarkup"),
    "editMessageMedia": ("editMessageMedia", "editMessageCaption", "editMessageReplyMarkup"),
    "deleteMessage": (*_TEXTS, "editMessageCaption", "editMessageMedia"),
}


@dataclass(slots=True)
class Outgoing:
    """A row to be written: `method`, `payload` and `chat`, or `notice`, `params` and person."""

    not_before: datetime
    priority: Priority = Priority.REPLY
    person_id: int | None = None
    channel: str | None = None
    chat: str | None = None
    method: str | None = None
    payload: dict[str, Any] | None = None
    notice: str | None = None
    params: dict[str, Any] | None = None
    edits: int | None = None
    edits_message: int | None = None
    unique_key: str | None = None
    owner: str | None = None


async def put(session: AsyncSession, row: Outgoing, now: datetime) -> int | None:
    """Write one row; its id, or None where `unique_key` was promised before."""
    values = {field: getattr(row, field) for field in Outgoing.__dataclass_fields__}
    values["priority"] = int(row.priority)
    values |= {"created_at": now, "status": "queued", "attempts": 0, "resent": False}
    statement: Any = _PUT
    if row.unique_key is not None:
        once = insert(session, _TABLE).returning(_TABLE.c.id)
        statement = once.on_conflict_do_nothing(index_elements=["unique_key"])
    id: int | None = await session.scalar(statement, values)
    return id


async def put_many(
    session: AsyncSession, rows: Sequence[Outgoing], now: datetime
) -> dict[str, int]:
    """Write many rows at once, each with a `unique_key`; key → id of those not promised before."""
    if not rows:
        return {}
    many = []
    for row in rows:
        values = {field: getattr(row, field) for field in Outgoing.__dataclass_fields__}
        values["priority"] = int(row.priority)
        many.append(
            values | {"created_at": now, "status": "queued", "attempts": 0, "resent": False}
        )
    once = insert(session, _TABLE).on_conflict_do_nothing(index_elements=["unique_key"])
    written = await session.execute(once.returning(_TABLE.c.unique_key, _TABLE.c.id), many)
    return {row[0]: row[1] for row in written}


async def replace_waiting_edits(
    session: AsyncSession,
    *,
    method: str | None,
    chat: str | None,
    edits: int | None,
    edits_message: int | None,
    before: int,
) -> None:
    """Drop edits of the same message that wait and that the edit `before` makes needless."""
    same = []
    if edits is not None:
        same.append(OutboxRow.edits == edits)
    if edits_message is not None and chat is not None:
        same.append(and_(OutboxRow.chat == chat, OutboxRow.edits_message == edits_message))
    if not same:
        return
    await session.execute(
        update(OutboxRow)
        .where(
            OutboxRow.status == "queued",
            OutboxRow.id < before,
            or_(*same),
            _made_by(OutboxRow, MAKES_NEEDLESS[method]),
        )
        .values(status="replaced"),
        execution_options={"synchronize_session": False},
    )


def _made_by(row: Any, methods: Collection[str | None]) -> Any:
    named = row.method.in_([m for m in methods if m is not None])
    return or_(named, row.method.is_(None)) if None in methods else named


async def drop_overtaken(session: AsyncSession, row_id: int) -> None:
    """Replace an edit that was put off by a newer one of the same message, if there is one.

    Else the older one, tried again later, would undo the newer.
    """
    newer = aliased(OutboxRow)
    same = or_(
        newer.edits == OutboxRow.edits,
        and_(newer.chat == OutboxRow.chat, newer.edits_message == OutboxRow.edits_message),
    )
    overtakes = or_(
        *(
            and_(_made_by(newer, [method]), _made_by(OutboxRow, needless))
            for method, needless in MAKES_NEEDLESS.items()
        )
    )
    await session.execute(
        update(OutboxRow)
        .where(
            OutboxRow.id == row_id,
            OutboxRow.status == "queued",
            exists().where(
                newer.id > row_id, newer.status.in_((*WAITING, "sent")), same, overtakes
            ),
        )
        .values(status="replaced"),
        execution_options={"synchronize_session": False},
    )


async def cancel(
    session: AsyncSession,
    now: datetime,
    *,
    unique_keys: Collection[str] = (),
    owner: str | None = None,
) -> set[int]:
    """Cancel what has not left yet; the ids of the rows that were caught in time."""
    which = OutboxRow.owner == owner if owner else OutboxRow.unique_key.in_(unique_keys)
    rows = await session.scalars(
        update(OutboxRow)
        .where(which, OutboxRow.status == "queued", OutboxRow.edits.is_(None))
        .values(status="cancelled", settled_at=now)
        .returning(OutboxRow.id),
        execution_options={"synchronize_session": False},
    )
    return set(rows)


async def by_key(session: AsyncSession, keys: Collection[str]) -> Sequence[OutboxRow]:
    """The rows promised under these keys."""
    found = await session.scalars(select(OutboxRow).where(OutboxRow.unique_key.in_(keys)))
    return found.all()


async def chats_of(
    session: AsyncSession, ids: Collection[int]
) -> dict[int, tuple[str | None, str | None]]:
    """The channel and chat that each of these messages went to."""
    rows = await session.execute(
        select(OutboxRow.id, OutboxRow.channel, OutboxRow.chat).where(OutboxRow.id.in_(ids))
    )
    return {id: (channel, chat) for id, channel, chat in rows}


async def message_of(session: AsyncSession, row_id: int) -> int | None:
    """The number that its messenger gave to a message that has left."""
    return await session.scalar(select(OutboxRow.message_id).where(OutboxRow.id == row_id))


async def by_owner(session: AsyncSession, owner: str) -> Sequence[OutboxRow]:
    """The rows that belong to one thing (a notice, an approval), in order."""
    found = await session.scalars(
        select(OutboxRow).where(OutboxRow.owner == owner).order_by(OutboxRow.id)
    )
    return found.all()


async def due(
    session: AsyncSession,
    now: datetime,
    *,
    busy: Collection[str],
    urgent_only: bool,
    limit: int = 200,
) -> Sequence[OutboxRow]:
    """Queued rows whose time has come, in order of priority and age, passing over `busy` chats.

    An edit whose message has not left yet waits for it.
    """
    target = aliased(OutboxRow)
    statement = (
        select(OutboxRow)
        .outerjoin(target, target.id == OutboxRow.edits)
        .where(
            OutboxRow.status == "queued",
            OutboxRow.not_before <= now,
            or_(target.id.is_(None), target.status.not_in(WAITING)),
        )
        .order_by(OutboxRow.priority, OutboxRow.id)
        .limit(limit)
    )
    if busy:
        statement = statement.where(or_(OutboxRow.chat.is_(None), OutboxRow.chat.not_in(busy)))
    if urgent_only:
        statement = statement.where(OutboxRow.priority <= Priority.APPROVAL)
    return (await session.scalars(statement)).all()


async def next_due(session: AsyncSession) -> datetime | None:
    """When the next queued row comes due."""
    return await session.scalar(
        select(func.min(OutboxRow.not_before)).where(OutboxRow.status == "queued")
    )


async def overdue(session: AsyncSession, now: datetime) -> tuple[int, datetime | None]:
    """How many messages are past their time, and since when the oldest."""
    row = (
        await session.execute(
            select(func.count(), func.min(OutboxRow.not_before)).where(
                OutboxRow.status == "queued", OutboxRow.not_before <= now
            )
        )
    ).one()
    return int(row[0]), row[1]


async def claim(session: AsyncSession, ids: Iterable[int]) -> set[int]:
    """Take rows for sending; only those still queued are ours."""
    rows = await session.scalars(
        update(OutboxRow)
        .where(OutboxRow.id.in_(list(ids)), OutboxRow.status == "queued")
        .values(status="sending", attempts=OutboxRow.attempts + 1)
        .returning(OutboxRow.id),
        execution_options={"synchronize_session": False},
    )
    return set(rows)


async def put_off(session: AsyncSession, ids: Iterable[int], until: datetime) -> None:
    """Let queued rows wait until their messenger listens again."""
    await session.execute(
        update(OutboxRow)
        .where(OutboxRow.id.in_(list(ids)), OutboxRow.status == "queued")
        .values(not_before=until),
        execution_options={"synchronize_session": False},
    )


async def overdue_after_restore(session: AsyncSession, now: datetime) -> int:
    """In data that was restored nobody knows what has left since: what was due is not said again,
    but counted as uncertain; how many. What is promised for later stays."""
    result = await session.execute(
        update(OutboxRow)
        .where(OutboxRow.status.in_(WAITING), OutboxRow.not_before <= now)
        .values(status="uncertain", settled_at=now, error="restored"),
        execution_options={"synchronize_session": False},
    )
    return result.rowcount if isinstance(result, CursorResult) else 0


async def recover(
    session: AsyncSession, channels_that_resend: Collection[str]
) -> tuple[int, Sequence[int]]:
    """After a crash: claimed rows have an unknown outcome; how many are sent once more.

    And the ids of those that were sent twice already, or may not be: they are uncertain, and still
    to be settled. `sent_on` of a claimed row is the channel it was on its way by.
    """
    result = await session.execute(
        update(OutboxRow)
        .where(
            OutboxRow.status == "sending",
            OutboxRow.resent.is_(False),
            func.coalesce(OutboxRow.sent_on, OutboxRow.channel).in_(channels_that_resend),
        )
        .values(status="queued", resent=True),
        execution_options={"synchronize_session": False},
    )
    count = result.rowcount if isinstance(result, CursorResult) else 0
    unknown = await session.scalars(select(OutboxRow.id).where(OutboxRow.status == "sending"))
    return count, unknown.all()
