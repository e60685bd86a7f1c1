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

from bot.backing_up import Backups
from bot.channels.base import Channel
from bot.channels.doors import door_of
from bot.conversation_state import UnitStorage
from bot.delivery import Deliverer
from bot.handling import Handling
from bot.health import Health
from bot.lanes import Lanes
from bot.meters import Meters
from bot.nightly import Nightly
from bot.open_unit import going_out
from bot.outbox_alarm import OutboxAlarm
from bot.ticking import Ticking
from bot.web.server import WebServer
from handlers import routers
from handlers.menus import publish_default
from services.clock import Clock
from services.doors import forget_others, remember
from services.errors import Refusal
from services.link_tokens import Links
from services.set_aside import tell_set_aside
from services.unit import Unit
from storage import inbox
from storage.database import Database
from storage.files import FileStore
from storage.inbox import Accepted, Incoming

log = logging.getLogger(__name__)
OPENING = 5.0  # seconds for which those who wait until we are ready wait for a silent messenger
LOOK = 0.5


class NoChannelError(Refusal):
    """Every messenger has refused us."""

    def __init__(self) -> None:
        super().__init__("no-messenger")


class Program:
    """One process of the bot. `run()` until a signal or `stop()`.

    `web` is the web server that messengers and people come to, and `links` makes addresses on it;
    both are missing where the bot has no public address. `backups` are made at night.
    `status` is a web server for this machine alone, with `/healthz` and `/metrics`.
    """

    def __init__(
        self,
        database: Database,
        channels: Sequence[Channel],
        files: FileStore,
        clock: Clock,
        *,
        grace_seconds: int,
        per_second: int,
        web: WebServer | None = None,
        links: Links | None = None,
        backups: Backups | None = None,
        status: WebServer | None = None,
    ) -> None:
        self._meters = meters = Meters()
        health = Health(database, clock, meters, [c.name for c in channels])
        self._status = status
        self._database = database
        self._web = web
        self._channels = {c.name: c for c in channels}
        self._clock = clock
        dispatcher = Dispatcher(storage=UnitStorage())
        dispatcher.include_routers(*routers())
        self._handling = Handling(
            database,
            dispatcher,
            self._channels,
            clock,
            files=files,
            links=links,
            grace_seconds=grace_seconds,
            meters=meters,
        )
        self._lanes = Lanes(self._handling.handle)
        if web is not None and links is not None:
            from bot.web.link_routes import LinkRoutes  # a web server's weight

            web.add(LinkRoutes(database, files, clock, links, self._lanes.offer))
        for server in (web, status):
            if server is not None:
                from bot.web.status_routes import StatusRoutes  # the same

                server.add(StatusRoutes(health, metrics=server is status))
        self._deliverer = Deliverer(
            database, self._channels, files, clock, per_second, links=links, meters=meters
        )
        self._handling.on_commit.append(self._deliverer.wake)
        self._ticking = Ticking(database, clock, grace_seconds, self._deliverer.wake, meters)
        wake = self._deliverer.wake
        self._beside: list[Nightly | OutboxAlarm] = [OutboxAlarm(database, health, clock, wake)]
        if backups is not None:
            self._beside.append(Nightly(database, backups, clock, wake))
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
        beside = [asyncio.create_task(each.run()) for each in self._beside]
        receiving: list[asyncio.Task[None]] = []
        waiting = asyncio.create_task(self._stopping.wait())
        starting = asyncio.create_task(self._start(receiving))
        try:
            while not starting.done() and not await _first(
                waiting, delivering, starting, *receiving, seconds=LOOK
            ):
                pass  # one more messenger may have opened, and is minded as well
            if starting.done() and not waiting.done():
                starting.result()
                await _first(waiting, delivering, *receiving)
        finally:
            starting.cancel()  # a messenger may not answer for hours
            await asyncio.gather(starting, return_exceptions=True)
            for task in beside:
                task.cancel()
            await asyncio.gather(*beside, return_exceptions=True)
            await self._shut(receiving, delivering, waiting)

    async def _start(self, receiving: list[asyncio.Task[None]]) -> None:
        """Start everything; a messenger that does not answer keeps no other waiting."""
        if self._web is not None:
            await self._web.start()
        await self._open_status()
        self._ticking.start()
        await self._database.run(lambda s: forget_others(s, self._channels))
        opening = asyncio.gather(*(self._open(c, receiving) for c in self._channels.values()))
        patience = asyncio.get_running_loop().time() + OPENING
        try:
            while not opening.done():
                await asyncio.wait([opening], timeout=LOOK)
                if receiving and asyncio.get_running_loop().time() > patience:
                    self.ready.set()
        finally:
            opening.cancel()
        await opening
        if not receiving:
            raise NoChannelError
        self.ready.set()

    async def _open_status(self) -> None:
        """The port may be another program's: the school's work does not depend on it."""
        if self._status is None:
            return
        try:
            await self._status.start()
        except OSError as error:
            log.warning("no /healthz: port %s is taken (%s)", self._status.port, error.strerror)
            self._status = None

    async def _open(self, channel: Channel, receiving: list[asyncio.Task[None]]) -> None:
        """One messenger; of several, one that refuses us is left out, loudly."""
        try:
            await channel.start()
        except Refusal as refused:
            if len(self._channels) == 1:
                raise
            log.error("%s refuses us (%s): going on without it", channel.name, refused.key)
            return
        await self._remember_bot(channel)
        await self._publish_menu(channel)
        await self._resume(channel.name)
        self._meters.open.add(channel.name)
        receiving.append(asyncio.create_task(channel.receive(self._accept)))

    async def _remember_bot(self, channel: Channel) -> None:
        """Keep how the bot is found, from which links are made."""
        with going_out():
            me = await channel.bot.me()
        door = door_of(channel.name, me)
        await self._database.run(lambda s: remember(s, door))

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
        await self._ticking.stop()
        for task in (*receiving, waiting):
            task.cancel()
        await asyncio.gather(*receiving, waiting, return_exceptions=True)
        if self._web is not None:
            await self._web.stop()
        if self._status is not None:
            await self._status.stop()
        await self._lanes.stop()
        await self._deliverer.stop()
        await asyncio.gather(delivering, return_exceptions=True)
        for channel in self._channels.values():
            await channel.stop()

    def stop(self) -> None:
        """Ask `run` to come to its end."""
        self._stopping.set()


async def _first(*parts: asyncio.Task[Any], seconds: float | None = None) -> bool:
    """Wait until one part ends; one that died takes the program down, loudly.

    Whether one has ended within `seconds`.
    """
    done, _ = await asyncio.wait(parts, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    for task in done:
        task.result()
    return bool(done)
