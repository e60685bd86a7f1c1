"""Brings updates to a bot's address, and tries whether that address answers.

The platform's retries are not documented: what is refused is brought a few times more (option
`retries`) and then given up. Normally one update of a chat is on the road at a time.
"""

import asyncio
from collections import deque
from typing import Any

import aiohttp

from sandbox.store import Json
from sandbox.zalo.bot_state import Bots, BotWebhook, Update, ZaloBot

SECRET_HEADER = "X-Bot-Api-Secret-Token"
USER_AGENT = "Java/17"
ANSWER_SECONDS = aiohttp.ClientTimeout(total=10)
PROBE_SECONDS = aiohttp.ClientTimeout(total=5)
LONGEST_SHUFFLE = 0.3  # seconds by which an update may be late
HINT = (
    'The caller is a Java client: allow User-Agent "Java/<version>" in the firewall of the server'
)


class Courier:
    """All deliveries that are under way."""

    def __init__(self, bots: Bots) -> None:
        """`bots` know what is on the road."""
        self._bots = bots
        self._queues: dict[tuple[str, str], deque[Update]] = {}
        self._under_way: set[int] = set()

    def resume(self) -> None:
        """Go on after a restart."""
        for bot in self._bots:
            if bot.webhook:
                self._bots.hears(bot)
                self.start(bot)

    def start(self, bot: ZaloBot) -> None:
        """Bring everything that waits for this bot and is not on its way yet."""
        for update in bot.updates.values():
            if update.number not in self._under_way:
                self.send(bot, update)

    def send(self, bot: ZaloBot, update: Update) -> None:
        """Bring an update: behind the others of its chat, or at random where they shuffle."""
        zalo = self._bots.zalo
        self._under_way.add(update.number)
        if self._bots.options.shuffle:
            late = zalo.faults.chance() * LONGEST_SHUFFLE
            zalo.spawn(self._bring(bot, update, late))
            return
        place = (bot.id, update.chat)
        waiting = self._queues.get(place)
        if waiting is not None:
            waiting.append(update)
            return
        self._queues[place] = deque([update])
        zalo.spawn(self._work(bot, place))

    async def probe(self, hook: BotWebhook) -> Json:
        """Post nothing at all, without the secret; what came of it, as `verification` shows."""
        try:
            async with self._post(hook.url, timeout=PROBE_SECONDS) as response:
                status = response.status
        except (TimeoutError, aiohttp.ClientError):
            return {"ok": False, "outcome": "webhook.unreachable", "hint": HINT}
        if status < 300:
            return {"ok": True, "status_code": status, "outcome": "webhook.ok"}
        outcome = f"webhook.http.{status}"
        return {"ok": False, "status_code": status, "outcome": outcome, "hint": HINT}

    async def _work(self, bot: ZaloBot, place: tuple[str, str]) -> None:
        queue = self._queues[place]
        while queue:
            await self._bring(bot, queue[0])
            queue.popleft()
        del self._queues[place]

    async def _bring(self, bot: ZaloBot, update: Update, late: float = 0.0) -> None:
        faults = self._bots.zalo.faults
        await asyncio.sleep(late)
        for attempt in range(self._bots.options.retries + 1):
            if attempt:
                await asyncio.sleep(2.0 ** (attempt - 1))
            if bot.webhook is None or update.number not in bot.updates:
                break
            if await self._take(bot.webhook, update):
                if faults.strikes(faults.p_duplicate):
                    await self._take(bot.webhook, update)
                break
        self._under_way.discard(update.number)
        self._bots.drop(bot, update)

    async def _take(self, hook: BotWebhook, update: Update) -> bool:
        options = self._bots.options
        wrapped = options.body == "wrapped"
        body = f'{{"ok":true,"result":{update.text}}}' if wrapped else update.text
        headers = {"Content-Type": "application/json", SECRET_HEADER: hook.secret_token}
        try:
            if options.empty_probes:
                async with self._post(hook.url, timeout=ANSWER_SECONDS):
                    pass
            post = self._post(hook.url, timeout=ANSWER_SECONDS, data=body.encode(), headers=headers)
            async with post as response:
                taken: bool = response.status < 300
                return taken
        except (TimeoutError, aiohttp.ClientError):
            return False

    def _post(self, url: str, **more: Any) -> Any:
        headers = {"User-Agent": USER_AGENT, **more.pop("headers", {})}
        return self._bots.zalo.http().post(
            url,
            headers=headers,
            allow_redirects=False,
            skip_auto_headers=["Content-Type", "Accept-Encoding"],
            **more,
        )
