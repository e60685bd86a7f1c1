"""Methods about chats and their members."""

from sandbox.store import Json
from sandbox.telegram import groups
from sandbox.telegram.call import Call, method
from sandbox.telegram.errors import bad
from sandbox.telegram.state import Chat

NO_GIFTS = dict.fromkeys(
    (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    ),
    False,
)


@method("getChat")
def get_chat(call: Call) -> Json:
    """Everything about a chat."""
    chat = call.chat(writing=False)
    info: Json = {
        **call.world.chat_json(chat.id),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": NO_GIFTS,
    }
    pinned = chat.messages.get(chat.pinned or 0)
    if pinned and not pinned.deleted:
        info["pinned_message"] = pinned.api
    return info


@method("getChatMember")
def get_chat_member(call: Call) -> Json:
    """One member of a chat."""
    chat = call.chat(writing=False)
    return _member(call, chat, call.params["user_id"])


@method("getChatMemberCount")
def get_chat_member_count(call: Call) -> int:
    """How many sit in a chat."""
    chat = call.chat(writing=False)
    if chat.id > 0:
        return 2
    return len(call.world.groups[chat.id].members) + (not chat.left)


@method("getChatAdministrators")
def get_chat_administrators(call: Call) -> list[Json]:
    """Who runs a group: here whoever made it."""
    chat = call.chat()
    if chat.id > 0:
        raise bad("there are no administrators in the private chat")
    owner = call.world.groups[chat.id].members[0]
    return [_member(call, chat, owner)]


@method("leaveChat")
def leave_chat(call: Call) -> bool:
    """Leave a group."""
    chat = call.chat()
    if chat.id > 0:
        raise bad("chat is a private chat")
    groups.leave(call.world, call.bot, chat)
    return True


def _member(call: Call, chat: Chat, user_id: int) -> Json:
    world = call.world
    if user_id == call.bot.id:
        return {"status": "left" if chat.left else "member", "user": call.bot.user()}
    person = world.people.all.get(user_id)
    if person is None:
        raise bad("invalid user_id specified")
    if chat.id > 0:
        if chat.id != user_id:
            raise bad("user not found")
        return {"status": "member", "user": person.user()}
    members = world.groups[chat.id].members
    if user_id not in members:
        return {"status": "left", "user": person.user()}
    if user_id == members[0]:
        return {"status": "creator", "user": person.user(), "is_anonymous": False}
    return {"status": "member", "user": person.user()}
