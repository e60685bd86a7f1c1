"""Countdown to the last days of marks (article 11.1): teachers 7, 3 and 1 days before and every day
after, one message for all that is missing; on Mondays and on the last day their department's head
and the vice principal. Silent where nothing is missing."""

from collections.abc import Iterable
from typing import Any

from services.daily import is_due
from services.rosters import classes
from services.school_days import planned
from services.score_gaps import Gap, gaps
from services.unit import Unit
from storage import departments, gradebook, households
from storage.outbox import Priority

TEACHER, HEADS = "score-reminder", "score-laggards"
KEY = "score-reminded"  # the last day on which it was looked at
BEFORE = (7, 3, 1, 0)
MONDAY = 0
AHEAD = 7


async def remind(unit: Unit) -> bool:
    """The job by the clock: once a day at the school's hour, on days that are taught; what was
    missed while the program was down comes the same day."""
    if not await is_due(unit, KEY):
        return False
    lists = [of.class_id for of in await classes(unit) if of.class_id is not None]
    if not lists or (await planned(unit, unit.today)).off:
        return False
    if not await gradebook.assessments(unit.session, lists):
        return False  # the school does not keep its marks here
    found = await gaps(unit, None, AHEAD)
    told = await _teachers(unit, [gap for gap in found if _is_told(gap)])
    weekly = unit.today.weekday() == MONDAY
    late = [g for g in found if g.is_late or (g.days == 0)]
    if late and (weekly or any(gap.days == 0 for gap in late)):
        told |= await _heads(unit, late)
    return told


def _is_told(gap: Gap) -> bool:
    """Whether a column is counted down today: on some days before its last, and daily after."""
    return gap.days is not None and (gap.days in BEFORE or gap.days < 0)


def as_facts(found: Iterable[Gap]) -> list[dict[str, Any]]:
    """Gaps as a notice carries them."""
    return [
        {
            "class": gap.class_name,
            "subject": gap.subject.name,
            "column": gap.column.code,
            "missing": gap.missing,
            "waiting": gap.make_up,
            "days": gap.days,
            "due": f"{gap.due:%d/%m}" if gap.due else "",
        }
        for gap in found
    ]


async def _teachers(unit: Unit, found: list[Gap]) -> bool:
    mine: dict[int, list[Gap]] = {}
    for gap in found:
        for person_id in gap.teachers:
            mine.setdefault(person_id, []).append(gap)
    for person_id, own in mine.items():
        await unit.notify(
            person_id,
            TEACHER,
            {"gaps": as_facts(own)},
            priority=Priority.NOTICE,
            key=f"{TEACHER}:{unit.today}:{person_id}",
        )
    return bool(mine)


async def _heads(unit: Unit, late: list[Gap]) -> bool:
    """To each department's head its own, to the vice principals the school's."""
    told = False
    of = await departments.of_people(unit.session, {p for gap in late for p in gap.teachers})
    for head, department in await departments.heads(unit.session):
        own = [gap for gap in late if any(of.get(p) == department for p in gap.teachers)]
        told |= await _head(unit, head, own)
    for vice in await households.holders_of(unit.session, "vice_principal"):
        told |= await _head(unit, vice, late)
    return told


async def _head(unit: Unit, person_id: int, late: list[Gap]) -> bool:
    if not late:
        return False
    row = await unit.notify(
        person_id,
        HEADS,
        {"gaps": as_facts(late)},
        priority=Priority.NOTICE,
        key=f"{HEADS}:{unit.today}:{person_id}",
    )
    return row is not None
