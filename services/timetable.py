"""Whom the timetable and the substitutions name for a class: on a day, in a half-day, right now.

The whole timetable of a school is a few hundred lessons; it is read once and remembered until an
import changes it. Substitutions are made by the minute and are read each time.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from services.attendance_states import Half
from services.departures import NONE, Departures, departures
from services.school_rules import rules_of
from services.unit import Unit
from storage import calendar, roll_cards
from storage.calendar import Lesson, Taught

EARLY = timedelta(minutes=15)  # a teacher may write this long before and after the lesson


@dataclass(frozen=True, slots=True)
class Timetable:
    """The lessons by class, who teaches what by class, and the days that depart from it."""

    lessons: dict[int, tuple[Lesson, ...]]
    taught: dict[int, tuple[Taught, ...]]
    departures: Departures = NONE

    def of_day(self, class_id: int, day: date) -> list[Lesson]:
        """The lessons of a class on a day, in no order of halves; a day on which lessons are made
        up has those. Whether the day or a half of it was called off is asked elsewhere."""
        weekday = self.departures.weekday(day)
        found = self._of_weekday(class_id, weekday)
        for makeup in self.departures.made_up(class_id, day):
            brought = self._of_weekday(class_id, self.departures.weekday(makeup.for_day))
            brought = [les for les in brought if makeup.half in (None, les.half)]
            halves = {les.half for les in brought}
            found = [les for les in found if les.half not in halves] + brought
        return found

    def _of_weekday(self, class_id: int, weekday: int) -> list[Lesson]:
        return [les for les in self.lessons.get(class_id, ()) if les.weekday == weekday]

    def teachers(self, lesson: Lesson, day: date) -> set[int]:
        """Who gives this lesson on `day`."""
        return {
            each.person_id
            for each in self.taught.get(lesson.class_id, ())
            if each.subject_id == lesson.subject_id and each.holds(day)
        }


async def timetable(unit: Unit) -> Timetable:
    """The school's timetable."""

    async def load() -> Timetable:
        lessons: dict[int, list[Lesson]] = {}
        for lesson in await calendar.lessons(unit.session):
            lessons.setdefault(lesson.class_id, []).append(lesson)
        taught: dict[int, list[Taught]] = {}
        for each in await calendar.teachings(unit.session):
            taught.setdefault(each.class_id, []).append(each)
        return Timetable(
            {id: tuple(some) for id, some in lessons.items()},
            {id: tuple(some) for id, some in taught.items()},
            await departures(unit),
        )

    return await unit.cached(("timetable",), load)


async def halves(unit: Unit, class_id: int, day: date) -> list[Half]:
    """The half-days on which the class has lessons on `day`, in order."""
    table = await timetable(unit)
    found = {Half(lesson.half) for lesson in table.of_day(class_id, day)}
    return [half for half in Half if half in found]


async def named_for(unit: Unit, class_id: int, day: date, half: Half) -> frozenset[int]:
    """Everybody whom the timetable or a substitution names for that class and half-day, and whoever
    holds its roll card."""
    table = await timetable(unit)
    people: set[int] = set()
    for lesson in table.of_day(class_id, day):
        if lesson.half == half:
            people |= table.teachers(lesson, day)
    stand_ins = await calendar.substitutes(unit.session, day, class_id=class_id)
    people |= {s.person_id for s in stand_ins if s.half == half}
    holder = await roll_cards.holder(unit.session, class_id, day, half.value)
    return frozenset(people if holder is None else people | {holder})


async def classes_now(unit: Unit, person_id: int) -> list[int]:
    """The classes that the timetable or a substitution names this person for at this moment."""
    table, rules, day = await timetable(unit), await rules_of(unit), unit.today
    found = set()
    for class_id, taught in table.taught.items():
        if not any(t.person_id == person_id and t.holds(day) for t in taught):
            continue
        for lesson in table.of_day(class_id, day):
            if table.departures.shut(class_id, day, Half(lesson.half)) is not None:
                continue
            starts = rules.lesson_starts(day, Half(lesson.half), lesson.period, unit.zone)
            ends = starts + timedelta(minutes=rules.lesson)
            if starts - EARLY <= unit.now <= ends + EARLY and person_id in table.teachers(
                lesson, day
            ):
                found.add(class_id)
    for stand_in in await calendar.substitutes(unit.session, day, person_id=person_id):
        half = Half(stand_in.half)
        starts, ends = rules.bell(day, half, unit.zone), rules.ends(day, half, unit.zone)
        if starts - EARLY <= unit.now <= ends + EARLY:
            found.add(stand_in.class_id)
    return sorted(found)
