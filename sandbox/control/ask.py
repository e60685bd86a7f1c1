"""What every control call asks first: which person, which bot, what the body says."""

from typing import Any

from aiohttp import web

from sandbox.errors import MissingError
from sandbox.people import Person
from sandbox.store import Json, loads
from sandbox.telegram.state import Bot
from sandbox.telegram.world import World
from sandbox.zalo.world import ZaloWorld

WORLD: web.AppKey[World] = web.AppKey("world", World)
ZALO: web.AppKey[ZaloWorld] = web.AppKey("zalo", ZaloWorld)


def world_of(request: web.Request) -> World:
    """The world behind this server."""
    return request.app[WORLD]


def zalo_of(request: web.Request) -> ZaloWorld:
    """Zalo's part of it."""
    return request.app[ZALO]


def person_of(request: web.Request) -> Person:
    """The person in the path; raises MissingError."""
    number = request.match_info["id"]
    person = world_of(request).people.all.get(int(number)) if number.isdigit() else None
    if person is None:
        raise MissingError(f"there is no person {number}")
    return person


def bot_of(request: web.Request, wish: Json | None = None) -> Bot:
    """The bot that is meant: named in query or body, else the one that called last."""
    name = request.query.get("bot") or (wish or {}).get("bot")
    try:
        return world_of(request).the_bot(name)
    except KeyError as error:
        raise MissingError(f"there is no bot {name}") from error


async def body_of(request: web.Request) -> Json:
    """The JSON object in the body, empty where there is none; raises ValueError."""
    value = await any_body_of(request)
    if not isinstance(value, dict):
        raise ValueError("a JSON object is expected")
    return value


async def any_body_of(request: web.Request) -> Any:
    """The JSON in the body; raises ValueError."""
    text = await request.read()
    if not text.strip():
        return {}
    try:
        return loads(text)
    except ValueError as error:
        raise ValueError("the body is not JSON") from error


def text_in(wish: Json, name: str) -> str:
    """A text of the body; raises ValueError."""
    value = wish.get(name)
    if not isinstance(value, str):
        raise ValueError(f"{name} must be text")
    return value


def number_in(wish: Json, name: str) -> int | None:
    """A whole number of the body, or None; raises ValueError."""
    value = wish.get(name)
    if value is None:
        return None
    if isinstance(value, str) and value.lstrip("-").isdigit():
        return int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{name} must be a number")
    return value
