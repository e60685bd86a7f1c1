"""Taking the last step of a roll back: the version before returns, as a version of its own.

A first roll that is taken back counts as not taken. Nothing is erased: the history shows the step
and its undoing, and families who were told already are told of the correction.
"""

from services import absences
from services.attendance_states import Half, SessionKind
from services.errors import NotFound, Outdated
from services.roll_card_closing import roll_changed
from services.roll_permission import require_take
from services.roll_taking import Outcome, SavedRoll, roll_facts, saved, write_step
from services.rosters import roll_list
from services.sessions import Session
from services.standing import Standing
from services.unit import Unit
from storage import rolls
from storage.tables import RollCall


async def session_of(unit: Unit, roll: RollCall) -> Session:
    """The session a stored roll is of; raises `NotFound` where its list is of another year."""
    of = await roll_list(unit, roll.list_key)
    return Session(of, roll.day, Half(roll.half), SessionKind(roll.kind))


async def undo(unit: Unit, roll_id: int, version: int) -> tuple[Session, Outcome]:
    """Take back the step that made `version` of a roll.

    Raises `NotFound` for no such roll, `NotAllowed`, and `Outdated` once a later version exists.
    """
    stored = await rolls.get(unit.session, roll_id)
    if stored is None:
        raise NotFound("roll-no-such-roll")
    session = await session_of(unit, stored.roll)
    await require_take(unit, session)
    if stored.roll.version != version:
        raise Outdated("roll-undo-outdated", name=stored.taken_by)
    steps = await rolls.step(unit.session, roll_id, version)
    was = next((s.old for s in steps if s.pupil_id is None), None)
    before = saved(stored).standings
    after = dict(before)
    for step in steps:
        if step.pupil_id is None:
            continue
        if step.old is None:
            after.pop(step.pupil_id, None)
        else:
            after[step.pupil_id] = Standing.from_json(step.old)
    facts = roll_facts(stored.roll)
    values = {
        "taken_by": unit.who.person_id,
        "taken_at": unit.now,
        "on_roll": stored.roll.on_roll,
        "withdrawn": was is None or bool(was["withdrawn"]),
    }
    roll = await rolls.advance(unit.session, roll_id, version, values)
    if roll is None:
        raise Outdated("roll-undo-outdated", name=stored.taken_by)
    await write_step(unit, roll, facts, before, after)
    plan = await absences.roll_changed(unit, roll, before, after)
    await roll_changed(unit, roll)
    now = SavedRoll(roll.id, roll.version, unit.who.name, roll.taken_at, roll.withdrawn, after)
    return session, Outcome(now, True, plan=plan)
