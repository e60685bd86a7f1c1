"""Telling families and staff what was entered in the school's calendar, once the heads want it.

Entering tells nobody, since a slip of the keys would reach every family; the heads tell it with one
tap. What is told is how the days stand at the tap.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from services import closure_news
from services.access import Action
from services.errors import AlreadyDecided, Outdated
from services.school_days import planned
from services.unit import Unit
from storage import calendar, households, outbox
from storage.outbox import Outgoing, Priority

NEWS = "calendar-news"
ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Told:
    """To how many it was promised."""

    guardians: int
    staff: int


async def tell(unit: Unit, offer: str, spans: Sequence[tuple[date, date]]) -> Told:
    """Tell how these days stand, once for each `offer` to tell.

    Raises `NotAllowed`, `Outdated` where the first day is gone by, `AlreadyDecided` the second
    time.
    """
    unit.require(Action.CLOSE_SESSIONS)
    if min(first for first, _ in spans) < unit.today:
        raise Outdated
    lines = [line for first, last in spans for line in await _lines(unit, first, last)]
    first = spans[0][0]
    class_ids = [each.id for each in await households.classes(unit.session, first)]
    to = await closure_news.readers(unit, "school", class_ids, [first])
    rows = [
        _row(unit, f"{offer}:family", id, {"lines": lines, "audience": "family", "pupils": pupils})
        for id, pupils in to.guardians.items()
    ]
    rows += [
        _row(unit, f"{offer}:staff", id, {"lines": lines, "audience": "staff", "pupils": []})
        for id in to.staff
    ]
    if rows and not await outbox.put_many(unit.session, rows, unit.now):
        raise AlreadyDecided("calendar-told-before")
    told = Told(len(to.guardians), len(to.staff))
    unit.audit("calendar.told", f"day:{first}", guardians=told.guardians, staff=told.staff)
    return told


async def _lines(unit: Unit, first: date, last: date) -> list[dict[str, Any]]:
    """How days on end stand, days off for one reason together."""
    own = await calendar.overrides(unit.session)
    found: list[dict[str, Any]] = []
    day = first
    while day <= last:
        off = (await planned(unit, day)).off is not None
        moved = own.get(day)
        line = {
            "off": off,
            "why": moved.note if moved else None,
            "follows": moved.follows if moved else None,
        }
        before = found[-1] if found else None
        if before is not None and before["off"] and {k: before[k] for k in line} == line:
            before["last"] = closure_news.shown(day)
        else:
            shown = closure_news.shown(day)
            found.append(line | {"first": shown, "last": shown, "half": None})
        day += ONE
    return found


def _row(unit: Unit, key: str, to: int, params: dict[str, Any]) -> Outgoing:
    return Outgoing(
        not_before=unit.now,
        priority=Priority.NOTICE,
        person_id=to,
        notice=NEWS,
        params=params,
        unique_key=f"calendar:{key}:{to}",
        owner=f"calendar:{key}",
    )
