"""`/control/…`: faults, counters, the clock, groups, files and the stream of events."""

import asyncio
from typing import Any
from urllib.parse import quote

from aiohttp import web

from sandbox.control.ask import body_of, bot_of, number_in, text_in, world_of
from sandbox.control.guard import answer
from sandbox.errors import GestureError, MissingError
from sandbox.people import Person
from sandbox.store import Json, dumps
from sandbox.telegram import groups
from sandbox.telegram.state import Group
from sandbox.telegram.view import view

SAFE_INLINE = ("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf")
HEARTBEAT_SECONDS = 15


def add_routes(router: web.UrlDispatcher) -> None:
    """Add all routes that are not about one person."""
    router.add_get("/control/faults", show_faults)
    router.add_post("/control/faults", set_faults)
    router.add_get("/control/stats", stats)
    router.add_get("/control/clock", clock)
    router.add_get("/control/bots", bots)
    router.add_get("/control/media/{file}", media)
    router.add_get("/control/events", events)
    router.add_get("/control/groups", list_groups)
    router.add_post("/control/groups", add_group)
    router.add_post("/control/groups/{group}/text", group_text)
    router.add_get("/control/groups/{group}/messages", group_messages)


async def show_faults(request: web.Request) -> web.Response:
    """The bad days that are set."""
    return answer(world_of(request).faults.record())


async def set_faults(request: web.Request) -> web.Response:
    """Set some of them; what is not named stays."""
    faults = world_of(request).faults
    faults.set(await body_of(request))
    return answer(faults.record())


async def stats(request: web.Request) -> web.Response:
    """Counts per method and result."""
    return answer(world_of(request).stats.report())


async def clock(request: web.Request) -> web.Response:
    """The sandbox's time."""
    return answer({"now": world_of(request).clock.now().isoformat()})


async def bots(request: web.Request) -> web.Response:
    """Every bot that has called, without its token's secret."""
    shown = [
        {
            "id": bot.id,
            "username": bot.username,
            "name": bot.name(),
            "pending": len(bot.updates),
            "webhook": bool(bot.webhook),
        }
        for bot in world_of(request).bots.values()
    ]
    return answer(shown)


async def media(request: web.Request) -> web.StreamResponse:
    """The bytes of a file; shown in place only where that can do no harm."""
    world = world_of(request)
    file = world.media.get(request.match_info["file"])
    if file is None:
        raise MissingError("there is no such file")
    mime = file.mime if file.mime in SAFE_INLINE else "application/octet-stream"
    how = "inline" if file.mime in SAFE_INLINE else "attachment"
    headers = {
        "Content-Type": mime,
        "Content-Disposition": f"{how}; filename*=UTF-8''{quote(file.name)}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "max-age=31536000, immutable",
    }
    return web.FileResponse(world.media.bytes_of(file), headers=headers)


async def events(request: web.Request) -> web.StreamResponse:
    """Server-sent events, as long as somebody listens."""
    world = world_of(request)
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    )
    await response.prepare(request)
    queue = world.events.listen()
    try:
        await response.write(b": hello\n\n")
        while True:
            try:
                text = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
            except TimeoutError:
                await response.write(b": still here\n\n")
                continue
            if text is None:
                break
            await response.write(f"data: {text}\n\n".encode("utf-8", "surrogatepass"))
    except ConnectionError:
        return response  # the page was closed
    finally:
        world.events.leave(queue)
    return response


async def list_groups(request: web.Request) -> web.Response:
    """All groups."""
    return answer([_group(request, group) for group in world_of(request).groups.values()])


async def add_group(request: web.Request) -> web.Response:
    """A group with a title and members; the bot is added by the first of them."""
    world, wish = world_of(request), await body_of(request)
    title, bot = text_in(wish, "title"), bot_of(request, wish)
    ids: Any = wish.get("members")
    if not isinstance(ids, list) or not ids:
        raise ValueError("members must be a list of people's ids")
    members = [_member(request, person_id) for person_id in ids]
    if not bot.id:
        raise GestureError("no bot has called yet")
    return answer(_group(request, groups.found(world, bot, title, members)))


async def group_text(request: web.Request) -> web.Response:
    """A member says something."""
    world, group, wish = world_of(request), _group_of(request), await body_of(request)
    person = _member(request, wish.get("person"))
    if person.id not in group.members:
        raise GestureError("this person is not in the group")
    text = text_in(wish, "text").strip()
    if not text:
        raise GestureError("a message needs a text")
    message = groups.say(world, group, person, text, reply_to=number_in(wish, "reply_to"))
    return answer(view(world, message))


async def group_messages(request: web.Request) -> web.Response:
    """What the group shows, oldest first."""
    world, group = world_of(request), _group_of(request)
    after = int(request.query.get("after", 0))
    chat = world.chat(world.bots[group.bot], group.id)
    return answer([view(world, message) for message in chat.after(after)])


def _group_of(request: web.Request) -> Group:
    number = request.match_info["group"]
    group = world_of(request).groups.get(int(number))
    if group is None:
        raise MissingError(f"there is no group {number}")
    return group


def _member(request: web.Request, person_id: Any) -> Person:
    person = world_of(request).people.all.get(person_id)
    if person is None:
        raise MissingError(f"there is no person {dumps(person_id)}")
    return person


def _group(request: web.Request, group: Group) -> Json:
    chat = world_of(request).chats[(group.bot, group.id)]
    return {
        "id": group.id,
        "title": group.title,
        "members": group.members,
        "bot": group.bot,
        "bot_left": chat.left,
    }
