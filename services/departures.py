"""Where a day departs from the timetable: lessons called off, made up, or those of another day.

Kept apart from the calendar and the timetable, which both ask it. A school has a handful of these
a year; they are read once and remembered until one is added or taken back.
"""

from dataclasses import dataclass, field
from datetime import date

from services.attendance_states import Half
from services.unit import Unit
from storage import calendar, closures, households


@dataclass(frozen=True, slots=True)
class Shut:
    """Days without lessons; `class_ids` empty for the whole school, `half` for whole days."""

    id: int
    class_ids: frozenset[int] | None
    first: date
    last: date
    half: Half | None
    reason: str | None

    def covers(self, class_id: int | None, day: date) -> bool:
        """Whether it concerns this class (without one: the whole school) on that day."""
        if not self.first <= day <= self.last:
            return False
        return self.class_ids is None or (class_id is not None and class_id in self.class_ids)


@dataclass(frozen=True, slots=True)
class Makeup:
    """The lessons of `for_day` are held on `day`; classes and half as in the closure."""

    id: int
    closure_id: int
    class_ids: frozenset[int] | None
    for_day: date
    day: date
    half: Half | None


@dataclass(frozen=True, slots=True)
class Departures:
    """See the module; `follows` are the days with another weekday's timetable."""

    shuts: tuple[Shut, ...] = ()
    makeups: tuple[Makeup, ...] = ()
    follows: dict[date, int] = field(default_factory=dict)

    def shut(self, class_id: int | None, day: date, half: Half | None = None) -> Shut | None:
        """What called off that half-day, or, without a half, the whole day."""
        found = [each for each in self.shuts if each.covers(class_id, day)]
        whole = [each for each in found if each.half in (None, half)]
        if whole or half is not None:
            return whole[0] if whole else None
        return found[0] if {each.half for each in found} >= set(Half) else None

    def made_up(self, class_id: int | None, day: date) -> list[Makeup]:
        """The lessons that this class (without one: any class) makes up on that day."""
        return [
            each
            for each in self.makeups
            if each.day == day
            and (class_id is None or each.class_ids is None or class_id in each.class_ids)
        ]

    def weekday(self, day: date) -> int:
        """The weekday whose timetable is taught on that day, 0 = Monday."""
        return self.follows.get(day, day.weekday())

    def plain(self, day: date) -> bool:
        """Whether that day is like every other day of its name."""
        return (
            day not in self.follows
            and not any(each.first <= day <= each.last for each in self.shuts)
            and not any(each.day == day for each in self.makeups)
        )


NONE = Departures()


async def departures(unit: Unit) -> Departures:
    """All that stand."""
    return await unit.cached(("departures",), lambda: _load(unit))


async def _load(unit: Unit) -> Departures:
    shuts: dict[int, Shut] = {}
    for row in await closures.standing(unit.session):
        ids = await _classes(unit, row.scope, row.ids, row.starts)
        half = Half(row.half) if row.half else None
        shuts[row.id] = Shut(row.id, ids, row.starts, row.ends, half, row.reason)
    made = [
        Makeup(row.id, row.closure_id, of.class_ids, row.for_day, row.day, of.half)
        for row in await closures.makeups(unit.session)
        if (of := shuts.get(row.closure_id)) is not None
    ]
    follows = {
        day: moved.follows
        for day, moved in (await calendar.overrides(unit.session)).items()
        if moved.taught and moved.follows is not None
    }
    return Departures(tuple(shuts.values()), tuple(made), follows)


async def _classes(unit: Unit, scope: str, ids: list[int], day: date) -> frozenset[int] | None:
    if scope == "school":
        return None
    if scope == "class":
        return frozenset(ids)
    every = await households.classes(unit.session, day)
    return frozenset(each.id for each in every if each.grade in ids)
