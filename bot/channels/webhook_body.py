"""The body of what is brought to a webhook of ours: not too large, and not for ever on its way."""

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiohttp import web

LARGEST = 1024 * 1024  # bytes
LISTENED_TO = 32 * LARGEST
PIECE = 64 * 1024
PATIENCE = 10.0  # seconds for a whole body; a messenger's own patience is shorter


async def body_of(request: "web.Request") -> bytes:
    """The whole body; raises the answer to one that is too large (413) or does not come (408).

    What is too much is read and not kept, up to a limit, so that the other side can hear our
    answer.
    """
    from aiohttp import web

    body, size = bytearray(), 0
    try:
        async with asyncio.timeout(PATIENCE):
            async for piece in request.content.iter_chunked(PIECE):
                size += len(piece)
                if size <= LARGEST:
                    body += piece
                elif size > LISTENED_TO:
                    break
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    if size > LARGEST:
        raise web.HTTPRequestEntityTooLarge(LARGEST, size)
    return bytes(body)
