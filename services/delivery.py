"""What follows when a message was sent, put off or given up: its row, account and notice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import accounts, choices, contacts, outbox
from storage.tables import ChannelPace, NoticeRecipient, OutboxRow
from storage.upsert import insert

NOTICE_OWNER = "notice:"
OUTCOMES = {"sent": "delivered", "failed": "failed", "uncertain": "uncertain"}


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of one claimed row: `status`, with when to try `again` if it is queued anew.

    `tried` is a chat that could not take it; `shut_window`: the messenger says that this person's
    window is closed; `parts` have left by now, also of a row that is queued anew, and have cost
    `cost` (None: nothing has changed). `trouble`: why the messenger takes no such message from the
    school at all.
    """

    row_id: int
    status: str
    message_id: int | None = None
    again: datetime | None = None
    resent: bool = False
    reason: str | None = None
    channel: str | None = None
    chat: str | None = None
    gone: bool = False
    pause: datetime | None = None
    tried: str | None = None
    shut_window: bool = False
    parts: int = 1
    native_id: str | None = None
    cost: int | None = None
    trouble: str | None = None


SHOWN = {"sent": False, "uncertain": True}  # whether anybody may doubt that it has arrived


async def settle(session: AsyncSession, now: datetime, batch: Sequence[Settled]) -> None:
    """Write outcomes down, close accounts that are gone, and count for the notices concerned."""
    final = [s for s in batch if s.status != "queued"]
    if final:
        known = {
            row.id: row
            for row in await session.scalars(
                select(OutboxRow).where(OutboxRow.id.in_([s.row_id for s in final]))
            )
        }
        for settled in final:
            row = known[settled.row_id]
            row.status, row.settled_at, row.error = settled.status, now, settled.reason
            row.message_id = settled.message_id
            row.native_id = settled.native_id
            if settled.status in OUTCOMES:
                row.parts = max(row.parts, settled.parts)
            row.cost = row.cost if settled.cost is None else settled.cost
            if row.method is not None and settled.status == "sent":
                row.payload = None  # what was said, codes among it, is not kept beyond need
            row.channel, row.chat = settled.channel or row.channel, settled.chat or row.chat
            if row.owner and row.owner.startswith(NOTICE_OWNER) and row.edits is None:
                await _count(session, row, settled)
        for status, doubtful in SHOWN.items():
            ids = [s.row_id for s in final if s.status == status]
            await choices.shown(session, ids, now, doubtful=doubtful)
    for settled in batch:
        if settled.status == "queued":
            await _again(session, settled)
        if settled.gone and settled.channel and settled.chat:
            await accounts.close(session, settled.channel, settled.chat, now)
        if settled.shut_window and settled.channel and settled.chat:
            await contacts.shut_window(session, settled.channel, settled.chat, now)
        if settled.pause is not None and settled.channel:
            values = {"paused_until": settled.pause}
            await session.execute(
                insert(session, ChannelPace)
                .values(channel=settled.channel, **values)
                .on_conflict_do_update(index_elements=["channel"], set_=values)
            )


async def _again(session: AsyncSession, settled: Settled) -> None:
    values: dict[str, object] = {"status": "queued", "not_before": settled.again}
    if settled.resent:
        values["resent"] = True
    if settled.pause is not None:
        values["attempts"] = OutboxRow.attempts - 1  # being told to wait is not a failure
    if settled.tried is not None:
        row = await session.get_one(OutboxRow, settled.row_id)
        values |= {"tried": [*(row.tried or []), settled.tried], "parts": 0}
        values["error"] = settled.reason
    elif settled.parts:
        values["parts"] = settled.parts
    if settled.cost is not None:
        values["cost"] = settled.cost
    await session.execute(
        update(OutboxRow).where(OutboxRow.id == settled.row_id).values(**values),
        execution_options={"synchronize_session": False},
    )
    await outbox.drop_overtaken(session, settled.row_id)


async def _count(session: AsyncSession, row: OutboxRow, settled: Settled) -> None:
    notice_id = int((row.owner or "").removeprefix(NOTICE_OWNER))
    await session.execute(
        update(NoticeRecipient)
        .where(NoticeRecipient.notice_id == notice_id, NoticeRecipient.person_id == row.person_id)
        .values(outcome=OUTCOMES[settled.status], reason=settled.reason),
        execution_options={"synchronize_session": False},
    )
