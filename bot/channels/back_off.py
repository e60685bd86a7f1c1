"""Waiting longer after each failure in a row, and saying so in the log."""

import asyncio
import logging

log = logging.getLogger(__name__)
WAITS = (0.5, 1, 2, 5, 10, 30)  # seconds


class BackOff:
    """For one loop of the channel `name`."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._failures = 0

    async def wait(self, why: str, least: float = 0.0) -> None:
        """A call has failed: wait, `least` seconds at least."""
        seconds = max(least, WAITS[min(self._failures, len(WAITS) - 1)])
        self._failures += 1
        log.warning("%s does not answer (%s), again in %s s", self._name, why, seconds)
        await asyncio.sleep(seconds)

    def over(self) -> None:
        """A call has succeeded."""
        self._failures = 0
