"""Changing one pupil's mark in a saved roll, outside the taking of rolls: settled, or met late."""

from services import absences
from services.errors import Outdated
from services.roll_taking import roll_facts, write_step
from services.standing import Standing
from services.unit import Unit
from storage import rolls
from storage.tables import RollCall


async def set_standing(
    unit: Unit, roll: RollCall, pupil_id: int, standing: Standing | None
) -> None:
    """Set how a pupil stood, with history, audit and what families hear of it; None: present.

    The right to do so is asked before. Raises `Outdated` where the roll changed meanwhile.
    """
    stored = await rolls.get(unit.session, roll.id)
    if stored is None or stored.roll.withdrawn:
        raise Outdated
    before = {id: Standing.from_json(facts) for id, facts in stored.standings.items()}
    facts = roll_facts(stored.roll)
    newer = await rolls.advance(unit.session, roll.id, stored.roll.version, {})
    if newer is None:
        raise Outdated
    after = {id: each for id, each in before.items() if id != pupil_id}
    if standing is not None:
        after[pupil_id] = standing
    await write_step(unit, newer, facts, before, after)
    await absences.roll_changed(unit, newer, before, after)
