"""The clock's word on the minimum record: shortly before its deadline, and once it has passed.

Each homeroom teacher hears of the own class, twice a year at most; a class without gaps of nothing.
Asked every second, so the calendar is compared first.
"""

from datetime import date, timedelta

from services.record_fields import deadline
from services.records import ClassRecords, of_school
from services.rosters import classes
from services.school_rules import rules_of
from services.unit import Unit
from storage import households, school_settings
from storage.outbox import Priority

NOTICE = "record-reminder"
DONE = "record-reminded"  # which year's reminder went out last, and which one it was
HOUR = 16  # local; lessons are over, the day is not
BEFORE, AFTER = timedelta(days=3), timedelta(days=7)
NAMED = 8  # pupils whom a reminder names


def stage_of(due: date, day: date) -> str | None:
    """Which reminder a day is for: "before" within three days of the deadline, "after" in the week
    behind it; None on all others."""
    if due - BEFORE <= day <= due:
        return "before"
    return "after" if due < day <= due + AFTER else None


async def remind(unit: Unit) -> bool:
    """Send what is due, once, also when the program was down that day; whether there was any."""
    if unit.now.astimezone(unit.zone).hour < HOUR:
        return False
    known = await classes(unit)
    if not known:
        return False
    starts = known[0].starts
    due = deadline(starts, starts, (await rules_of(unit)).record_days)
    stage = stage_of(due, unit.today)
    if stage is None:
        return False
    mark = f"{starts.isoformat()}:{stage}"
    if await school_settings.get(unit.session, DONE) == mark:
        return False
    await school_settings.put(unit.session, DONE, mark)
    told = [
        await _tell(unit, found, mark, late=stage == "after") for found in await of_school(unit)
    ]
    return any(told)


async def _tell(unit: Unit, found: ClassRecords, mark: str, *, late: bool) -> bool:
    """Tell the homeroom teachers of one class; pupils who came later have their own deadline."""
    missing = [p for p in found.incomplete if not late or found.due_of(p) < unit.today]
    if not missing or found.of.class_id is None:
        return False
    params = {
        "class": found.of.name,
        "class_id": found.of.class_id,
        "due": f"{found.due:%d/%m/%Y}",
        "late": late,
        "count": len(missing),
        "names": [pupil.name for pupil in missing[:NAMED]],
    }
    to = await households.homeroom_teachers(unit.session, [found.of.class_id], unit.today)
    for teacher in to:
        key = f"{NOTICE}:{found.of.class_id}:{mark}:{teacher}"
        await unit.notify(teacher, NOTICE, params, priority=Priority.DIGEST, key=key)
    return bool(to)
