"""What Zalo remembers of both its doors: accounts, conversations and their messages.

Records only; what may happen to them is in the modules around.
"""

from dataclasses import dataclass, field

from sandbox.store import Json

ZALO_BOT = "zalo_bot"
ZALO_OA = "zalo_oa"
NOBODY = "0"  # the account before any has called


@dataclass
class Account:
    """A Zalo Bot or an Official Account; `active` is when it last called (real unix seconds).

    `hears`: somebody is told of what people do now, by an open poll or a webhook; not kept.
    """

    channel: str
    id: str
    active: float = 0.0
    hears: bool = False

    @property
    def key(self) -> str:
        """Its key in the store."""
        return f"{self.channel}:{self.id}"

    def record(self) -> Json:
        """The facts to keep."""
        return {"channel": self.channel, "id": self.id, "active": self.active}


@dataclass
class ZaloMessage:
    """One message. `chat` is the native id of its conversation, `mine` means the person's.

    `id` grows within the sandbox, `native_id` is Zalo's; `date` is in unix seconds.
    `buttons`: `{text, kind, payload?, url?}`, kind `query.show`, `query.hide`, `url` or `phone`.
    `media`: `{kind: "photo"|"document", file}` with a file id; `styles`: runs `{start, len, st}`
    over `text`, in UTF-16 units; `contact`: `{name, phone}`; `sticker`: `{id, emoji?}`.
    `form`: `{title, subtitle, image_url?}` of a request for name and phone number.
    `hidden`: a tap that the phone does not show. `sender`: in a group, the person who wrote.
    """

    id: int
    chat: str
    native_id: str
    mine: bool
    date: float
    text: str = ""
    buttons: list[Json] = field(default_factory=list)
    media: Json | None = None
    styles: list[Json] = field(default_factory=list)
    contact: Json | None = None
    sticker: Json | None = None
    form: Json | None = None
    hidden: bool = False
    sender: int | None = None

    @property
    def milliseconds(self) -> int:
        """Its date as Zalo writes it."""
        return round(self.date * 1000)

    def record(self) -> Json:
        """The facts to keep."""
        return dict(vars(self))


@dataclass
class Conversation:
    """One account's conversation with one person, or its seat in one group.

    `person` is negative for a group; `native_id` is the user's (or group's) id at this account.
    `started`: opened on the phone; `known`: something reached the account, which may answer;
    `heard_at`: unix seconds of the person's last message, tap or follow.
    """

    channel: str
    account: str
    person: int
    native_id: str
    started: bool = False
    known: bool = False
    follows: bool = False
    blocked: bool = False
    start_used: bool = False
    read: int = 0
    heard_at: float | None = None
    messages: dict[int, ZaloMessage] = field(default_factory=dict, repr=False)
    unread: int = 0

    def last(self) -> ZaloMessage | None:
        """The newest message that is shown."""
        return next((m for m in reversed(self.messages.values()) if not m.hidden), None)

    def after(self, message_id: int) -> list[ZaloMessage]:
        """The messages shown whose ids are higher, oldest first."""
        found = []
        for message in reversed(self.messages.values()):
            if message.id <= message_id:
                break
            if not message.hidden:
                found.append(message)
        return found[::-1]

    def open_form(self) -> Json | None:
        """The newest request for name and number, unless it was answered since."""
        for message in reversed(self.messages.values()):
            if message.contact:
                return None
            if message.form:
                return message.form
        return None

    def recount(self) -> None:
        """Count the unread messages afresh, after they were read back."""
        self.unread = sum(not m.mine and m.id > self.read for m in self.messages.values())

    def record(self) -> Json:
        """The facts to keep."""
        return {k: v for k, v in vars(self).items() if k not in ("messages", "unread")}


@dataclass
class ZaloGroup:
    """A group of people with an account in it; `id` is negative, `account` the bot's."""

    id: int
    account: str
    title: str
    members: list[int]

    def record(self) -> Json:
        """The facts to keep."""
        return dict(vars(self))
