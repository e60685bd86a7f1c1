"""From a claimed outbox row to the call that is made: where it goes, what it shows, which way."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiogram.methods import EditMessageText, SendMessage
from aiogram.methods.base import TelegramMethod
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.base import Channel, Outcome, Parcel, Way
from bot.document_links import document_as_link
from bot.frozen import FILE, thaw
from bot.shaping import Face, Shaper
from handlers.notices import registry as _looks  # noqa: F401 - registers every look
from handlers.notices import render
from handlers.texts import texts
from services.delivery import Settled
from services.link_tokens import Links
from services.unit import Unit
from storage import accounts, outbox
from storage.files import FileStore
from storage.outbox import Priority
from storage.tables import Account, OutboxRow, Person


@dataclass(frozen=True, slots=True)
class Shipment:
    """One call on its way.

    `edits`: it changes a message, so making it twice changes nothing more. `others`: its person
    has another chat, should this one fail. `done` parts of it have left before and cost `spent`;
    `number` is how handlers know the message where the messenger gives no number.
    """

    row_id: int
    channel: str
    chat: str
    call: TelegramMethod[Any]
    attempts: int
    resent: bool
    edits: bool
    way: Way = field(default_factory=Way)
    number: int | None = None
    done: int = 0
    others: bool = False
    spent: int = 0


@dataclass(frozen=True, slots=True)
class Undeliverable:
    """A row that cannot go anywhere, and why."""

    row_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Needless:
    """A row for which nothing has to be sent on this messenger."""

    row_id: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that may not go this way now; `others` as in a shipment."""

    row_id: int
    channel: str
    chat: str
    attempts: int
    others: bool
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Address:
    """One chat a row may go to; `own` are all open chats of its person, empty for a fixed one."""

    channel: str
    chat: str
    language: str | None = None
    own: frozenset[tuple[str, str]] = frozenset()

    @property
    def mark(self) -> str:
        """As a row remembers the chats it has tried."""
        return f"{self.channel}:{self.chat}"


async def addresses(
    unit: Unit, rows: list[OutboxRow], channels: Mapping[str, Channel]
) -> dict[int, list[Address]]:
    """Where each row may go, the best first; a row whose person cannot be reached has none.

    What changes a message goes where the message is, whichever chat its person likes better now.
    """
    found = {r.id: [Address(r.channel, r.chat)] for r in rows if r.channel and r.chat}
    wanted = {r.person_id for r in rows if r.id not in found and r.person_id is not None}
    if not wanted:
        return found
    open_accounts = await accounts.open_accounts(unit.session, wanted)
    languages = {id: (await unit.session.get_one(Person, id)).language for id in wanted}
    edited = [r.edits for r in rows if r.edits is not None and r.id not in found]
    shown_at = await outbox.chats_of(unit.session, edited) if edited else {}
    for row in rows:
        if row.id in found or row.person_id is None:
            continue
        reached = [a for a in open_accounts.get(row.person_id, []) if a.channel in channels]
        language = languages[row.person_id]
        places = _addresses(reached, language)
        if row.edits is None:
            places += await _telephones(unit, row, places, channels, language)
        else:
            at = shown_at.get(row.edits)
            places = [p for p in places if (p.channel, p.chat) == at] or places
        tried = set(row.tried or [])
        found[row.id] = [place for place in places if place.mark not in tried]
    return found


def _addresses(reached: list[Account], language: str) -> list[Address]:
    own = frozenset((account.channel, account.external_id) for account in reached)
    return [Address(a.channel, a.external_id, language, own) for a in reached]


async def _telephones(
    unit: Unit,
    row: OutboxRow,
    places: list[Address],
    channels: Mapping[str, Channel],
    language: str,
) -> list[Address]:
    """Messengers that reach a person without an account there, by their number; the last resort."""
    there = {place.channel for place in places}
    found = []
    for channel in channels.values():
        if channel.name in there or row.person_id is None:
            continue
        chat = await channel.by_phone(unit, row.person_id)
        if chat is not None:
            found.append(Address(channel.name, chat, language))
    return found


Prepared = Shipment | Undeliverable | Needless | Refused


