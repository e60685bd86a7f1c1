"""Bot API updates made of what a contact did on a messenger whose own events look different.

The numbers in them are ours: a message is known by its inbox row, a chat by its contact (minus it
where others read along).
"""

from datetime import datetime
from typing import Any

from storage.tables import MessengerContact

KEPT_FILE = "file:"  # begins the file id of a file that is in our store already
LONGEST = 4096


def chat_of(contact: MessengerContact) -> str:
    """The chat's number as the rest of the program writes it."""
    return str(-contact.id if contact.is_group else contact.id)


def message_update(
    row_id: int, contact: MessengerContact, date: datetime, /, **content: Any
) -> dict[str, Any]:
    """The update of a message; `content` is one of the functions below, or fields of a Message."""
    name = contact.name or "…"
    chat: dict[str, Any] = {"id": int(chat_of(contact))}
    chat |= (
        {"type": "group", "title": name}
        if contact.is_group
        else {"type": "private", "first_name": name}
    )
    message = {
        "message_id": row_id,
        "date": int(date.timestamp()),
        "chat": chat,
        "from": {"id": contact.id, "is_bot": False, "first_name": name},
        **content,
    }
    return {"update_id": row_id, "message": message}


def document_of_upload(
    row_id: int, contact: MessengerContact, now: datetime, upload: dict[str, Any]
) -> dict[str, Any]:
    """A file that was handed in on our own web server, as a document in the chat."""
    content = document(KEPT_FILE + upload["file"], upload["name"], upload["size"], upload["mime"])
    return message_update(row_id, contact, now, **content)


def start_update(row_id: int, contact: MessengerContact, date: datetime) -> dict[str, Any]:
    """Somebody opens the conversation, where the messenger has another sign for it than a text."""
    return message_update(row_id, contact, date, text="/start")


def heard(contact: MessengerContact, date: datetime, now: datetime) -> None:
    """Remember when the contact last did something that opens the messenger's window."""
    moment = min(date, now)
    if contact.heard_at is None or moment > contact.heard_at:
        contact.heard_at = moment


def moment(milliseconds: Any, now: datetime) -> datetime:
    """A messenger's date (a number or its figures); `now` where it makes no sense."""
    try:
        seconds = int(milliseconds) / 1000
        if not 1_400_000_000 < seconds < 4_000_000_000:
            return now
        return datetime.fromtimestamp(seconds, now.tzinfo)
    except (TypeError, ValueError, OverflowError):
        return now


def text(words: str) -> dict[str, Any]:
    """A text message."""
    return {"text": words[:LONGEST]}


def photo(file_id: str, caption: str = "") -> dict[str, Any]:
    """A picture; `file_id` is what the channel's `fetch` understands."""
    size = {"file_id": file_id, "file_unique_id": file_id[-60:], "width": 0, "height": 0}
    return {"photo": [size], **_caption(caption)}


def document(
    file_id: str, name: str = "", size: int | None = None, mime: str = "", caption: str = ""
) -> dict[str, Any]:
    """A file; `file_id` is what the channel's `fetch` understands."""
    facts: dict[str, Any] = {"file_id": file_id, "file_unique_id": file_id[-60:]}
    if name:
        facts["file_name"] = name
    if size is not None:
        facts["file_size"] = size
    if mime:
        facts["mime_type"] = mime
    return {"document": facts, **_caption(caption)}


def unreadable() -> dict[str, Any]:
    """Something that the messenger does not hand over: a file without an id."""
    return {"document": {"file_id": "", "file_unique_id": ""}}


def sticker(file_id: str = "sticker") -> dict[str, Any]:
    """A sticker."""
    kind = {"type": "regular", "width": 0, "height": 0, "is_animated": False, "is_video": False}
    return {"sticker": {"file_id": file_id, "file_unique_id": file_id[-60:], **kind}}


def voice(file_id: str) -> dict[str, Any]:
    """A voice message."""
    return {"voice": {"file_id": file_id, "file_unique_id": file_id[-60:], "duration": 0}}


def location(latitude: float, longitude: float) -> dict[str, Any]:
    """A place."""
    return {"location": {"latitude": latitude, "longitude": longitude}}


def own_number(contact: MessengerContact, phone: str, name: str = "") -> dict[str, Any]:
    """The contact's own telephone number, vouched for by the messenger."""
    return {
        "contact": {
            "phone_number": phone,
            "first_name": name or contact.name or "…",
            "user_id": contact.id,
        }
    }


def _caption(words: str) -> dict[str, Any]:
    return {"caption": words[:LONGEST]} if words else {}
