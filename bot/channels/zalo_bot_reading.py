"""What a kept event of the Zalo Bot means: Bot API updates from a contact of ours."""

from typing import Any

from bot import choice_reading
from bot.channels import contact_updates as updates
from bot.channels.base import Heard
from bot.channels.zalo_bot_events import Event, chat_id, mapping, words
from services.unit import Unit
from storage import contacts
from storage.inbox import Incoming

NOBODY = Heard("", [])


async def read(unit: Unit, incoming: Incoming, row_id: int) -> Heard:
    """The updates of an event; none where nothing is to be done and nobody to be answered."""
    session, channel = unit.session, incoming.channel
    upload = incoming.payload.get("upload")
    if isinstance(upload, dict):
        owner = await contacts.by_chat(session, channel, str(upload.get("chat")))
        if owner is None:
            return NOBODY
        update = updates.document_of_upload(row_id, owner, unit.now, upload)
        return Heard(updates.chat_of(owner), [update])
    message = mapping(incoming.payload.get("message"))
    sender = mapping(message.get("from"))
    native_id = chat_id(incoming.payload)
    if not native_id or sender.get("is_bot") is True:
        return NOBODY
    is_group = mapping(message.get("chat")).get("chat_type") == "GROUP"
    contact = await contacts.meet(
        session,
        channel,
        native_id,
        unit.now,
        name=None if is_group else words(sender.get("display_name")).strip(),
        is_group=is_group,
    )
    date = updates.moment(message.get("date"), unit.now)
    updates.heard(contact, date, unit.now)
    content = content_of(incoming.payload)
    if content is None:
        return Heard(updates.chat_of(contact), [])
    update = updates.message_update(row_id, contact, date, **content)
    if contact.is_group or "text" not in content:
        return Heard(updates.chat_of(contact), [update])
    return await choice_reading.heard(unit, channel, update)


def content_of(event: Event) -> dict[str, Any] | None:
    """The content of a message, as fields of the Bot API's; None for what needs no answer."""
    message = mapping(event.get("message"))
    text = words(message.get("text")).strip()
    match event["event_name"].removeprefix("message.").removesuffix(".received"):
        case "text":
            return updates.text(text) if text else None
        case "image":
            address = words(message.get("photo_url")) or words(message.get("photo"))
            caption = words(message.get("caption"))
            return updates.photo(address, caption) if address else updates.unreadable()
        case "sticker":
            return updates.sticker()
        case "voice":
            return updates.voice(words(message.get("voice_url")))
        case "link":
            return updates.text(text) if text else updates.unreadable()
        case "unsupported":
            return updates.unreadable()
        case _:  # a reaction, and what there may be one day
            return None
