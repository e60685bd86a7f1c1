"""Updates of one chat one after another, chats side by side: each chat is a lane with its queue."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable

from storage.inbox import Accepted

log = logging.getLogger(__name__)
Handle = Callable[[Accepted], Awaitable[None]]


class Lanes:
    """Feeds `handle` in the order of each lane; one that raises does not stop those behind it."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._waiting: dict[tuple[str, str], deque[Accepted]] = {}
        self._running: set[asyncio.Task[None]] = set()
        self._closed = False

    def offer(self, updates: Iterable[Accepted]) -> None:
        """Queue kept updates; after `stop` they stay in the inbox for the next start."""
        if self._closed:
            return
        for update in updates:
            lane = (update.incoming.channel, update.incoming.lane)
            queue = self._waiting.get(lane)
            if queue is not None:
                queue.append(update)
                continue
            self._waiting[lane] = deque([update])
            task = asyncio.create_task(self._drive(lane))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def _drive(self, lane: tuple[str, str]) -> None:
        queue = self._waiting[lane]
        try:
            while queue and not self._closed:
                update = queue.popleft()
                try:
                    await self._handle(update)
                except Exception:
                    log.exception("update %s was not handled to its end", update.id)
        finally:
            del self._waiting[lane]

    async def stop(self) -> None:
        """Finish what has begun and begin nothing more."""
        self._closed = True
        while self._running:
            await asyncio.gather(*self._running, return_exceptions=True)
