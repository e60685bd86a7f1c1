"""Whether lessons that were called off can be held on a day: one that has room for them."""

from collections.abc import Collection
from datetime import date, timedelta

from services.attendance_states import Half
from services.departures import departures
from services.errors import Invalid
from services.rosters import classes
from services.school_days import Off, planned
from services.timetable import timetable
from services.unit import Unit

AHEAD = 8 * 7  # days from today
ONE = timedelta(days=1)
FREE = (Off.WEEKDAY, Off.MOVED)


async def problem(
    unit: Unit,
    class_ids: Collection[int],
    for_day: date,
    day: date,
    *,
    half: Half | None,
    closed: tuple[date, date],
) -> Invalid | None:
    """Why these classes cannot make up on `day` for `for_day`, one of the `closed` days (first and
    last); None where they can."""
    shown = f"{day:%d/%m/%Y}"
    if day < unit.today or closed[0] <= day <= closed[1]:
        return Invalid("closure-makeup-past", day=shown)
    if day > unit.today + timedelta(days=AHEAD):
        return Invalid("closure-makeup-far", day=shown)
    known = await planned(unit, day)
    if known.off not in (None, *FREE):
        return Invalid("closure-makeup-off", day=shown, name=known.name or "none")
    moved, table = await departures(unit), await timetable(unit)
    names = {each.class_id: each.name for each in await classes(unit)}
    for id in sorted(class_ids):
        own = {les.half for les in table.of_day(id, day)}
        if known.off is not None and not moved.made_up(id, day):
            own = set()
        wanted = {les.half for les in table.of_day(id, for_day) if half in (None, les.half)}
        if wanted & own:
            both = max(wanted & own)  # "morning" before "afternoon"
            return Invalid("closure-makeup-taken", day=shown, half=both, name=names.get(id, ""))
        if any(moved.shut(id, day, Half(each)) for each in wanted):
            return Invalid("closure-makeup-off", day=shown, name="none")
    return None
