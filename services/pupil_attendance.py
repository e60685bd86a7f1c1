"""One child's attendance over a month, a term or the school year: figures, and a mark for each day.

The same for the family and for the homeroom teacher, with one difference: the limit of 45 sessions
(circular 22/2021 art. 12.1c) is not shown to a family before 20 (a rule) were missed, since a
figure that far off only frightens. Reasons for leave are not read here at all.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from services.access import Action, Target, may
from services.attendance_periods import period
from services.attendance_states import State
from services.attendance_sums import LIMIT, NONE, ORDER, Sums, is_missed, sums_of
from services.errors import NotFound
from services.periods import Period, Year, year_of
from services.rosters import RollList, roster
from services.school_days import school_day
from services.school_rules import rules_of
from services.unit import Unit
from storage import attendance_facts, attendance_warnings, families, pupil_days
from storage.attendance_facts import Fact
from storage.families import PupilRow


class Mark(StrEnum):
    """How a day looks in the calendar."""

    PRESENT = "present"
    EXCUSED = "excused"
    UNEXCUSED = "unexcused"
    UNEXPLAINED = "unexplained"
    LATE = "late"
    EARLY = "early"
    LESSON = "lesson"  # a lesson was missed of a session attended
    NO_ROLL = "no-roll"
    OFF = "off"
    AHEAD = "ahead"
    ELSEWHERE = "elsewhere"  # outside of the school year, or of the pupil's time here


MISSED = {State.UNEXCUSED: Mark.UNEXCUSED, State.UNEXPLAINED: Mark.UNEXPLAINED}


@dataclass(frozen=True, slots=True)
class Look:
    """See the module. `sessions` are those of the child's class that have a roll; `limit` is empty
    where it is not shown to this reader; `own`: it is the reader's own child."""

    pupil: PupilRow
    period: Period
    year: Year
    sums: Sums
    of_year: Sums
    sessions: int
    days: tuple[tuple[date, Mark], ...]
    weekdays: tuple[int, ...]
    own: bool
    limit: int | None

    @property
    def present(self) -> int:
        """The sessions with a roll that the child came to."""
        return max(0, self.sessions - self.sums.total)


@dataclass(frozen=True, slots=True)
class ClassLine:
    """What a pupil of a class missed since the year began; `open`: an early warning stands, and
    no talk with the family was kept."""

    pupil_id: int
    number: int | None
    name: str
    sums: Sums
    open: bool = False


async def look(unit: Unit, pupil_id: int, code: str | None = None) -> Look:
    """A child's attendance; `code` as in `attendance_periods.Period`, this month without one.

    Raises `NotFound` for no such pupil, `NotAllowed`, and what `attendance_periods.period` raises.
    """
    pupil = (await families.pupils(unit.session, [pupil_id], unit.today)).get(pupil_id)
    if pupil is None:
        raise NotFound("attendance-no-such-pupil")
    actor = unit.require(Action.SEE_ATTENDANCE, Target(class_id=pupil.class_id, pupil_id=pupil_id))
    rules, year = await rules_of(unit), await year_of(unit)
    chosen = period(year, unit.today, code)
    facts = await attendance_facts.facts(
        unit.session, (year.first, year.last), pupil_ids=[pupil_id]
    )
    rolls = await own_rolls(unit, pupil_id, (year.first, year.last))
    inside = {(day, half) for day, half in rolls if chosen.first <= day <= chosen.last}
    days = {day for day, _ in inside}
    of_year = sums_of(facts, rules.sessions_a_day).get(pupil_id, NONE)
    within = [fact for fact in facts if chosen.first <= fact.day <= chosen.last]
    own = pupil_id in actor.children
    shown = not own or of_year.total >= rules.limit_shown_from
    return Look(
        pupil,
        chosen,
        year,
        sums_of(within, rules.sessions_a_day).get(pupil_id, NONE),
        of_year,
        len(inside) if rules.sessions_a_day > 1 else len(days),
        tuple(await _days(unit, chosen, year, pupil.class_id, facts=within, rolled=days)),
        tuple(sorted({*rules.weekdays, *(day.weekday() for day in days)})),
        own,
        LIMIT if shown else None,
    )


async def own_rolls(unit: Unit, pupil_id: int, days: tuple[date, date]) -> set[tuple[date, str]]:
    """The days and half-days on which the class that the pupil was in then has a roll."""
    return (await rolls_of_pupils(unit, [pupil_id], days))[pupil_id]


