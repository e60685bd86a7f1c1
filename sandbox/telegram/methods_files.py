"""Methods that send pictures and documents, and the one that says where a file lies."""

import secrets

from sandbox.store import Json
from sandbox.telegram.call import Call, method
from sandbox.telegram.errors import bad
from sandbox.telegram.input_media import file_content, input_media
from sandbox.telegram.rich import rich_message
from sandbox.telegram.sending import deliver, reply_to, send

MAX_DOWNLOAD = 20 * 1024 * 1024
ALBUM = (2, 10)


@method("sendPhoto")
def send_photo(call: Call) -> Json:
    """A picture with a caption."""
    chat = call.chat()
    caption = call.caption()
    return send(
        call, chat, file_content(call, "photo", call.params.get("photo"), "photo") | caption
    )


@method("sendDocument")
def send_document(call: Call) -> Json:
    """Any file with a caption."""
    chat = call.chat()
    caption = call.caption()
    content = file_content(call, "document", call.params.get("document"), "document")
    return send(call, chat, content | caption)


@method("sendMediaGroup")
def send_media_group(call: Call) -> list[Json]:
    """Two to ten pictures, or as many documents, shown together."""
    chat = call.chat()
    media = call.params["media"]
    if not isinstance(media, list):
        raise bad("can't parse media JSON object")
    if not ALBUM[0] <= len(media) <= ALBUM[1]:
        few = len(media) < ALBUM[0]
        raise bad(f"too {'few' if few else 'many'} messages to send as an album")
    kinds = {str(item.get("type")) for item in media if isinstance(item, dict)}
    if len(kinds) > 1:
        raise bad("document can't be mixed with other media types")
    contents = [input_media(call, item) for item in media]
    reply = reply_to(call, chat)
    call.pace(chat, len(contents))
    album = {"media_group_id": str(secrets.randbelow(10**17) + 10**16)}
    return [deliver(call, chat, {**reply, **album, **content}).api for content in contents]


@method("sendRichMessage")
def send_rich_message(call: Call) -> Json:
    """Headings, tables, lists and the like."""
    chat = call.chat()
    return send(call, chat, {"rich_message": rich_message(call, call.params["rich_message"])})


@method("getFile")
def get_file(call: Call) -> Json:
    """Where a file can be fetched; up to 20 MB."""
    file = call.world.media.get(call.params["file_id"])
    if file is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if file.size > MAX_DOWNLOAD:
        raise bad("file is too big")
    return {
        "file_id": call.params["file_id"],
        "file_unique_id": file.unique,
        "file_size": file.size,
        "file_path": file.path,
    }
