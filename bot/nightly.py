"""Backups by the clock and on demand, beside the bot's other work: nobody waits for one."""

import asyncio
import logging
from collections.abc import Callable

from sqlalchemy.ext.asyncio import AsyncSession

from bot.backing_up import FAULTS, Backups
from services import backups
from services.clock import Clock
from services.unit import Unit
from storage.backups import PROOF
from storage.database import Database
from storage.tables import BackupRun

log = logging.getLogger(__name__)
LOOK = 2.0  # seconds


class Nightly:
    """Run `run()` as a task; `after` is told when something was promised."""

    def __init__(
        self, database: Database, backups: Backups, clock: Clock, after: Callable[[], None]
    ) -> None:
        self._database = database
        self._backups = backups
        self._clock = clock
        self._after = after

    async def run(self) -> None:
        """Look every two seconds, until cancelled."""
        while True:
            await asyncio.sleep(LOOK)
            try:
                await self.look()
            except Exception:
                log.exception("the backup was not looked after")

    async def look(self) -> bool:
        """Make one run that is due; whether there was one."""
        run = await self._database.run(lambda s: backups.next_run(self._unit(s)))
        if run is None:
            return False
        ended = await self._carry_out(run)

        async def finish(session: AsyncSession) -> None:
            unit = self._unit(session)
            await backups.finish(unit, run, ended)
            await unit.finish()

        await self._database.run(finish)
        self._after()
        return True

    async def _carry_out(self, run: BackupRun) -> backups.Ended:
        try:
            if run.kind == PROOF:
                newest = self._backups.newest()
                if newest is None:
                    return backups.Ended(fault="nothing to prove")
                await self._backups.prove(newest)
                return backups.Ended(file=newest.name, size=newest.stat().st_size)
            made = await self._backups.make(self._clock.now())
        except FAULTS as error:
            log.exception("the backup failed")
            return backups.Ended(fault=f"{type(error).__name__}: {error}"[:200])
        return backups.Ended(file=made.path.name, size=made.size)

    def _unit(self, session: AsyncSession) -> Unit:
        return Unit(session, self._clock.now(), self._clock.zone)
