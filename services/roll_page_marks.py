"""The marks in the cells of a roll page, and what a confirmed month said before its corrections.

A cell is a pupil's day; it holds one mark, or two (morning, afternoon) in a school that counts two
sessions a day. The marks are those that `attendance_sums` counts, so that page and sums agree.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from services.attendance_states import Half, State
from services.attendance_sums import Sums
from storage.attendance_facts import Fact
from storage.roll_book import Change

MARKS = {State.EXCUSED: "P", State.UNEXCUSED: "K", State.UNEXPLAINED: "?"}
HALVES = [half.value for half in Half]
Marks = dict[date, list[str]]
Place = tuple[int, date, str]  # a pupil in a session


def marks_of(sums: Sums, sessions_a_day: int) -> Marks:
    """The marks of one pupil by day, `sessions_a_day` to a day; days without
    an absence are not in it."""
    found: Marks = {}
    for each in sums.missed:
        cell = found.setdefault(each.day, [""] * sessions_a_day)
        cell[HALVES.index(each.half) if each.half else 0] = MARKS[each.state]
    return found


def earliest(changes: Iterable[Change]) -> dict[Place, Change]:
    """The first change of each standing: its `old` is what stood before any of them."""
    found: dict[Place, Change] = {}
    for change in changes:
        found.setdefault((change.pupil_id, change.day, change.half), change)
    return found


def as_before(facts: Iterable[Fact], changes: Iterable[Change], class_id: int) -> list[Fact]:
    """The facts of a class as they stood before these changes (oldest first)."""
    first = earliest(changes)
    found = [f for f in facts if (f.pupil_id, f.day, f.half) not in first]
    found += [
        _fact(change, class_id, change.old) for change in first.values() if change.old is not None
    ]
    return found


def _fact(change: Change, class_id: int, standing: dict[str, Any]) -> Fact:
    return Fact(
        change.pupil_id,
        class_id,
        None,
        change.day,
        change.half,
        "main",
        standing["state"],
        standing.get("minutes"),
        standing.get("period"),
    )
