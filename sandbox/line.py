"""The line of a call: whether somebody still listens, hanging up, and saying nothing at all."""

import asyncio

from aiohttp import web

SILENT_SECONDS = 600


def listens(request: web.Request) -> bool:
    """Whether the caller is still there."""
    return request.transport is not None and not request.transport.is_closing()


def hang_up(request: web.Request) -> web.Response:
    """Cut the line; the response is for the server's sake and reaches nobody."""
    if request.transport:
        request.transport.abort()
    return web.Response()


async def silence(request: web.Request) -> web.Response:
    """Say nothing until the caller goes away."""
    for _ in range(SILENT_SECONDS * 10):
        if not listens(request):
            break
        await asyncio.sleep(0.1)
    return hang_up(request)
