"""Which days are taught: the plan of weeks, public holidays, and the days the school itself moved.

An override of the school wins over everything; days outside every planned week are not school
days, so that a roll cannot be taken for a summer's afternoon by a slip of the month.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from services.public_holidays import public_holidays
from services.school_rules import rules_of
from services.unit import Unit
from storage import calendar
from storage.calendar import Week


class Off(StrEnum):
    """Why a day is not taught."""

    OUTSIDE = "outside"  # of the school year
    BREAK = "break"  # a planned week without lessons, such as Tết
    HOLIDAY = "holiday"
    WEEKDAY = "weekday"  # a day of the week without lessons
    MOVED = "moved"  # the school gave the day off


@dataclass(frozen=True, slots=True)
class SchoolDay:
    """A day in the school's calendar; `off` is empty where it is taught, `name` says what it is."""

    day: date
    week: int | None = None
    off: Off | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    weeks: tuple[Week, ...]
    overrides: dict[date, tuple[bool, str | None]]


async def school_day(unit: Unit, day: date) -> SchoolDay:
    """What `day` is for this school."""
    plan = await unit.cached(("calendar",), lambda: _load(unit))
    week = next((w for w in plan.weeks if w.starts <= day <= w.ends), None)
    number = week.number if week else None
    if (moved := plan.overrides.get(day)) is not None:
        taught, note = moved
        return SchoolDay(day, number, None if taught else Off.MOVED, note)
    if not plan.weeks or not plan.weeks[0].starts <= day <= plan.weeks[-1].ends:
        return SchoolDay(day, off=Off.OUTSIDE)
    if day.weekday() not in (await rules_of(unit)).weekdays:
        return SchoolDay(day, number, Off.WEEKDAY)
    if week is None:
        return SchoolDay(day, off=Off.OUTSIDE)
    holiday = public_holidays(day.year).get(day)
    if holiday is not None:
        return SchoolDay(day, number, Off.HOLIDAY, holiday)
    if number is None:
        return SchoolDay(day, None, Off.BREAK, week.note)
    return SchoolDay(day, number)


async def _load(unit: Unit) -> _Plan:
    weeks = await calendar.weeks(unit.session)
    return _Plan(tuple(weeks), await calendar.overrides(unit.session))
