"""Taps that wait for the bot's answer.

A query may be answered once and for a limited time; whoever tapped may wait for what it says.
"""

import asyncio
import time
from dataclasses import dataclass

from sandbox.store import Json


@dataclass
class Query:
    """One tap."""

    person: int
    bot: int
    at: float
    waiting: "asyncio.Future[Json] | None" = None


class Queries:
    """Open taps by query id."""

    def __init__(self) -> None:
        """Start with none."""
        self._open: dict[str, Query] = {}

    def open(self, query_id: str, person: int, bot: int) -> Query:
        """Remember a tap; very old ones are forgotten on the way."""
        now = time.time()
        while self._open:
            oldest = next(iter(self._open))
            if now - self._open[oldest].at < 3600:
                break
            del self._open[oldest]
        query = self._open[query_id] = Query(person, bot, now)
        return query

    def take(self, query_id: str, bot: int, max_age: float) -> Query | None:
        """The tap, if this bot may still answer it; it is closed by that."""
        query = self._open.get(query_id)
        if query is None or query.bot != bot:
            return None
        del self._open[query_id]
        return query if time.time() - query.at <= max_age else None
