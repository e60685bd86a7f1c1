"""Zalo's memory as a whole: finds or makes accounts and conversations, and writes changes down.

A person's gesture reaches the server of its channel through `inbound`, as an `Event`:

| kind | what the person did | message | info |
|---|---|---|---|
| text | wrote, or tapped a button (`message.hidden`: of the hidden kind) | yes | |
| image, file, voice | sent `message.media`, with `message.text` as caption | yes | |
| sticker | sent `message.sticker` | yes | |
| follow, unfollow | OA only | None | |
| submit_info | answered `message.form` of an OA | the answer | `name`, `phone` |
| read | looked at what came; OA only | the last one read | |
"""

import secrets
import time
from collections.abc import Callable
from typing import Any, Literal, TypedDict, TypeVar, cast

from sandbox.people import Person
from sandbox.store import Json, dumps
from sandbox.telegram.world import World
from sandbox.zalo.background import Background
from sandbox.zalo.options import OPTIONS, changed, name_of
from sandbox.zalo.state import (
    NOBODY,
    ZALO_BOT,
    Account,
    Conversation,
    ZaloGroup,
    ZaloMessage,
)

Options = TypeVar("Options")
Kind = Literal[
    "text", "image", "file", "voice", "sticker", "follow", "unfollow", "submit_info", "read"
]


class Event(TypedDict):
    """What a person did, for the channel's server."""

    kind: Kind
    message: ZaloMessage | None
    info: Json


Inbound = Callable[["ZaloWorld", Conversation, Event], None]


