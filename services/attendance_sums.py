"""Counting absences: one way, so that a child's page, the warnings and the month's book agree.

Circular 22/2021 art. 12.1c: more than 45 sessions missed in a school year, with or without leave,
and the pupil stays down. One session is counted a day, whatever the day's halves; a school that
teaches both halves every day may count two (the rule `sessions_a_day`). Extra classes, clubs,
lateness, early leaving and single skipped lessons do not count.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from services.attendance_states import State
from services.school_rules import rules_of
from services.unit import Unit
from storage import attendance_facts
from storage.attendance_facts import Fact

LIMIT = 45  # sessions a year, circular 22/2021 art. 12.1c
ORDER = (State.UNEXCUSED, State.UNEXPLAINED, State.EXCUSED)  # of two halves the graver is the day's


@dataclass(frozen=True, slots=True)
class Missed:
    """One counted absence: a day, or a half of it where two are counted (`half` is set then)."""

    day: date
    state: State
    half: str | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """What one pupil missed in a stretch of days. `missed` are the counted absences by day, P, K
    and not yet explained; the rest does not count: `late` and `left_early` are times, `skipped`
    are lessons missed of a session that the pupil attended."""

    missed: tuple[Missed, ...] = ()
    late: int = 0
    left_early: int = 0
    skipped: int = 0
    days_late: tuple[date, ...] = field(default=())

    @property
    def total(self) -> int:
        """TS: all counted absences."""
        return len(self.missed)

    @property
    def excused(self) -> int:
        """P."""
        return self._count(State.EXCUSED)

    @property
    def unexcused(self) -> int:
        """K."""
        return self._count(State.UNEXCUSED)

    @property
    def unexplained(self) -> int:
        """Not yet settled as P or K."""
        return self._count(State.UNEXPLAINED)

    def _count(self, state: State) -> int:
        return sum(each.state is state for each in self.missed)

    def within(self, first: date, last: date) -> tuple[Missed, ...]:
        """The counted absences of some of the days."""
        return tuple(each for each in self.missed if first <= each.day <= last)


NONE = Sums()


def is_missed(fact: Fact) -> bool:
    """Whether the pupil missed the whole of a main session."""
    return fact.kind == "main" and fact.period is None and State(fact.state).is_absent


def sums_of(facts: Iterable[Fact], sessions_a_day: int = 1) -> dict[int, Sums]:
    """The sums of each pupil who is in the facts; the others have `NONE`."""
    missed: dict[int, dict[tuple[date, str | None], State]] = {}
    late: dict[int, list[date]] = {}
    early: dict[int, int] = {}
    skipped: dict[int, int] = {}
    for fact in facts:
        if fact.kind != "main":
            continue
        state = State(fact.state)
        if is_missed(fact):
            key = (fact.day, fact.half if sessions_a_day > 1 else None)
            of = missed.setdefault(fact.pupil_id, {})
            of[key] = min(of.get(key, state), state, key=ORDER.index)
        elif state.is_absent:
            skipped[fact.pupil_id] = skipped.get(fact.pupil_id, 0) + 1
        elif state is State.LATE:
            late.setdefault(fact.pupil_id, []).append(fact.day)
        elif state is State.LEFT_EARLY:
            early[fact.pupil_id] = early.get(fact.pupil_id, 0) + 1
    found: dict[int, Sums] = {}
    for id in (*missed, *late, *early, *skipped):
        if id in found:
            continue
        days = missed.get(id, {})
        found[id] = Sums(
            tuple(Missed(day, days[day, half], half) for day, half in sorted(days, key=_by_day)),
            late=len(late.get(id, ())),
            left_early=early.get(id, 0),
            skipped=skipped.get(id, 0),
            days_late=tuple(sorted(late.get(id, ()))),
        )
    return found


def _by_day(key: tuple[date, str | None]) -> tuple[date, bool]:
    return key[0], key[1] == "afternoon"


async def sums(
    unit: Unit,
    first: date,
    last: date,
    *,
    class_ids: Collection[int] | None = None,
    pupil_ids: Collection[int] | None = None,
) -> dict[int, Sums]:
    """The sums of these days, both ends counted, by pupil; who missed nothing is not in it.

    The rolls follow the pupil: one who changed class keeps what was missed in the other, so ask by
    `pupil_ids` for a child's own figures. Whether the actor may know is asked before.
    """
    facts = await attendance_facts.facts(
        unit.session, (first, last), class_ids=class_ids, pupil_ids=pupil_ids
    )
    return sums_of(facts, (await rules_of(unit)).sessions_a_day)
