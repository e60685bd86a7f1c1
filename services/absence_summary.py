"""The four lists of a class on its homeroom teacher's phone: one live message for each roll.

It comes after the cut-off, at once for a roll that somebody else took; of the teacher's own roll,
whose echo they have, some minutes later (a rule) and only if something is still open then. It is
drawn again with every answer and correction; a new one comes only when more pupils are missing,
because that must be heard.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from services.attendance_states import Half, SessionKind, State
from services.class_lists import left_open, lists
from services.school_rules import rules_of
from services.standing import Standing
from services.unit import Unit
from storage import class_lists as store
from storage import households, outbox
from storage.outbox import Priority
from storage.tables import OutboxRow, RollCall

SUMMARY = "absence-summary"
Params = dict[str, Any]


def owner_of(roll_id: int) -> str:
    """Under which the messages about one roll are found."""
    return f"roll-summary:{roll_id}"


def missed(standing: Standing | None) -> bool:
    """Whether the pupil was missing, from the session or from a lesson of it."""
    return standing is not None and standing.state.is_absent


async def tell_homeroom(
    unit: Unit, roll: RollCall, before: Mapping[int, Standing], after: Mapping[int, Standing]
) -> None:
    """A class's roll was saved: its lists come to the linked homeroom teachers, or change."""
    if roll.class_id is None:
        return
    shown = await _latest(unit, roll.id) if roll.version > 1 else {}
    fresh = any(
        missed(s) and not (missed(before.get(id)) and _same_span(before[id], s))
        for id, s in after.items()
    )
    if not fresh and not shown:
        return
    params: Params | None = None
    for teacher in await households.homeroom_teachers(unit.session, [roll.class_id], roll.day):
        old, own = shown.get(teacher), teacher == unit.who.person_id
        if old is None and (not fresh or (own and not _is_todays(unit, roll))):
            continue
        params = params or await lists(unit, roll, after)
        if old is not None and await _changed_in_time(unit, old, params):
            continue
        if old is not None and (own or not fresh):
            await unit.edit_notice(old.id, teacher, SUMMARY, params | {"own": own})
            continue
        if own and not left_open(params):
            continue
        if old is not None:
            await unit.edit_notice(old.id, teacher, SUMMARY, params | {"replaced": True})
        await _promise(unit, roll, teacher, params, own=own)


async def _promise(
    unit: Unit, roll: RollCall, teacher: int, params: Params, *, own: bool, why: str = "roll"
) -> None:
    """A new message; `held`: it need not come at all if nothing is open any more."""
    await unit.notify(
        teacher,
        SUMMARY,
        params | {"held": own},
        priority=Priority.APPROVAL,
        key=f"{owner_of(roll.id)}:{why}:{roll.version}:{teacher}",
        owner=owner_of(roll.id),
        not_before=await _when(unit, roll, own=own),
    )


async def _when(unit: Unit, roll: RollCall, *, own: bool) -> datetime:
    """After the cut-off of a lesson's roll, since late children come in until then."""
    rules = await rules_of(unit)
    soon = unit.now + timedelta(minutes=rules.lists_after if own else 0)
    if roll.kind != SessionKind.MAIN or roll.day != unit.today:
        return soon
    return max(soon, rules.alarm_from(roll.day, Half(roll.half), unit.zone))


def _is_todays(unit: Unit, roll: RollCall) -> bool:
    return roll.day == unit.today and roll.kind == SessionKind.MAIN


async def _changed_in_time(unit: Unit, old: OutboxRow, params: Params) -> bool:
    """Change or stop a message that has not left; False where it has."""
    if old.status != "queued":
        return False
    held = bool(old.params and old.params.get("held"))
    if params["withdrawn"] or (held and not left_open(params)):
        return old.id in await outbox.cancel(
            unit.session, unit.now, unique_keys=[old.unique_key or ""]
        )
    return await store.reword(unit.session, old.id, params | {"held": held})


async def lists_changed(unit: Unit, roll: RollCall, *, rings: bool = False) -> None:
    """A family has answered, asked for leave or taken it back: the lists follow, without a sound.
    `rings`: teachers who have no message about the roll get one. Call it after the change is
    written, in the same unit of work."""
    if roll.class_id is None:
        return
    shown = await _latest(unit, roll.id)
    if not shown and not rings:
        return
    standings = {
        row.pupil_id: Standing(State(row.state), row.minutes, row.period, row.arrived, row.note)
        for row in await store.standings(unit.session, roll.id)
    }
    params = await lists(unit, roll, standings)
    for teacher, old in shown.items():
        if not await _changed_in_time(unit, old, params):
            await unit.edit_notice(old.id, teacher, SUMMARY, params | {"own": True})
    if rings:
        for teacher in await households.homeroom_teachers(unit.session, [roll.class_id], roll.day):
            if teacher not in shown:
                await _promise(unit, roll, teacher, params, own=False, why="said")


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
