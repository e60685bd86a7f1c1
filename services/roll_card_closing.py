"""The roll was taken, on any phone: its card is closed everywhere, and nobody is reminded any more.

A roll that is taken back opens the card again; the steps go on where they stopped.
"""

from datetime import timedelta

from services import missing_rolls
from services.attendance_states import SessionKind
from services.roll_card_faces import redraw
from services.school_rules import rules_of
from services.unit import Unit
from storage import roll_cards
from storage.tables import RollCall, RollCard


async def roll_changed(unit: Unit, roll: RollCall) -> None:
    """A roll was taken or taken back: its card follows. Call it after the roll's rows are written,
    in the same unit of work."""
    if roll.kind != SessionKind.MAIN or roll.class_id is None:
        return
    if roll.withdrawn:
        await _reopen_card(unit, roll, roll.class_id)
    else:
        await close_card(unit, roll)


async def close_card(unit: Unit, roll: RollCall) -> None:
    """Close the card of a roll that was taken, if it is open."""
    card = await roll_cards.close(unit.session, roll.class_id or 0, roll.day, roll.half, unit.now)
    if card is not None:
        await _show(unit, card, "taken")


async def _reopen_card(unit: Unit, roll: RollCall, class_id: int) -> None:
    next_at = unit.now + timedelta(minutes=(await rules_of(unit)).card_again)
    card = await roll_cards.reopen(unit.session, class_id, roll.day, roll.half, next_at)
    if card is not None:
        await _show(unit, card, "reopened")


async def _show(unit: Unit, card: RollCard, since: str) -> None:
    await redraw(unit, card, since)
    if card.step == "listed":
        await missing_rolls.redraw(unit, card.day, card.half)
