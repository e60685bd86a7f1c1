"""What every call of the account meets: bad days, the envelope, the counters.

A slow day (latency) and a silent one strike after the call was carried out: whoever gives up
waiting and calls again does it twice, for Zalo knows no key that would tell. A refresh token
whose answer never came is used up all the same.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from aiohttp import web

from sandbox.line import hang_up, silence
from sandbox.store import Json, dumps
from sandbox.zalo.oa_errors import RATE, UNKNOWN, OaError
from sandbox.zalo.oa_server import OaServer

logger = logging.getLogger(__name__)
Headers = dict[str, str]
Call = Callable[[web.Request, Headers], Awaitable[Json]]
Label = Callable[[web.Request], Awaitable[str]]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def on_any_day(oa: OaServer, label: Label, call: Call) -> Handler:
    """A handler around a call; whatever the call refuses is an HTTP 200 with a negative number."""

    async def handle(request: web.Request) -> web.StreamResponse:
        faults, stats, name = oa.zalo.faults, oa.zalo.stats, await label(request)
        if faults.strikes(faults.p_drop):
            stats.call(name, "dropped")
            return hang_up(request)
        if faults.strikes(faults.p500):
            stats.call(name, "502")
            page = "<html><body><h1>502 Bad Gateway</h1></body></html>"
            return web.Response(status=502, text=page, content_type="text/html")
        headers: Headers = {}
        result = "200"
        try:
            if faults.strikes(faults.p429):
                raise OaError(RATE)
            body = await call(request, headers)
        except OaError as error:
            body, result = error.envelope(), str(error.code)
        except Exception:
            logger.exception("%s failed", name)
            body, result = OaError(UNKNOWN, "Unknown error").envelope(), "failed"
        if faults.latency_ms:
            await asyncio.sleep(faults.latency_ms / 1000)
        if faults.strikes(faults.p_timeout):
            stats.call(name, "timeout")
            return await silence(request)
        stats.call(name, result)
        raw = dumps(body).encode("utf-8", "surrogatepass")
        return web.Response(body=raw, content_type="application/json", headers=headers)

    return handle
