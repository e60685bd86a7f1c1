"""A person as the control API shows one: who they are, and how things stand with the bot."""

from sandbox.people import Person
from sandbox.store import Json
from sandbox.telegram.state import Chat
from sandbox.telegram.view import last_line
from sandbox.telegram.world import World


def person_json(world: World, person: Person, chat: Chat | None) -> Json:
    """The JSON of `GET /control/people`; optional facts are left out where there are none."""
    shown: Json = {
        "id": person.id,
        "name": person.name,
        "channel": person.channel,
        "language": person.language,
        "pinned": person.pinned,
        "started": bool(chat and chat.started),
        "blocked": bool(chat and chat.blocked),
        "unread": chat.unread if chat else 0,
    }
    for name in ("role", "phone", "label", "start_payload"):
        value = getattr(person, name)
        if value is not None:
            shown[name] = value
    if chat and (last := last_line(world, chat)):
        shown["last"] = last
    if chat and chat.keyboard:
        shown["keyboard"] = chat.keyboard
    return shown
