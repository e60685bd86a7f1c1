"""The clock that is injected everywhere, so that a demonstration or a test may live another day.

With `CLOCK_START` the first process writes an anchor into the data folder; every process goes on
from it, also after a restart. Without it, it is simply now.
"""

import json
import os
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

ANCHOR = "clock.json"


class Clock(Protocol):
    """Tells the time in the school's zone."""

    zone: ZoneInfo

    def now(self) -> datetime: ...


def today(clock: Clock) -> date:
    """The school's calendar day."""
    return clock.now().astimezone(clock.zone).date()


class SystemClock:
    """The machine's own clock, in the school's zone."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone

    def now(self) -> datetime:
        return datetime.now(UTC).astimezone(self.zone)


class AnchoredClock:
    """A clock that started at another instant and has run at the usual pace since."""

    def __init__(self, zone: ZoneInfo, real: float, start: datetime) -> None:
        self.zone = zone
        self._real = real
        self._start = start

    def now(self) -> datetime:
        return (self._start + timedelta(seconds=time.time() - self._real)).astimezone(self.zone)


def write_anchor(folder: Path, start: datetime) -> None:
    """Set the anchor, replacing one that is there."""
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f"{ANCHOR}.{os.getpid()}"
    fresh.write_text(json.dumps({"real": time.time(), "clock": start.isoformat()}))
    fresh.replace(folder / ANCHOR)


def open_clock(folder: Path, zone: ZoneInfo, start: datetime | None) -> Clock:
    """The clock of this data folder: anchored if it has an anchor or `start` is given."""
    path = folder / ANCHOR
    if start is not None and not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / f"{ANCHOR}.{os.getpid()}"
        aware = start if start.tzinfo else start.replace(tzinfo=zone)
        fresh.write_text(json.dumps({"real": time.time(), "clock": aware.isoformat()}))
        try:
            os.link(fresh, path)  # whoever links first is the first process
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    if not path.exists():
        return SystemClock(zone)
    anchor = json.loads(path.read_text())
    return AnchoredClock(zone, float(anchor["real"]), datetime.fromisoformat(anchor["clock"]))
