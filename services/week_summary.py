"""A class's week in the words of its class hour: absences, praise, reminders; and, for the homeroom
teacher alone, what is missing: rolls that were not taken, absences nobody has explained.

No reasons are in it, since it is read to the class.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from services.access import Action, Target
from services.attendance_states import Half
from services.attendance_sums import NONE, Sums, sums
from services.remarks import PRAISE, REMIND, remarks
from services.school_days import school_day
from services.school_rules import rules_of
from services.timetable import timetable
from services.unit import Unit
from storage import attendance_facts, families
from storage.remarks import RemarkRow

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Days:
    """The taught days of a week so far, and the number of the week in the plan (0: none)."""

    monday: date
    taught: tuple[date, ...]
    number: int


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


async def days_of(unit: Unit, monday: date) -> Days:
    """What was, or is, taught in a week."""
    found = [await school_day(unit, monday + timedelta(days=at)) for at in range(7)]
    taught = tuple(each.day for each in found if each.off is None)
    number = next((each.week for each in found if each.week is not None and each.off is None), 0)
    return Days(monday, taught, number or 0)


async def week_for(unit: Unit, class_id: int, monday: date) -> dict[str, Any]:
    """The summary for who has charge of the class, as JSON; raises `NotAllowed` for others."""
    unit.require(Action.SEE_WEEK, Target(class_id=class_id))
    return await week_of(unit, class_id, await days_of(unit, monday))


async def week_of(unit: Unit, class_id: int, days: Days) -> dict[str, Any]:
    """The summary of a class's week up to now; whether the reader may see it is asked before."""
    first, last = days.monday, min(days.monday + timedelta(days=6), unit.today)
    missed = await sums(unit, first, last, class_ids=[class_id])
    said = await remarks(unit, first, last, class_ids=[class_id])
    ids = {*missed, *(one.pupil_id for one in said if one.pupil_id is not None)}
    pupils = await families.pupils(unit.session, ids, last)
    rows: list[dict[str, Any]] = [
        {"name": pupils[id].name, "number": pupils[id].list_number, **_figures(missed[id])}
        for id in missed
        if id in pupils
    ]
    rows.sort(key=lambda row: (row["number"] is None, row["number"]))
    taken = await attendance_facts.taken(unit.session, (first, last), [class_id])
    shown = days.taught or (first,)
    return {
        "class": await families.class_name(unit.session, class_id),
        "week": days.number,
        "taught": bool(days.taught),
        "first": f"{shown[0]:%d/%m/%Y}",
        "last": f"{shown[-1]:%d/%m/%Y}",
        "rolls": len(taken),
        "rows": [row for row in rows if any(row[name] for name in FIGURES)],
        "sums": {
            name: sum(getattr(missed.get(id, NONE), name) for id in missed)
            for name in ("total", "excused", "unexcused", "unexplained", "late")
        },
        PRAISE: _said(said, PRAISE),
        REMIND: _said(said, REMIND),
        "gaps": [
            {"day": f"{day:%d/%m/%Y}", "weekday": day.weekday(), "half": half}
            for day, half in await _without_roll(unit, class_id, days)
            if (class_id, day, half) not in taken
        ],
        "open": [row["name"] for row in rows if row["open"]],
    }


FIGURES = ("excused", "unexcused", "open", "late", "left_early", "skipped")


def _figures(one: Sums) -> dict[str, int]:
    return {
        "excused": one.excused,
        "unexcused": one.unexcused,
        "open": one.unexplained,
        "late": one.late,
        "left_early": one.left_early,
        "skipped": one.skipped,
    }


def _said(rows: list[RemarkRow], kind: str) -> list[dict[str, Any]]:
    """The remarks of a kind, one entry for those of one message."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in rows:
        if row.kind != kind:
            continue
        key = (row.day, row.text, row.author_id) if row.pupil_id is not None else (row.id,)
        entry = found.setdefault(
            key,
            {
                "names": [],
                "text": row.text,
                "who": {"name": row.author, "gender": row.author_gender},
            },
        )
        if row.pupil is not None and row.pupil not in entry["names"]:
            entry["names"].append(row.pupil)
    return list(found.values())


async def _without_roll(unit: Unit, class_id: int, days: Days) -> list[tuple[date, str]]:
    """The half-days of the week with lessons that are over."""
    table, rules = await timetable(unit), await rules_of(unit)
    found = []
    for day in days.taught:
        lessons = table.of_day(class_id, day)
        for half in Half:
            periods = [lesson.period for lesson in lessons if lesson.half == half]
            if periods and rules.ends(day, half, unit.zone, max(periods)) <= unit.now:
                found.append((day, half.value))
    return found
