"""What a kept event of the Official Account means: Bot API updates from a contact of ours."""

import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot import choice_reading
from bot.channels import contact_updates as updates
from bot.channels.base import Heard
from bot.channels.zalo_bot_events import mapping, words
from bot.channels.zalo_oa_events import FOLLOW, SAID, SUBMIT, UNFOLLOW, name_of, user_of
from services.unit import Unit
from storage import accounts, contacts
from storage.accounts import Visitor
from storage.inbox import Incoming
from storage.tables import MessengerContact

NOBODY = Heard("", [])
MOST_FILES = 10  # of one message
Json = dict[str, Any]


async def read(unit: Unit, incoming: Incoming, row_id: int, bot_id: int) -> Heard:
    """The updates of an event; none where nobody is to be answered. `bot_id` is our own."""
    event, channel = incoming.payload, incoming.channel
    upload = event.get("upload")
    if isinstance(upload, dict):
        contact = await contacts.meet(unit.session, channel, incoming.lane, unit.now)
        update = updates.document_of_upload(row_id, contact, unit.now, upload)
        return Heard(updates.chat_of(contact), [update])
    user, name = user_of(event), name_of(event)
    if not user:
        return NOBODY
    contact = await contacts.meet(unit.session, channel, user, unit.now)
    date = updates.moment(event.get("timestamp"), unit.now)
    if name == FOLLOW:
        updates.heard(contact, date, unit.now)
    if name in (FOLLOW, UNFOLLOW):
        contact.follows = name == FOLLOW
        visitor = await accounts.visit(unit.session, channel, updates.chat_of(contact))
        return _followed(visitor, row_id, contact, date, bot_id)
    if name == SUBMIT:
        return _submitted(event, row_id, contact, date)
    updates.heard(contact, date, unit.now)
    contents = contents_of(name.removeprefix(SAID), mapping(event.get("message")))
    found = [updates.message_update(row_id, contact, date, **content) for content in contents]
    if len(found) == 1 and "text" in found[0]["message"]:
        return await choice_reading.heard(unit, channel, found[0])
    return Heard(updates.chat_of(contact), found)


def _followed(
    visitor: Visitor, row_id: int, contact: MessengerContact, date: datetime, bot_id: int
) -> Heard:
    """Who begins to follow is greeted; who leaves or comes back is known to be gone or there."""
    chat = updates.chat_of(contact)
    if not contact.follows:
        return Heard(chat, [_membership(row_id, contact, date, bot_id, "kicked")])
    if visitor.person_id is None:
        return Heard(chat, [updates.start_update(row_id, contact, date)])
    if visitor.closed:
        return Heard(chat, [_membership(row_id, contact, date, bot_id, "member")])
    return Heard(chat, [])


def _membership(
    row_id: int, contact: MessengerContact, date: datetime, bot_id: int, status: str
) -> Json:
    """The update by which a chat is closed or opened again."""
    said = updates.message_update(row_id, contact, date)["message"]
    us = {"id": bot_id, "is_bot": True, "first_name": "…"}
    old = "member" if status == "kicked" else "kicked"
    return {
        "update_id": row_id,
        "my_chat_member": {
            "chat": said["chat"],
            "from": said["from"],
            "date": said["date"],
            "old_chat_member": {"status": old, "user": us, "until_date": 0},
            "new_chat_member": {"status": status, "user": us, "until_date": 0},
        },
    }


def _submitted(event: Json, row_id: int, contact: MessengerContact, date: datetime) -> Heard:
    """The form with name and telephone number was filled in."""
    info = mapping(event.get("info"))
    phone = info.get("phone")
    number = str(phone) if isinstance(phone, int | str) and not isinstance(phone, bool) else ""
    name = words(info.get("name")).strip()
    if name and not contact.name:
        contact.name = name[:120]
    chat = updates.chat_of(contact)
    if not any(sign.isdigit() for sign in number):
        return Heard(chat, [])
    content = updates.own_number(contact, number[:20], name[:64])
    return Heard(chat, [updates.message_update(row_id, contact, date, **content)])


def contents_of(kind: str, message: Mapping[str, Any]) -> list[Json]:
    """The contents of a message, as fields of the Bot API's; an empty one says nothing."""
    text = words(message.get("text")).strip()
    payloads = _payloads(message)
    if kind == "text":
        return [updates.text(text)] if text else []
    if kind == "link":
        told = text or next((words(p.get("url")) for p in payloads), "")
        return [updates.text(told)] if told else [updates.unreadable()]
    found = [content for p in payloads[:MOST_FILES] if (content := _content(kind, p)) is not None]
    if found and text and ("photo" in found[0] or "document" in found[0]):
        found[0] = {**found[0], "caption": text}
    return found or [updates.unreadable()]


def _payloads(message: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    attachments = message.get("attachments")
    if not isinstance(attachments, list):
        return []
    return [mapping(mapping(one).get("payload")) for one in attachments]


def _content(kind: str, payload: Mapping[str, Any]) -> Json | None:
    url = words(payload.get("url"))
    match kind:
        case "image":
            return updates.photo(url) if url else None
        case "file":
            if not url:
                return None
            name = words(payload.get("name"))
            return updates.document(url, name, _size(payload.get("size")))
        case "sticker" | "gif":
            return updates.sticker()
        case "audio":
            return updates.voice(url) if url else None
        case "location":
            return _place(mapping(payload.get("coordinates")) or payload)
        case _:  # a video, a business card, and what there may be one day
            return None


def _size(told: Any) -> int | None:
    try:
        size = int(told)
    except (TypeError, ValueError, OverflowError):
        return None
    return size if size >= 0 else None


def _place(where: Mapping[str, Any]) -> Json | None:
    try:
        latitude, longitude = float(where["latitude"]), float(where["longitude"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    if not (math.isfinite(latitude) and math.isfinite(longitude)):
        return None
    return updates.location(latitude, longitude)
