"""The job by the clock that brings each class's roll card to one teacher, once a session.

What was missed while the program was down is sent while lessons are on. Where nobody of the class
can be written to yet, the card waits for the first who can.
"""

from datetime import timedelta

from services.attendance_states import SessionKind
from services.roll_card_due import in_time, whom_to_ask
from services.roll_card_faces import send
from services.school_rules import rules_of
from services.unit import Unit
from storage import class_sessions, roll_cards, rolls
from storage.tables import RollCard

FACE = "card"


async def send_cards(unit: Unit) -> bool:
    """Make the cards that are due and send them; whether any were sent."""
    sessions = await in_time(unit)
    if not sessions:
        return False
    there = {
        (card.class_id, card.half): card for card in await roll_cards.made(unit.session, unit.today)
    }
    new = [one for place, one in sessions.items() if place not in there]
    waiting = [one for place, one in sessions.items() if place in there and there[place].waits]
    if new:
        taken = {
            (roll.class_id, roll.half)
            for roll in await rolls.of_day(unit.session, unit.today)
            if roll.kind == SessionKind.MAIN
        }
        sizes = await class_sessions.sizes(unit.session, [one.class_id for one in new], unit.today)
        new = [one for one in new if one.place not in taken and sizes[one.class_id][1]]
    if not new and not waiting:
        return False
    people = await whom_to_ask(unit, [*new, *waiting])
    again = timedelta(minutes=(await rules_of(unit)).card_again)
    made = await roll_cards.make(
        unit.session,
        [
            {
                "class_id": one.class_id,
                "day": unit.today,
                "half": one.half,
                "made_at": unit.now,
                "holder_id": people.get(one.place),
                "next_at": unit.now + again,
            }
            for one in new
        ],
    )
    for one in waiting:
        if one.place not in people:
            continue
        card = await roll_cards.get(unit.session, there[one.place].id)
        if card is not None and await _found(unit, card, people[one.place], again):
            made.append(card)
    given = [(card, card.holder_id) for card in made if card.holder_id is not None]
    if not given:
        return False
    await send(unit, FACE, given)
    to = {str(card.id): holder for card, holder in given}
    unit.audit("roll_card.sent", f"roll-cards:{unit.today}", cards=to)
    return True


async def _found(unit: Unit, card: RollCard, person_id: int, again: timedelta) -> bool:
    """Give a card that waited to somebody; a reminder waits for them, the steps higher do not."""
    later = {"next_at": unit.now + again} if card.step == "asked" else {}
    return await roll_cards.hand(unit.session, card, person_id, **later)
