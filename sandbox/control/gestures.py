"""`/control/people/{id}/…`: what a person does on the phone, and what the phone shows.

The same routes and the same JSON for every messenger; the person's channel decides who acts.
"""

from collections.abc import Awaitable, Callable
from urllib.parse import unquote

import aiohttp
from aiohttp import web

from sandbox.control import telegram_gestures, zalo_gestures
from sandbox.control.ask import body_of, person_of
from sandbox.control.guard import answer
from sandbox.telegram.phone import Picked

GESTURES = (
    "start",
    "text",
    "edit",
    "contact",
    "sticker",
    "tap",
    "tap_raw",
    "block",
    "unblock",
    "follow",
    "unfollow",
    "read",
)
KINDS = {"telegram": ("photo", "document")}
ZALO_KINDS = ("photo", "document", "voice")


def add_routes(router: web.UrlDispatcher) -> None:
    """Add the routes of all gestures."""
    for name in GESTURES:
        router.add_post(f"/control/people/{{id}}/{name}", _handler(name))
    router.add_post("/control/people/{id}/file", send_file)
    router.add_get("/control/people/{id}/messages", messages)


def _handler(name: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        person, wish = person_of(request), await body_of(request)
        if person.channel == "telegram":
            return answer(await telegram_gestures.carry_out(request, name, person, wish))
        return answer(zalo_gestures.carry_out(request, name, person, wish))

    return handle


async def send_file(request: web.Request) -> web.Response:
    """A picture or a file, as multipart: `file`, `caption?`, `as`: `photo` or `document`.

    In Zalo also `voice`.
    """
    person = person_of(request)
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
    how, kinds = fields.get("as", "document"), KINDS.get(person.channel, ZALO_KINDS)
    if how not in kinds:
        raise ValueError(f"as must be {' or '.join(kinds)}")
    picked = Picked(data, name, mime, how, fields.get("caption", ""))
    if person.channel == "telegram":
        return answer(telegram_gestures.send_file(request, person, picked, dict(fields)))
    return answer(zalo_gestures.send_file(request, person, picked))


def _file_name(name: str) -> str:
    """A file's name: browsers send it as it is, some libraries percent-encoded."""
    name = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unquote(name) if name.isascii() else name


async def messages(request: web.Request) -> web.Response:
    """What the phone shows, oldest first, after message id `after`."""
    person, after = person_of(request), int(request.query.get("after", 0))
    on_telegram = person.channel == "telegram"
    shown = (telegram_gestures if on_telegram else zalo_gestures).messages(request, person, after)
    return answer(shown)
