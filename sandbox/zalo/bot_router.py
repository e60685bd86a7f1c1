"""The Zalo Bot API's door: `/zalo/bot<token>/<method>`.

Reads the call, carries it out, lets bad days strike, and wraps what came of it in the envelope.
A slow day (latency) and a silent one strike after the call was carried out: whoever gives up
waiting and calls again does it twice, for Zalo knows no key that would tell.
"""

import asyncio
import logging
from typing import Any

from aiohttp import web

from sandbox.line import hang_up, listens, silence
from sandbox.store import Json, dumps, loads
from sandbox.zalo.bot_errors import QUOTA, BotError, bad
from sandbox.zalo.bot_methods import Methods, Raw
from sandbox.zalo.bot_sending import Sending
from sandbox.zalo.bot_state import Bots
from sandbox.zalo.bot_updates import Updates
from sandbox.zalo.bot_webhook import Courier
from sandbox.zalo.state import ZALO_BOT
from sandbox.zalo.world import ZaloWorld

logger = logging.getLogger(__name__)
FORMS = "application/x-www-form-urlencoded"


def add_routes(app: web.Application, zalo: ZaloWorld) -> None:
    """Open the door."""
    bots = Bots(zalo)
    courier = Courier(bots)
    updates = Updates(bots, courier)
    door = Door(bots, Methods(bots, updates, courier), Sending(bots))
    zalo.inbound[ZALO_BOT] = updates.inbound
    zalo.on_start.append(courier.resume)
    zalo.on_shutdown.append(updates.end_polls)
    app.router.add_get("/zalo/bot{token}/{method}", door.call, allow_head=False)
    app.router.add_post("/zalo/bot{token}/{method}", door.call)


class Door:
    """The handler of all calls."""

    def __init__(self, bots: Bots, own: Methods, sending: Sending) -> None:
        """`own` and `sending` hold the methods."""
        self._bots, self._zalo, self._own = bots, bots.zalo, own
        self._methods = {**own.methods, **sending.methods}

    async def call(self, request: web.Request) -> web.StreamResponse:
        """One call of one method; the names' case matters."""
        faults, name = self._zalo.faults, request.match_info["method"]
        known = name == "getUpdates" or name in self._methods
        label = f"zalo_bot.{name if known else '(unknown)'}"
        if faults.strikes(faults.p_drop):
            self._zalo.stats.call(label, "dropped")
            return hang_up(request)
        if faults.strikes(faults.p500):
            self._zalo.stats.call(label, "502")
            page = "<html><body><h1>502 Bad Gateway</h1></body></html>"
            return web.Response(status=502, text=page, content_type="text/html")
        response, result = await self._answer(request, name)
        if faults.latency_ms:
            await asyncio.sleep(faults.latency_ms / 1000)
        if faults.strikes(faults.p_timeout):
            self._zalo.stats.call(label, "timeout")
            return await silence(request)
        self._zalo.stats.call(label, result)
        return response

    async def _answer(self, request: web.Request, name: str) -> tuple[web.Response, str]:
        """The response, and its code for the counters."""
        try:
            text = await self._result(request, name)
        except BotError as error:
            return self._refusal(error), str(error.code)
        except Exception:
            logger.exception("%s failed", name)
            return self._refusal(BotError(403, "Internal server error")), "403"
        body = text.encode("utf-8", "surrogatepass")
        return web.Response(body=body, content_type="application/json"), "200"

    async def _result(self, request: web.Request, name: str) -> str:
        faults = self._zalo.faults
        bot = self._bots.of(request.match_info["token"], str(request.url.origin()))
        if faults.strikes(faults.p429):
            raise BotError(429, QUOTA)
        params = await _params(request)
        if name == "getUpdates":
            result: Any = await self._own.get_updates(bot, params, lambda: listens(request))
        elif method := self._methods.get(name):
            result = await method(bot, params)
        else:
            raise bad("Bad request: wrong path or API name")
        if result is None:
            return '{"ok":true}'
        text = result.text if isinstance(result, Raw) else dumps(result)
        return f'{{"ok":true,"result":{text},"error_code":0}}'

    def _refusal(self, error: BotError) -> web.Response:
        body = {"ok": False, "description": error.description, "error_code": error.code}
        honest = error.real or self._bots.options.http_errors
        return web.Response(
            status=error.code if honest else 200,
            body=dumps(body).encode(),
            content_type="application/json",
        )


async def _params(request: web.Request) -> Json:
    """What the call says in query, form or JSON; a multipart body is not read, as by Zalo."""
    params: Json = dict(request.query)
    if request.method == "GET" or request.content_type.startswith("multipart/"):
        return params
    if request.content_type == FORMS:
        try:
            form = await request.post()
        except (ValueError, LookupError):
            raise bad("Bad request: the body is not a form") from None
        return params | {name: value for name, value in form.items() if isinstance(value, str)}
    raw = await request.read()
    if not raw.strip():
        return params
    try:
        body = loads(raw)
    except ValueError:
        raise bad("Bad request: the body is not JSON") from None
    if not isinstance(body, dict):
        raise bad("Bad request: the body is not a JSON object")
    return params | body
