"""Methods that send texts and contacts, and those that take messages away or pass them on."""

from collections.abc import Callable

from sandbox.store import Json
from sandbox.telegram import notify
from sandbox.telegram.call import Call, method
from sandbox.telegram.errors import bad
from sandbox.telegram.keyboards import check
from sandbox.telegram.sending import deliver, reply_to, send
from sandbox.telegram.state import Chat, Message

DELETE_SECONDS = 48 * 3600
MAX_BATCH = 100
ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
    "record_audio",
    "upload_audio",
}
CONTENT = (
    "text",
    "entities",
    "rich_message",
    "photo",
    "document",
    "contact",
    "sticker",
    "caption",
    "caption_entities",
    "show_caption_above_media",
)


@method("sendMessage")
def send_message(call: Call) -> Json:
    """A text."""
    chat = call.chat()
    content = call.text()
    preview = call.params.get("link_preview_options")
    if preview and isinstance(preview, dict):
        content["link_preview_options"] = preview
    return send(call, chat, content)


@method("sendContact")
def send_contact(call: Call) -> Json:
    """A contact card."""
    contact = {
        name: call.params[name]
        for name in ("phone_number", "first_name", "last_name", "vcard")
        if call.params.get(name)
    }
    return send(call, call.chat(), {"contact": contact})


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    """ "… is typing"; counts for nothing in the pace."""
    chat = call.chat()
    if call.params["action"] not in ACTIONS:
        raise bad("wrong parameter action in request")
    notify.typing(call.world, chat, call.params["action"])
    return True


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    """Take one message away, on both sides."""
    chat = call.chat()
    message = call.message(chat, "message to delete not found")
    if not _deletable(call, chat, message):
        raise bad("message can't be deleted")
    _delete(call, chat, message)
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    """Take several away; those that cannot be found are passed over."""
    chat = call.chat()
    for message_id in _ids(call):
        message = chat.messages.get(message_id)
        if message and not message.deleted and _deletable(call, chat, message):
            _delete(call, chat, message)
    return True


@method("copyMessage")
def copy_message(call: Call) -> Json:
    """Send the same again, without saying where it is from."""
    chat = call.chat()
    original = call.message(call.chat("from_chat_id", writing=False), "message to copy not found")
    return {"message_id": _copy(call, chat, original)["message_id"]}


@method("copyMessages")
def copy_messages(call: Call) -> list[Json]:
    """Copy several, in the order of their ids."""
    return [{"message_id": api["message_id"]} for api in _several(call, _copy)]


@method("forwardMessage")
def forward_message(call: Call) -> Json:
    """Pass a message on, saying whose it is."""
    chat = call.chat()
    source = call.chat("from_chat_id", writing=False)
    return _forward(call, chat, call.message(source, "message to forward not found"))


@method("forwardMessages")
def forward_messages(call: Call) -> list[Json]:
    """Forward several; the ids of what arrived."""
    return [{"message_id": api["message_id"]} for api in _several(call, _forward)]


@method("setMessageReaction")
def set_message_reaction(call: Call) -> bool:
    """Put an emoji on a message, or take it away."""
    chat = call.chat()
    message = call.message(chat, "message to react not found")
    reaction = call.params.get("reaction") or []
    if not isinstance(reaction, list) or len(reaction) > 1:
        raise bad("REACTIONS_TOO_MANY")
    if any(not isinstance(r, dict) or not r.get("emoji") for r in reaction):
        raise bad("REACTION_INVALID")
    message.reaction = reaction or None
    call.world.save_message(message)
    notify.edited(call.world, chat, message)
    return True


@method("pinChatMessage")
def pin_chat_message(call: Call) -> bool:
    """Pin a message."""
    chat = call.chat()
    chat.pinned = call.message(chat, "message to pin not found").id
    call.world.save_chat(chat)
    return True


@method("unpinChatMessage")
@method("unpinAllChatMessages")
def unpin_chat_message(call: Call) -> bool:
    """Unpin what is pinned."""
    chat = call.chat()
    wanted = call.params.get("message_id")
    if wanted and chat.pinned != wanted:
        raise bad("message to unpin not found")
    chat.pinned = None
    call.world.save_chat(chat)
    return True


def _ids(call: Call) -> list[int]:
    ids = call.params["message_ids"]
    if not isinstance(ids, list) or not all(isinstance(i, int) for i in ids):
        raise bad("can't parse message identifiers JSON object")
    if not 1 <= len(ids) <= MAX_BATCH:
        raise bad("too many message identifiers specified")
    return ids


def _deletable(call: Call, chat: Chat, message: Message) -> bool:
    young = call.world.clock.unix() - message.api["date"] < DELETE_SECONDS
    return young and (chat.id > 0 or not message.mine)


def _delete(call: Call, chat: Chat, message: Message) -> None:
    if not message.mine and message.id > chat.read:
        chat.unread -= 1
    message.deleted = True
    call.world.save_message(message)
    notify.deleted(call.world, chat, message.id)


def _copy(call: Call, chat: Chat, original: Message) -> Json:
    content = {k: v for k, v in original.api.items() if k in CONTENT}
    if not content:
        raise bad("message can't be copied")
    if call.params.get("remove_caption"):
        content = {k: v for k, v in content.items() if "caption" not in k}
    if "caption" in call.params and ("photo" in content or "document" in content):
        content = {k: v for k, v in content.items() if "caption" not in k} | call.caption()
    markup = check(call.params.get("reply_markup"))
    content = {**reply_to(call, chat), **content}
    call.pace(chat)
    return deliver(call, chat, content, markup).api


def _forward(call: Call, chat: Chat, original: Message) -> Json:
    content = {k: v for k, v in original.api.items() if k in CONTENT}
    if original.api.get("has_protected_content") or not content:
        raise bad("message can't be forwarded")
    call.pace(chat)
    origin = original.api.get("forward_origin") or {
        "type": "user",
        "sender_user": original.api["from"],
        "date": original.api["date"],
    }
    return deliver(call, chat, {"forward_origin": origin, **content}).api


def _several(call: Call, one: Callable[[Call, Chat, Message], Json]) -> list[Json]:
    chat, source = call.chat(), call.chat("from_chat_id", writing=False)
    originals = [source.messages.get(i) for i in sorted(set(_ids(call)))]
    found = [m for m in originals if m and not m.deleted]
    if not found:
        raise bad("there are no messages to forward")
    return [one(call, chat, message) for message in found]
