"""Short answers to taps, on a messenger that cannot show them over the chat.

They are said at the head of the message that the same tap brings, else in one of their own; unlike
a real toast they are part of the commit.
"""

import html
from typing import Any

from sqlalchemy import update

from bot.open_unit import OpenUnit
from storage import outbox
from storage.outbox import Outgoing, Priority
from storage.tables import OutboxRow

TEXTS = ("sendMessage", "editMessageText")


def with_toasts(open_unit: OpenUnit, method: str, payload: dict[str, Any]) -> None:
    """Put what was said so far at the head of a text to the same chat."""
    if open_unit.toasts and method in TEXTS and str(payload.get("chat_id")) == open_unit.chat:
        payload["text"] = _joined(open_unit.toasts, str(payload.get("text") or ""))
        open_unit.toasts.clear()


async def say_left(open_unit: OpenUnit) -> None:
    """At the end of the unit: what no later message has taken along."""
    if not open_unit.toasts:
        return
    session, toasts = open_unit.unit.session, open_unit.toasts
    open_unit.toasts = []
    for row_id, payload in reversed(open_unit.said):
        if payload.get("text"):
            told = payload | {"text": _joined(toasts, payload["text"])}
            await session.execute(
                update(OutboxRow).where(OutboxRow.id == row_id).values(payload=told),
                execution_options={"synchronize_session": False},
            )
            return
    row = Outgoing(
        not_before=open_unit.unit.now,
        priority=Priority.REPLY,
        channel=open_unit.channel,
        chat=open_unit.chat,
        method="sendMessage",
        payload={"chat_id": int(open_unit.chat), "text": _joined(toasts, "")},
    )
    await outbox.put(session, row, open_unit.unit.now)
    open_unit.wrote = True


async def unsay(open_unit: OpenUnit) -> None:
    """Take back what was said so far: the same message goes on to answer it itself."""
    rows = [row_id for row_id, _ in open_unit.said]
    open_unit.toasts.clear()
    open_unit.said.clear()
    if rows:
        await open_unit.unit.session.execute(
            update(OutboxRow)
            .where(OutboxRow.id.in_(rows), OutboxRow.status == "queued")
            .values(status="cancelled", settled_at=open_unit.unit.now),
            execution_options={"synchronize_session": False},
        )


def _joined(toasts: list[str], text: str) -> str:
    said = "\n".join(html.escape(toast, quote=False) for toast in toasts)
    return f"{said}\n\n{text}" if text else said
