"""On which day: "hôm qua", "thứ 2", "21/11", found in the words and taken off them.

A day without a year is the one nearest to today; a weekday is the last one, today included. Whether
that day is a future one or a holiday is for the roll itself to say.
"""

import re
from datetime import date, timedelta

_FIGURES = re.compile(
    r"(?P<word>ngày\s+|ngay\s+)?(?<![\d/.\-])(?P<day>[0-3]?\d)\s?(?P<sep>[/.\-]|\s?tháng\s?|\s?thang\s?)"
    r"\s?(?P<month>[01]?\d)(?:\s?(?:[/.\-]|năm|nam)\s?(?P<year>20\d\d|\d\d))?(?![\d/])",
    re.IGNORECASE,
)
_DAY_ONLY = re.compile(r"(?:ngày|ngay)\s+(?P<day>[0-3]?\d)(?![\d/\w])", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:s[iĩỹ]\s+s[oố]|đủ|du|mặt|mat|vắng|vang|\bv|\bss|diện|dien|nghỉ|nghi)\s*:?\s*$",
    re.IGNORECASE,
)


def written_date(text: str, today: date) -> tuple[date, int, int] | None:
    """The first date in figures, with its place in the text; "37/39" and counts are none."""
    for found in _FIGURES.finditer(text):
        sep = found["sep"].strip()
        if not found["word"] and (
            _COUNTED.search(text[: found.start()]) or (sep in ".-" and not found["year"])
        ):
            continue
        day = _date(int(found["day"]), int(found["month"]), found["year"], today)
        if day is not None:
            return day, found.start(), found.end()
    for found in _DAY_ONLY.finditer(text):
        options = [_date(int(found["day"]), month, None, today) for month in range(1, 13)]
        known = [day for day in options if day is not None]
        if known:
            return min(known, key=lambda day: abs(day - today)), found.start(), found.end()
    return None


def _date(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is not None:
        return _valid(int(year) % 100 + 2000, month, day)
    near = (today.year - 1, today.year, today.year + 1)
    options = [found for at in near if (found := _valid(at, month, day)) is not None]
    return min(options, key=lambda found: abs(found - today), default=None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_weekday(weekday: int, today: date, weeks: int | None) -> date:
    """The last such weekday, today included; with `weeks` (0, -1) the one of that week."""
    if weeks is None:
        return today - timedelta(days=(today.weekday() - weekday) % 7)
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=weekday, weeks=weeks)
