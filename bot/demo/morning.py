"""The demonstration's clock: it starts on a school morning, whatever the hour outside.

When it is taken up again at an hour when no school is, the clock goes on to the next school morning
(forwards only). A `CLOCK_START` from outside is left alone.
"""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from services.clock import ANCHOR, open_clock, write_anchor
from services.public_holidays import public_holidays

FIRST_DAY = date(2026, 11, 30)
START = time(7, 36)  # the bell has rung and the cut-off for alarms is past
LATEST = time(10, 30)
SUNDAY = 6


def set_clock(folder: Path, zone: ZoneInfo) -> None:
    """Put the clock of this folder to a school morning, unless it is one there already."""
    if not (folder / ANCHOR).exists():
        write_anchor(folder, datetime.combine(FIRST_DAY, START, zone))
        return
    now = open_clock(folder, zone, None).now().astimezone(zone)
    if is_morning(now):
        return
    day = now.date() if now.time() < START else now.date() + timedelta(days=1)
    while not is_school_day(day):
        day += timedelta(days=1)
    write_anchor(folder, datetime.combine(day, START, zone))


def is_morning(now: datetime) -> bool:
    """Whether the morning lessons are on, with time left to play."""
    return is_school_day(now.date()) and START <= now.time() <= LATEST


def is_school_day(day: date) -> bool:
    """Whether lessons are held: no Sunday, no public holiday."""
    return day.weekday() != SUNDAY and day not in public_holidays(day.year)
