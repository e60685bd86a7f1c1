"""`/control/people`: who there is, and how things stand with each."""

from aiohttp import web

from sandbox.control.ask import any_body_of, body_of, bot_of, person_of, world_of, zalo_of
from sandbox.control.guard import answer
from sandbox.people import Person
from sandbox.store import Json
from sandbox.telegram.methods_commands import menu_of
from sandbox.telegram.people_view import person_json
from sandbox.zalo.view import person_json as zalo_person_json

YES = ("1", "true", "yes")


def add_routes(router: web.UrlDispatcher) -> None:
    """Add the routes about people."""
    router.add_get("/control/people", list_people)
    router.add_post("/control/people", add_person)
    router.add_post("/control/people/batch", add_people)
    router.add_get("/control/people/{id}", one_person)
    router.add_patch("/control/people/{id}", change_person)
    router.add_get("/control/commands/{id}", commands)


async def list_people(request: web.Request) -> web.Response:
    """Everybody, or those that `q`, `pinned` and `limit` leave."""
    world, query = world_of(request), request.query
    pinned = query["pinned"].lower() in YES if "pinned" in query else None
    people = world.people.find(query.get("q", ""), pinned)
    if "limit" in query:
        people = people[: max(0, int(query["limit"]))]
    return answer([_shown(request, person) for person in people])


async def one_person(request: web.Request) -> web.Response:
    """One of them."""
    return answer(_shown(request, person_of(request)))


async def add_person(request: web.Request) -> web.Response:
    """A new person, from the JSON in the body."""
    world = world_of(request)
    person = world.people.add(await body_of(request))
    world.events.publish({"type": "people"})
    return answer(_shown(request, person))


async def add_people(request: web.Request) -> web.Response:
    """Many new people at once."""
    world, wishes = world_of(request), await any_body_of(request)
    if not isinstance(wishes, list):
        raise ValueError("a JSON list of people is expected")
    people = [world.people.add(wish) for wish in wishes]
    world.events.publish({"type": "people"})
    return answer([_shown(request, person) for person in people])


async def change_person(request: web.Request) -> web.Response:
    """Change name, role, label, phone, language, start_payload or pinned."""
    world, person = world_of(request), person_of(request)
    world.people.change(person, await body_of(request))
    world.events.publish({"type": "people"})
    return answer(_shown(request, person))


async def commands(request: web.Request) -> web.Response:
    """The command menu as this person sees it; Zalo has none."""
    person = person_of(request)
    if person.channel != "telegram":
        return answer([])
    return answer(menu_of(bot_of(request), person.id, person.language))


def _shown(request: web.Request, person: Person) -> Json:
    if person.channel != "telegram":
        zalo = zalo_of(request)
        return zalo_person_json(zalo, person, zalo.find(person))
    world = world_of(request)
    chat = world.chats.get((bot_of(request).id, person.id))
    return person_json(world, person, chat)
