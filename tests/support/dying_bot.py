"""A bot that kills itself with SIGKILL at its n-th step, for the stories of sudden death.

Run as a process: it loads everything once, then reads lives from standard input, a JSON line each
(`{"step": n, "env": {...}}`), forks, and the child serves with these settings until it dies at step
n (0: lives until SIGTERM). The parent prints the child's pid, then "died" or "stopped". A step is a
commit begun or done, a promise made by the clock, a call sent or answered.
"""

import asyncio
import json
import logging
import os
import signal
import sys
from typing import Any

from bot.channels.telegram import Telegram
from bot.channels.zalo_oa import ZaloOA
from bot.channels.zalo_oa_client import ZaloOaClient
from bot.running import serve
from bot.settings import Settings
from bot.ticking import Ticking
from storage.database import Database

steps = 0
deadly = 0


def step() -> None:
    """Count a step, and die if it is the one."""
    global steps  # noqa: PLW0603 - one counter for the whole process
    steps += 1
    if steps == deadly:
        os.kill(os.getpid(), signal.SIGKILL)


def _watch() -> None:
    """Put a step before and after everything that matters."""
    write, poll = Database._write_batch, Telegram._poll
    wound = Ticking.__init__

    async def watched_write(self: Any, connection: Any, batch: Any) -> None:
        if not quiet(batch):
            step()
        await write(self, connection, batch)
        if not quiet(batch):
            step()

    async def watched_poll(self: Any, offset: Any) -> Any:
        updates = await poll(self, offset)
        if updates:
            step()
        return updates

    def watched_clock(self: Any, *parts: Any, **more: Any) -> None:
        wound(self, *parts, **more)
        after = self._after

        def promised() -> None:
            step()
            after()

        self._after = promised

    Ticking.__init__ = watched_clock  # type: ignore[method-assign]
    Database._write_batch = watched_write  # type: ignore[method-assign]
    Telegram.send = _watched(Telegram.send)  # type: ignore[method-assign]
    ZaloOA.send = _watched(ZaloOA.send)  # type: ignore[method-assign]
    ZaloOaClient._ask = _watched(ZaloOaClient._ask)  # type: ignore[method-assign]
    Telegram._poll = watched_poll  # type: ignore[method-assign]


def _watched(call: Any) -> Any:
    """A call with a step before and after it."""

    async def watched(self: Any, *facts: Any) -> Any:
        step()
        outcome = await call(self, *facts)
        step()
        return outcome

    return watched


def quiet(batch: Any) -> bool:
    """The clock's ticks and the deliverer's looks are no steps of a story."""
    names = {getattr(w.work, "__qualname__", "") for w in batch}
    return names <= {"Ticking._unit.<locals>.work", "Deliverer._claim"}


def main() -> None:
    """See the module."""
    global deadly  # noqa: PLW0603 - set once in each child
    _watch()
    for line in sys.stdin:
        life = json.loads(line)
        child = os.fork()
        if child == 0:
            deadly = life["step"]
            os.environ.update(life["env"])
            logging.disable()
            asyncio.run(serve(Settings()))
            os._exit(0)
        print(f"pid {child}", flush=True)
        _, status = os.waitpid(child, 0)
        print("died" if os.WIFSIGNALED(status) else "stopped", flush=True)


if __name__ == "__main__":
    main()
