"""Reading one file from a form, piece by piece, no further than its purpose allows."""

import asyncio

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from services.errors import Invalid
from services.file_types import MEGABYTE, Purpose, check_size, plain_name

FIELD = "file"
FRAME = 64 * 1024  # bytes of a form around its file
SECONDS = 300  # for a file on a slow connection


async def read_file(request: web.Request, purpose: Purpose) -> tuple[str, bytes]:
    """The name and the bytes of the form's file; raises `Invalid` with what is wrong."""
    if request.content_type != "multipart/form-data":
        raise Invalid("web-refused-none")
    if (request.content_length or 0) > purpose.largest + FRAME:
        raise _too_large(purpose)
    try:
        async with asyncio.timeout(SECONDS):
            return await _first_file(request, purpose)
    except (
        TimeoutError,
        ValueError,
        AssertionError,
        HttpProcessingError,
        ConnectionError,
    ) as error:
        raise Invalid("web-refused-broken") from error


async def _first_file(request: web.Request, purpose: Purpose) -> tuple[str, bytes]:
    left = purpose.largest + FRAME
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise Invalid("web-refused-broken")
        wanted = part.name == FIELD
        content = bytearray()
        while chunk := await part.read_chunk():
            left -= len(chunk)
            if left < 0 or len(content) + len(chunk) > purpose.largest:
                raise _too_large(purpose)
            if wanted:
                content += chunk
        if wanted:
            if not part.filename:
                raise Invalid("web-refused-none")
            check_size(purpose, len(content))
            return plain_name(_as_sent(part.filename)), bytes(content)
    raise Invalid("web-refused-none")


def _as_sent(name: str) -> str:
    """Browsers send a name in UTF-8, whatever the header's own alphabet is."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _too_large(purpose: Purpose) -> Invalid:
    return Invalid("web-refused-large", limit=purpose.largest // MEGABYTE)
