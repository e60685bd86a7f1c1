"""Changes in the size of classes: who came, left, dropped out, changed class or came back.

They follow from the enrolments alone, so what was entered in a chat and what came with a workbook
count alike, and what was taken back is not in it. Enrolments that begin with the school year are
no change, nor are those that end with it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from services.unit import Unit
from storage import class_changes as store
from storage.class_changes import Stay

CHANGED_CLASS, DROPPED_OUT, GRADUATED = "changed_class", "dropped_out", "graduated"
KINDS = ("in", "out", "dropped", "moved", "returned")
ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ClassChange:
    """One change, in force from `day` on. `kind` is one of `KINDS`; the classes are names, empty
    where the pupil comes from or goes outside."""

    pupil_id: int
    name: str
    day: date
    kind: str
    from_class: str | None
    to_class: str | None


async def changes(unit: Unit, first: date, last: date) -> list[ClassChange]:
    """The changes in force from a day of these on, both ends counted, by day, class and name
    (article 4.1 has the vice principal watch them). Whether the actor may know is asked before."""
    found = await store.touched(unit.session, first, last, first - ONE)
    return [each for each in changes_of(found) if first <= each.day <= last]


def changes_of(stays: Iterable[Stay]) -> list[ClassChange]:
    """All changes in these pupils' stays, which must be complete for each pupil."""
    ordered = sorted(stays, key=lambda s: (s.pupil_id, s.starts, s.id))
    made: list[ClassChange] = []
    for _, of_pupil in groupby(ordered, key=lambda s: s.pupil_id):
        made += _of_pupil(list(of_pupil))
    return sorted(made, key=lambda c: (c.day, c.from_class or c.to_class or "", c.name))


def _of_pupil(stays: Sequence[Stay]) -> list[ClassChange]:
    found: list[ClassChange] = []
    for at, stay in enumerate(stays):
        before = stays[at - 1] if at else None
        after = stays[at + 1] if at + 1 < len(stays) else None
        if stay.starts > stay.year_starts:
            kind = _came(before, stay)
            left = before.class_name if before is not None and kind == "moved" else None
            found.append(_change(stay, stay.starts, kind, left, stay.class_name))
        if _left(stay, after) and stay.ends is not None:
            kind = "dropped" if stay.outcome == DROPPED_OUT else "out"
            found.append(_change(stay, stay.ends + ONE, kind, stay.class_name, None))
    return found


def _came(before: Stay | None, stay: Stay) -> str:
    if before is None:
        return "in"
    return "moved" if before.outcome == CHANGED_CLASS else "returned"


def _left(stay: Stay, after: Stay | None) -> bool:
    """Whether the pupil was in no class once this stay had ended."""
    if stay.ends is None or stay.ends >= stay.year_ends or stay.outcome == GRADUATED:
        return False
    if stay.outcome == CHANGED_CLASS:
        return False
    return after is None or after.starts > stay.ends + ONE


def _change(stay: Stay, day: date, kind: str, left: str | None, now: str | None) -> ClassChange:
    return ClassChange(stay.pupil_id, stay.name, day, kind, left, now)
