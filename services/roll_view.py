"""A roll as people look at it: who was missing in the order of the list, and the counts.

The same picture serves the echo, the look at today's roll and the grid, so that no two of them
count differently.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from services.attendance_states import State
from services.leave_on_roll import Known
from services.rosters import Roster
from services.sessions import Session
from services.standing import Standing
from storage.rosters import Place

ORDER = (
    State.UNEXPLAINED,
    State.UNEXCUSED,
    State.EXCUSED,
    State.LATE,
    State.LEFT_EARLY,
    State.PRESENT,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One pupil and how they stood."""

    place: Place
    standing: Standing


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of `on_roll` were there, and how the others stood; a lesson skipped or missed with
    leave (`skipped`) is no absence from the session."""

    on_roll: int
    excused: int = 0
    unexcused: int = 0
    unexplained: int = 0
    late: int = 0
    left_early: int = 0
    skipped: int = 0

    @property
    def absent(self) -> int:
        """All who were absent for the whole session."""
        return self.excused + self.unexcused + self.unexplained

    @property
    def present(self) -> int:
        """All others, also those who came late, left early or skipped a lesson."""
        return self.on_roll - self.absent


@dataclass(frozen=True, slots=True)
class RollView:
    """A roll ready to be shown; `known` is what families have said, by pupil."""

    session: Session
    lines: tuple[Line, ...]
    counts: Counts
    namesakes: frozenset[int]
    known: Mapping[int, Known] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)


def view(session: Session, of: Roster, standings: Mapping[int, Standing]) -> RollView:
    """The roll of `session` with these standings."""
    order = {place.pupil_id: at for at, place in enumerate((*of.members, *of.others))}
    lines = [Line(of.by_id[id], s) for id, s in standings.items() if id in of.by_id]
    lines.sort(key=lambda line: (ORDER.index(line.standing.state), order[line.place.pupil_id]))
    return RollView(session, tuple(lines), count(len(of.members), standings.values()), twins(of))


def count(on_roll: int, standings: Iterable[Standing]) -> Counts:
    """Count how pupils stood."""
    found = dict.fromkeys(State, 0)
    skipped = 0
    for standing in standings:
        if standing.state.is_absent and standing.period is not None:
            skipped += 1
        else:
            found[standing.state] += 1
    return Counts(
        on_roll,
        excused=found[State.EXCUSED],
        unexcused=found[State.UNEXCUSED],
        unexplained=found[State.UNEXPLAINED],
        late=found[State.LATE],
        left_early=found[State.LEFT_EARLY],
        skipped=skipped,
    )


def twins(of: Roster) -> frozenset[int]:
    """Those on the list who share their full name with another; a birth date tells them apart."""
    seen: dict[str, list[int]] = {}
    for place in of.members:
        seen.setdefault(place.full_name.casefold(), []).append(place.pupil_id)
    return frozenset(id for ids in seen.values() if len(ids) > 1 for id in ids)
