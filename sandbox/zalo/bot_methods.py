"""A Zalo Bot about itself: who it is, its webhook, and its updates."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from sandbox.store import Json
from sandbox.zalo.bot_errors import BotError, bad
from sandbox.zalo.bot_state import Bots, BotWebhook, ZaloBot
from sandbox.zalo.bot_updates import Updates
from sandbox.zalo.bot_webhook import Courier

DEFAULT_TIMEOUT = 30
SECRET_LENGTH = (8, 256)
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Raw:
    """A result that is JSON already."""

    text: str


class Methods:
    """The methods that send nothing; each returns the envelope's `result`."""

    def __init__(self, bots: Bots, updates: Updates, courier: Courier) -> None:
        """`updates` and `courier` are the two ways to a bot."""
        self._bots, self._updates, self._courier = bots, updates, courier
        self.methods: dict[str, Callable[[ZaloBot, Json], Awaitable[Any]]] = {
            "getMe": self.get_me,
            "setWebhook": self.set_webhook,
            "deleteWebhook": self.delete_webhook,
            "getWebhookInfo": self.get_webhook_info,
            "testWebhook": self.try_webhook,
        }

    async def get_me(self, bot: ZaloBot, _: Json) -> Json:
        """Who the bot is."""
        return bot.about(groups=self._bots.options.groups)

    async def get_updates(self, bot: ZaloBot, params: Json, alive: Callable[[], bool]) -> Raw:
        """One update; `timeout` (seconds) may be a number or text."""
        timeout = str(params.get("timeout", DEFAULT_TIMEOUT))
        if not timeout.isdecimal():
            raise bad("The timeout must be a number of seconds")
        return Raw(await self._updates.poll(bot, int(timeout), alive))

    async def set_webhook(self, bot: ZaloBot, params: Json) -> Json:
        """Save the address, then try it: it stays saved whatever comes of that."""
        url, secret = params.get("url"), params.get("secret_token")
        self._check_address(url)
        shortest, longest = SECRET_LENGTH
        if not isinstance(secret, str) or not shortest <= len(secret) <= longest:
            raise bad(f"The secret_token must be between {shortest} and {longest} characters")
        bot.webhook = BotWebhook(str(url), secret, _now())
        self._bots.save(bot)
        self._bots.hears(bot)
        self._updates.end_poll(bot)
        hook = bot.webhook
        verification = await self._courier.probe(hook)
        self._courier.start(bot)
        return {"url": hook.url, "updated_at": hook.updated_at, "verification": verification}

    async def delete_webhook(self, bot: ZaloBot, _: Json) -> Json:
        """Bring nothing more."""
        bot.webhook = None
        self._bots.save(bot)
        self._bots.hears(bot)
        return {"url": "", "updated_at": _now()}

    async def get_webhook_info(self, bot: ZaloBot, _: Json) -> Json:
        """The address; raises BotError 404 where there is none."""
        hook = _webhook(bot)
        return {"url": hook.url, "updated_at": hook.updated_at}

    async def try_webhook(self, bot: ZaloBot, _: Json) -> Json:
        """Try the address again; raises BotError 404 where there is none."""
        return await self._courier.probe(_webhook(bot))

    def _check_address(self, url: Any) -> None:
        if not isinstance(url, str) or not url.strip():
            raise bad("The url must not be empty")
        try:
            parts = urlsplit(url)
            host = parts.hostname
        except ValueError:
            host = None
        if not host or parts.scheme not in ("http", "https"):
            raise bad("The url is invalid")
        free = not self._bots.options.https_only or host in LOOPBACK
        if parts.scheme != "https" and not free:
            raise bad("The url must start with https://")


def _webhook(bot: ZaloBot) -> BotWebhook:
    if bot.webhook is None:
        raise BotError(404, "Not Found", real=True)
    return bot.webhook


def _now() -> int:
    return round(time.time() * 1000)
