"""What the program asks of a messenger, and the outcomes of trying to send on it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from aiogram import Bot
from aiogram.methods.base import TelegramMethod

from handlers.capabilities import Capabilities
from storage.inbox import Incoming

Accept = Callable[[Sequence[Incoming]], Awaitable[None]]


class Result(StrEnum):
    """What came of a call; one function per channel tells which."""

    SENT = "sent"
    RETRY = "retry"  # nothing happened; again after a while
    PAUSED = "paused"  # the messenger asks the whole bot to be silent
    WINDOW_CLOSED = "window_closed"
    GONE = "gone"  # blocked or deleted: the account closes until its owner starts again
    QUOTA = "quota"
    CONFIG = "config"
    PERMANENT = "permanent"
    UNKNOWN = "unknown"  # may have arrived, may not


@dataclass(frozen=True, slots=True)
class Outcome:
    """`result` with the message's id when sent, or seconds to wait, or why not."""

    result: Result
    message_id: int | None = None
    wait: float = 0.0
    reason: str = ""


class Channel(Protocol):
    """One messenger: its bot, its limits, its source of updates, its reading of failures."""

    name: str
    bot: Bot
    capabilities: Capabilities
    resends_unknown: bool

    async def start(self) -> None:
        """Get ready; raises if the messenger refuses us."""

    async def receive(self, accept: Accept) -> None:
        """Hand over updates until cancelled; each batch is confirmed after `accept` returned."""

    async def send(self, call: TelegramMethod[Any]) -> Outcome:
        """Make one call and say what came of it; never raises for a failed call."""
        ...

    async def stop(self) -> None:
        """Let go of connections."""
