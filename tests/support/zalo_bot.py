"""A stranger's Zalo Bot: plain HTTP calls as the documentation has them, and a webhook's ear."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp import web

TOKEN = "84210001:chua-tung-thuoc-ve-ai"
SECRET = "mot-bi-mat-du-dai"


@dataclass
class Said:
    """An answer: the HTTP status and the envelope."""

    status: int
    body: dict[str, Any]

    @property
    def result(self) -> Any:
        """The result, of a call that went well."""
        assert self.body["ok"] is True, self.body
        return self.body["result"]

    @property
    def refused(self) -> tuple[int, str]:
        """The code and the text, of a call that was refused."""
        assert self.body["ok"] is False, self.body
        return self.body["error_code"], self.body["description"]


class ZaloBotClient:
    """Calls methods of one bot; use as `async with ZaloBotClient(url) as bot`."""

    def __init__(self, url: str, token: str = TOKEN) -> None:
        self.url, self.token = url, token
        self.http: aiohttp.ClientSession

    async def __aenter__(self) -> "ZaloBotClient":
        self.http = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.http.close()

    def address(self, method: str) -> str:
        """Where a method is called."""
        return f"{self.url}/zalo/bot{self.token}/{method}"

    async def call(self, method: str, seconds: float = 10, **params: Any) -> Said:
        """One call with a JSON body."""
        timeout = aiohttp.ClientTimeout(total=seconds)
        post = self.http.post(self.address(method), json=params, timeout=timeout)
        async with post as response:
            return Said(response.status, await response.json())

    @asynccontextmanager
    async def polling(self, seconds: int = 30) -> AsyncIterator["asyncio.Task[Said]"]:
        """A getUpdates that is open while the block runs; await the task for its answer."""
        task = asyncio.ensure_future(self.call("getUpdates", seconds + 5, timeout=str(seconds)))
        try:
            while not await self._hears():
                await asyncio.sleep(0.01)
            yield task
        finally:
            if not task.done():
                task.cancel()

    async def _hears(self) -> bool:
        number = self.token.partition(":")[0]
        async with self.http.get(f"{self.url}/control/zalo") as response:
            accounts = (await response.json())["accounts"]
        return any(account["id"] == number and account["hears"] for account in accounts)


@dataclass
class Heard:
    """One POST to the webhook."""

    headers: dict[str, str]
    body: bytes


@asynccontextmanager
async def webhook(
    answer: Callable[[Heard], Awaitable[int]] | None = None,
) -> AsyncIterator[tuple[str, list[Heard]]]:
    """An address and all that was posted there; `answer` gives the status (200 without it)."""
    heard: list[Heard] = []

    async def take(request: web.Request) -> web.Response:
        post = Heard(dict(request.headers), await request.read())
        heard.append(post)
        return web.Response(status=await answer(post) if answer else 200)

    app = web.Application()
    app.router.add_post("/zalo", take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/zalo", heard
    finally:
        await runner.cleanup()


async def eventually(condition: Callable[[], Any], seconds: float = 20) -> None:
    """Wait until something is so; fails where it never is."""
    for _ in range(int(seconds / 0.02)):
        if condition():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not happen")
