"""The job by the clock that brings each class's week to its homeroom teacher, once a week.

It comes before the class hour of the timetable; a class hour on Monday or Tuesday looks back at the
week before. Where the timetable has none, or its day is off, it comes on the school's own day and
hour, or on the last taught day of the week. What was missed while the program was down comes as
long as the week lasts.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from services.attendance_states import Half
from services.name_syllables import fold
from services.rosters import classes
from services.school_rules import SchoolRules, rules_of
from services.unit import Unit
from services.week_summary import WEEK, Days, days_of, monday_of, week_of
from storage import class_sessions
from storage import remarks as store
from storage.outbox import Priority
from storage.remarks import ClassHour

WEEK_NOTICE = "week-summary"
LOOKS_BACK = 2  # class hours before Wednesday speak of the week before
AT_ONCE = 8  # classes in one unit of work, so that nobody waits for it
_SALUTE = ("duoi co", "chao co")
_HOURS = ("sinh hoat", "shl", "shcn", "sh lop")


@dataclass(frozen=True, slots=True)
class Due:
    """When a class's summary comes, and of which week."""

    at: datetime
    monday: date


def is_class_hour(activity: str) -> bool:
    """Whether a lesson without a subject is the homeroom teacher's class hour."""
    plain = fold(activity)
    return any(word in plain for word in _HOURS) and not any(word in plain for word in _SALUTE)


def due_of(
    hours: list[ClassHour], this: Days, before: Days, rules: SchoolRules, unit: Unit
) -> Due | None:
    """When one class is due in this week; None in a week without lessons."""
    for hour in reversed(hours):  # of two class hours the later one
        day = this.monday + timedelta(days=hour.weekday)
        if day not in this.taught:
            continue
        starts = rules.lesson_starts(day, Half(hour.half), hour.period, unit.zone)
        of = before if hour.weekday < LOOKS_BACK else this
        if not of.taught:
            return None
        return Due(starts - timedelta(minutes=rules.week_before), of.monday)
    if not this.taught:
        return None
    day = this.monday + timedelta(days=rules.week_day)
    if day not in this.taught:
        day = max((each for each in this.taught if each < day), default=this.taught[-1])
    return Due(datetime.combine(day, time.fromisoformat(rules.week_at), unit.zone), this.monday)


async def send_weeks(unit: Unit) -> bool:
    """Send the summaries that are due; whether any were sent."""
    due = {id: one for id, one in (await _of_week(unit)).items() if one.at <= unit.now}
    if not due:
        return False
    done = {
        (monday, id)
        for monday in {one.monday for one in due.values()}
        for id in await store.summarised(unit.session, monday)
    }
    new = [id for id, one in due.items() if (one.monday, id) not in done][:AT_ONCE]
    if not new:
        return False
    teachers = await class_sessions.homerooms(unit.session, new, unit.today)
    there = await class_sessions.reachable(
        unit.session, {person for people in teachers.values() for person in people}
    )
    sent = []
    for class_id in new:
        monday = due[class_id].monday
        if not await store.claim_week(unit.session, monday, class_id, unit.now):
            continue
        people = [person for person in teachers.get(class_id, []) if person in there]
        if not people:
            continue
        params = await week_of(unit, class_id, await days_of(unit, monday))
        for person in people:
            key = f"week:{monday}:{class_id}:{person}"
            await unit.notify(person, WEEK_NOTICE, params, priority=Priority.NOTICE, key=key)
        sent.append(class_id)
    if sent:
        unit.audit("week.sent", f"week:{monday_of(unit.today)}", classes=sent)
    return bool(sent)


async def _of_week(unit: Unit) -> dict[int, Due]:
    """When each class is due in this week; reckoned once, since the clock asks every second."""
    monday = monday_of(unit.today)

    async def load() -> dict[int, Due]:
        rules = await rules_of(unit)
        this, before = await days_of(unit, monday), await days_of(unit, monday - WEEK)
        hours: dict[int, list[ClassHour]] = {}
        for hour in await store.class_hours(unit.session):
            if is_class_hour(hour.activity):
                hours.setdefault(hour.class_id, []).append(hour)
        found = {}
        for each in await classes(unit):
            id = each.class_id or 0
            if (one := due_of(hours.get(id, []), this, before, rules, unit)) is not None:
                found[id] = one
        return found

    return await unit.cached(("week-due", monday), load)
