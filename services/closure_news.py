"""Who is told that lessons are called off, made up, or held after all: each person once.

Guardians of the classes, with the children whom it concerns; of the staff everybody where the whole
school is closed, else whoever has lessons there, their homeroom teachers and the principals.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from services.shown_facts import person
from services.timetable import timetable
from services.unit import Unit
from storage import class_sessions, closures, families, households, notices, outbox
from storage.outbox import Outgoing, Priority
from storage.tables import Closure, MakeupDay

NEWS = "closure-news"
LOST = ("failed", "cancelled", "replaced")


@dataclass(frozen=True, slots=True)
class Readers:
    """`guardians` with an account → [pupil, class] of each child; `unlinked` are the pupils none
    of whose guardians has one."""

    guardians: dict[int, list[list[str]]] = field(default_factory=dict)
    staff: tuple[int, ...] = ()
    unlinked: int = 0


async def readers(
    unit: Unit, scope: str, class_ids: Collection[int], days: Sequence[date]
) -> Readers:
    """Everybody whom it concerns, all but the actor."""
    told: dict[int, list[list[str]]] = {}
    reached: dict[int, bool] = {}
    for tie in await notices.guardians_of(unit.session, class_ids, days[0]):
        reached[tie.pupil_id] = reached.get(tie.pupil_id, False) or tie.linked
        if tie.linked:
            told.setdefault(tie.person_id, []).append([tie.pupil, tie.class_name])
    me = unit.who.person_id
    staff = [id for id in await _staff(unit, scope, class_ids, days) if id != me]
    lost = sum(not linked for linked in reached.values())
    return Readers(told, tuple(staff), lost)


async def _staff(
    unit: Unit, scope: str, class_ids: Collection[int], days: Sequence[date]
) -> list[int]:
    if scope == "school":
        return [row.person_id for row in await notices.staff(unit.session) if row.linked]
    table = await timetable(unit)
    people = set(await households.homeroom_teachers(unit.session, class_ids, days[0]))
    for role in ("principal", "vice_principal"):
        people |= set(await households.holders_of(unit.session, role))
    for class_id in class_ids:
        for day in days:
            for lesson in table.of_day(class_id, day):
                people |= table.teachers(lesson, day)
    return sorted(await class_sessions.reachable(unit.session, people))


async def tell_closed(
    unit: Unit, row: Closure, class_ids: Collection[int], days: Sequence[date]
) -> int:
    """Tell everybody that lessons are called off; to how many it was promised."""
    to = await readers(unit, row.scope, class_ids, days)
    facts = await about(unit, row) | {"event": "closed"}
    return await _promise(unit, to, facts, f"closure:{row.id}")


async def tell_makeup(
    unit: Unit, row: Closure, makeup: MakeupDay, class_ids: Collection[int]
) -> int:
    """Tell everybody on which day lessons are made up."""
    to = await readers(unit, row.scope, class_ids, [makeup.day])
    facts = await about(unit, row) | {"event": "makeup"} | makeup_facts(makeup)
    return await _promise(unit, to, facts, f"makeup:{makeup.id}")


async def tell_reopened(unit: Unit, row: Closure, days: Sequence[date]) -> int:
    """Lessons are held after all: stop what waits, tell those who were told."""
    still = any(day >= unit.today for day in days)
    return await _take_back(unit, f"closure:{row.id}", "reopened", say=still)


async def tell_makeup_dropped(
    unit: Unit, row: Closure, makeup: MakeupDay, class_ids: Collection[int]
) -> int:
    """The make-up day is none any more: everybody concerned hears of it, but those who have not
    been told of the day yet."""
    owner = f"makeup:{makeup.id}"
    caught = await outbox.cancel(unit.session, unit.now, owner=owner)
    if makeup.day < unit.today:
        return 0
    unaware = {
        each.person_id
        for each in await outbox.by_owner(unit.session, owner)
        if each.id in caught and not each.resent
    }
    to = await readers(unit, row.scope, class_ids, [makeup.day])
    aware = Readers(
        {id: pupils for id, pupils in to.guardians.items() if id not in unaware},
        tuple(id for id in to.staff if id not in unaware),
    )
    facts = await about(unit, row) | {"event": "dropped"} | makeup_facts(makeup)
    return await _promise(unit, aware, facts, f"{owner}:dropped")


async def about(unit: Unit, row: Closure) -> dict[str, Any]:
    """A closure as messages show it, as JSON."""
    people = await families.people(unit.session, [unit.who.person_id])
    names: list[str] = []
    if row.scope == "class":
        names = await households.class_names(unit.session, row.ids)
    elif row.scope == "grade":
        names = [str(grade) for grade in sorted(row.ids)]
    return {
        "scope": row.scope,
        "names": list(names),
        "first": shown(row.starts),
        "last": shown(row.ends),
        "half": row.half,
        "reason": row.reason,
        "by": person(people, unit.who.person_id),
        "makeups": [
            makeup_facts(made)
            for made in await closures.makeups(unit.session)
            if made.closure_id == row.id
        ],
    }


def makeup_facts(makeup: MakeupDay) -> dict[str, Any]:
    """A make-up day as messages show it."""
    return {"for": shown(makeup.for_day), "day": shown(makeup.day)}


def shown(day: date) -> dict[str, Any]:
    """A day with its weekday, as texts take it."""
    return {"weekday": day.weekday(), "date": f"{day:%d/%m/%Y}"}


async def _promise(unit: Unit, to: Readers, facts: dict[str, Any], owner: str) -> int:
    """One message for each reader; a teacher who is a parent too gets the parent's as well."""
    rows = [
        _row(unit, id, facts | {"audience": "family", "pupils": pupils}, f"{owner}:family", owner)
        for id, pupils in to.guardians.items()
    ]
    rows += [
        _row(unit, id, facts | {"audience": "staff", "pupils": []}, f"{owner}:staff", owner)
        for id in to.staff
    ]
    return len(await outbox.put_many(unit.session, rows, unit.now))


def _row(unit: Unit, to: int, params: dict[str, Any], key: str, owner: str) -> Outgoing:
    return Outgoing(
        not_before=unit.now,
        priority=Priority.URGENT,
        person_id=to,
        notice=NEWS,
        params=params,
        unique_key=f"{key}:{to}",
        owner=owner,
    )


async def _take_back(unit: Unit, owner: str, event: str, *, say: bool) -> int:
    """Stop what has not left; those whom it reached, or may have, are told the opposite."""
    caught = await outbox.cancel(unit.session, unit.now, owner=owner)
    rows = []
    for row in await outbox.by_owner(unit.session, owner):
        unsent = row.id in caught and not row.resent
        if not say or unsent or row.status in LOST or row.person_id is None or row.params is None:
            continue
        key = f"{owner}:{event}:{row.params['audience']}"
        params = row.params | {"event": event}
        rows.append(_row(unit, row.person_id, params, key, f"{owner}:{event}"))
    return len(await outbox.put_many(unit.session, rows, unit.now))
