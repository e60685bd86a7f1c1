"""What the running bot counts of itself, in plain numbers; nothing about anybody."""

import time
from collections import Counter
from dataclasses import dataclass, field

BOUNDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)  # seconds


@dataclass(slots=True)
class Meters:
    """Counters since the start of the process; times are seconds of a clock that only rises."""

    handled: Counter[tuple[str, str]] = field(default_factory=Counter)  # channel, outcome
    handling: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    handling_seconds: float = 0.0
    settled: Counter[tuple[str, str]] = field(default_factory=Counter)  # channel, state
    ticked_at: float = field(default_factory=time.monotonic)
    open: set[str] = field(default_factory=set)  # messengers that listen

    def update_handled(self, channel: str, outcome: str, seconds: float) -> None:
        """An update came to its end: done, refused or failed."""
        self.handled[channel, outcome] += 1
        place = next((n for n, bound in enumerate(BOUNDS) if seconds <= bound), len(BOUNDS))
        self.handling[place] += 1
        self.handling_seconds += seconds

    def message_settled(self, channel: str, state: str) -> None:
        """A message came to a state: sent, queued (again), failed, uncertain."""
        self.settled[channel, state] += 1

    def ticked(self) -> None:
        """The clockwork went round."""
        self.ticked_at = time.monotonic()

    @property
    def tick_age(self) -> float:
        """Seconds since the clockwork last went round."""
        return time.monotonic() - self.ticked_at
