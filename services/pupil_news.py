"""Who is told of a pupil who came, left or changed class.

The homeroom teachers of both classes and the vice principals (article 4.2), never whoever entered
it; the family where the child has a new class, a little later, so that a slip can be taken back
unseen. Why a pupil left is not asked for and not told.
"""

from datetime import timedelta
from typing import Any

from services.shown_facts import person
from services.unit import Unit
from storage import class_sessions, families, households, outbox
from storage.tables import PupilMove

STAFF, FAMILY, UNDONE = "pupil-moved", "pupil-moved-family", "pupil-move-undone"
LATER = timedelta(minutes=15)
NEWS_TO_FAMILIES = ("moved", "returned", "in")


def _owner(move_id: int) -> str:
    return f"pupil-move:{move_id}"


async def tell(
    unit: Unit,
    entry: PupilMove,
    name: str,
    *,
    number: int,
    from_class: str | None,
    to_class: str | None,
) -> None:
    """Promise the news of an entry."""
    by = await families.people(unit.session, [entry.made_by])
    shown: dict[str, Any] = {
        "pupil": name,
        "kind": entry.kind,
        "day": f"{entry.day:%d/%m/%Y}",
        "weekday": entry.day.weekday(),
        "number": number,
        "from": from_class,
        "to": to_class,
        "by": person(by, entry.made_by),
    }
    for id in await _staff(unit, entry):
        key = f"{_owner(entry.id)}:{id}"
        await unit.notify(id, STAFF, shown, key=key, owner=_owner(entry.id))
    if entry.kind in NEWS_TO_FAMILIES and entry.to_class_id is not None:
        await _tell_family(unit, entry, shown)


async def _staff(unit: Unit, entry: PupilMove) -> list[int]:
    classes = [id for id in (entry.from_class_id, entry.to_class_id) if id is not None]
    teachers = await class_sessions.homerooms(unit.session, classes, unit.today)
    found = [id for ids in teachers.values() for id in ids]
    found += await households.holders_of(unit.session, "vice_principal")
    reached = await class_sessions.reachable(unit.session, found)
    return [id for id in dict.fromkeys(found) if id in reached and id != entry.made_by]


async def _tell_family(unit: Unit, entry: PupilMove, shown: dict[str, Any]) -> None:
    """Name, class, day and homeroom teacher, to each guardian who may hear of the child."""
    pupil_id, class_id = entry.pupil_id or 0, entry.to_class_id or 0
    teachers = await class_sessions.homerooms(unit.session, [class_id], max(entry.day, unit.today))
    ids = teachers.get(class_id, [])
    named = await families.people(unit.session, ids)
    params = {name: shown[name] for name in ("pupil", "kind", "day", "weekday", "from", "to")}
    params["teacher"] = person(named, ids[0]) if ids else {}
    for guardian in (await families.guardians(unit.session, [pupil_id]))[pupil_id]:
        if guardian.linked:
            await unit.notify(
                guardian.person_id,
                FAMILY,
                params,
                key=f"{_owner(entry.id)}:family:{guardian.person_id}",
                owner=_owner(entry.id),
                not_before=unit.now + LATER,
            )


async def tell_undone(unit: Unit, move_id: int) -> None:
    """What has not left is not sent; who was told hears that it does not hold."""
    await outbox.cancel(unit.session, unit.now, owner=_owner(move_id))
    for row in await outbox.by_owner(unit.session, _owner(move_id)):
        told = row.status not in ("cancelled", "failed") and row.person_id is not None
        if told and row.notice in (STAFF, FAMILY) and row.params is not None:
            params = row.params | {"family": row.notice == FAMILY}
            key = f"{_owner(move_id)}:undone:{row.person_id}"
            await unit.notify(row.person_id or 0, UNDONE, params, key=key)
