"""Groups of people, with a bot in their middle until it leaves.

A bot in a group hears only what is meant for it: commands, its own name, answers to its messages.
"""

from sandbox.people import Person
from sandbox.store import Json
from sandbox.telegram import notify
from sandbox.telegram.entities import detect
from sandbox.telegram.state import Bot, Chat, Group, Message
from sandbox.telegram.updates import add_update
from sandbox.telegram.world import FIRST_GROUP, World


def found(world: World, bot: Bot, title: str, members: list[Person]) -> Group:
    """Make a group; its first member adds the bot."""
    group = Group(
        min(world.groups, default=FIRST_GROUP + 1) - 1, title, [p.id for p in members], bot.id
    )
    world.groups[group.id] = group
    world.save_group(group)
    chat = world.chat(bot, group.id)
    chat.started = True
    world.save_chat(chat)
    _membership(world, bot, chat, members[0].user(), joined=True)
    service = {"group_chat_created": True}
    message = world.add_message(bot, chat, members[0].user(), service)
    add_update(world, bot, "message", message.api, queue=f"c{chat.id}")
    notify.message(world, chat, message)
    return group


def say(
    world: World, group: Group, person: Person, text: str, *, reply_to: int | None = None
) -> Message:
    """Somebody says something in the group."""
    bot = world.bots[group.bot]
    chat = world.chat(bot, group.id)
    content: Json = {"text": text}
    if entities := detect(text, []):
        content["entities"] = entities
    replied = chat.messages.get(reply_to or 0)
    if replied:
        content["reply_to_message"] = {
            k: v for k, v in replied.api.items() if k != "reply_to_message"
        }
    message = world.add_message(bot, chat, person.user(), content)
    notify.message(world, chat, message)
    meant = text.startswith("/") or f"@{bot.username}" in text or (replied and not replied.mine)
    if meant and not chat.left:
        add_update(world, bot, "message", message.api, queue=f"c{chat.id}")
    return message


def leave(world: World, bot: Bot, chat: Chat) -> None:
    """The bot leaves; the group sees it go."""
    chat.left = True
    world.save_chat(chat)
    gone = {"left_chat_member": bot.user()}
    notify.message(world, chat, world.add_message(bot, chat, bot.user(), gone))
    _membership(world, bot, chat, bot.user(), joined=False)


def _membership(world: World, bot: Bot, chat: Chat, by: Json, *, joined: bool) -> None:
    states: list[Json] = [
        {"user": bot.user(), "status": "left"},
        {"user": bot.user(), "status": "member"},
    ]
    body = {
        "chat": world.chat_json(chat.id),
        "from": by,
        "date": world.unix(),
        "old_chat_member": states[not joined],
        "new_chat_member": states[joined],
    }
    add_update(world, bot, "my_chat_member", body, queue=f"c{chat.id}")
