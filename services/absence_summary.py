"""What the homeroom teacher learns of a roll that somebody else took of their class.

One message per roll, drawn again as the roll changes; a new one only when more pupils are missing,
because that must be heard. It lists how to reach families that no message reaches, and carries the
buttons by which what is not yet explained is settled.
"""

from collections.abc import Mapping
from typing import Any

from services.absence_alerts import alarms
from services.absence_file import clock, person
from services.standing import Standing
from services.unit import Unit
from storage import families, households, outbox
from storage.outbox import Priority
from storage.tables import OutboxRow, RollCall

SUMMARY = "absence-summary"


def owner_of(roll_id: int) -> str:
    """Under which the messages about one roll are found."""
    return f"roll-summary:{roll_id}"


def missed(standing: Standing | None) -> bool:
    """Whether the pupil was missing, from the session or from a lesson of it."""
    return standing is not None and standing.state.is_absent


async def tell_homeroom(
    unit: Unit, roll: RollCall, before: Mapping[int, Standing], after: Mapping[int, Standing]
) -> None:
    """Tell the linked homeroom teachers of a class's roll, unless it is their own."""
    if roll.class_id is None:
        return
    shown = await _latest(unit, roll.id) if roll.version > 1 else {}
    fresh = any(
        missed(s) and not (missed(before.get(id)) and _same_span(before[id], s))
        for id, s in after.items()
    )
    if not fresh and not shown:
        return
    teachers = await households.homeroom_teachers(unit.session, [roll.class_id], roll.day)
    params: dict[str, Any] | None = None
    for teacher in teachers:
        old = shown.get(teacher)
        rings = fresh and teacher != unit.who.person_id
        if old is None and not rings:
            continue
        params = params or await summary(unit, roll, after)
        if old is not None and not rings:
            own = teacher == unit.who.person_id
            await unit.edit_notice(old.id, teacher, SUMMARY, params | {"own": own})
            continue
        if old is not None:
            await _replace(unit, old, teacher, params)
        key = f"{owner_of(roll.id)}:{roll.version}:{teacher}"
        await unit.notify(
            teacher, SUMMARY, params, priority=Priority.APPROVAL, key=key, owner=owner_of(roll.id)
        )


async def _replace(unit: Unit, old: OutboxRow, teacher: int, params: dict[str, Any]) -> None:
    """A newer message follows: the old one is stopped, or loses its buttons."""
    caught = await outbox.cancel(unit.session, unit.now, unique_keys=[old.unique_key or ""])
    if old.id not in caught:
        await unit.edit_notice(old.id, teacher, SUMMARY, params | {"replaced": True})


async def _latest(unit: Unit, roll_id: int) -> dict[int, OutboxRow]:
    """The newest message about a roll on each teacher's phone."""
    rows = await outbox.by_owner(unit.session, owner_of(roll_id))
    return {
        row.person_id: row
        for row in rows
        if row.person_id is not None
        and row.edits is None
        and row.status not in ("cancelled", "failed")
    }


def _same_span(old: Standing, new: Standing) -> bool:
    """Whether both concern the whole session, or the same lesson."""
    return old.period == new.period


async def summary(unit: Unit, roll: RollCall, standings: Mapping[int, Standing]) -> dict[str, Any]:
    """The roll as the homeroom teacher's message shows it, as JSON."""
    session = unit.session
    pupils = await families.pupils(session, list(standings), roll.day)
    missing = [id for id, standing in standings.items() if missed(standing)]
    guardians = await families.guardians(session, missing)
    people = await families.people(session, [roll.taken_by])
    rows = [
        {"pupil": id, "name": pupils[id].name, "number": pupils[id].list_number}
        | standing.to_json()
        for id, standing in standings.items()
    ]
    rows.sort(key=lambda row: (row["number"] is None, row["number"]))
    to_call = [
        {
            "name": pupils[id].name,
            "contacts": [
                {"name": g.name, "relation": g.relation, "phone": g.phone} for g in guardians[id]
            ],
        }
        for id in missing
        if not alarms(standings[id]) or not any(g.linked for g in guardians[id])
        if standings[id].state.value != "excused"
    ]
    return {
        "roll": roll.id,
        "class": await families.class_name(session, roll.class_id or 0),
        "day": f"{roll.day:%d/%m/%Y}",
        "half": roll.half,
        "taker": person(people, roll.taken_by),
        "at": clock(unit, roll.taken_at),
        "rows": rows,
        "call": to_call,
        "replaced": False,
        "withdrawn": roll.withdrawn,
    }
