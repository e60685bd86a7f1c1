"""Hours as families write them: "3h rưỡi", "3 rưỡi chiều", "15h30", "7 giờ kém 15", "3:30 pm"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from services.attendance_states import Half

_CLOCK = re.compile(
    r"(?<![\d/.\-])(?P<hour>\d{1,2})\s?"
    r"(?:(?P<unit>h|g|giờ|gio)(?![^\W\d_])\s?(?:(?P<minute>\d{2})(?!\d)\s?(?:ph[uú]t|ph?\b)?)?|:(?P<colon>\d{2})(?!\d)"
    r"|(?=\s?(?:rưỡi|ruoi|rưởi|rưõi|ruowix|am\b|pm\b)))"
    r"(?P<past>\s?(?:rưỡi|rưởi|rưõi|ruowix|ruoi))?"
    r"(?P<less>\s?k[eé]m\s?(?P<before>\d{1,2})(?:\s?ph[uú]t|p\b)?)?"
    r"(?P<part>\s?(?:sáng|sang|chiều|chieu|trưa|trua|am|pm)(?!\s?(?:nay|mai|m[oơ]i|m[oố]t|qua|th[uứ]|t\d|h[oô]m|ng[aà]y))\b)?",
    re.IGNORECASE,
)
_EARLIEST = 6  # the first hour of a school's day; earlier ones are the afternoon's


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour at `text[start:end]`; `at` is None where no clock shows it."""

    at: time | None
    half: Half | None
    start: int
    end: int


def clock_pieces(text: str) -> Iterator[Clock]:
    """All hours of a message in order."""
    for found in _CLOCK.finditer(text):
        minutes = int(found["hour"]) * 60 + int(found["minute"] or found["colon"] or 0)
        if found["past"]:
            minutes += 30
        if found["before"]:
            minutes -= int(found["before"])
        part = (found["part"] or "").strip().casefold()
        half = None
        if part in ("chiều", "chieu", "pm"):
            half = Half.AFTERNOON
        elif part in ("sáng", "sang", "am"):
            half = Half.MORNING
        if (
            half is not Half.MORNING
            and minutes < 12 * 60
            and (half is Half.AFTERNOON or minutes < _EARLIEST * 60)
        ):
            minutes += 12 * 60
        valid = 0 <= minutes < 24 * 60 and int(found["minute"] or found["colon"] or 0) < 60
        at = time(minutes // 60, minutes % 60) if valid else None
        yield Clock(at, half, found.start(), found.end())
