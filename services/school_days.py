"""Which days are taught: the plan of weeks, public holidays, and the days the school itself moved.

Lessons that were called off for a storm win over everything, then the days on which they are made
up, then an override of the school; days outside every planned week are not school days, so that a
roll cannot be taken for a summer's afternoon by a slip of the month.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from services.attendance_states import Half
from services.departures import departures
from services.errors import Invalid
from services.public_holidays import public_holidays
from services.school_rules import rules_of
from services.unit import Unit
from storage import calendar
from storage.calendar import Override, Week


class Off(StrEnum):
    """Why a day is not taught."""

    OUTSIDE = "outside"  # of the school year
    BREAK = "break"  # a planned week without lessons, such as Tết
    HOLIDAY = "holiday"
    WEEKDAY = "weekday"  # a day of the week without lessons
    MOVED = "moved"  # the school gave the day off
    CLOSED = "closed"  # called off for a storm or the like


REFUSED = {
    Off.OUTSIDE: "roll-day-outside",
    Off.BREAK: "roll-day-break",
    Off.HOLIDAY: "roll-day-holiday",
    Off.WEEKDAY: "roll-day-weekday",
    Off.MOVED: "roll-day-moved",
    Off.CLOSED: "roll-day-closed",
}


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
    overrides: dict[date, Override]


async def school_day(unit: Unit, day: date, class_id: int | None = None) -> SchoolDay:
    """What `day` is for a class; without one for the school, where it is taught as soon as one
    class is, and called off when all are."""
    moved = await departures(unit)
    known = await planned(unit, day)
    if (shut := moved.shut(class_id, day)) is not None:
        return SchoolDay(day, known.week, Off.CLOSED, shut.reason)
    if known.off is not None and moved.made_up(class_id, day):
        return SchoolDay(day, known.week)
    return known


async def require_session(unit: Unit, day: date, half: Half, class_id: int | None) -> None:
    """Raise `Invalid` where that half-day was called off for the class."""
    shut = (await departures(unit)).shut(class_id, day, half)
    if shut is not None:
        raise Invalid(
            "roll-half-closed", day=f"{day:%d/%m/%Y}", half=half, name=shut.reason or "none"
        )


async def planned(unit: Unit, day: date) -> SchoolDay:
    """What `day` is by the plan, the holidays and the school's own moves, whatever was called off
    or is made up."""
    plan = await unit.cached(("calendar",), lambda: _load(unit))
    week = next((w for w in plan.weeks if w.starts <= day <= w.ends), None)
    number = week.number if week else None
    if (moved := plan.overrides.get(day)) is not None:
        return SchoolDay(day, number, None if moved.taught else Off.MOVED, moved.note)
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
