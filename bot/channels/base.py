"""What the program asks of a messenger, and the outcomes of trying to send on it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from aiogram import Bot
from aiogram.methods.base import TelegramMethod

from handlers.capabilities import Capabilities
from services.errors import Refusal
from services.unit import Unit
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
    """`result` with the message's id when sent, or seconds to wait, or why not.

    `native_id` is the messenger's own id where ids are no numbers; `parts` how many messages have
    left, where one became several or the rest did not leave.
    """

    result: Result
    message_id: int | None = None
    wait: float = 0.0
    reason: str = ""
    native_id: str | None = None
    parts: int = 0


@dataclass(frozen=True, slots=True)
class Heard:
    """An event read in its lane: the chat's number, and what happened there as Bot API updates.

    `followed_up`: what the earlier updates answer is needless, the last one answers for all.
    `refusal`: why the words cannot be what they look like; it is their answer.
    """

    chat: str
    updates: list[dict[str, Any]]
    followed_up: bool = False
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """A message that is ready but for its way: `call` to `chat`, `person` where it was promised.

    `kind` is the notice's kind ("" for a reply); `about` its parameters. `done` parts of it have
    left at an earlier try.
    """

    row_id: int
    chat: str
    call: TelegramMethod[Any]
    person_id: int | None = None
    kind: str = ""
    about: Mapping[str, Any] = field(default_factory=dict)
    owner: str | None = None
    urgent: bool = False
    language: str | None = None
    done: int = 0


@dataclass(frozen=True, slots=True)
class Way:
    """How a parcel goes and what that costs in đồng, `each` for one of several parts.

    `extra` is for the channel alone.
    """

    name: str = "free"
    cost: int = 0
    extra: Mapping[str, Any] = field(default_factory=dict)
    each: int = field(default=0, compare=False)


FREE = Way()


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

    async def read(self, unit: Unit, incoming: Incoming, row_id: int) -> Heard:
        """What a kept event means, inside its unit of work."""
        ...

    async def fetch(self, file_id: str) -> str:
        """Bring a file that somebody sent into the file store; its digest."""
        ...

    def takes_file(self, name: str, size: int) -> bool:
        """Whether a file (`size` in bytes) can be sent as one; any other goes as a link."""
        ...

    async def way(self, unit: Unit, parcel: Parcel) -> Way | Outcome:
        """How a parcel may go now, inside the unit that claims it; or why it may not."""
        ...

    async def by_phone(self, unit: Unit, person_id: int) -> str | None:
        """The chat of somebody who has no account here but can be reached by telephone number."""
        ...

    async def send(self, call: TelegramMethod[Any], way: Way = FREE, done: int = 0) -> Outcome:
        """Make one call and say what came of it; never raises for a failed call.

        `done` messages of a long one have left at an earlier try.
        """
        ...

    async def stop(self) -> None:
        """Let go of connections."""
