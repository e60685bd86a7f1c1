"""Early warnings: the pupils whose marks changed are looked at again, and what is new is told once.

The homeroom teacher is told, and speaks with the family first; no family hears of it from the
program. A long absence at harvest or after Tết is a quiet note to a vice principal. What a
correction took back is taken back in words, unless its message had not left yet.
"""

from collections.abc import Sequence
from datetime import timedelta

from services.attendance_findings import Finding, findings
from services.attendance_sums import NONE, sums_of
from services.attendance_warnings import tell, untell
from services.errors import Invalid
from services.periods import Year, year_of
from services.pupil_attendance import rolls_of_pupils
from services.school_rules import rules_of
from services.unit import Unit
from storage import attendance_facts, attendance_warnings, calendar
from storage.tables import AttendanceWarning

AT_ONCE = 100  # pupils in one unit of work
OLD = timedelta(days=31)  # what ended longer ago is nothing to warn of any more


async def watch_attendance(unit: Unit) -> bool:
    """The job by the clock. Whether anybody was told anything."""
    due = await attendance_warnings.take_due(unit.session, unit.now, AT_ONCE)
    if not due:
        return False
    try:
        year = await year_of(unit)
    except Invalid:  # the classes are gone; there is nobody's homeroom teacher to tell
        return False
    found = await _findings(unit, due, year)
    standing: dict[int, list[AttendanceWarning]] = {id: [] for id in due}
    for each in await attendance_warnings.of_pupils(unit.session, due):
        if each.last >= year.first:
            standing[each.pupil_id].append(each)
    told = [await _settle(unit, id, found[id], standing[id]) for id in due]
    return any(told)


async def _findings(unit: Unit, pupil_ids: Sequence[int], year: Year) -> dict[int, list[Finding]]:
    """What is so of each pupil by the rolls of the year."""
    rules, days = await rules_of(unit), (year.first, year.last)
    facts = await attendance_facts.facts(unit.session, days, pupil_ids=pupil_ids)
    sums = sums_of(facts, rules.sessions_a_day)
    rolls = await rolls_of_pupils(unit, pupil_ids, days)
    weeks = await calendar.weeks(unit.session)
    breaks = [(week.starts, week.ends) for week in weeks if week.number is None]
    return {
        id: findings(
            sums.get(id, NONE).missed,
            {day for day, _ in rolls[id]},
            rules,
            f"{year.first:%Y}",
            breaks,
        )
        for id in pupil_ids
    }


async def _settle(
    unit: Unit, pupil_id: int, found: Sequence[Finding], standing: Sequence[AttendanceWarning]
) -> bool:
    """Tell what is new of a pupil, take back what is not so any more; whether anything was."""
    told = False
    for warning in standing:
        days = (warning.first, warning.last)
        if not any(one.is_same(warning.kind, warning.code, days) for one in found):
            told |= await untell(unit, warning)
    for one in found:
        known = any(one.is_same(w.kind, w.code, (w.first, w.last)) for w in standing)
        said = any(other.says_all_of(one) for other in found)
        if not known and not said and one.last >= unit.today - OLD:
            told |= await tell(unit, pupil_id, one)
    return told
