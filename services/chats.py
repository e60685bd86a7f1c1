"""Whether a chat can be written to: its owner blocks the bot, comes back, or it was a group."""

from services.unit import Unit
from storage import accounts


async def closed(unit: Unit, channel: str, chat: str) -> None:
    """Nothing reaches this chat any more, until somebody writes from it."""
    await accounts.close(unit.session, channel, chat, unit.now)


async def reopened(unit: Unit, account_id: int) -> None:
    """The owner lets the bot write again."""
    await accounts.reopen(unit.session, account_id)
