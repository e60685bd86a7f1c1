"""Tells open pages what changed on a phone; costs nothing while no page is open."""

from typing import Any

from sandbox.store import Json
from sandbox.telegram.people_view import person_json
from sandbox.telegram.state import Chat, Message
from sandbox.telegram.view import view
from sandbox.telegram.world import World


def message(world: World, chat: Chat, new: Message) -> None:
    """A message came or went out."""
    if world.events.heard:
        _publish(world, chat, "message", message=view(world, new), unread=chat.unread)


def edited(world: World, chat: Chat, changed: Message) -> None:
    """A message changed."""
    if world.events.heard:
        _publish(world, chat, "edit", message=view(world, changed))


def deleted(world: World, chat: Chat, message_id: int) -> None:
    """A message went away."""
    _publish(world, chat, "delete", message_id=message_id)


def typing(world: World, chat: Chat, action: str) -> None:
    """The bot is busy; clients show it for five seconds."""
    _publish(world, chat, "typing", text=action)


def answer(world: World, bot_id: int, person_id: int, answered: Json) -> None:
    """The bot answered a tap with a toast or an alert."""
    world.events.publish({"type": "answer", "person": person_id, "bot": bot_id, **answered})


def read(world: World, chat: Chat) -> None:
    """The person has looked."""
    _publish(world, chat, "read")


def keyboard(world: World, chat: Chat) -> None:
    """The buttons in place of the keys changed."""
    _publish(world, chat, "keyboard", keyboard=chat.keyboard)


def person(world: World, chat: Chat) -> None:
    """Something about a person changed: started, blocked."""
    if world.events.heard and chat.id > 0:
        facts = person_json(world, world.person(chat.id), chat)
        _publish(world, chat, "person", facts=facts)


def commands(world: World, person_id: int | None = None) -> None:
    """A command menu changed, for one person or for all (`person` is null then)."""
    world.events.publish({"type": "commands", "person": person_id})


def _publish(world: World, chat: Chat, kind: str, **more: Any) -> None:
    if world.events.heard:
        who = {"person": chat.id} if chat.id > 0 else {"group": chat.id}
        world.events.publish({"type": kind, **who, **more})
