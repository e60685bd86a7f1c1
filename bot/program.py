"""The running bot, put together: channels, inbox, lanes, deliverer, clockwork; start and stop."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Sequence
from typing import Any

from aiogram import Dispatcher
from aiogram.exceptions import AiogramError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.base import Channel
from bot.conversation_state import UnitStorage
from bot.delivery import Deliverer
from bot.handling import Handling
from bot.lanes import Lanes
from bot.open_unit import going_out
from bot.ticking import Ticking
from handlers import routers
from handlers.menus import publish_default
from services.clock import Clock
from services.set_aside import tell_set_aside
from services.unit import Unit
from storage import inbox, school_settings
from storage.database import Database
from storage.files import FileStore
from storage.inbox import Accepted, Incoming

log = logging.getLogger(__name__)


class Program:
    """One process of the bot. `run()` until a signal or `stop()`."""

    def __init__(
        self,
        database: Database,
        channels: Sequence[Channel],
        files: FileStore,
        clock: Clock,
        *,
        grace_seconds: int,
        per_second: int,
    ) -> None:
        self._database = database
        self._channels = {c.name: c for c in channels}
        self._clock = clock
        dispatcher = Dispatcher(storage=UnitStorage())
        dispatcher.include_routers(*routers())
        self._handling = Handling(database, dispatcher, self._channels, clock, grace_seconds)
        self._lanes = Lanes(self._handling.handle)
        self._deliverer = Deliverer(database, self._channels, files, clock, per_second)
        self._handling.on_commit.append(self._deliverer.wake)
        self._ticking = Ticking(database, clock, grace_seconds, self._deliverer.wake)
        self._stopping = asyncio.Event()
        self.ready = asyncio.Event()

    async def _accept(self, updates: Sequence[Incoming]) -> None:
        """Keep a batch; only then may the channel confirm it."""
        now = self._clock.now()
        self._lanes.offer(await self._database.run(lambda s: inbox.accept(s, updates, now)))

    async def _resume(self, channel: str) -> None:
        """Take up what an earlier run accepted and did not finish."""

        async def work(session: AsyncSession) -> list[Accepted]:
            unit = Unit(session, self._clock.now(), self._clock.zone)
            waiting, aside = await inbox.left_over(session, channel, unit.now)
            for row in aside:
                log.error("update %s is set aside: we went down with it", row.id)
                await tell_set_aside(unit, row.id, channel, row.lane, row.received_at)
            await unit.finish()
            return waiting

        self._lanes.offer(await self._database.run(work))

    async def run(self) -> None:
        """Serve until asked to stop, then finish what has begun."""
        loop = asyncio.get_running_loop()
        for name in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError, ValueError):
                loop.add_signal_handler(name, self._stopping.set)
        delivering = asyncio.create_task(self._deliverer.run(), name="delivery")
        receiving: list[asyncio.Task[None]] = []
        waiting = asyncio.create_task(self._stopping.wait())
        starting = asyncio.create_task(self._start(receiving))
        try:
            await _first(waiting, delivering, starting)
            if starting.done():
                await _first(waiting, delivering, *receiving)
        finally:
            starting.cancel()  # a messenger may not answer for hours
            await asyncio.gather(starting, return_exceptions=True)
            await self._shut(receiving, delivering, waiting)

    async def _start(self, receiving: list[asyncio.Task[None]]) -> None:
        for channel in self._channels.values():
            await channel.start()
            await self._remember_bot(channel)
            await self._publish_menu(channel)
            await self._resume(channel.name)
            receiving.append(asyncio.create_task(channel.receive(self._accept)))
        self._ticking.start()
        self.ready.set()

    async def _remember_bot(self, channel: Channel) -> None:
        """Keep the bot's public name, from which links are made."""
        name = (await channel.bot.me()).username
        await self._database.run(lambda s: school_settings.put(s, f"bot-name:{channel.name}", name))

    async def _publish_menu(self, channel: Channel) -> None:
        """Put up the menu that strangers see; without it the bot works all the same."""
        if not channel.capabilities.command_menu:
            return
        try:
            with going_out():
                await publish_default(channel.bot)
        except (TimeoutError, AiogramError) as error:
            log.warning("the strangers' menu was not taken: %s", type(error).__name__)

    async def name_bot(self, name: str) -> None:
        """Give the bots the name that people see on top of the chat."""
        with going_out():
            for channel in self._channels.values():
                await channel.bot.set_my_name(name)

    async def _shut(
        self,
        receiving: list[asyncio.Task[None]],
        delivering: asyncio.Task[None],
        waiting: asyncio.Task[bool],
    ) -> None:
        if self.ready.is_set():
            await self._ticking.stop()
        for task in (*receiving, waiting):
            task.cancel()
        await asyncio.gather(*receiving, waiting, return_exceptions=True)
        await self._lanes.stop()
        await self._deliverer.stop()
        await asyncio.gather(delivering, return_exceptions=True)
        for channel in self._channels.values():
            await channel.stop()

    def stop(self) -> None:
        """Ask `run` to come to its end."""
        self._stopping.set()


async def _first(*parts: asyncio.Task[Any]) -> None:
    """Wait until one part ends; one that died takes the program down, loudly."""
    done, _ = await asyncio.wait(parts, return_when=asyncio.FIRST_COMPLETED)
    for task in done:
        task.result()
