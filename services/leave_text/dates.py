"""Days written in figures: "25/11", "ngày 25-11", "25 tháng 11 năm 2026", "5/12/26"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_FIGURES = re.compile(
    r"(?P<word>\b(?:ngày|ngay)\s+)?(?<![\d/.:])(?P<day>\d{1,2})"
    r"\s?(?P<sep>[/.\-]|th[aá]ng)\s?(?P<month>\d{1,2})"
    r"(?:\s?(?:(?P=sep)|n[aă]m)\s?(?P<year>20\d\d|\d\d))?(?![\d/:])(?!\s?[hHgG]\b)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:ngày|ngay|hôm|hom|bữa|bua|buổi|buoi|tiết|tiet|tuần|tuan|phút|phut|p\b|tiếng|tieng|giờ|gio)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:\bth[uứ]|\bt|\bti[eế]t|\bl[oớ]p)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figures:
    """A day in figures at `text[start:end]`; `day` is None where the calendar has none such."""

    day: date | None
    start: int
    end: int


def written_dates(text: str, today: date) -> Iterator[Figures]:
    """All of them in order; without a year the one nearest to today."""
    for found in _FIGURES.finditer(text):
        first, month = int(found["day"]), int(found["month"])
        sep = found["sep"]
        if _AFTER.match(text, found.end()) or _BEFORE.search(text[: found.start("day")]):
            continue  # "2-3 ngày", "tiết 1-2", "t2-4"
        if sep == "-" and text[: found.start("day")].endswith("-"):
            continue
        said = bool(found["word"] or found["year"]) or sep == "/" or sep.isalpha()
        if not said and not (sep == "-" and first > 12 >= month):
            continue
        yield Figures(_date(first, month, found["year"], today), found.start("day"), found.end())


def day_of_month(number: int, today: date) -> tuple[date, ...]:
    """The days with that number nearest to today, the coming one first."""
    months = [
        (today.year + (today.month - 1 + n) // 12, (today.month - 1 + n) % 12 + 1)
        for n in (-1, 0, 1)
    ]
    days = [day for year, month in months if (day := _valid(year, month, number)) is not None]
    return tuple(sorted(days, key=lambda day: (abs((day - today).days), day < today)))


def nearest(day: int, month: int, today: date) -> date | None:
    """That day of that month, in the year that is nearest."""
    return _date(day, month, None, today)


def _date(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is not None:
        return _valid(int(year) % 100 + 2000, month, day)
    options = [
        found
        for at in (today.year - 1, today.year, today.year + 1)
        if (found := _valid(at, month, day)) is not None
    ]
    return min(options, key=lambda found: abs(found - today), default=None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
