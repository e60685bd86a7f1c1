"""A person as the control API shows one: who they are, and how things stand with the bot."""

from sandbox.people import Person, person_facts
from sandbox.store import Json
from sandbox.telegram.state import Chat
from sandbox.telegram.view import last_line
from sandbox.telegram.world import World


def person_json(world: World, person: Person, chat: Chat | None) -> Json:
    """The JSON of `GET /control/people`; optional facts are left out where there are none."""
    shown = person_facts(
        person,
        started=bool(chat and chat.started),
        blocked=bool(chat and chat.blocked),
        unread=chat.unread if chat else 0,
    )
    if chat and (last := last_line(world, chat)):
        shown["last"] = last
    if chat and chat.keyboard:
        shown["keyboard"] = chat.keyboard
    return shown
