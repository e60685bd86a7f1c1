"""The bot's own web server: messengers bring updates to it, people fetch and hand in files.

Parts add their routes before it starts. Addresses carry secrets, so there is no access log and no
answer may be kept, framed, guessed at or passed on as a referrer.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a web server's weight, only where it is started
    from aiohttp import web

Part = Callable[["web.UrlDispatcher"], None]
LARGEST = 4 * 1024 * 1024  # bytes of a body that is read in one piece; uploads are read in pieces
PATIENCE = 5.0  # seconds that those being answered have at the end
HEALTH, PROGRAM = "/health", "solienlac"  # who asks there is told who answers
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "Server": "solienlac",  # not which library in which version
}


class WebServer:
    """Listens on `port` (0: any that is free) of `host` (None: all addresses)."""

    def __init__(self, port: int, host: str | None = None) -> None:
        self.port = port
        self._host = host
        self._parts: list[Part] = []
        self._runner: web.AppRunner | None = None

    def add(self, part: Part) -> None:
        """Let a part put its routes on the server; before `start`."""
        if self._runner is not None:
            raise RuntimeError("the server has started")
        self._parts.append(part)

    async def start(self) -> None:
        """Listen; raises `OSError` where the port is taken. `port` is then the one that it is."""
        from aiohttp import web

        from bot.web.callers_faults import answered, our_faults

        app = web.Application(client_max_size=LARGEST, middlewares=[answered])
        app.on_response_prepare.append(_guard)
        app.router.add_get(HEALTH, _health)
        for part in self._parts:
            part(app.router)
        runner = web.AppRunner(app, access_log=None, logger=our_faults(), shutdown_timeout=PATIENCE)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._host, self.port).start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        self.port = runner.addresses[0][1]

    async def stop(self) -> None:
        """Listen no more, once those being answered are done."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None


async def _guard(request: "web.Request", response: "web.StreamResponse") -> None:
    response.headers.update(HEADERS)


async def _health(request: "web.Request") -> "web.Response":
    from aiohttp import web

    return web.Response(text=PROGRAM)
