"""How much was missed in the last weeks, day by day: what the chart of the board shows.

Absences are counted as everywhere (`services.attendance_sums`): one session a day, or two where
the school counts two; against the pupils on the rolls of that day.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from services.access import Action
from services.attendance_states import State
from services.attendance_sums import sums
from services.school_rules import rules_of
from services.unit import Unit
from storage import board as store

WEEKS = 4


@dataclass(frozen=True, slots=True)
class Share:
    """A day or a week: absences by kind, of `size` sessions that pupils had to attend."""

    size: int
    excused: int
    unexcused: int
    unexplained: int

    @property
    def absent(self) -> int:
        """All of them."""
        return self.excused + self.unexcused + self.unexplained

    @property
    def rate(self) -> float:
        """The share that was missed, 0 to 1."""
        return self.absent / self.size if self.size else 0.0


@dataclass(frozen=True, slots=True)
class Trend:
    """The days that have rolls, in order, and their weeks by Monday."""

    days: dict[date, Share]
    weeks: dict[date, Share]


async def trend(unit: Unit, day: date) -> Trend:
    """The four weeks that end with that of `day`; raises `NotAllowed`."""
    unit.require(Action.SEE_BOARD)
    last = min(day, unit.today)
    first = last - timedelta(days=last.weekday(), weeks=WEEKS - 1)
    twice = (await rules_of(unit)).sessions_a_day > 1
    on_roll: dict[date, dict[tuple[int, str], int]] = {}
    for at, class_id, half, size in await store.on_rolls(unit.session, (first, last)):
        key = class_id, half if twice else ""
        of = on_roll.setdefault(at, {})
        of[key] = max(of.get(key, 0), size)
    missed: Counter[tuple[date, State]] = Counter()
    for one in (await sums(unit, first, last)).values():
        missed.update((each.day, each.state) for each in one.missed)
    days = {
        at: Share(
            sum(of.values()),
            missed[at, State.EXCUSED],
            missed[at, State.UNEXCUSED],
            missed[at, State.UNEXPLAINED],
        )
        for at, of in sorted(on_roll.items())
    }
    return Trend(days, _weeks(days))


def _weeks(days: dict[date, Share]) -> dict[date, Share]:
    """The days of each week added up, under its Monday."""
    found: dict[date, Share] = {}
    for day, share in days.items():
        monday = day - timedelta(days=day.weekday())
        so_far = found.get(monday, Share(0, 0, 0, 0))
        found[monday] = Share(
            so_far.size + share.size,
            so_far.excused + share.excused,
            so_far.unexcused + share.unexcused,
            so_far.unexplained + share.unexplained,
        )
    return found