async def rolls_of_pupils(
    unit: Unit, pupil_ids: Collection[int], days: tuple[date, date]
) -> Mapping[int, set[tuple[date, str]]]:
    """The same for several pupils."""
    enrolled = await pupil_days.enrolments(unit.session, pupil_ids)
    taken = await attendance_facts.taken(unit.session, days, {one.class_id for one in enrolled})
    by_class: dict[int, list[tuple[date, str]]] = {}
    for class_id, day, half in taken:
        by_class.setdefault(class_id, []).append((day, half))
    found: dict[int, set[tuple[date, str]]] = {id: set() for id in pupil_ids}
    for one in enrolled:
        found[one.pupil_id] |= {
            (day, half) for day, half in by_class.get(one.class_id, ()) if one.holds(day)
        }
    return found


async def _days(
    unit: Unit,
    chosen: Period,
    year: Year,
    class_id: int | None,
    *,
    facts: Sequence[Fact],
    rolled: Collection[date],
) -> list[tuple[date, Mark]]:
    """Every day of the period with its mark."""
    marked: dict[date, Mark] = {}
    for fact in facts:
        marked[fact.day] = _graver(marked.get(fact.day), _mark(fact))
    found, day = [], chosen.first
    while day <= chosen.last:
        mark = marked.get(day, Mark.PRESENT if day in rolled else None)
        if mark is None:
            mark = await _without_roll(unit, day, year, class_id)
        found.append((day, mark))
        day += timedelta(days=1)
    return found


async def _without_roll(unit: Unit, day: date, year: Year, class_id: int | None) -> Mark:
    if not year.first <= day <= year.last:
        return Mark.ELSEWHERE
    if (await school_day(unit, day, class_id)).off is not None:
        return Mark.OFF
    return Mark.AHEAD if day >= unit.today else Mark.NO_ROLL


def _mark(fact: Fact) -> Mark:
    state = State(fact.state)
    if is_missed(fact):
        return MISSED.get(state, Mark.EXCUSED)
    if state.is_absent:
        return Mark.LESSON
    return Mark.LATE if state is State.LATE else Mark.EARLY


GRAVER = (*(MISSED.get(state, Mark.EXCUSED) for state in ORDER), Mark.LATE, Mark.EARLY, Mark.LESSON)


def _graver(old: Mark | None, new: Mark) -> Mark:
    """Of two halves of a day the one that is to be seen."""
    return new if old is None else min(old, new, key=GRAVER.index)


@dataclass(frozen=True, slots=True)
class ClassLook:
    """What the pupils of a class missed in a period: those who missed something or came late, the
    most first."""

    of: RollList
    period: Period
    year: Year
    size: int
    lines: tuple[ClassLine, ...]


async def look_at_class(unit: Unit, of: RollList, code: str | None = None) -> ClassLook:
    """A class's attendance; the year's without a `code`. Raises `NotAllowed`, and what
    `attendance_periods.period` raises."""
    unit.require(Action.SEE_ATTENDANCE, of.target)
    year = await year_of(unit)
    chosen = period(year, unit.today, code or "y")
    members = await roster(unit, of, unit.today)
    facts = await attendance_facts.facts(
        unit.session,
        (chosen.first, chosen.last),
        pupil_ids=[place.pupil_id for place in members.members],
    )
    sums = sums_of(facts, (await rules_of(unit)).sessions_a_day)
    warned = {
        each.pupil_id
        for each in await attendance_warnings.of_pupils(unit.session, list(sums))
        if each.talked_at is None and each.last >= of.starts and each.kind != "dropout"
    }
    lines = [
        ClassLine(
            place.pupil_id,
            place.number,
            place.full_name,
            sums[place.pupil_id],
            place.pupil_id in warned,
        )
        for place in members.members
        if place.pupil_id in sums
    ]
    lines.sort(key=lambda line: (-line.sums.total, -line.sums.late, line.number or 0))
    return ClassLook(of, chosen, year, len(members.members), tuple(lines))


def may_see_class(unit: Unit, class_id: int | None) -> bool:
    """Whether the actor may see the attendance of a class's pupils."""
    return may(unit.who, Action.SEE_ATTENDANCE, Target(class_id=class_id))
