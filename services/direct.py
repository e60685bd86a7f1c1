"""Notices to a chat rather than to a person: for those who are no longer, or not yet, linked."""

from typing import Any

from services.unit import Unit
from storage import outbox
from storage.outbox import Outgoing, Priority
from storage.tables import Account


async def tell_chat(
    unit: Unit, account: Account, language: str | None, notice: str, params: dict[str, Any]
) -> None:
    """Promise a notice to exactly this chat; `language` is the one its reader chose."""
    row = Outgoing(
        not_before=unit.now,
        priority=Priority.NOTICE,
        channel=account.channel,
        chat=account.external_id,
        notice=notice,
        params={**params, "language": language or account.language or "vi"},
    )
    await outbox.put(unit.session, row, unit.now)
