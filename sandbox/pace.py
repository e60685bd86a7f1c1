"""How fast a bot may speak: the limits that real bots meet.

In any window of one second a bot sends at most 30 messages; in one chat there is a bucket of five
that fills again by one a second. Times are those of the machine, not of the sandbox's clock, which
may jump.
"""

import math
import time
from collections import deque

WINDOW_SECONDS = 1.0
WINDOW_MESSAGES = 30
BUCKET = 5.0
REFILL_PER_SECOND = 1.0
SWEEP_AT = 4096


class Pace:
    """The counters of one bot."""

    def __init__(self) -> None:
        """Start with a rested bot."""
        self._sent: deque[float] = deque()
        self._buckets: dict[int, tuple[float, float]] = {}

    def take(self, chat_id: int, messages: int = 1, now: float | None = None) -> int:
        """Count a call that brings `messages` (an album is one call); 0 or the seconds to wait."""
        now = time.monotonic() if now is None else now
        while self._sent and now - self._sent[0] >= WINDOW_SECONDS:
            self._sent.popleft()
        crowd = len(self._sent) + messages - WINDOW_MESSAGES
        if crowd > 0:
            free_at = self._sent[crowd - 1] + WINDOW_SECONDS
            return max(1, math.ceil(free_at - now))
        level, since = self._buckets.get(chat_id, (BUCKET, now))
        level = min(BUCKET, level + (now - since) * REFILL_PER_SECOND)
        if level < 1:
            return max(1, math.ceil((1 - level) / REFILL_PER_SECOND))
        if len(self._buckets) > SWEEP_AT:
            self._sweep(now)
        self._buckets[chat_id] = (level - 1, now)
        self._sent.extend([now] * messages)
        return 0

    def _sweep(self, now: float) -> None:
        full = BUCKET / REFILL_PER_SECOND
        self._buckets = {c: b for c, b in self._buckets.items() if now - b[1] < full}
