"""The clockwork: APScheduler only ticks; what is due is found in the database.

So neither a restart nor a slow second repeats or misses anything: a tick that comes late finds the
same rows.
"""

import asyncio
from collections.abc import Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy.ext.asyncio import AsyncSession

from services.clock import Clock
from services.due import due
from services.unit import Unit
from storage import school_settings
from storage.database import Database


class Ticking:
    """Ticks once a second; `after` is told when something may have been promised."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        grace_seconds: int,
        after: Callable[[], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._grace = grace_seconds
        self._after = after
        self._busy = asyncio.Lock()
        self._scheduler = AsyncIOScheduler(timezone=clock.zone)

    def start(self) -> None:
        """Begin to tick."""
        self._scheduler.add_job(
            self.tick,
            IntervalTrigger(seconds=1),
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )
        self._scheduler.start()

    async def stop(self) -> None:
        """Tick no more; a tick that has begun is finished."""
        self._scheduler.pause()
        async with self._busy:
            self._scheduler.shutdown(wait=False)

    async def tick(self) -> None:
        """Do what is due."""

        async def work(session: AsyncSession) -> bool:
            unit = Unit(
                session,
                self._clock.now(),
                self._clock.zone,
                revision=await school_settings.revision(session),
                grace_seconds=self._grace,
            )
            did = await due(unit)
            await unit.finish()
            return did

        async with self._busy:
            if await self._database.run(work):
                self._after()
