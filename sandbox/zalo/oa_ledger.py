"""Counts what Zalo would count: messages that cost something, uploads, the day's templates."""

from collections import Counter

from sandbox.clock import Clock
from sandbox.store import Json, Store, dumps


class Ledger:
    """Counters that survive a restart."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Read them back."""
        self._store = store
        self._clock = clock
        kept = dict(store.load("zalo_oa")).get("ledger", {})
        self._counts: Counter[str] = Counter(kept)

    def add(self, name: str, amount: int = 1) -> None:
        """Count."""
        self._counts[name] += amount
        self._store.put("zalo_oa", "ledger", dumps(self._counts))

    def count(self, name: str) -> int:
        """How much was counted."""
        return self._counts[name]

    def today(self, name: str) -> str:
        """The name of a counter that starts anew every day of the school's calendar."""
        return f"{name} {self._clock.now():%Y-%m-%d}"

    def this_month(self, name: str) -> str:
        """The name of a counter that starts anew every month."""
        return f"{name} {self._clock.now():%Y-%m}"

    def record(self) -> Json:
        """All counters."""
        return dict(self._counts)
