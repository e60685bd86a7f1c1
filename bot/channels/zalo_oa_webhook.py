"""Receiving the Official Account's events at an address of our own.

The address has a part that cannot be guessed and Zalo marks each body (`zalo_oa_signature.py`). An
event is answered 200 only after it is kept; one that does not concern us is answered alike and
changes nothing, so that Zalo does not bring it again.
"""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.channels.base import Accept
from bot.channels.telegram_webhook import derived
from bot.channels.untrusted_json import harmless
from bot.channels.webhook_body import body_of
from bot.channels.zalo_oa_events import Event, incoming, matters
from bot.channels.zalo_oa_picture import plain_picture
from bot.channels.zalo_oa_signature import verify

if TYPE_CHECKING:
    from aiohttp import web

log = logging.getLogger(__name__)
SIGNED_OVER = "X-Signed-Over"  # tells whoever knows the key how the last event was signed


def webhook_path(app_secret: str) -> str:
    """The path of the events, which only the owner of the app's secret can know."""
    return f"/zalo-oa/{derived(app_secret, 'zalo oa webhook path')}"


class ZaloOaWebhook:
    """Routes of the bot's web server: the events, and the picture of the request for a number.

    `secrets` are the keys that may have signed, with their names.
    """

    def __init__(
        self, channel: str, app_id: str, oa_id: str, secrets: Sequence[tuple[str, str]]
    ) -> None:
        self._channel = channel
        self._app_id = app_id
        self._oa_id = oa_id
        self._secrets = list(secrets)
        self.path = webhook_path(self._secrets[-1][1])
        self.picture_path = f"{self.path[:25]}/picture.png"
        self._picture = plain_picture()
        self._accept: Accept | None = None
        self._variant: str | None = None

    def __call__(self, router: "web.UrlDispatcher") -> None:
        """Add the routes."""
        router.add_post(self.path, self._receive)
        router.add_get(self.picture_path, self._show)

    def open(self, accept: Accept) -> None:
        """Take events from now on."""
        self._accept = accept

    def shut(self) -> None:
        """Take none any more: Zalo is to bring them again."""
        self._accept = None

    async def _receive(self, request: "web.Request") -> "web.Response":
        from aiohttp import web

        raw = await body_of(request)
        variant = verify(raw, request.headers, self._app_id, self._oa_id, self._secrets)
        if variant is None:
            return web.Response(status=403)
        event = self._event(raw)
        if event is not None:
            if variant != self._variant:
                log.info("events of %s are signed over: %s", self._channel, variant)
                self._variant = variant
            if self._accept is None:
                return web.Response(status=503)
            await self._accept([incoming(self._channel, event, raw)])
        return web.json_response({}, headers={SIGNED_OVER: self._variant or ""})

    def _event(self, raw: bytes) -> Event | None:
        """What somebody has to hear of."""
        try:
            event = harmless(raw)
        except ValueError:
            return None
        if not isinstance(event, dict) or not matters(event, self._app_id, self._oa_id):
            return None
        return event

    async def _show(self, request: "web.Request") -> "web.Response":
        from aiohttp import web

        return web.Response(body=self._picture, content_type="image/png")
