"""What a person does on the phone, and the update that the bot gets from it.

Every function here is one gesture. What a real client would not let somebody do raises
`GestureError`, with the reason.
"""

import asyncio
import re
import secrets
from dataclasses import dataclass
from typing import Any

from sandbox.errors import GestureError, MissingError
from sandbox.people import Person
from sandbox.store import Json
from sandbox.telegram import notify
from sandbox.telegram.content import document_json, photo_json
from sandbox.telegram.entities import detect
from sandbox.telegram.keyboards import MAX_DATA_BYTES
from sandbox.telegram.rich_view import text_of
from sandbox.telegram.state import Bot, Chat, Message
from sandbox.telegram.updates import add_update
from sandbox.telegram.utf16 import units
from sandbox.telegram.view import button_rows
from sandbox.telegram.world import World

MAX_TEXT = 4096
MAX_CAPTION = 1024
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
ANSWER_SECONDS = 3.0


def start(world: World, bot: Bot, person: Person, payload: str | None) -> Message:
    """Press Start, or open a deep link; unblocks the bot where it was blocked."""
    chat = world.chat(bot, person.id)
    if payload is None and not chat.start_used:
        payload = person.start_payload
    if payload and not PAYLOAD.fullmatch(payload):
        raise GestureError("a deep link carries 1 to 64 of A-Z a-z 0-9 _ -")
    if chat.blocked:
        unblock(world, bot, person)
    chat.start_used = True
    return say(world, bot, person, f"/start {payload}" if payload else "/start")


def say(world: World, bot: Bot, person: Person, text: str, reply_to: int | None = None) -> Message:
    """Send a text, in pieces where it is too long, as clients do; the last piece comes back."""
    text = text.strip()
    if not text:
        raise GestureError("a message needs a text")
    chat = _open(world, bot, person)
    content: Json = {}
    if reply_to is not None:
        replied = shown(chat, reply_to).api
        content["reply_to_message"] = {k: v for k, v in replied.items() if k != "reply_to_message"}
    for piece in _pieces(text):
        body = {**content, "text": piece}
        if entities := detect(piece, []):
            body["entities"] = entities
        message = _send(world, bot, chat, person, body)
    return message


def edit(world: World, bot: Bot, person: Person, message_id: int, text: str) -> Message:
    """Change a text that was sent before."""
    chat = _open(world, bot, person)
    message = shown(chat, message_id)
    text = text.strip()
    if not message.mine or "text" not in message.api:
        raise GestureError("only one's own texts can be edited")
    if not text or units(text) > MAX_TEXT:
        raise GestureError("a text has 1 to 4096 characters")
    api = {k: v for k, v in message.api.items() if k != "entities"}
    message.api = {**api, "text": text, "edit_date": world.unix()}
    if entities := detect(text, []):
        message.api["entities"] = entities
    world.save_message(message)
    notify.edited(world, chat, message)
    add_update(world, bot, "edited_message", message.api, queue=f"c{chat.id}")
    return message


def share_contact(
    world: World, bot: Bot, person: Person, phone: str | None = None, user_id: int | None = None
) -> Message:
    """Share a contact: one's own unless another number or user is named."""
    number = phone or person.phone
    if not number:
        raise GestureError("this person has no phone number")
    contact: Json = {"phone_number": number if phone else own_number(number)}
    if user_id is not None:
        other = world.people.all.get(user_id)
        contact |= {"first_name": other.name if other else "?", "user_id": user_id}
    elif phone is None:
        contact |= {"first_name": person.name, "user_id": person.id}
    else:
        contact["first_name"] = person.name
    return _send(world, bot, _open(world, bot, person), person, {"contact": contact})


def own_number(number: str) -> str:
    """A Vietnamese number as Telegram knows its owner: country code first, figures only."""
    digits = re.sub(r"\D", "", number)
    return f"84{digits[1:]}" if digits.startswith("0") else digits


@dataclass(frozen=True)
class Picked:
    """A file that a person picked: `how` is `photo` or `document`."""

    data: bytes
    name: str
    mime: str
    how: str
    caption: str


def send_file(world: World, bot: Bot, person: Person, picked: Picked) -> Message:
    """Send a picture or a document."""
    caption, how = picked.caption.strip(), picked.how
    if units(caption) > MAX_CAPTION:
        raise GestureError("a caption has at most 1024 characters")
    chat = _open(world, bot, person)
    file = world.media.save(picked.data, picked.name, how, picked.mime)
    if how == "photo" and not file.width:
        raise GestureError("this is not a picture")
    content = photo_json(file) if how == "photo" else document_json(file)
    if caption:
        content["caption"] = caption
        if entities := detect(caption, []):
            content["caption_entities"] = entities
    return _send(world, bot, chat, person, content)


def send_sticker(world: World, bot: Bot, person: Person, emoji: str = "👍") -> Message:
    """Send a sticker."""
    sticker = {
        "file_id": "CAACAgUAAxkBAAsticker",
        "file_unique_id": "AgADsticker",
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": emoji,
        "set_name": "SandboxStickers",
    }
    return _send(world, bot, _open(world, bot, person), person, {"sticker": sticker})


def block(world: World, bot: Bot, person: Person) -> None:
    """Block the bot: its messages are refused from now on."""
    _membership(world, bot, person, blocked=True)


def unblock(world: World, bot: Bot, person: Person) -> None:
    """Take the block back."""
    _membership(world, bot, person, blocked=False)


