"""What a person on Zalo does with the phone, from the control API's JSON."""

from collections.abc import Callable
from typing import Any

from aiohttp import web

from sandbox.control.ask import number_in, text_in, zalo_of
from sandbox.errors import GestureError
from sandbox.people import Person
from sandbox.store import Json
from sandbox.telegram.phone import Picked
from sandbox.zalo import phone
from sandbox.zalo.state import Conversation, ZaloMessage
from sandbox.zalo.view import person_json, view
from sandbox.zalo.world import ZaloWorld

Gesture = Callable[[ZaloWorld, Conversation, Person, Json], ZaloMessage | None]
TAPS = ("tap", "tap_raw")


def carry_out(request: web.Request, name: str, person: Person, wish: Json) -> Any:
    """Carry a gesture out and say what came of it; raises GestureError or MissingError.

    Zalo answers no tap, so the answer of one is always null.
    """
    zalo, conv = zalo_of(request), conversation_of(request, person)
    message = GESTURES[name](zalo, conv, person, wish)
    if name in TAPS:
        return {"answer": None}
    return view(zalo, message) if message else person_json(zalo, person, conv)


def send_file(request: web.Request, person: Person, picked: Picked) -> Json:
    """Send a file that was picked; the message."""
    zalo = zalo_of(request)
    return view(zalo, phone.send_file(zalo, conversation_of(request, person), picked))


def messages(request: web.Request, person: Person, after: int) -> list[Json]:
    """What the phone shows after a message id, oldest first."""
    zalo = zalo_of(request)
    conv = zalo.find(person)
    return [view(zalo, message) for message in conv.after(after)] if conv else []


def conversation_of(request: web.Request, person: Person) -> Conversation:
    """A person's conversation with the account that called last."""
    zalo = zalo_of(request)
    return zalo.conversation(person.channel, zalo.the_account(person.channel), person)


def _start(zalo: ZaloWorld, conv: Conversation, person: Person, wish: Json) -> ZaloMessage | None:
    payload = wish.get("payload")
    return phone.start(zalo, conv, person, None if payload is None else str(payload))


def _text(zalo: ZaloWorld, conv: Conversation, _: Person, wish: Json) -> ZaloMessage:
    return phone.say(zalo, conv, text_in(wish, "text"))


def _edit(_: ZaloWorld, __: Conversation, ___: Person, ____: Json) -> ZaloMessage:
    raise GestureError("messages cannot be edited in Zalo")


def _contact(zalo: ZaloWorld, conv: Conversation, person: Person, wish: Json) -> ZaloMessage:
    number = text_in(wish, "phone") if wish.get("phone") else None
    return phone.share_contact(zalo, conv, person, number)


def _sticker(zalo: ZaloWorld, conv: Conversation, _: Person, wish: Json) -> ZaloMessage:
    return phone.send_sticker(zalo, conv, str(wish.get("emoji") or "👍"))


def _tap(zalo: ZaloWorld, conv: Conversation, _: Person, wish: Json) -> None:
    phone.tap(zalo, conv, number_in(wish, "message_id"), text_in(wish, "button"))


def _tap_raw(zalo: ZaloWorld, conv: Conversation, _: Person, wish: Json) -> None:
    """A payload that no button carries: in Zalo anybody can simply type it."""
    phone.say(zalo, conv, text_in(wish, "data"))


def _block(zalo: ZaloWorld, conv: Conversation, _: Person, __: Json) -> None:
    phone.block(zalo, conv)


def _unblock(zalo: ZaloWorld, conv: Conversation, _: Person, __: Json) -> None:
    phone.unblock(zalo, conv)


def _follow(zalo: ZaloWorld, conv: Conversation, _: Person, __: Json) -> None:
    phone.follow(zalo, conv)


def _unfollow(zalo: ZaloWorld, conv: Conversation, _: Person, __: Json) -> None:
    phone.unfollow(zalo, conv)


def _read(zalo: ZaloWorld, conv: Conversation, _: Person, __: Json) -> None:
    phone.read(zalo, conv)


GESTURES: dict[str, Gesture] = {
    "start": _start,
    "text": _text,
    "edit": _edit,
    "contact": _contact,
    "sticker": _sticker,
    "tap": _tap,
    "tap_raw": _tap_raw,
    "block": _block,
    "unblock": _unblock,
    "follow": _follow,
    "unfollow": _unfollow,
    "read": _read,
}
