"""Receiving the Zalo Bot's events at an address of our own.

The address has a part that cannot be guessed and Zalo repeats a secret in a header; both come from
the token. Zalo tries the address with an empty body and without the secret: that, and nonsense, is
answered kindly and changes nothing. An event is answered 200 only after it is kept.
"""

import asyncio
import hmac
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.channels.back_off import BackOff
from bot.channels.base import Accept
from bot.channels.telegram_webhook import derived
from bot.channels.untrusted_json import harmless
from bot.channels.webhook_body import body_of
from bot.channels.zalo_bot_client import RefusedError, ZaloBotClient, ZaloBotError
from bot.channels.zalo_bot_events import Event, events_of, mapping
from storage.inbox import Incoming

if TYPE_CHECKING:
    from aiohttp import web

log = logging.getLogger(__name__)
HEADER = "X-Bot-Api-Secret-Token"


def webhook_path(token: str) -> str:
    """The path of the events, which only the owner of the token can know."""
    return f"/zalo-bot/{derived(token, 'zalo webhook path')}"


class ZaloBotWebhook:
    """One route of the bot's web server; `incoming` makes an inbox entry of an event."""

    def __init__(
        self,
        token: str,
        public_url: str,
        client: ZaloBotClient,
        incoming: Callable[[Event], Incoming],
    ) -> None:
        self._secret = derived(token, "zalo webhook secret")
        self._path = webhook_path(token)
        self._url = public_url.rstrip("/") + self._path
        self._client = client
        self._incoming = incoming
        self._accept: Accept | None = None

    def __call__(self, router: "web.UrlDispatcher") -> None:
        """Add the route."""
        router.add_post(self._path, self._receive)

    async def serve(self, accept: Accept) -> None:
        """Take events from now on and tell Zalo where to bring them; until cancelled."""
        self._accept = accept
        try:
            await self._announce()
            await asyncio.Event().wait()
        finally:
            self._accept = None

    async def _announce(self) -> None:
        """Set the address, for as long as Zalo does not listen; warn where it cannot reach it."""
        back_off = BackOff("Zalo Bot")
        while True:
            try:
                told = await self._client.call(
                    "setWebhook", {"url": self._url, "secret_token": self._secret}
                )
            except ZaloBotError as error:
                code = error.code if isinstance(error, RefusedError) else ""
                await back_off.wait(f"setWebhook {type(error).__name__} {code}".strip())
                continue
            tried = mapping(mapping(told).get("verification"))
            if tried and tried.get("ok") is not True:
                log.warning(
                    "Zalo could not reach our address (%s): %s",
                    str(tried.get("outcome"))[:60],
                    str(tried.get("hint"))[:300].replace(self._path, "…"),
                )
            return

    async def _receive(self, request: "web.Request") -> "web.Response":
        from aiohttp import web

        body = await body_of(request)
        told = request.headers.get(HEADER)
        known = told is not None and hmac.compare_digest(
            told.encode(errors="replace"), self._secret.encode()
        )
        events = _events(body)
        if not known and (told is not None or events):
            return web.Response(status=403)
        if events:
            if self._accept is None:
                return web.Response(status=503)  # not yet, or not any more: it may come again
            await self._accept([self._incoming(event) for event in events])
        return web.json_response({"ok": True})


def _events(body: bytes) -> list[Event]:
    if not body.strip():
        return []
    try:
        return events_of(harmless(body))
    except ValueError:
        log.info("a webhook call was no event")
        return []
