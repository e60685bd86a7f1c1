"""`/control/people/{id}/…`: what a person does on the phone, and what the phone shows."""

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import unquote

import aiohttp
from aiohttp import web

from sandbox.control.ask import body_of, bot_of, number_in, person_of, text_in, world_of
from sandbox.control.guard import answer
from sandbox.people import Person
from sandbox.store import Json
from sandbox.telegram import phone
from sandbox.telegram.people_view import person_json
from sandbox.telegram.state import Bot, Message
from sandbox.telegram.view import view
from sandbox.telegram.world import World

Gesture = Callable[[World, Bot, Person, Json], Any]


def add_routes(router: web.UrlDispatcher) -> None:
    """Add the routes of all gestures."""
    for name, gesture in GESTURES.items():
        router.add_post(f"/control/people/{{id}}/{name}", _handler(gesture))
    router.add_post("/control/people/{id}/file", send_file)
    router.add_get("/control/people/{id}/messages", messages)


def _handler(gesture: Gesture) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        world, person, wish = world_of(request), person_of(request), await body_of(request)
        bot = bot_of(request, wish)
        result = gesture(world, bot, person, wish)
        if isinstance(result, Awaitable):
            return answer({"answer": await result})
        if isinstance(result, Message):
            return answer(view(world, result))
        return answer(person_json(world, person, world.chat(bot, person.id)))

    return handle


def _start(world: World, bot: Bot, person: Person, wish: Json) -> Message:
    payload = wish.get("payload")
    return phone.start(world, bot, person, None if payload is None else str(payload))


def _text(world: World, bot: Bot, person: Person, wish: Json) -> Message:
    return phone.say(world, bot, person, text_in(wish, "text"), number_in(wish, "reply_to"))


def _edit(world: World, bot: Bot, person: Person, wish: Json) -> Message:
    message_id = number_in(wish, "message_id") or 0
    return phone.edit(world, bot, person, message_id, text_in(wish, "text"))


def _contact(world: World, bot: Bot, person: Person, wish: Json) -> Message:
    number = text_in(wish, "phone") if wish.get("phone") else None
    return phone.share_contact(world, bot, person, number, number_in(wish, "user_id"))


def _sticker(world: World, bot: Bot, person: Person, wish: Json) -> Message:
    return phone.send_sticker(world, bot, person, str(wish.get("emoji") or "👍"))


def _tap(world: World, bot: Bot, person: Person, wish: Json) -> Awaitable[Json | None]:
    wish = {**wish, "message_id": number_in(wish, "message_id")}
    return phone.tap(world, bot, person, {**wish, "button": text_in(wish, "button")})


def _tap_raw(world: World, bot: Bot, person: Person, wish: Json) -> Awaitable[Json | None]:
    wish = {**wish, "message_id": number_in(wish, "message_id")}
    return phone.tap_raw(world, bot, person, wish)


GESTURES: dict[str, Gesture] = {
    "start": _start,
    "text": _text,
    "edit": _edit,
    "contact": _contact,
    "sticker": _sticker,
    "tap": _tap,
    "tap_raw": _tap_raw,
    "block": lambda world, bot, person, _: phone.block(world, bot, person),
    "unblock": lambda world, bot, person, _: phone.unblock(world, bot, person),
    "read": lambda world, bot, person, _: phone.read(world, bot, person),
}


async def send_file(request: web.Request) -> web.Response:
    """A picture or a document, as multipart: `file`, `caption?`, `as`: `photo` or `document`."""
    world, person = world_of(request), person_of(request)
    if request.content_type != "multipart/form-data":
        raise ValueError("multipart/form-data is expected")
    fields: dict[str, str] = {}
    data, name, mime = None, "file", ""
    async for part in await request.multipart():
        if not isinstance(part, aiohttp.BodyPartReader):
            continue
        if part.name == "file":
            data = bytes(await part.read())
            name = _file_name(part.filename or name)
            mime = part.headers.get("Content-Type", "")
        elif part.name:
            fields[part.name] = await part.text()
    if not data:
        raise ValueError("a part named file is expected, and it must not be empty")
    how = fields.get("as", "document")
    if how not in ("photo", "document"):
        raise ValueError("as must be photo or document")
    bot, caption = bot_of(request, dict(fields)), fields.get("caption", "")
    picked = phone.Picked(data, name, mime, how, caption)
    sent = phone.send_file(world, bot, person, picked)
    return answer(view(world, sent))


def _file_name(name: str) -> str:
    """A file's name: browsers send it as it is, some libraries percent-encoded."""
    name = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unquote(name) if name.isascii() else name


async def messages(request: web.Request) -> web.Response:
    """What the phone shows, oldest first, after message id `after`."""
    world, person = world_of(request), person_of(request)
    after = int(request.query.get("after", 0))
    chat = world.chats.get((bot_of(request).id, person.id))
    shown = chat.after(after) if chat else []
    return answer([view(world, message) for message in shown])
