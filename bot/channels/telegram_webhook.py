"""Receiving by webhook: an update is answered 200 only after it is kept, else the messenger
brings it again.

The address carries a part that cannot be guessed and Telegram repeats a secret in a header; both
come from the token, so that nothing more has to be configured.
"""

import asyncio
import hashlib
import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from bot.channels.base import Accept
from storage.inbox import Incoming

log = logging.getLogger(__name__)
LARGEST = 4 * 1024 * 1024  # bytes of one update
HEADER = "X-Telegram-Bot-Api-Secret-Token"


def derived(token: str, purpose: str) -> str:
    """A secret that only the owner of the token can know, in Telegram's alphabet."""
    return hmac.new(token.encode(), purpose.encode(), hashlib.sha256).hexdigest()[:48]


class WebhookServer:
    """Serves one path; `incoming` reads a raw update."""

    def __init__(
        self, token: str, public_url: str, port: int, incoming: Callable[[dict[str, Any]], Incoming]
    ) -> None:
        self.secret = derived(token, "webhook secret")
        self._path = f"/telegram/{derived(token, 'webhook path')}"
        self.url = public_url.rstrip("/") + self._path
        self._port = port
        self._incoming = incoming

    async def serve(self, accept: Accept, announce: Callable[[], Awaitable[None]]) -> None:
        """Listen, then `announce` that we do; until cancelled."""

        from aiohttp import web  # a web server's weight, only where it is used

        async def receive(request: web.Request) -> web.Response:
            told = request.headers.get(HEADER, "").encode(errors="replace")
            if not hmac.compare_digest(told, self.secret.encode()):
                return web.Response(status=403)
            try:
                raw = json.loads(await request.read())
                incoming = self._incoming(raw)
            except (ValueError, KeyError, TypeError, AttributeError):
                log.warning("a webhook call was no update")
                return web.Response(status=400)
            await accept([incoming])  # a failure here is a 500: the update comes again
            return web.Response()

        app = web.Application(client_max_size=LARGEST)
        app.router.add_post(self._path, receive)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        try:
            await web.TCPSite(runner, port=self._port).start()
            await announce()
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()
