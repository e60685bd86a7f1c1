"""What families have said about the pupils of a session, for the roll and for its alarms."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time

from services.unit import Unit
from storage import leave as store


@dataclass(frozen=True, slots=True)
class Said:
    """`away`: who stays at home by the family's word, decided or not; `until`: when a late child
    comes. Of whom two guardians speak differently there is nothing: the alarm is the safer."""

    away: frozenset[int]
    until: dict[int, datetime]


@dataclass(frozen=True, slots=True)
class Known:
    """What a family has said of one pupil: `kind` and `status` as in the request, `at` "HH:MM"."""

    kind: str
    status: str
    at: str | None = None
    disputed: bool = False


async def said_of(unit: Unit, pupil_ids: Collection[int], day: date, half: str) -> Said:
    """What keeps an alarm back, or puts it off."""
    away: set[int] = set()
    until: dict[int, datetime] = {}
    for leave in await store.on_session(unit.session, pupil_ids, day, half):
        if leave.disputed_by is not None:
            continue
        if leave.kind == "leave":
            away.add(leave.pupil_id)
        elif leave.kind == "late" and leave.at is not None:
            at = datetime.combine(day, time.fromisoformat(leave.at), unit.zone)
            until[leave.pupil_id] = max(at, until.get(leave.pupil_id, at))
    return Said(frozenset(away), until)


async def granted(unit: Unit, pupil_ids: Collection[int], day: date, half: str) -> set[int]:
    """Who of these has leave that was granted and that no guardian disputes."""
    return {
        leave.pupil_id
        for leave in await store.on_session(unit.session, pupil_ids, day, half)
        if leave.kind == "leave" and leave.status == "granted" and leave.disputed_by is None
    }


async def known_of(
    unit: Unit, pupil_ids: Collection[int], day: date, half: str
) -> dict[int, Known]:
    """What the roll shows beside each pupil; whole-day leave before lateness."""
    found: dict[int, Known] = {}
    for leave in await store.on_session(unit.session, pupil_ids, day, half):
        known = Known(leave.kind, leave.status, leave.at, leave.disputed_by is not None)
        if leave.kind == "leave" or leave.pupil_id not in found:
            found[leave.pupil_id] = known
    return found
