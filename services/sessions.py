"""Which session a message means: a list, a day, a half-day, and whether it is a main lesson.

What the message does not say comes from the timetable of the class: the half-day with lessons, and
of two the one nearest to the time of writing.
"""

from dataclasses import dataclass
from datetime import date

from services.attendance_states import Half, SessionKind
from services.departures import departures
from services.rosters import RollList
from services.school_rules import SchoolRules, rules_of
from services.timetable import halves
from services.unit import Unit


@dataclass(frozen=True, slots=True)
class Session:
    """One session of a class or group."""

    of: RollList
    day: date
    half: Half
    kind: SessionKind


async def session_for(
    unit: Unit,
    of: RollList,
    day: date | None = None,
    half: Half | None = None,
    kind: SessionKind | None = None,
) -> Session:
    """The session meant; what is None is taken from the list, the timetable and the time."""
    day = day or unit.today
    if of.group_id is not None:
        kind = of.kind
    kind = kind or SessionKind.MAIN
    if half is None:
        possible = (
            await halves(unit, of.class_id, day)
            if kind is SessionKind.MAIN and of.class_id is not None
            else []
        )
        moved = await departures(unit)
        held = [each for each in possible if moved.shut(of.class_id, day, each) is None]
        possible = held or possible
        half = _nearest(unit, await rules_of(unit), day, possible or list(Half))
    return Session(of, day, half, kind)


def _nearest(unit: Unit, rules: SchoolRules, day: date, possible: list[Half]) -> Half:
    """The half-day that goes on at the time of writing, or is nearest to it; else the first."""
    if len(possible) == 1 or day != unit.today:
        return possible[0]

    def distance(half: Half) -> float:
        bell, end = rules.bell(day, half, unit.zone), rules.ends(day, half, unit.zone)
        return max((bell - unit.now).total_seconds(), (unit.now - end).total_seconds(), 0)

    return min(possible, key=distance)
