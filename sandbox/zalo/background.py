"""What Zalo's servers do beside answering: webhooks brought, pictures fetched, and their end."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp


class Background:
    """Tasks that live as long as the server, and the client that they share."""

    def __init__(self) -> None:
        """Start with nothing under way."""
        self.on_start: list[Callable[[], None]] = []
        self.on_shutdown: list[Callable[[], None]] = []  # let go of who waits
        self.on_close: list[Callable[[], Awaitable[None]]] = []
        self._http: aiohttp.ClientSession | None = None
        self._tasks: set[asyncio.Task[Any]] = set()

    def http(self) -> aiohttp.ClientSession:
        """The client that brings webhooks and fetches pictures."""
        if self._http is None:
            self._http = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(total=60),
                connector=aiohttp.TCPConnector(ssl=False, limit=200),
            )
        return self._http

    def spawn(self, work: Any) -> asyncio.Task[Any]:
        """Run a coroutine beside everything else until the server's end."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def start(self) -> None:
        """Go on with what was under way."""
        for hook in self.on_start:
            hook()

    def shutdown(self) -> None:
        """Let go of everybody who waits for an answer."""
        for hook in self.on_shutdown:
            hook()

    async def close(self) -> None:
        """End everything that runs."""
        for hook in self.on_close:
            await hook()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._http:
            await self._http.close()
