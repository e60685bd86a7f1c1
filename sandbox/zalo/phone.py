"""What a person does on the phone in Zalo, with a Zalo Bot or an Official Account.

Every function here is one gesture. What the app would not let somebody do raises `GestureError`,
with the reason.
"""

from typing import Any

from sandbox.errors import GestureError, MissingError
from sandbox.people import Person
from sandbox.store import Json
from sandbox.telegram.phone import Picked, own_number
from sandbox.telegram.utf16 import units
from sandbox.zalo import notify
from sandbox.zalo.state import ZALO_OA, Conversation, ZaloMessage
from sandbox.zalo.world import Kind, ZaloWorld

MAX_TEXT = 2000


def start(
    zalo: ZaloWorld, conv: Conversation, person: Person, payload: str | None
) -> ZaloMessage | None:
    """Open the chat; of an Official Account: follow it. A payload is said as text then.

    Without one, that of the person is said, once. Nothing is sent where there is neither.
    """
    if payload is None and not conv.start_used:
        payload = person.start_payload
    if conv.blocked:
        unblock(zalo, conv)
    conv.start_used = True
    _opened(zalo, conv)
    if conv.channel == ZALO_OA:
        _follow(zalo, conv)
    return say(zalo, conv, payload) if payload and payload.strip() else None


def say(zalo: ZaloWorld, conv: Conversation, text: str) -> ZaloMessage:
    """Send a text, in pieces where it is too long; the last piece comes back."""
    text = text.strip()
    if not text:
        raise GestureError("a message needs a text")
    for piece in _pieces(text):
        message = _send(zalo, conv, "text", text=piece)
    return message


def send_file(zalo: ZaloWorld, conv: Conversation, picked: Picked) -> ZaloMessage:
    """Send a picture (`photo`), a recording (`voice`) or any file (`document`)."""
    caption = picked.caption.strip()
    if units(caption) > MAX_TEXT:
        raise GestureError(f"a caption has at most {MAX_TEXT} characters")
    _check_open(conv)
    kind = "photo" if picked.how == "photo" else "document"
    file = zalo.media.save(picked.data, picked.name, kind, picked.mime)
    if picked.how == "photo" and not file.width:
        raise GestureError("this is not a picture")
    kinds: dict[str, Kind] = {"photo": "image", "voice": "voice", "document": "file"}
    media = {"kind": kind, "file": file.id}
    return _send(zalo, conv, kinds[picked.how], text=caption, media=media)


def send_sticker(zalo: ZaloWorld, conv: Conversation, emoji: str = "👍") -> ZaloMessage:
    """Send a sticker."""
    return _send(zalo, conv, "sticker", sticker={"id": "bfe458bf64fa8da4d4eb", "emoji": emoji})


def share_contact(
    zalo: ZaloWorld, conv: Conversation, person: Person, number: str | None = None
) -> ZaloMessage:
    """Answer an Official Account's request for name and number; the own one unless named."""
    if conv.channel != ZALO_OA:
        raise GestureError("a Zalo Bot cannot be given a contact")
    if not conv.open_form():
        raise GestureError("nobody has asked for the contact")
    number = number or person.phone
    if not number:
        raise GestureError("this person has no phone number")
    contact = {"name": person.name, "phone": own_number(number)}
    return _send(zalo, conv, "submit_info", contact=contact)


def tap(zalo: ZaloWorld, conv: Conversation, message_id: Any, name: str) -> None:
    """Tap a button, named by its text or its payload; the payload is said.

    A button with an address or a number opens it on the phone, and nothing reaches the account.
    """
    if not name:
        raise MissingError("a button is named by its text or its data")
    message = conv.messages.get(message_id) if isinstance(message_id, int) else None
    if message is None or message.hidden:
        raise MissingError(f"there is no message {message_id}")
    button = _button(message, name)
    if "payload" in button:
        _send(zalo, conv, "text", text=button["payload"], hidden=button["kind"] == "query.hide")


def follow(zalo: ZaloWorld, conv: Conversation) -> None:
    """Follow an Official Account, and say nothing."""
    _check_followable(conv)
    _check_open(conv)
    _opened(zalo, conv)
    _follow(zalo, conv)


def unfollow(zalo: ZaloWorld, conv: Conversation) -> None:
    """Follow an Official Account no more; it may still be written to."""
    _check_followable(conv)
    if conv.follows:
        conv.follows = False
        zalo.save_conversation(conv)
        notify.person(zalo, conv)
        zalo.tell(conv, "unfollow")


def block(zalo: ZaloWorld, conv: Conversation) -> None:
    """Block the account; an Official Account is not followed any more."""
    if conv.blocked:
        return
    conv.blocked = True
    followed, conv.follows = conv.follows, False
    zalo.save_conversation(conv)
    notify.person(zalo, conv)
    if followed:
        zalo.tell(conv, "unfollow")


def unblock(zalo: ZaloWorld, conv: Conversation) -> None:
    """Take the block back; an Official Account is followed again."""
    if not conv.blocked:
        return
    conv.blocked = False
    zalo.save_conversation(conv)
    notify.person(zalo, conv)
    if conv.channel == ZALO_OA and conv.started:
        _follow(zalo, conv)


def read(zalo: ZaloWorld, conv: Conversation) -> None:
    """Look at everything that came."""
    last = max(conv.messages, default=0)
    if conv.read != last or conv.unread:
        seen = conv.unread
        conv.read, conv.unread = last, 0
        zalo.save_conversation(conv)
        notify.read(zalo, conv)
        if seen and conv.channel == ZALO_OA:
            zalo.tell(conv, "read", next(m for m in reversed(conv.messages.values()) if not m.mine))


def _follow(zalo: ZaloWorld, conv: Conversation) -> None:
    if conv.follows:
        return
    conv.follows = True
    conv.heard_at = zalo.clock.unix()
    zalo.save_conversation(conv)
    notify.person(zalo, conv)
    zalo.tell(conv, "follow")


def _send(zalo: ZaloWorld, conv: Conversation, kind: Kind, **content: Any) -> ZaloMessage:
    _check_open(conv)
    _opened(zalo, conv)
    message = zalo.add_message(conv, mine=True, **content)
    notify.message(zalo, conv, message)
    zalo.tell(conv, kind, message)
    return message


def _check_followable(conv: Conversation) -> None:
    if conv.channel != ZALO_OA:
        raise GestureError("only an Official Account is followed")


def _check_open(conv: Conversation) -> None:
    if conv.blocked:
        raise GestureError("this person has blocked the bot")


def _opened(zalo: ZaloWorld, conv: Conversation) -> None:
    if not conv.started:
        conv.started = True
        zalo.save_conversation(conv)
        notify.person(zalo, conv)


def _button(message: ZaloMessage, name: str) -> Json:
    for key in ("payload", "text"):
        for button in message.buttons:
            if button.get(key) == name:
                return button
    raise MissingError(f"message {message.id} has no button {name!r}")


def _pieces(text: str) -> list[str]:
    pieces, piece, size = [], "", 0
    for c in text:
        step = units(c)
        if size + step > MAX_TEXT:
            pieces.append(piece)
            piece, size = "", 0
        piece += c
        size += step
    return [p for p in (*pieces, piece) if p.strip()]
