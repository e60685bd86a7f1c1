"""Counts what was called and how it ended, for benchmarks and for the curious."""

import time
from collections import Counter, deque

from sandbox.store import Json

KEEP_SECONDS = 60


class Stats:
    """Counters since the server started."""

    def __init__(self) -> None:
        """Start at nought."""
        self._since = time.monotonic()
        self._calls: dict[str, Counter[str]] = {}
        self._results: Counter[str] = Counter()
        self._seconds: deque[tuple[int, int]] = deque(maxlen=KEEP_SECONDS)
        self._messages = 0
        self._peak = 0
        self.updates = 0

    def call(self, method: str, result: str) -> None:
        """Count a call; `result` is the HTTP status, `dropped` or `timeout`."""
        counter = self._calls.get(method)
        if counter is None:
            counter = self._calls[method] = Counter()
        counter[result] += 1
        self._results[result] += 1

    def message(self, count: int = 1) -> None:
        """Count messages and edits that a bot got through."""
        self._messages += count
        second = int(time.monotonic())
        if self._seconds and self._seconds[-1][0] == second:
            count += self._seconds.pop()[1]
        self._seconds.append((second, count))
        self._peak = max(self._peak, count)

    def report(self) -> Json:
        """Everything, as JSON values; the rate is that of the last whole second."""
        last = int(time.monotonic()) - 1
        return {
            "seconds": round(time.monotonic() - self._since, 3),
            "methods": {name: dict(counter) for name, counter in sorted(self._calls.items())},
            "results": dict(self._results),
            "429": self._results["429"],
            "messages": self._messages,
            "messages_per_second": dict(self._seconds).get(last, 0),
            "peak_per_second": self._peak,
            "updates": self.updates,
        }
