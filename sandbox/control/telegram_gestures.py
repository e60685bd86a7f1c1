"""What a person on Telegram does with the phone, from the control API's JSON."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from sandbox.control.ask import bot_of, number_in, text_in, world_of
from sandbox.errors import GestureError
from sandbox.people import Person
from sandbox.store import Json
from sandbox.telegram import phone
from sandbox.telegram.people_view import person_json
from sandbox.telegram.state import Bot, Message
from sandbox.telegram.view import view
from sandbox.telegram.world import World

Gesture = Callable[[World, Bot, Person, Json], Any]


async def carry_out(request: web.Request, name: str, person: Person, wish: Json) -> Any:
    """Carry a gesture out and say what came of it; raises GestureError or MissingError."""
    world, bot = world_of(request), bot_of(request, wish)
    result = GESTURES[name](world, bot, person, wish)
    if isinstance(result, Awaitable):
        return {"answer": await result}
    if isinstance(result, Message):
        return view(world, result)
    return person_json(world, person, world.chat(bot, person.id))


def send_file(request: web.Request, person: Person, picked: phone.Picked, wish: Json) -> Json:
    """Send a file that was picked; the message."""
    world = world_of(request)
    return view(world, phone.send_file(world, bot_of(request, wish), person, picked))


def messages(request: web.Request, person: Person, after: int) -> list[Json]:
    """What the phone shows after a message id, oldest first."""
    world = world_of(request)
    chat = world.chats.get((bot_of(request).id, person.id))
    return [view(world, message) for message in chat.after(after)] if chat else []


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


def _no_follow(_: World, __: Bot, ___: Person, ____: Json) -> None:
    raise GestureError("nobody is followed on Telegram")


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
    "follow": _no_follow,
    "unfollow": _no_follow,
    "unblock": lambda world, bot, person, _: phone.unblock(world, bot, person),
    "read": lambda world, bot, person, _: phone.read(world, bot, person),
}
