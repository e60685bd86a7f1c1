"""What follows a roll card that nobody answers: one reminder, then the homeroom teacher, then the
vice principals' list. Each once, each a rule's minutes after the one before, none once it is over.
"""

from collections.abc import Sequence
from datetime import timedelta

from services import missing_rolls
from services.attendance_states import Half
from services.departures import departures
from services.roll_card_closing import close_card
from services.roll_card_faces import copies, send
from services.school_days import school_day
from services.school_rules import rules_of
from services.timetable import timetable
from services.unit import Unit
from storage import class_sessions, roll_cards
from storage.tables import RollCard

NEXT = {"asked": "reminded", "reminded": "homeroom", "homeroom": "listed"}


async def follow_up(unit: Unit) -> bool:
    """The job by the clock: the next step of every card that waited long enough. Whether anybody
    was told anything."""
    due = await roll_cards.take_due(unit.session, unit.now)
    if not due:
        return False
    taken = await roll_cards.rolls_of(unit.session, due)
    for card in due:
        if card.id in taken:  # on a database where both were written at once
            await close_card(unit, taken[card.id])
    going = [card for card in due if card.id not in taken and await _is_on(unit, card)]
    again = timedelta(minutes=(await rules_of(unit)).card_again)
    for card in going:
        card.step = NEXT[card.step]
        card.next_at = None if card.step == "listed" else unit.now + again
    await unit.session.flush()
    reminded = [card for card in going if card.step == "reminded"]
    higher = [card for card in going if card.step == "homeroom"]
    listed = [card for card in going if card.step == "listed"]
    sent = await send(
        unit, "reminder", [(card, card.holder_id) for card in reminded if card.holder_id]
    )
    sent += await send(unit, "homeroom", await _homeroom(unit, higher))
    for day, half in sorted({(card.day, card.half) for card in listed}):
        sent += await missing_rolls.tell(unit, day, half)
    if going:
        steps = {str(card.id): card.step for card in going}
        unit.audit("roll_card.step", f"roll-cards:{unit.today}", cards=steps)
    return bool(sent or taken)


async def _is_on(unit: Unit, card: RollCard) -> bool:
    """Whether the class still has lessons that half-day; the school may have closed meanwhile."""
    day = await school_day(unit, card.day, card.class_id)
    if card.day != unit.today or day.off is not None:
        return False
    if (await departures(unit)).shut(card.class_id, card.day, Half(card.half)) is not None:
        return False
    lessons = (await timetable(unit)).of_day(card.class_id, card.day)
    periods = [lesson.period for lesson in lessons if lesson.half == card.half]
    if not periods:
        return False
    rules = await rules_of(unit)
    return unit.now < rules.ends(card.day, Half(card.half), unit.zone, max(periods))


async def _homeroom(unit: Unit, cards: Sequence[RollCard]) -> list[tuple[RollCard, int]]:
    """The homeroom teacher of each class, unless it is they who do not answer or were reminded."""
    if not cards:
        return []
    found = await class_sessions.homerooms(
        unit.session, [card.class_id for card in cards], cards[0].day
    )
    there = await class_sessions.reachable(
        unit.session, {person for people in found.values() for person in people}
    )
    asked = []
    for card in cards:
        own = [person for person in found.get(card.class_id, []) if person in there]
        if not own or own[0] == card.holder_id:
            continue
        shown = await copies(unit, card)
        if not any(
            row.person_id == own[0] and row.params and row.params["face"] == "reminder"
            for row in shown
        ):
            asked.append((card, own[0]))
    return asked
