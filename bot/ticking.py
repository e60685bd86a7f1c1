"""The clockwork: APScheduler only ticks; what is due is found in the database.

So neither a restart nor a slow second repeats or misses anything: a tick that comes late finds the
same rows.
"""

import asyncio
import logging
from collections.abc import Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy.ext.asyncio import AsyncSession

from bot.meters import Meters
from services.clock import Clock
from services.due import JOBS, Job
from services.unit import Unit
from storage import school_settings
from storage.database import Database, Work

log = logging.getLogger(__name__)


class Ticking:
    """Ticks once a second; `after` is told when something may have been promised."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        grace_seconds: int,
        after: Callable[[], None],
        meters: Meters | None = None,
    ) -> None:
        self._meters = meters or Meters()
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
        if not self._scheduler.running:
            return
        self._scheduler.pause()
        async with self._busy:
            self._scheduler.shutdown(wait=False)

    async def tick(self) -> None:
        """Do what is due; a job that fails is logged and holds up no other."""
        async with self._busy:
            ended = await asyncio.gather(
                *(self._database.run(self._unit(job)) for job in JOBS), return_exceptions=True
            )
        self._meters.ticked()
        for job, told in zip(JOBS, ended, strict=True):
            if isinstance(told, BaseException):
                log.error("the job %s failed", job.__name__, exc_info=told)
        if any(told is True for told in ended):
            self._after()

    def _unit(self, job: Job) -> Work[bool]:
        async def work(session: AsyncSession) -> bool:
            unit = Unit(
                session,
                self._clock.now(),
                self._clock.zone,
                revision=await school_settings.revision(session),
                grace_seconds=self._grace,
            )
            did = await job(unit)
            await unit.finish()
            return did

        return work
