"""From a claimed outbox row to the call that is made: thawed, or rendered for its reader."""

from dataclasses import dataclass
from typing import Any

from aiogram.methods import EditMessageText, SendMessage
from aiogram.methods.base import TelegramMethod
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.base import Channel
from bot.frozen import thaw
from handlers.notices import registry as _looks  # noqa: F401 - registers every look
from handlers.notices import render
from handlers.texts import texts
from storage import accounts
from storage.files import FileStore
from storage.tables import Account, OutboxRow, Person


@dataclass(frozen=True, slots=True)
class Shipment:
    """One call on its way; `notice` says whether it was promised to a person."""

    row_id: int
    channel: str
    chat: str
    call: TelegramMethod[Any]
    attempts: int
    resent: bool
    edits: bool


@dataclass(frozen=True, slots=True)
class Undeliverable:
    """A row that cannot go anywhere, and why."""

    row_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Address:
    """Where a row goes; `own` are all open chats of its person, empty for a row to one chat."""

    channel: str
    chat: str
    language: str | None = None
    own: frozenset[tuple[str, str]] = frozenset()


async def addresses(
    session: AsyncSession, rows: list[OutboxRow], channels: dict[str, Channel]
) -> dict[int, Address]:
    """Where each row goes; a row whose person cannot be reached is missing."""
    found = {r.id: Address(r.channel, r.chat) for r in rows if r.channel and r.chat}
    wanted = {r.person_id for r in rows if r.id not in found and r.person_id is not None}
    if not wanted:
        return found
    open_accounts = await accounts.open_accounts(session, wanted)
    languages = {id: (await session.get_one(Person, id)).language for id in open_accounts}
    for row in rows:
        if row.id in found or row.person_id is None:
            continue
        reached = [a for a in open_accounts.get(row.person_id, []) if a.channel in channels]
        if reached:
            found[row.id] = _address(reached, languages[row.person_id])
    return found


def _address(reached: list[Account], language: str) -> Address:
    own = frozenset((account.channel, account.external_id) for account in reached)
    return Address(reached[0].channel, reached[0].external_id, language, own)


def prepare(
    row: OutboxRow,
    target: OutboxRow | None,
    address: Address,
    channel: Channel,
    files: FileStore,
) -> Shipment | Undeliverable:
    """The call of a row; an edit whose message never left cannot be made."""
    if row.edits is not None and (target is None or target.message_id is None):
        return Undeliverable(row.id, "nothing-to-edit")
    if target is not None and address.own and (target.channel, target.chat) not in address.own:
        return Undeliverable(row.id, "unlinked")  # a lost phone learns nothing more
    if row.notice is not None:
        call = _notice(row, target, address, channel)
    else:
        payload = dict(row.payload or {})
        if target is not None:
            payload["message_id"] = target.message_id
        call = thaw(row.method or "", payload, files)
    return Shipment(
        row.id,
        address.channel,
        address.chat,
        call,
        row.attempts,
        row.resent,
        row.edits is not None or row.edits_message is not None,
    )


def _notice(
    row: OutboxRow, target: OutboxRow | None, address: Address, channel: Channel
) -> TelegramMethod[Any]:
    shown = render(
        row.notice or "", row.params or {}, texts(address.language), channel.capabilities
    )
    if target is not None:
        return EditMessageText(
            chat_id=int(target.chat or address.chat),
            message_id=target.message_id,
            text=shown.text,
            reply_markup=shown.keyboard,
        )
    return SendMessage(chat_id=int(address.chat), text=shown.text, reply_markup=shown.keyboard)
