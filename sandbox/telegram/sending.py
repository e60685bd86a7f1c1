"""How a message of a bot reaches a phone: reply, keyboard, pace, message, news."""

from sandbox.store import Json
from sandbox.telegram import notify
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad
from sandbox.telegram.keyboards import check
from sandbox.telegram.state import Chat, Message


def send(call: Call, chat: Chat, content: Json) -> Json:
    """Send one message with the reply and the keyboard that the call asks for."""
    markup = check(call.params.get("reply_markup"))
    content = {**reply_to(call, chat), **content}
    call.pace(chat)
    return deliver(call, chat, content, markup).api


def deliver(call: Call, chat: Chat, content: Json, markup: Json | None = None) -> Message:
    """Put a checked message on the phone, past the pace."""
    world = call.world
    if markup and "inline_keyboard" in markup:
        content = {**content, "reply_markup": markup}
    if call.params.get("protect_content"):
        content = {**content, "has_protected_content": True}
    message = world.add_message(call.bot, chat, call.bot.user(), content)
    if markup and "inline_keyboard" not in markup and chat.id > 0:
        chat.keyboard = None if markup.get("remove_keyboard") else markup
        world.save_chat(chat)
        notify.keyboard(world, chat)
    chat.unread += 1
    notify.message(world, chat, message)
    return message


def reply_to(call: Call, chat: Chat) -> Json:
    """`reply_to_message`, or nothing; raises ApiError 400 where it is gone and must not be."""
    asked = call.params.get("reply_parameters") or {}
    if not isinstance(asked, dict):
        raise bad("can't parse reply parameters JSON object")
    message_id = asked.get("message_id") or call.params.get("reply_to_message_id")
    if not message_id:
        return {}
    if not isinstance(message_id, int):
        raise bad("can't parse reply parameters: message_id must be a number")
    replied = chat.messages.get(message_id)
    if replied is None or replied.deleted:
        if asked.get("allow_sending_without_reply") or call.params.get(
            "allow_sending_without_reply"
        ):
            return {}
        raise bad("message to be replied not found")
    api = {k: v for k, v in replied.api.items() if k != "reply_to_message"}
    return {"reply_to_message": api}
