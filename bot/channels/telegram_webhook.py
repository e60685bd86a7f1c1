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
from typing import TYPE_CHECKING, Any

from bot.channels.base import Accept
from storage.inbox import Incoming

if TYPE_CHECKING:
    from aiohttp import web

log = logging.getLogger(__name__)
HEADER = "X-Telegram-Bot-Api-Secret-Token"


def derived(token: str, purpose: str) -> str:
    """A secret that only the owner of the token can know, in Telegram's alphabet."""
    return hmac.new(token.encode(), purpose.encode(), hashlib.sha256).hexdigest()[:48]


class TelegramWebhook:
    """One route of the bot's web server; `incoming` reads a raw update."""

    def __init__(
        self, token: str, public_url: str, incoming: Callable[[dict[str, Any]], Incoming]
    ) -> None:
        self.secret = derived(token, "webhook secret")
        self._path = f"/telegram/{derived(token, 'webhook path')}"
        self.url = public_url.rstrip("/") + self._path
        self._incoming = incoming
        self._accept: Accept | None = None

    def __call__(self, router: "web.UrlDispatcher") -> None:
        """Add the route."""
        router.add_post(self._path, self._receive)

    async def serve(self, accept: Accept, announce: Callable[[], Awaitable[None]]) -> None:
        """Take updates from now on and `announce` that we do; until cancelled."""
        self._accept = accept
        try:
            await announce()
            await asyncio.Event().wait()
        finally:
            self._accept = None

    async def _receive(self, request: "web.Request") -> "web.Response":
        from aiohttp import web

        told = request.headers.get(HEADER, "").encode(errors="replace")
        if not hmac.compare_digest(told, self.secret.encode()):
            return web.Response(status=403)
        accept = self._accept
        if accept is None:
            return web.Response(status=503)  # not yet, or not any more: it is brought again
        try:
            raw = json.loads(await request.read())
            incoming = self._incoming(raw)
        except (ValueError, KeyError, TypeError, AttributeError):
            log.warning("a webhook call was no update")
            return web.Response(status=400)
        await accept([incoming])  # a failure here is a 500: the update comes again
        return web.Response()
