"""Absences of a day that nobody has explained for long, and children who left home and did not
arrive: what a head asks about first."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from services.attendance_states import State
from services.board_lines import Facts
from services.shown_facts import clock
from services.unit import Unit
from storage import board as store
from storage import class_sessions
from storage.board import Open

Step = tuple[datetime, Mapping[str, Any] | None]
ALARMS = ("left_home", "searching")  # a child that left home and did not arrive


async def open_absences(unit: Unit, day: date, waited: timedelta) -> Facts:
    """The day's absences that nobody has explained for so long, and the alarms: both half-days.

    An absence is explained once a family has asked for leave, decided or not.
    """
    rows = await store.open_absences(unit.session, day, State.UNEXPLAINED, ALARMS)
    excused = set()
    for half in sorted({row.half for row in rows}):
        ids = {row.class_id for row in rows if row.half == half}
        leave = await class_sessions.on_leave(unit.session, ids, day, half)
        excused |= {(half, one.pupil_id) for one in leave}
    since = await _since(unit, rows)
    limit = unit.now - waited
    names = {of.id: of.name for of in await store.classes(unit.session, day)} if rows else {}
    found: Facts = {"open": [], "alarms": []}
    told: set[int] = set()  # who misses both half-days is named once
    for row in rows:
        at = since.get((row.roll_id, row.pupil_id))
        alarm = row.status in ALARMS
        explained = (row.half, row.pupil_id) in excused
        if row.pupil_id in told or (not alarm and (explained or at is None or at > limit)):
            continue
        told.add(row.pupil_id)
        found["alarms" if alarm else "open"].append(
            {
                "class": names.get(row.class_id, ""),
                "class_id": row.class_id,
                "pupil": row.name,
                "number": row.number,
                "since": clock(unit, at),
                "half": row.half,
                "case": row.status,
            }
        )
    return found


async def _since(unit: Unit, rows: Iterable[Open]) -> dict[tuple[int, int], datetime]:
    """From when on each of these is missing."""
    pairs = {(row.roll_id, row.pupil_id) for row in rows}
    histories = await store.histories(unit.session, pairs)
    began = {pair: missing_since(steps) for pair, steps in histories.items()}
    return {pair: at for pair, at in began.items() if at is not None}


def missing_since(steps: Iterable[Step]) -> datetime | None:
    """When a pupil who misses the session was first reported missing without a break since; None
    who does not miss it. Steps are when it was saved and how the pupil stood then (None:
    present), the oldest first."""
    began: datetime | None = None
    for at, stood in steps:
        gone = stood is not None and State(stood["state"]).is_absent and not stood.get("period")
        began = (began or at) if gone else None
    return began
