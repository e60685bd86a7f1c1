"""Which month, term or year a page of the roll book is of, when it is over, and how it is typed."""

import re
from datetime import date, datetime, timedelta

from services.attendance_states import Half
from services.errors import Invalid
from services.name_syllables import fold
from services.periods import ONE, Kind, Period, month_before, month_of, year_of
from services.school_days import school_day
from services.school_rules import rules_of
from services.timetable import halves, timetable
from services.unit import Unit

EARLY = 10  # until this day of a month the page asked for is the last month's
_MONTH = re.compile(r"^(?:thang|month|t)?\s*(\d{1,2})(?:\s*(?:[/.-]|nam)\s*(20\d\d))?$")
_TERM = re.compile(r"^(?:hoc\s*ki|hoc\s*ky|hk|ki|ky|term)\s*(1|2|i{1,2})$")
_YEAR = re.compile(r"^(?:ca\s*nam|nam\s*hoc|nam|year|cn)$")
_LAST = re.compile(r"^(?:thang\s*truoc|last\s*month)$")
_THIS = re.compile(r"^(?:thang\s*nay|this\s*month)$")


async def usual(unit: Unit) -> Period:
    """The month meant where none is named: until the tenth the last one, if it had lessons."""
    this = month_of(unit.today)
    year_now = await year_of(unit)
    starts, ends = year_now.first, year_now.last
    if unit.today > ends:
        return month_of(ends)
    before = month_before(this)
    return before if unit.today.day <= EARLY and before.last >= starts else this


async def terms(unit: Unit) -> list[Period]:
    """The terms of this school year, and the year itself last."""
    year = await year_of(unit)
    return [*year.terms, year.whole]


async def read_period(unit: Unit, words: str) -> Period:
    """The period that is typed: "tháng 11", "11/2026", "hk1", "cả năm"; empty means the usual one.

    Raises `Invalid` for other words, a month outside the school year, or one still to come.
    """
    typed = " ".join(fold(words).split())
    if not typed:
        return await usual(unit)
    if _LAST.match(typed):
        return month_before(month_of(unit.today))
    if _THIS.match(typed):
        return month_of(unit.today)
    if found := _TERM.match(typed):
        number = {"i": 1, "ii": 2}.get(found[1]) or int(found[1])
        for each in await terms(unit):
            if each.kind is Kind.TERM and each.number == number:
                return each
    if _YEAR.match(typed):
        return (await terms(unit))[-1]
    if (found := _MONTH.match(typed)) and 1 <= int(found[1]) <= 12:
        return await _month(unit, int(found[1]), int(found[2]) if found[2] else None)
    raise Invalid("book-which-period", typed=words.strip())


async def _month(unit: Unit, number: int, year: int | None) -> Period:
    year_now = await year_of(unit)
    starts, ends = year_now.first, year_now.last
    if year is None:
        year = starts.year if number >= starts.month else ends.year
    period = month_of(date(year, number, 1))
    if period.last < starts or period.first > ends:
        raise Invalid("book-month-outside", month=period.label)
    if period.first > unit.today:
        raise Invalid("book-month-ahead", month=period.label)
    return period


async def period_at(unit: Unit, kind: str, first: date) -> Period:
    """The period of a page that begins on this day; raises `Invalid` for none such."""
    if kind == Kind.MONTH:
        return month_of(first)
    for each in await terms(unit):
        if each.kind == kind and each.first == first:
            return each
    raise Invalid("refused-outdated")


async def taught_days(unit: Unit, first: date, last: date) -> list[date]:
    """The school days among these."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in days if (await school_day(unit, day)).off is None]


async def over_at(unit: Unit, class_id: int, period: Period) -> datetime | None:
    """When the class's last session of the period ends; None where it has none."""
    day = period.last
    while day >= period.first:
        found = await halves(unit, class_id, day)
        if found and (await school_day(unit, day)).off is None:
            return await session_end(unit, class_id, day, found[-1])
        day -= ONE
    return None


async def session_end(unit: Unit, class_id: int, day: date, half: Half) -> datetime:
    """When the last lesson of a class's half-day is over."""
    lessons = (await timetable(unit)).of_day(class_id, day)
    last = max((lesson.period for lesson in lessons if lesson.half == half), default=1)
    return (await rules_of(unit)).ends(day, half, unit.zone, last)
