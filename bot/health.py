"""Whether the running bot is well, for a watchdog: database, messengers, clockwork, outbox."""

import asyncio
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.meters import Meters
from services.clock import Clock
from storage import inbox, outbox
from storage.database import Database

PATIENCE = 5.0  # seconds that the database may take
TICK_OLD = 30.0  # seconds
OUTBOX_OLD = 15 * 60.0  # seconds that a message may wait past its time


@dataclass(frozen=True, slots=True)
class State:
    """How it stands. Ages in seconds; `messengers` by name, whether it listens."""

    database: bool
    scheduler: bool
    outbox: bool
    messengers: dict[str, bool]
    tick_age: float
    outbox_waiting: int
    outbox_age: float
    inbox_waiting: int

    @property
    def is_well(self) -> bool:
        """Whether nothing must be done; of several messengers each must listen."""
        listens = bool(self.messengers) and all(self.messengers.values())
        return self.database and self.scheduler and self.outbox and listens

    def to_json(self) -> dict[str, Any]:
        """As `/healthz` answers."""
        return {"ok": self.is_well} | asdict(self)


class Health:
    """Looks at a running program."""

    def __init__(
        self, database: Database, clock: Clock, meters: Meters, channels: list[str]
    ) -> None:
        self.meters = meters
        self._database = database
        self._clock = clock
        self._channels = channels

    async def look(self) -> State:
        """How it stands now; never raises."""
        now = self._clock.now()

        async def work(session: AsyncSession) -> tuple[int, float, int]:
            count, oldest = await outbox.overdue(session, now)
            age = 0.0 if oldest is None else (now - oldest).total_seconds()
            return count, age, await inbox.waiting(session)

        try:
            found = await asyncio.wait_for(self._database.run(work), PATIENCE)
            reached = True
        except Exception:  # noqa: BLE001 - that is the answer
            found, reached = (0, 0.0, 0), False
        count, age, coming = found
        tick = self.meters.tick_age
        return State(
            reached,
            tick < TICK_OLD,
            age < OUTBOX_OLD,
            {name: name in self.meters.open for name in self._channels},
            round(tick, 1),
            count,
            round(age, 1),
            coming,
        )