class ZaloWorld(Background):
    """Everything that a Zalo method or a phone on Zalo needs; shares people and time."""

    def __init__(self, world: World) -> None:
        """Read back what earlier runs left."""
        super().__init__()
        self.store = world.store
        self.clock = world.clock
        self.people = world.people
        self.media = world.media
        self.events = world.events
        self.faults = world.faults
        self.stats = world.stats
        self.inbound: dict[str, Inbound] = {}
        self.base_url = ""  # where this server was last called: the start of media addresses
        self.accounts: dict[tuple[str, str], Account] = {}
        self.conversations: dict[tuple[str, str, int], Conversation] = {}
        self.groups: dict[int, ZaloGroup] = {}
        self._native: dict[str, Conversation] = {}
        self._options: dict[str, Any] = {}
        self._next = 1
        self._load()

    def _load(self) -> None:
        for _, record in self.store.load("zalo_account"):
            account = Account(**record)
            self.accounts[(account.channel, account.id)] = account
        for _, record in self.store.load("zalo_conversation"):
            self._index(Conversation(**record))
        for _, record in self.store.load("zalo_group"):
            group = ZaloGroup(**record)
            self.groups[group.id] = group
        messages = [ZaloMessage(**record) for _, record in self.store.load("zalo_message")]
        for message in sorted(messages, key=lambda m: m.id):
            self._native[message.chat].messages[message.id] = message
            self._next = message.id + 1
        for conv in self.conversations.values():
            conv.recount()

    def options(self, kind: type[Options]) -> Options:
        """The options of a registered dataclass, as they were last set."""
        name = name_of(kind)
        if name not in self._options:
            kept = dict(self.store.load("zalo_options")).get(name, {})
            known = {k: v for k, v in kept.items() if k in vars(kind())}
            self._options[name] = changed(kind(), known)
        return cast(Options, self._options[name])

    def set_options(self, wishes: Json) -> None:
        """Set options by door and name; raises OptionError, changing nothing."""
        new = {name: changed(self.options(OPTIONS[name]), wish) for name, wish in wishes.items()}
        for name, options in new.items():
            self._options[name] = options
            self.store.put("zalo_options", name, dumps(vars(options)))

    def called(self, channel: str, account_id: str, base_url: str = "") -> Account:
        """The account that calls, made on first sight.

        The first of its channel takes over what was said to the place holder.
        """
        account = self.accounts.get((channel, account_id))
        if account is None:
            account = Account(channel, account_id)
            self.accounts[(channel, account_id)] = account
            if self.accounts.pop((channel, NOBODY), None):
                self._adopt(channel, account_id)
            self.store.put("zalo_account", account.key, account)
            self.events.publish({"type": "people"})
        account.active = time.time()
        self.base_url = base_url or self.base_url
        return account

    def the_account(self, channel: str) -> str:
        """The account that people mean: the one that called last, or a place holder."""
        found = [a for a in self.accounts.values() if a.channel == channel]
        if not found:
            found = [Account(channel, NOBODY)]
            self.accounts[(channel, NOBODY)] = found[0]
            self.store.put("zalo_account", found[0].key, found[0])
        return max(found, key=lambda account: account.active).id

    def conversation(self, channel: str, account: str, person: int | Person) -> Conversation:
        """The account's conversation with a person (or a group's number), made when missing."""
        number = person if isinstance(person, int) else person.id
        conv = self.conversations.get((channel, account, number))
        if conv is None:
            conv = Conversation(channel, account, number, _user_id(channel))
            self._index(conv)
            self.save_conversation(conv)
        return conv

    def find(self, person: Person) -> Conversation | None:
        """A person's conversation with the account of the day, if there is one."""
        account = self.the_account(person.channel)
        return self.conversations.get((person.channel, account, person.id))

    def by_native(self, channel: str, account: str, native_id: str) -> Conversation | None:
        """The conversation with the user whom the account knows by this id."""
        conv = self._native.get(native_id)
        return conv if conv and (conv.channel, conv.account) == (channel, account) else None

    def add_message(self, conv: Conversation, mine: bool, **content: Any) -> ZaloMessage:
        """Make and keep a message; `content` are fields of ZaloMessage.

        A person's own message sets `heard_at`; an account's counts as unread.
        """
        now = round(self.clock.unix(), 3)
        message = ZaloMessage(
            self._next, conv.native_id, self.native_message_id(), mine, now, **content
        )
        self._next += 1
        conv.messages[message.id] = message
        if mine:
            conv.read, conv.unread, conv.heard_at, conv.started = message.id, 0, now, True
            self.save_conversation(conv)
        else:
            conv.unread += 1
        self.save_message(message)
        return message

    def native_message_id(self) -> str:
        """A new message id as Zalo gives them."""
        return secrets.token_hex(10)

    def tell(self, conv: Conversation, kind: Kind, message: ZaloMessage | None = None) -> None:
        """Let the channel's server know what the person did."""
        info: Json = {}
        if message and message.contact:
            info = message.contact
        if handler := self.inbound.get(conv.channel):
            handler(self, conv, {"kind": kind, "message": message, "info": info})

    def media_url(self, file_id: str) -> str:
        """Where anybody may fetch a file that was sent, as on Zalo's media servers."""
        file = self.media.get(file_id)
        name = file.path.rpartition("/")[2] if file else ""
        return f"{self.base_url}/zalo/media/{file_id}/{name}"

    def save_conversation(self, conv: Conversation) -> None:
        """Write a conversation's state down."""
        self.store.put("zalo_conversation", conv.native_id, conv)

    def save_message(self, message: ZaloMessage) -> None:
        """Write a message down."""
        self.store.put("zalo_message", message.id, message)

    def save_group(self, group: ZaloGroup) -> None:
        """Write a group down."""
        self.store.put("zalo_group", group.id, group)

    def _index(self, conv: Conversation) -> None:
        self.conversations[(conv.channel, conv.account, conv.person)] = conv
        self._native[conv.native_id] = conv

    def _adopt(self, channel: str, account_id: str) -> None:
        self.store.drop("zalo_account", f"{channel}:{NOBODY}")
        for conv in list(self.conversations.values()):
            if (conv.channel, conv.account) == (channel, NOBODY):
                del self.conversations[(channel, NOBODY, conv.person)]
                conv.account = account_id
                self._index(conv)
                self.save_conversation(conv)
        for group in self.groups.values():
            if group.account == NOBODY and channel == ZALO_BOT:
                group.account = account_id
                self.save_group(group)


def _user_id(channel: str) -> str:
    """An opaque id of a user: 20 hexadecimal figures, or decimals that no float can hold."""
    if channel == ZALO_BOT:
        return secrets.token_hex(10)
    return str(10**17 + secrets.randbelow(9 * 10**18 - 10**17))
