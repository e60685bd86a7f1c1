"""Carries updates to bots that asked for them at an address of theirs.

One update of a chat (or of a person's taps) is on the road at a time, as many chats side by side as
the bot allows. What is not taken with a 2xx is brought again: at once, then after 2, 4, 8… seconds.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import aiohttp

from sandbox.telegram.state import Bot, Pending

if TYPE_CHECKING:
    from sandbox.telegram.world import World

ANSWER_SECONDS = 60
FIRST_WAIT = 2.0
LONGEST_WAIT = 60.0
LONGEST_RETRY_AFTER = 3600.0
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"

Confirm = Callable[["World", Bot, int], None]


class Couriers:
    """All deliveries that are under way."""

    def __init__(self, world: "World", confirm: Confirm) -> None:
        """`confirm` is called for every update that arrived."""
        self._world = world
        self._confirm = confirm
        self._queues: dict[tuple[int, str], deque[Pending]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots: dict[int, asyncio.Semaphore] = {}
        self._session: aiohttp.ClientSession | None = None
        self.on_reply: Callable[[Bot, dict[str, Any]], Any] | None = None

    def start(self, bot: Bot) -> None:
        """Begin to bring everything that waits, after setWebhook or a restart."""
        assert bot.webhook
        self._slots[bot.id] = asyncio.Semaphore(bot.webhook.max_connections)
        for pending in bot.updates.values():
            self.send(bot, pending)

    def send(self, bot: Bot, pending: Pending) -> None:
        """Queue one update behind the others of its chat."""
        place = (bot.id, pending.queue)
        waiting = self._queues.get(place)
        if waiting is not None:
            waiting.append(pending)
            return
        self._queues[place] = deque([pending])
        task = asyncio.get_running_loop().create_task(self._work(bot, place))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def stop(self, bot: Bot) -> None:
        """Bring nothing more to this bot; what waits stays unconfirmed."""
        for place in [p for p in self._queues if p[0] == bot.id]:
            self._queues.pop(place).clear()

    async def close(self) -> None:
        """End all deliveries, at the end of the server's life."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session:
            await self._session.close()

    async def _work(self, bot: Bot, place: tuple[int, str]) -> None:
        queue = self._queues[place]
        while queue:
            if queue[0].id in bot.updates:
                await self._bring(bot, queue, queue[0])
            if queue:
                queue.popleft()
        if self._queues.get(place) is queue:
            del self._queues[place]

    async def _bring(self, bot: Bot, queue: deque[Pending], pending: Pending) -> None:
        wait, tries = 0.0, 0
        while queue and bot.webhook and pending.id in bot.updates:
            if wait:
                await asyncio.sleep(wait)
                if not queue:
                    return
            slots = self._slots.setdefault(bot.id, asyncio.Semaphore(40))
            async with slots:
                problem, retry_after = await self._post(bot, pending)
            if not problem:
                self._confirm(self._world, bot, pending.id)
                for again in bot.again:
                    await self._post(bot, again)
                bot.again.clear()
                return
            bot.webhook.last_error_date = int(time.time())
            bot.webhook.last_error_message = problem
            self._world.save_bot(bot)
            wait = 0.0 if tries == 0 else min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1))
            wait = max(wait, min(retry_after, LONGEST_RETRY_AFTER))
            tries += 1

    async def _post(self, bot: Bot, pending: Pending) -> tuple[str, float]:
        """Post one update; what went wrong ("" for nothing) and the seconds the bot asked for."""
        hook = bot.webhook
        if hook is None:
            return "webhook was deleted", 0
        headers = {"Content-Type": "application/json"}
        if hook.secret_token:
            headers[SECRET_HEADER] = hook.secret_token
        if self._session is None:
            self._session = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS),
                connector=aiohttp.TCPConnector(ssl=False, limit=200),
            )
        try:
            async with self._session.post(
                hook.url, data=pending.text.encode(), headers=headers, allow_redirects=False
            ) as response:
                if 200 <= response.status < 300:
                    await self._take_reply(bot, response)
                    return "", 0
                seconds = response.headers.get("Retry-After", "")
                problem = f"Wrong response from the webhook: {response.status} {response.reason}"
                return problem, float(seconds) if seconds.isdigit() else 0
        except TimeoutError:
            return "Read timeout expired", 0
        except aiohttp.ClientError as error:
            return f"Connection failed: {type(error).__name__}", 0

    async def _take_reply(self, bot: Bot, response: aiohttp.ClientResponse) -> None:
        """Carry out a method that the bot put into its answer; nobody hears how it ends."""
        fields: dict[str, Any] = {}
        if response.content_type == "application/json":
            body = await response.json()
            fields = body if isinstance(body, dict) else {}
        elif response.content_type == "multipart/form-data":
            async for part in aiohttp.MultipartReader.from_response(response):
                if isinstance(part, aiohttp.BodyPartReader) and part.name and not part.filename:
                    fields[part.name] = await part.text()
        if fields.get("method") and self.on_reply:
            await self.on_reply(bot, fields)
