"""Files in a call: uploaded with it, sent before, or attached to a part of it."""

from typing import Any

from sandbox.media import StoredFile
from sandbox.store import Json
from sandbox.telegram.call import Call
from sandbox.telegram.content import document_json, photo_json
from sandbox.telegram.errors import ApiError, bad
from sandbox.telegram.params import Upload

MAX_PHOTO = 10 * 1024 * 1024
MAX_SIDES = 10_000
MAX_RATIO = 20
KINDS = ("photo", "document")


def file_content(call: Call, kind: str, value: Any, field: str) -> Json:
    """`photo` or `document` of a message, from the parameter's value or the part `field`."""
    file = stored_file(call, kind, value, field)
    return photo_json(file) if kind == "photo" else document_json(file)


def input_media(call: Call, media: Any) -> Json:
    """Content and caption of an `InputMedia`; raises ApiError 400."""
    if not isinstance(media, dict):
        raise bad("can't parse InputMedia: expected an Object")
    kind = media.get("type")
    if kind not in KINDS:
        raise bad(f"can't parse InputMedia: the sandbox plays photo and document, not {kind!r}")
    return {**file_content(call, kind, media.get("media"), "media"), **call.caption(media)}


def stored_file(call: Call, kind: str, value: Any, field: str) -> StoredFile:
    """The file itself; raises ApiError 400."""
    upload = None
    if isinstance(value, str) and value.startswith("attach://"):
        upload = call.files.get(value.removeprefix("attach://"))
        if upload is None:
            raise bad(f"wrong file identifier/HTTP URL specified: no part for {value}")
    elif not value and field in call.files:
        upload = call.files[field]
    if upload is not None:
        return _take(call, kind, upload)
    if not isinstance(value, str) or not value:
        raise bad(f"there is no {kind} in the request")
    if value.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")  # the sandbox fetches nothing from anywhere
    file = call.world.media.get(value)
    if file is None:
        raise bad("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise bad(f"can't use file of type {file.kind.title()} as {kind.title()}")
    return file


def _take(call: Call, kind: str, upload: Upload) -> StoredFile:
    if not upload.data:
        raise bad("file must be non-empty")
    if kind == "photo" and len(upload.data) > MAX_PHOTO:
        raise ApiError(400, f"Bad Request: file is too big for a photo: {len(upload.data)} bytes")
    file = call.world.media.save(upload.data, upload.name or "file", kind, upload.mime)
    if kind == "photo":
        sides = (file.width, file.height)
        if not min(sides):
            raise bad("IMAGE_PROCESS_FAILED")
        if sum(sides) > MAX_SIDES or max(sides) > MAX_RATIO * min(sides):
            raise bad("PHOTO_INVALID_DIMENSIONS")
    return file
