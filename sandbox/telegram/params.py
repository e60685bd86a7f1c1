"""Reads what a bot sends, in every shape that the Bot API takes.

Query string, form, JSON and multipart may carry the same parameters; nested values arrive as JSON
texts or as JSON itself; a file is a part of its own, named by its field or by `attach://`.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import aiohttp
from aiohttp import web

from sandbox.store import Json, loads
from sandbox.telegram.errors import ApiError, bad
from sandbox.telegram.spec import MethodSpec

MAX_UPLOAD = 50 * 1024 * 1024
TRUE = {"true", "True", "yes", "Yes", "1"}
FALSE = {"false", "False", "no", "No", "0", ""}
MISSING = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "from_chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "media": "there is no media in the request",
    "action": "wrong parameter action in request",
    "callback_query_id": "callback_query_id is empty",
    "url": "bad webhook: the URL is not specified",
}
NOT_TEXT = "strings must be encoded in UTF-8"
OPTIONAL_HERE = {"setWebhook": ("url",)}


@dataclass(frozen=True)
class Upload:
    """A file that came with the request."""

    name: str
    data: bytes
    mime: str


async def read(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Raw parameters and files by part name; raises ApiError 400 or 413."""
    values: dict[str, Any] = dict(request.query) if request.query_string else {}
    if not request.can_read_body:
        return values, {}
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _multipart(request, values)
    try:
        body = await request.read()
    except web.HTTPRequestEntityTooLarge as error:
        raise ApiError(413, "Request Entity Too Large") from error
    if not body:
        return values, {}
    if kind == "application/json":
        values.update(_json_body(body))
    else:
        text = body.decode("utf-8", "replace")
        values.update(parse_qsl(text, keep_blank_values=True, max_num_fields=1000))
    return values, {}


def decode(spec: MethodSpec, raw: dict[str, Any]) -> Json:
    """The parameters in their types, unknown ones left out; raises ApiError 400."""
    values: Json = {}
    types = spec.types
    for name, value in raw.items():
        kind = types.get(name)
        if kind is None or value is None:
            continue
        values[name] = (
            value if kind == "str" and type(value) is str else _convert(name, kind, value)
        )
    for name in spec.required:
        if values.get(name) in (None, "") and name not in OPTIONAL_HERE.get(spec.name, ()):
            raise bad(MISSING.get(name, f'parameter "{name}" is required'))
    return values


def _convert(name: str, kind: str, value: Any) -> Any:
    if kind == "int":
        return _integer(name, value)
    if kind == "chat":
        text = str(value).strip()
        return int(text) if text.lstrip("-").isdigit() else text
    if kind == "bool":
        if isinstance(value, bool):
            return value
        if str(value) in TRUE:
            return True
        if str(value) in FALSE:
            return False
        raise bad(f'invalid "{name}" specified: a Boolean expected')
    if kind == "json":
        return _nested(name, value)
    if kind == "file" and isinstance(value, dict):
        return value
    return value if isinstance(value, str) else str(value)


def _integer(name: str, value: Any) -> int | None:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int):
        return value
    text = str(value).strip()
    if not text:
        return None
    try:
        return int(text)
    except ValueError as error:
        raise bad(f'invalid "{name}" specified: an Integer expected') from error


def _nested(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not value.strip():
        return None
    try:
        return loads(value)
    except UnicodeEncodeError as error:
        raise bad(NOT_TEXT) from error
    except ValueError as error:
        raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from error


def _json_body(body: bytes) -> Json:
    try:
        value = loads(body)
    except UnicodeEncodeError as error:
        raise bad(NOT_TEXT) from error
    except ValueError as error:
        raise bad("can't parse request JSON object") from error
    if not isinstance(value, dict):
        raise bad("request JSON must be an object")
    return value


async def _multipart(
    request: web.Request, values: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Upload]]:
    files: dict[str, Upload] = {}
    try:
        async for part in await request.multipart():
            if not isinstance(part, aiohttp.BodyPartReader) or not part.name:
                continue
            data = await _part(part)
            if part.filename is None:
                values[part.name] = data.decode("utf-8", "replace")
                continue
            name = part.filename.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            mime = part.headers.get("Content-Type", "application/octet-stream").split(";")[0]
            files[part.name] = Upload(name, data, mime)
    except ValueError as error:
        raise bad("can't parse multipart body") from error
    return values, files


async def _part(part: aiohttp.BodyPartReader) -> bytes:
    pieces, size = [], 0
    while piece := await part.read_chunk(256 * 1024):
        size += len(piece)
        if size > MAX_UPLOAD:
            raise ApiError(413, "Request Entity Too Large")
        pieces.append(piece)
    return b"".join(pieces)
