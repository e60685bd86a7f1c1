"""A stage's clock: time that passes while the bot is down, and the roll cards that it brings."""

import asyncio
import json
import sqlite3
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.program import Program
from sandbox.clock import CHECK_SECONDS
from services.access import CONSOLE
from services.clock import Clock, open_clock, write_anchor
from services.school_rules import KEY, set_rules
from services.unit import Unit

NO_CARDS = {"card_after": 600}  # minutes: longer than any session


class StageClock:
    """What a stage can do with time and the school's rules of the day."""

    folder: Path
    clock: Clock
    program: Program
    run: Callable[[Any], Awaitable[Any]]
    open: Callable[[], Awaitable[None]]
    close: Callable[[], Awaitable[None]]
    quiet: Callable[[], Awaitable[None]]

    async def rules(self, **changes: Any) -> None:
        """Change some rules of the school."""

        async def change(session: Any) -> None:
            unit = Unit(session, self.clock.now(), self.clock.zone, actor=CONSOLE)
            await set_rules(unit, **changes)
            await unit.finish()

        await self.run(change)

    async def bring_cards(self) -> None:
        """From now on roll cards come, as they do in a school; those of this hour at once."""
        await self.rules(card_after=10)

    async def ticked(self) -> None:
        """The clock has ticked, and what came of it has left."""
        await self.program._ticking.tick()
        await self.quiet()

    async def later(self, minutes: int) -> None:
        """The bot is stopped, and started again so much later."""
        await self.close()
        write_anchor(self.folder, self.clock.now() + timedelta(minutes=minutes))
        self.clock = open_clock(self.folder, self.clock.zone, None)
        await self.open()

    async def clock_seen(self) -> None:
        """The sandbox looks at the clock's file twice a second: from now on its messages carry the
        hour that `later` has set."""
        await asyncio.sleep(CHECK_SECONDS + 0.1)


def without_cards(database: Path) -> None:
    """Set the rule by which no roll card comes."""
    with sqlite3.connect(database) as hand:
        hand.execute("INSERT INTO setting (key, value) VALUES (?, ?)", (KEY, json.dumps(NO_CARDS)))
    hand.close()
