"""A server that answers as it is told, for answers that no sane server gives."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

GOOD = b'{"ok":true,"result":{"message_id":"82599fa32f56d00e8941","date":1749632637199}}'


@dataclass
class Script:
    """`answers` are given one by one, the last for ever; `calls` are method and JSON body."""

    url: str = ""
    answers: list[tuple[int, bytes]] = field(default_factory=lambda: [(200, GOOD)])
    cut: bool = False
    read_json: bool = True
    calls: list[tuple[str, Any]] = field(default_factory=list)

    def answer(self, status: int, body: bytes) -> None:
        """Answer everything so from now on."""
        self.answers = [(status, body)]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One call."""
        method = request.path.rpartition("/")[2]
        self.calls.append((method, await request.json() if self.read_json else None))
        status, body = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if not self.cut:
            headers = {"Location": "/login"} if 300 <= status < 400 else {}
            return web.Response(status=status, body=body, headers=headers)
        response = web.StreamResponse(headers={"Content-Length": str(len(body) + 100)})
        await response.prepare(request)
        await response.write(body)
        assert request.transport
        request.transport.close()
        await asyncio.sleep(0)
        return response


@asynccontextmanager
async def scripted() -> AsyncIterator[Script]:
    """The server, until the block ends."""
    script = Script()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", script.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    script.url = f"http://127.0.0.1:{runner.addresses[0][1]}/zalo"
    try:
        yield script
    finally:
        await runner.cleanup()
