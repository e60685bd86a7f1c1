"""`/control/zalo/groups`: groups with a Zalo Bot in them."""

from typing import Any

from aiohttp import web

from sandbox.control.ask import body_of, text_in, world_of, zalo_of
from sandbox.control.guard import answer
from sandbox.errors import MissingError
from sandbox.people import Person
from sandbox.store import dumps
from sandbox.zalo import groups
from sandbox.zalo.state import ZaloGroup
from sandbox.zalo.view import view


def add_routes(router: web.UrlDispatcher) -> None:
    """Add the routes."""
    router.add_post("/control/zalo/groups", found)
    router.add_post("/control/zalo/groups/{group}/text", say)
    router.add_get("/control/zalo/groups/{group}/messages", messages)


async def found(request: web.Request) -> web.Response:
    """A group with a `title` and `members` (ids of people on Zalo)."""
    wish = await body_of(request)
    ids: Any = wish.get("members")
    if not isinstance(ids, list) or not ids:
        raise ValueError("members must be a list of people's ids")
    members = [_member(request, person_id) for person_id in ids]
    return answer(vars(groups.found(zalo_of(request), text_in(wish, "title"), members)))


async def say(request: web.Request) -> web.Response:
    """`person` says `text`; the bot hears it unless `mention` is false."""
    zalo, group, wish = zalo_of(request), _group_of(request), await body_of(request)
    person, mention = _member(request, wish.get("person")), wish.get("mention", True) is not False
    message = groups.say(zalo, group, person, text_in(wish, "text"), mention=mention)
    return answer(view(zalo, message))


async def messages(request: web.Request) -> web.Response:
    """What the group shows after message id `after`, oldest first."""
    zalo, after = zalo_of(request), int(request.query.get("after", 0))
    conv = groups.conversation_of(zalo, _group_of(request))
    return answer([view(zalo, message) for message in conv.after(after)])


def _group_of(request: web.Request) -> ZaloGroup:
    number = request.match_info["group"]
    group = zalo_of(request).groups.get(int(number))
    if group is None:
        raise MissingError(f"there is no group {number}")
    return group


def _member(request: web.Request, person_id: Any) -> Person:
    person = world_of(request).people.all.get(person_id)
    if person is None or person.channel != "zalo_bot":
        raise MissingError(f"there is no person {dumps(person_id)} on zalo_bot")
    return person
