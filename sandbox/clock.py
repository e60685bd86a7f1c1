"""The sandbox's clock, which a demonstration may set to a school morning.

The anchor lies in `DATA_DIR/clock.json` and is shared with every other process that works in the
same folder, so that a bot and its messenger never disagree about what day it is. Without an anchor
and without `CLOCK_START` the clock is the machine's.
"""

import json
import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

CHECK_SECONDS = 0.5


def _zone() -> ZoneInfo:
    return ZoneInfo(os.environ.get("TIMEZONE") or "Asia/Ho_Chi_Minh")


def write_anchor(path: Path, start: datetime) -> None:
    """Write the anchor file unless it is there; of two racing processes the first one wins."""
    anchor = json.dumps({"real": time.time(), "clock": start.isoformat()})
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_text(anchor, encoding="utf-8")
    try:
        os.link(draft, path)  # fails where the name is taken, and is never seen half written
    except FileExistsError:
        return
    finally:
        draft.unlink()


class Clock:
    """Now, as the people of the sandbox live it."""

    def __init__(self, data_dir: Path, start: str | None = None) -> None:
        """Read or make the anchor.

        `start` is an ISO 8601 instant (normally `CLOCK_START`); without an offset it is local
        time of `TIMEZONE`. Raises ValueError where it is not a date.
        """
        self.zone = _zone()
        self._path = data_dir / "clock.json"
        if start and not self._path.exists():
            instant = datetime.fromisoformat(start)
            if instant.tzinfo is None:
                instant = instant.replace(tzinfo=self.zone)
            write_anchor(self._path, instant)
        self._shift = 0.0
        self._mtime = -1.0
        self._checked = 0.0

    def unix(self) -> float:
        """Seconds since 1970 on this clock."""
        real = time.time()
        if abs(real - self._checked) > CHECK_SECONDS:
            self._checked = real
            self._follow_file()
        return real + self._shift

    def now(self) -> datetime:
        """The instant, in the school's time zone."""
        return self.at(self.unix())

    def at(self, unix: float) -> datetime:
        """A number of seconds as an instant in the school's time zone."""
        utc = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=unix)
        return utc.astimezone(self.zone)

    def _follow_file(self) -> None:
        try:
            mtime = self._path.stat().st_mtime
        except FileNotFoundError:
            self._shift, self._mtime = 0.0, -1.0
            return
        if mtime != self._mtime:
            anchor = json.loads(self._path.read_text(encoding="utf-8"))
            self._shift = datetime.fromisoformat(anchor["clock"]).timestamp() - anchor["real"]
            self._mtime = mtime
