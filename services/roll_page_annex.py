"""The annex of a month's roll page: what is known of the class's days and does not count.

Lateness, early leaving and single lessons missed; absences from extra classes and clubs; what was
changed after the month had been confirmed. Reasons for leave and notes of teachers never stand on a
page: they stay with the homeroom teacher.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from services.attendance_states import State
from services.attendance_sums import is_missed
from storage.attendance_facts import Fact
from storage.roll_book import Change

Lines = list[dict[str, Any]]


def annex(main: Iterable[Fact], other: Iterable[Fact], groups: Mapping[int, str]) -> dict[str, Any]:
    """The lists "late", "early", "skipped" and "other" as lines with pupil_id, day and half:

    late and early with minutes and period (or None), skipped with its period, other with the kind
    ("extra", "club"), the group's name (None for an extra lesson of the class) and the state.
    """
    found: dict[str, Any] = {"late": [], "early": [], "skipped": [], "other": []}
    for fact in main:
        line = _line(fact) | {"minutes": fact.minutes, "period": fact.period}
        state = State(fact.state)
        if state is State.LATE:
            found["late"].append(line)
        elif state is State.LEFT_EARLY:
            found["early"].append(line)
        elif state.is_absent and not is_missed(fact):
            found["skipped"].append(line | {"state": fact.state})
    for fact in other:
        name = None if fact.group_id is None else groups.get(fact.group_id)
        found["other"].append(_line(fact) | {"kind": fact.kind, "group": name, "state": fact.state})
    return found


def _line(fact: Fact) -> dict[str, Any]:
    return {"pupil_id": fact.pupil_id, "day": fact.day.isoformat(), "half": fact.half}


def corrections(changes: Iterable[Change], zone: ZoneInfo) -> Lines:
    """What changed in all, one line a pupil and session: `was` and `now` as state, minutes and
    period (None: present), who made the last step and when. What was undone again is not in it."""
    found: dict[tuple[int, str, str], dict[str, Any]] = {}
    for change in changes:
        key = (change.pupil_id, change.day.isoformat(), change.half)
        line = found.setdefault(
            key, {"pupil_id": key[0], "day": key[1], "half": key[2], "was": _told(change.old)}
        )
        line |= {
            "now": _told(change.new),
            "by": change.by,
            "at": change.at.astimezone(zone).isoformat(),
        }
    return [line for _, line in sorted(found.items(), key=_by_day) if line["was"] != line["now"]]


def _by_day(entry: tuple[tuple[int, str, str], Any]) -> tuple[str, bool, int]:
    (pupil_id, day, half), _ = entry
    return day, half == "afternoon", pupil_id


def _told(standing: dict[str, Any] | None) -> dict[str, Any] | None:
    """What a page may say of a standing: no note, for that may be a family's reason."""
    if standing is None:
        return None
    return {name: standing.get(name) for name in ("state", "minutes", "period")}
