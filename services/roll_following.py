"""Rolls follow the dates of the class lists: sizes, marks, alarms and open cards.

A change that is entered late is in force from its day on. Rolls of the days between are corrected:
their size, and what they say of a pupil who was in another class by then, which goes to that
class's roll of the same half-day as a new version.
"""

from collections.abc import Collection
from datetime import date

from services.absence_alerts import AT_REST, withdraw
from services.absence_file import open_file
from services.attendance_states import SessionKind
from services.roll_card_faces import redraw
from services.roll_taking import roll_facts, saved, write_step
from services.standing import Standing
from services.unit import Unit
from storage import absences, class_changes, roll_cards, rolls
from storage.rolls import Key, Stored


async def end_alarms(unit: Unit, pupil_id: int) -> None:
    """Today's alarms of a pupil who has left the school end, in words where families were told;
    call it while the pupil still is on the list."""
    for case in await absences.cases_of_day(unit.session, pupil_id, (unit.today, unit.today), None):
        if case.status not in (*AT_REST, "closed"):
            await withdraw(unit, await open_file(unit, case), "withdrawn")


async def follow(unit: Unit, pupil_id: int, class_ids: Collection[int], first: date) -> None:
    """Bring the rolls from `first` on, and today's open cards, into line with the class lists."""
    if first <= unit.today:
        await _carry_marks(unit, pupil_id, first)
        await class_changes.resize_rolls(unit.session, class_ids, first)
    for card in await roll_cards.open_cards(unit.session, unit.today, class_ids=class_ids):
        await redraw(unit, card, "leave")


async def _carry_marks(unit: Unit, pupil_id: int, first: date) -> None:
    stays = await class_changes.stays(unit.session, pupil_id)
    days = (first, unit.today)
    for roll, _ in await absences.rolls_of_pupil(unit.session, pupil_id, days, None):
        if roll.kind != SessionKind.MAIN:
            continue
        place = next((stay for stay in stays if stay.holds(roll.day)), None)
        if place is None or place.class_id == roll.class_id:
            continue
        key = Key(f"class:{place.class_id}", roll.day, roll.half, roll.kind)
        stored, other = await rolls.get(unit.session, roll.id), await rolls.find(unit.session, key)
        if stored is None or other is None or roll.withdrawn or other.roll.withdrawn:
            continue
        standing = saved(stored).standings[pupil_id]
        await _rewrite(unit, stored, pupil_id, None)
        await _rewrite(unit, other, pupil_id, standing)


async def _rewrite(unit: Unit, stored: Stored, pupil_id: int, standing: Standing | None) -> None:
    """A new version of a roll in which one pupil stands otherwise."""
    old, was = roll_facts(stored.roll), saved(stored).standings.get(pupil_id)
    roll = await rolls.advance(unit.session, stored.roll.id, stored.roll.version, {})
    if roll is not None:
        before = {pupil_id: was} if was is not None else {}
        after = {pupil_id: standing} if standing is not None else {}
        await write_step(unit, roll, old, before, after)
