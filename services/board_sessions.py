"""Which classes have lessons in a half-day, from when, and which half-day a board is of."""

from datetime import date, datetime

from services.attendance_states import Half
from services.departures import departures
from services.rosters import classes
from services.school_rules import rules_of
from services.timetable import timetable
from services.unit import Unit


async def begins(unit: Unit, day: date, half: Half) -> dict[int, datetime]:
    """The classes with lessons in that half-day, each with the bell of its first lesson."""
    table, rules = await timetable(unit), await rules_of(unit)
    off = await departures(unit)
    found = {}
    for each in await classes(unit):
        class_id = each.class_id or 0
        periods = [les.period for les in table.of_day(class_id, day) if les.half == half]
        if periods and off.shut(class_id, day, half) is None:
            found[class_id] = rules.lesson_starts(day, half, min(periods), unit.zone)
    return found


async def halves_of_day(unit: Unit, day: date) -> list[Half]:
    """The half-days on which any class has lessons, in order; both where no timetable says."""
    return [half for half in Half if await begins(unit, day, half)] or list(Half)


async def half_at(unit: Unit, day: date, halves: list[Half]) -> Half:
    """Of these the one that is on, or was last; the first of another day or before the bell."""
    rules = await rules_of(unit)
    if day != unit.today:
        return halves[0]
    begun = [half for half in halves if rules.bell(day, half, unit.zone) <= unit.now]
    return begun[-1] if begun else halves[0]
