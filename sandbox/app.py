"""Puts the sandbox together as one web application.

Everything is found from `data_dir`: stopping and starting again on the same folder goes on where
it was left.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

from aiohttp import web

from sandbox.clock import Clock
from sandbox.control import days, gestures, people, zalo_groups, zalo_oa
from sandbox.control import zalo as zalo_switches
from sandbox.control.ask import WORLD, ZALO
from sandbox.control.guard import guard
from sandbox.events import Events
from sandbox.faults import Faults
from sandbox.media import Media
from sandbox.people import People
from sandbox.stats import Stats
from sandbox.store import Store
from sandbox.telegram import router
from sandbox.telegram.startup import begin, end
from sandbox.telegram.world import World
from sandbox.zalo import bot_router, media_router, oa_router
from sandbox.zalo.world import ZaloWorld

WEB = Path(__file__).parent / "web"
MAX_BODY = 64 * 1024 * 1024
SHUTDOWN_SECONDS = 0.5
ZALO_DOORS = (bot_router, oa_router, media_router)
CONTROLS = (people, gestures, days, zalo_switches, zalo_groups, zalo_oa)


def create_app(data_dir: str | Path, clock_start: str | None = None) -> web.Application:
    """The application on a folder; `clock_start` defaults to the environment's `CLOCK_START`."""
    folder = Path(data_dir)
    folder.mkdir(parents=True, exist_ok=True)
    start = os.environ.get("CLOCK_START") if clock_start is None else clock_start
    store = Store(folder / "sandbox.sqlite3")
    world = World(
        store=store,
        clock=Clock(folder, start),
        people=People(store),
        media=Media(folder / "sandbox-files", store),
        events=Events(),
        faults=Faults(),
        stats=Stats(),
    )
    app = web.Application(client_max_size=MAX_BODY, middlewares=[guard])
    app[WORLD] = world
    router.add_routes(app, world)
    zalo = app[ZALO] = ZaloWorld(world)
    for door in ZALO_DOORS:
        door.add_routes(app, zalo)
    for part in CONTROLS:
        part.add_routes(app.router)
    app.router.add_get("/", _page)
    if WEB.is_dir():
        app.router.add_static("/static/", WEB)
        app.on_response_prepare.append(_ask_again)
    app.on_response_prepare.append(_keep_first)
    app.on_shutdown.append(_say_goodbye)
    app.cleanup_ctx.append(_life)
    return app


async def _page(_: web.Request) -> web.StreamResponse:
    """The phones."""
    page = WEB / "index.html"
    if not page.exists():
        raise web.HTTPNotFound
    return web.FileResponse(page, headers={"Cache-Control": "no-cache"})


async def _keep_first(request: web.Request, response: web.StreamResponse) -> None:
    """Nothing is answered before it is kept: whoever has the answer may kill us."""
    request.app[WORLD].store.flush()


async def _ask_again(request: web.Request, response: web.StreamResponse) -> None:
    """Let no browser mix the page's old modules with new ones after an upgrade."""
    if request.path.startswith("/static/"):
        response.headers["Cache-Control"] = "no-cache"


async def _life(app: web.Application) -> AsyncIterator[None]:
    world = app[WORLD]
    begin(world)
    app[ZALO].start()
    yield
    await end(world)
    await app[ZALO].close()
    world.store.close()


async def _say_goodbye(app: web.Application) -> None:
    """End everything that waits, so that stopping does not."""
    world = app[WORLD]
    world.events.close()
    for bot in world.bots.values():
        if bot.poll and not bot.poll.done():
            bot.poll.set_result("terminated by the server's end")
    app[ZALO].shutdown()


async def serve(
    port: int, data_dir: str | Path, host: str = "127.0.0.1", clock_start: str | None = None
) -> tuple[web.AppRunner, str]:
    """Start serving in the running loop; the runner (call `cleanup()` to stop) and the address.

    Port 0 takes any free port. Raises OSError where the port is taken.
    """
    app = create_app(data_dir, clock_start)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
    except OSError:
        await runner.cleanup()
        raise
    bound = runner.addresses[0][1]
    app[ZALO].base_url = url = f"http://{host}:{bound}"
    return runner, url


def run(port: int, data_dir: str | Path, host: str = "127.0.0.1") -> None:
    """Serve until stopped by a signal."""
    try:
        import uvloop
    except ImportError:  # Windows has none; the plain loop is slower and otherwise the same
        asyncio.run(_run(port, data_dir, host))
    else:
        uvloop.run(_run(port, data_dir, host))


async def _run(port: int, data_dir: str | Path, host: str) -> None:
    import signal

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    runner, url = await serve(port, data_dir, host)
    print(f"{url}/", flush=True)  # noqa: T201 - the address is what this command is for
    await stop.wait()
    await runner.cleanup()
