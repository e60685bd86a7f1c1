"""What Telegram remembers: bots, chats, groups and their messages.

Records only; what may happen to them is in the modules around. A message is kept as the very JSON
that the bot was given, so that an answer, an update and a restart all show the same thing.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from sandbox.pace import Pace
from sandbox.store import Json

FIRST_UPDATE = 310_000_001


def _facts(thing: object, *without: str) -> Json:
    return {k: v for k, v in vars(thing).items() if k not in without}


@dataclass
class Message:
    """One message of one chat: `api` is the Bot API's `Message`, `mine` means the person's."""

    bot: int
    chat: int
    api: Json
    mine: bool
    deleted: bool = False
    reaction: list[Json] | None = None

    @property
    def id(self) -> int:
        """The message id, growing within its bot."""
        number: int = self.api["message_id"]
        return number

    @property
    def key(self) -> str:
        """Its key in the store."""
        return f"{self.bot}:{self.chat}:{self.id}"

    def record(self) -> Json:
        """The facts to keep."""
        return _facts(self)


@dataclass
class Chat:
    """One bot's conversation with one person, or its seat in one group."""

    bot: int
    id: int
    started: bool = False
    blocked: bool = False
    read: int = 0
    start_used: bool = False
    keyboard: Json | None = None
    menu_button: Json | None = None
    pinned: int | None = None
    left: bool = False
    messages: dict[int, Message] = field(default_factory=dict, repr=False)
    unread: int = 0

    @property
    def key(self) -> str:
        """Its key in the store."""
        return f"{self.bot}:{self.id}"

    def last(self) -> Message | None:
        """The newest message that is still shown."""
        return next((m for m in reversed(self.messages.values()) if not m.deleted), None)

    def after(self, message_id: int) -> list[Message]:
        """The messages still shown whose ids are higher, oldest first."""
        found = []
        for message in reversed(self.messages.values()):
            if message.id <= message_id:
                break
            if not message.deleted:
                found.append(message)
        return found[::-1]

    def recount(self) -> None:
        """Count the unread messages afresh, after they were read back."""
        self.unread = sum(
            not m.mine and not m.deleted and m.id > self.read for m in self.messages.values()
        )

    def record(self) -> Json:
        """The facts to keep."""
        return _facts(self, "messages", "unread")


@dataclass
class Group:
    """A group of people, which a bot may sit in."""

    id: int
    title: str
    members: list[int]
    bot: int

    def json(self) -> Json:
        """The group as Telegram's `Chat`."""
        return {"id": self.id, "title": self.title, "type": "group"}

    def record(self) -> Json:
        """The facts to keep."""
        return _facts(self)


@dataclass
class Webhook:
    """Where a bot wants its updates, and how the last attempts went."""

    url: str
    secret_token: str = ""
    max_connections: int = 40
    allowed_updates: list[str] | None = None
    last_error_date: int | None = None
    last_error_message: str | None = None


@dataclass
class Bot:
    """A bot; the number before the colon of its token is its id. Id 0 waits for a first token.

    `updates` are those not confirmed, oldest first; `again` those that a fault delivers once more;
    `poll` is the open long poll, whose result says why it ended; `commands` are menus by scope and
    language.
    """

    id: int
    token: str
    username: str
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_button: Json = field(default_factory=lambda: {"type": "commands"})
    webhook: Webhook | None = None
    allowed_updates: list[str] | None = None
    next_update: int = FIRST_UPDATE
    next_message: int = 1
    active: float = 0.0
    updates: "dict[int, Pending]" = field(default_factory=dict, repr=False)
    again: "list[Pending]" = field(default_factory=list, repr=False)
    poll: "asyncio.Future[str] | None" = field(default=None, repr=False)
    pace: Pace = field(default_factory=Pace, repr=False)
    commands: dict[str, dict[str, list[Json]]] = field(default_factory=dict, repr=False)

    def name(self, language: str = "") -> str:
        """Its name in a language, or the common one."""
        return self.names.get(language) or self.names.get("") or "Sandbox bot"

    def user(self) -> Json:
        """The bot as Telegram's `User`."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.name(),
            "username": self.username,
        }

    def record(self) -> Json:
        """The facts to keep."""
        facts = _facts(self, "updates", "again", "poll", "pace", "commands")
        if self.webhook:
            facts["webhook"] = _facts(self.webhook)
        return facts

    @classmethod
    def from_record(cls, record: Json) -> "Bot":
        """A bot as it was written down."""
        hook: Any = record.pop("webhook")
        return cls(webhook=Webhook(**hook) if hook else None, **record)


@dataclass
class Pending:
    """An update on its way: `text` is its JSON, `queue` what must stay in order, `at` its birth."""

    id: int
    kind: str
    queue: str
    at: float
    text: str
    query: str | None = None

    def record(self) -> Json:
        """The facts to keep."""
        return _facts(self)
