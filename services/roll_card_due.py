"""Which classes are to be asked for their roll now, and whom the timetable names for it.

A card is of use from ten minutes (a rule) after the bell of the class's first lesson until its last
lesson ends; whoever starts the program in between still asks, later nobody does.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.attendance_states import Half
from services.departures import departures
from services.rosters import classes
from services.school_days import school_day
from services.school_rules import rules_of
from services.timetable import timetable
from services.unit import Unit
from storage import calendar, class_sessions
from storage.calendar import Lesson

Place = tuple[int, str]  # a class and a half-day


@dataclass(frozen=True, slots=True)
class Taught:
    """A class's lessons of one half-day: the one that is on, and when the last is over."""

    class_id: int
    half: str
    lesson: Lesson
    ends: datetime

    @property
    def place(self) -> Place:
        """The class and the half-day."""
        return self.class_id, self.half


async def in_time(unit: Unit) -> dict[Place, Taught]:
    """The sessions that can be asked about at this moment."""
    day = unit.today
    moved = await departures(unit)
    plain = moved.plain(day)
    if (await school_day(unit, day)).off is not None:
        return {}
    rules, found = await rules_of(unit), {}
    for (class_id, name), lessons in (await _of_day(unit, plain=plain)).items():
        half = Half(name)
        if not plain and await _is_off(unit, class_id, half):
            continue
        bell = rules.lesson_starts(day, half, lessons[0].period, unit.zone)
        ends = rules.ends(day, half, unit.zone, lessons[-1].period)
        if not bell + timedelta(minutes=rules.card_after) <= unit.now < ends:
            continue
        begun = [
            lesson
            for lesson in lessons
            if rules.lesson_starts(day, half, lesson.period, unit.zone) <= unit.now
        ]
        found[class_id, name] = Taught(class_id, name, begun[-1], ends)
    return found


async def _is_off(unit: Unit, class_id: int, half: Half) -> bool:
    """Whether this class has no lessons that half-day, though others may."""
    if (await school_day(unit, unit.today, class_id)).off is not None:
        return True
    return (await departures(unit)).shut(class_id, unit.today, half) is not None


async def _of_day(unit: Unit, *, plain: bool) -> Mapping[Place, list[Lesson]]:
    """The lessons of this year's classes on the unit's day, in order. All `plain` days of a weekday
    are alike and are remembered as one."""
    day = unit.today
    ids = frozenset(each.class_id for each in await classes(unit) if each.class_id is not None)

    async def load() -> Mapping[Place, list[Lesson]]:
        found: dict[Place, list[Lesson]] = {}
        table = await timetable(unit)
        for class_id in sorted(ids):
            for lesson in sorted(table.of_day(class_id, day), key=lambda each: each.period):
                found.setdefault((class_id, lesson.half), []).append(lesson)
        return found

    return await unit.cached(("lessons-of", day.weekday() if plain else day, ids), load)


async def whom_to_ask(unit: Unit, sessions: Collection[Taught]) -> dict[Place, int]:
    """One person for each session, as far as anybody can be written to.

    In the homeroom teacher's own lessons that teacher; else who stands in, then whom the timetable
    names, then the homeroom teacher.
    """
    day, table = unit.today, await timetable(unit)
    stand_ins: dict[Place, list[int]] = {}
    for each in await calendar.substitutes(unit.session, day):
        stand_ins.setdefault((each.class_id, each.half), []).append(each.person_id)
    ids = [one.class_id for one in sessions]
    homerooms = await class_sessions.homerooms(unit.session, ids, day)
    wanted: dict[Place, list[int]] = {}
    for one in sessions:
        own, others = homerooms.get(one.class_id, []), stand_ins.get(one.place, [])
        if one.lesson.subject_id is None:
            wanted[one.place] = [*own, *others]
        else:
            named = sorted(table.teachers(one.lesson, day))
            wanted[one.place] = [*others, *named, *own]
    everybody = {person for people in wanted.values() for person in people}
    there = await class_sessions.reachable(unit.session, everybody)
    return {
        place: people[0]
        for place, every in wanted.items()
        if (people := [person for person in every if person in there])
    }
