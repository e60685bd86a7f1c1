"""Methods that change a message the bot has sent."""

from sandbox.store import Json
from sandbox.telegram.call import Call, method
from sandbox.telegram.errors import NOT_MODIFIED, bad
from sandbox.telegram.input_media import input_media
from sandbox.telegram.keyboards import inline_only
from sandbox.telegram.rich import rich_message
from sandbox.telegram.state import Chat, Message

TEXT_KEYS = ("text", "entities", "rich_message", "link_preview_options")
CAPTION_KEYS = ("caption", "caption_entities", "show_caption_above_media")
MEDIA_KEYS = ("photo", "document", *CAPTION_KEYS)


@method("editMessageText")
def edit_message_text(call: Call) -> Json:
    """A new text or a new rich message, and a new keyboard or none."""
    chat, message = _target(call)
    if "rich_message" in call.params:
        content = {"rich_message": rich_message(call, call.params["rich_message"])}
    else:
        content = call.text()
    if "text" not in message.api and "rich_message" not in message.api:
        raise bad("there is no text in the message to edit")
    return _change(call, chat, message, TEXT_KEYS, content)


@method("editMessageCaption")
def edit_message_caption(call: Call) -> Json:
    """A new caption, or none."""
    chat, message = _target(call)
    if "photo" not in message.api and "document" not in message.api:
        raise bad("there is no caption in the message to edit")
    return _change(call, chat, message, CAPTION_KEYS, call.caption())


@method("editMessageReplyMarkup")
def edit_message_reply_markup(call: Call) -> Json:
    """New buttons, or none."""
    chat, message = _target(call)
    return _change(call, chat, message, (), {})


@method("editMessageMedia")
def edit_message_media(call: Call) -> Json:
    """Another picture or document, with its caption."""
    chat, message = _target(call)
    if "contact" in message.api or "rich_message" in message.api:
        raise bad("message can't be edited")
    content = input_media(call, call.params["media"])
    return _change(call, chat, message, (*MEDIA_KEYS, *TEXT_KEYS), content)


def _target(call: Call) -> tuple[Chat, Message]:
    if call.params.get("inline_message_id"):
        raise bad("message to edit not found")
    if "chat_id" not in call.params:
        raise bad("chat_id is empty")
    if not call.params.get("message_id"):
        raise bad("message identifier is not specified")
    chat = call.chat()
    message = call.message(chat, "message to edit not found")
    if message.mine or "forward_origin" in message.api:
        raise bad("message can't be edited")
    return chat, message


def _change(call: Call, chat: Chat, message: Message, keys: tuple[str, ...], content: Json) -> Json:
    markup = inline_only(call.params.get("reply_markup"))
    api = {k: v for k, v in message.api.items() if k not in keys and k != "reply_markup"}
    api |= content
    if markup and markup["inline_keyboard"]:
        api["reply_markup"] = markup
    if api == message.api or {**api, "edit_date": 0} == {**message.api, "edit_date": 0}:
        raise bad(NOT_MODIFIED)
    call.pace(chat)
    api["edit_date"] = call.world.unix()
    return call.edit(chat, message, api)