def read(world: World, bot: Bot, person: Person) -> None:
    """Look at everything that came."""
    chat = world.chat(bot, person.id)
    last = max(chat.messages, default=0)
    if chat.read != last or chat.unread:
        chat.read, chat.unread = last, 0
        world.save_chat(chat)
        notify.read(world, chat)


async def tap(world: World, bot: Bot, person: Person, wish: Json) -> Json | None:
    """Tap a button, named by its text or its data; the bot's answer, if it came in time.

    `wish`: `button`, `message_id` for buttons under a message, `wait` (seconds, default 3).
    """
    name, message_id = str(wish.get("button", "")), wish.get("message_id")
    if not name:
        raise MissingError("a button is named by its text or its data")
    chat = _open(world, bot, person)
    wait = float(wish.get("wait", ANSWER_SECONDS))
    if message_id is None:
        button = _reply_button(chat, name)
        if button.get("request_contact"):
            share_contact(world, bot, person)
        else:
            say(world, bot, person, button["text"])
        return None
    message = shown(chat, message_id)
    buttons = [button for row in button_rows(message.api) for button in row]
    for key in ("callback_data", "text"):
        for button in buttons:
            if text_of(button.get(key)) == name:
                data = button.get("callback_data")
                if data is None:
                    return None  # a link or a copy: nothing reaches the bot
                return await _query(world, person, message, data, wait=wait)
    raise MissingError(f"message {message_id} has no button {name!r}")


async def tap_raw(world: World, bot: Bot, person: Person, wish: Json) -> Json | None:
    """Send any callback data about any message, as a forged client may."""
    chat = _open(world, bot, person)
    data, message_id = wish.get("data"), wish.get("message_id")
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= MAX_DATA_BYTES:
        raise GestureError("callback data has 1 to 64 bytes")
    message = chat.messages.get(message_id) if isinstance(message_id, int) else None
    if message is None:
        raise MissingError(f"there is no message {message_id}")
    wait = float(wish.get("wait", ANSWER_SECONDS))
    return await _query(world, person, message, data, wait=wait)


def shown(chat: Chat, message_id: Any) -> Message:
    """A message that the phone shows; raises MissingError."""
    message = chat.messages.get(message_id) if isinstance(message_id, int) else None
    if message is None or message.deleted:
        raise MissingError(f"there is no message {message_id}")
    return message


async def _query(
    world: World, person: Person, message: Message, data: str, *, wait: float
) -> Json | None:
    bot = world.bots[message.bot]
    query_id = str(secrets.randbelow(9 * 10**18) + 10**18)
    query = world.queries.open(query_id, person.id, bot.id)
    about = message.api
    if message.deleted:
        about = {"chat": about["chat"], "message_id": message.id, "date": 0}
    body = {
        "id": query_id,
        "from": person.user(),
        "message": about,
        "chat_instance": str(message.chat * 1_000_003 + bot.id),
        "data": data,
    }
    add_update(world, bot, "callback_query", body, queue=f"u{person.id}", query=query_id)
    if wait <= 0:
        return None
    query.waiting = asyncio.get_running_loop().create_future()
    done, _ = await asyncio.wait([query.waiting], timeout=wait)
    return query.waiting.result() if done else None


def _reply_button(chat: Chat, name: str) -> Json:
    rows = (chat.keyboard or {}).get("keyboard", [])
    for row in rows:
        for button in row:
            if button["text"] == name:
                found: Json = button
                return found
    raise MissingError(f"the keyboard has no button {name!r}")


def _open(world: World, bot: Bot, person: Person) -> Chat:
    chat = world.chat(bot, person.id)
    if chat.blocked:
        raise GestureError("this person has blocked the bot")
    if not chat.started:
        chat.started = True
        world.save_chat(chat)
        notify.person(world, chat)
    return chat


def _pieces(text: str) -> list[str]:
    if units(text) <= MAX_TEXT:
        return [text]
    pieces, piece, size = [], "", 0
    for c in text:
        step = units(c)
        if size + step > MAX_TEXT:
            pieces.append(piece)
            piece, size = "", 0
        piece += c
        size += step
    return [p for p in (*pieces, piece) if p.strip()]


def _send(world: World, bot: Bot, chat: Chat, person: Person, content: Json) -> Message:
    message = world.add_message(bot, chat, person.user(), content)
    chat.read, chat.unread = message.id, 0
    if chat.keyboard and (chat.keyboard.get("one_time_keyboard") or "force_reply" in chat.keyboard):
        chat.keyboard = None
        notify.keyboard(world, chat)
    world.save_chat(chat)
    notify.message(world, chat, message)
    add_update(world, bot, "message", message.api, queue=f"c{chat.id}")
    return message


def _membership(world: World, bot: Bot, person: Person, *, blocked: bool) -> None:
    chat = world.chat(bot, person.id)
    if chat.blocked == blocked:
        return
    chat.blocked = blocked
    world.save_chat(chat)
    notify.person(world, chat)
    if not chat.started or not bot.id:
        return
    free: Json = {"user": bot.user(), "status": "member"}
    barred: Json = {"user": bot.user(), "status": "kicked", "until_date": 0}
    body = {
        "chat": world.chat_json(chat.id),
        "from": person.user(),
        "date": world.unix(),
        "old_chat_member": free if blocked else barred,
        "new_chat_member": barred if blocked else free,
    }
    add_update(world, bot, "my_chat_member", body, queue=f"c{chat.id}")
