"""An alarm to the administrators when messages do not leave, beside the bot's other work."""

import asyncio
import logging
from collections.abc import Callable

from sqlalchemy.ext.asyncio import AsyncSession

from bot.health import OUTBOX_OLD, Health
from services.clock import Clock
from services.outbox_watch import tell_stuck
from services.unit import Unit
from storage.database import Database

log = logging.getLogger(__name__)
LOOK = 60.0  # seconds
SETTLING_IN = 5  # looks after the start before what waits counts as stuck


class OutboxAlarm:
    """Run `run()` as a task."""

    def __init__(
        self, database: Database, health: Health, clock: Clock, after: Callable[[], None]
    ) -> None:
        self._database = database
        self._health = health
        self._clock = clock
        self._after = after

    async def run(self) -> None:
        """Look every minute, until cancelled; what waited while the bot was off goes out first."""
        await asyncio.sleep(LOOK * SETTLING_IN)
        while True:
            try:
                await self.look()
            except Exception:
                log.exception("the outbox was not looked after")
            await asyncio.sleep(LOOK)

    async def look(self) -> bool:
        """Tell where the oldest message has waited too long; whether it has."""
        state = await self._health.look()
        if state.outbox_age < OUTBOX_OLD:
            return False
        count, age = state.outbox_waiting, state.outbox_age
        log.error("%s messages wait, the oldest %.0f s past its time", count, age)

        async def work(session: AsyncSession) -> None:
            unit = Unit(session, self._clock.now(), self._clock.zone)
            await tell_stuck(unit, count, int(age // 60))
            await unit.finish()

        await self._database.run(work)
        self._after()
        return True