async def prepare(
    unit: Unit,
    row: OutboxRow,
    target: OutboxRow | None,
    places: list[Address],
    *,
    channel: Channel,
    files: FileStore,
    links: Links | None,
) -> Prepared:
    """The call of a row to the first of its places; an edit needs its message to have left."""
    address = places[0]
    if row.edits is not None and (target is None or target.message_id is None):
        return Undeliverable(row.id, "nothing-to-edit")
    if target is not None and address.own and (target.channel, target.chat) not in address.own:
        return Undeliverable(row.id, "unlinked")  # a lost phone learns nothing more
    if row.notice is not None:
        face = _notice(row, target, address, channel)
    elif _is_too_much(row, channel, files):
        where = {"channel": channel.name, "chat": address.chat}
        face = Face(await document_as_link(unit, links, files, row, **where))
    else:
        payload = dict(row.payload or {})
        if target is not None:
            payload["message_id"] = target.message_id
        face = Face(thaw(row.method or "", payload, files))
    shaped = await Shaper(unit, channel, address.chat).shape(row, target, face)
    if shaped.call is None:
        return Needless(row.id)
    others = len(places) > 1
    parcel = Parcel(
        row.id,
        address.chat,
        shaped.call,
        row.person_id,
        row.notice or "",
        row.params or {},
        row.owner,
        row.priority <= Priority.URGENT and row.notice is not None,
        address.language,
        row.parts,
    )
    way = await channel.way(unit, parcel)
    if isinstance(way, Outcome):
        return Refused(row.id, address.channel, address.chat, row.attempts, others, way)
    spent = row.cost  # by the parts that have left
    row.way, row.cost = way.name, spent + way.cost  # committed with the claim: it is known
    row.sent_on = channel.name
    changes = row.edits is not None or row.edits_message is not None
    return Shipment(
        row.id,
        address.channel,
        address.chat,
        shaped.call,
        row.attempts,
        row.resent,
        changes and channel.capabilities.edits,
        way,
        shaped.number,
        row.parts,
        others,
        spent,
    )


async def uncertain(session: AsyncSession, row_id: int, edits: Collection[str]) -> Settled:
    """The state of a row that was on its way when we died, and is not sent once more.

    Where it went is kept, so that it counts there and its later faces follow it; on a messenger
    without `edits` its number is ours.
    """
    row = await session.get_one(OutboxRow, row_id)
    channel, chat = row.sent_on or row.channel, row.chat
    if chat is None and row.person_id is not None:
        own = (await accounts.open_accounts(session, [row.person_id])).get(row.person_id, [])
        chats = [a.external_id for a in own if a.channel == channel]
        tried = row.tried or []
        chat = next((one for one in chats if f"{channel}:{one}" not in tried), None)
    number = None
    if channel is not None and channel not in edits:
        target = None if row.edits is None else await session.get(OutboxRow, row.edits)
        number = (target.message_id if target else None) or row.edits_message or row.id
    return Settled(
        row_id, "uncertain", number, reason="crash", channel=channel, chat=chat, parts=row.parts + 1
    )


def _is_too_much(row: OutboxRow, channel: Channel, files: FileStore) -> bool:
    """A file that this messenger does not carry."""
    kept = (row.payload or {}).get("document") if row.method == "sendDocument" else None
    if not isinstance(kept, dict) or FILE not in kept:
        return False
    return not channel.takes_file(kept["name"], files.size(kept[FILE]))


def _notice(row: OutboxRow, target: OutboxRow | None, address: Address, channel: Channel) -> Face:
    shown = render(
        row.notice or "", row.params or {}, texts(address.language), channel.capabilities
    )
    call: TelegramMethod[Any]
    if target is not None:
        call = EditMessageText(
            chat_id=int(target.chat or address.chat),
            message_id=target.message_id,
            text=shown.text,
            reply_markup=shown.keyboard,
        )
    else:
        call = SendMessage(chat_id=int(address.chat), text=shown.text, reply_markup=shown.keyboard)
    return Face(call, shown.codes, shown.news, is_notice=True, language=address.language)
