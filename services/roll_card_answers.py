"""What a teacher does with a roll card: the class is full, or "I teach this class now".

Whether a roll may be taken is asked as for any roll; a teacher of the class who takes the card over
is named for that session as a stand-in is.
"""

from dataclasses import dataclass
from datetime import timedelta

from services.access import Action, Target
from services.attendance_states import Half, SessionKind
from services.errors import AlreadyDecided, Outdated
from services.roll_card_due import in_time
from services.roll_card_faces import redraw, send
from services.roll_permission import require_take
from services.roll_taking import SavedRoll, current, take_roll
from services.roll_view import view
from services.rosters import roll_list, roster
from services.school_rules import rules_of
from services.sessions import Session
from services.unit import Unit
from storage import roll_cards
from storage.tables import RollCard


async def card_of(unit: Unit, card_id: int) -> tuple[RollCard, Session]:
    """A card and the session that it asks about; raises `Outdated` for no such card."""
    card = await roll_cards.get(unit.session, card_id)
    if card is None:
        raise Outdated
    of = await roll_list(unit, f"class:{card.class_id}")
    return card, Session(of, card.day, Half(card.half), SessionKind.MAIN)


async def to_be_taken(unit: Unit, card_id: int) -> tuple[RollCard, Session]:
    """The same for one who may take that roll, while none is taken; raises the refusals of
    `require_take`, and `AlreadyDecided` with who took it when."""
    card, session = await card_of(unit, card_id)
    await require_take(unit, session)
    if (roll := await current(unit, session)) is not None:
        raise _already(unit, session, roll)
    return card, session


async def take_full(unit: Unit, card_id: int) -> None:
    """ "Đủ": everybody is there but those with known leave."""
    card, session = await to_be_taken(unit, card_id)
    of = await roster(unit, session.of, session.day)
    outcome = await take_roll(unit, of, session, {}, full=True)
    if outcome.conflict:
        raise _already(unit, session, outcome.roll)
    lines = view(session, of, outcome.roll.standings).lines
    rows = [
        {"name": line.place.full_name, "number": line.place.number} | line.standing.to_json()
        for line in lines
    ]
    echo = {"roll": outcome.roll.id, "version": outcome.roll.version, "rows": rows}
    await redraw(unit, card, "taken", echo=echo)


def _already(unit: Unit, session: Session, roll: SavedRoll) -> AlreadyDecided:
    at = roll.taken_at.astimezone(unit.zone)
    return AlreadyDecided(
        "roll-card-already", list=session.of.name, name=roll.taken_by, time=f"{at:%H:%M}"
    )


@dataclass(frozen=True, slots=True)
class OpenCard:
    """A card that may be taken over; `mine`: it lies with the actor already."""

    id: int
    session: Session
    mine: bool


async def open_cards(unit: Unit) -> list[OpenCard]:
    """The cards of the classes one teaches whose lessons are on and whose roll is not taken."""
    ids = unit.who.teaches | unit.who.homeroom_of
    cards = await roll_cards.open_cards(unit.session, unit.today, class_ids=ids) if ids else ()
    if not cards:
        return []
    on, found = await in_time(unit), []
    for card in cards:
        if (card.class_id, card.half) in on:
            _, session = await card_of(unit, card.id)
            found.append(OpenCard(card.id, session, card.holder_id == unit.who.person_id))
    return sorted(found, key=lambda one: one.session.of.name)


async def taken_over(unit: Unit) -> list[OpenCard]:
    """The open cards that the actor has taken over, by which they said where they teach now."""
    who = unit.who.person_id
    cards = await roll_cards.open_cards(unit.session, unit.today, holder_id=who)
    handed = {card.id for card in cards if card.handed_at is not None}
    return [one for one in await open_cards(unit) if one.id in handed] if handed else []


async def take_over(unit: Unit, card_id: int) -> Session:
    """ "Tôi đang dạy lớp này": the card moves to the actor; the session it asks about.

    Raises `NotAllowed` for one who does not teach the class, `AlreadyDecided` once the roll is
    taken, `Outdated` after the last lesson or where somebody was faster.
    """
    card, session = await card_of(unit, card_id)
    who = unit.require(Action.TAKE_OVER_ROLL, Target(class_id=card.class_id))
    if (roll := await current(unit, session)) is not None:
        raise _already(unit, session, roll)
    if card.day != unit.today or (card.class_id, card.half) not in await in_time(unit):
        raise Outdated
    if card.holder_id == who.person_id:
        return session
    before = card.holder_id
    again = timedelta(minutes=(await rules_of(unit)).card_again)
    next_at = None if card.step == "listed" else unit.now + again
    values = {"handed_at": unit.now, "next_at": next_at}
    if not await roll_cards.hand(unit.session, card, who.person_id, **values):
        raise Outdated
    unit.audit("roll_card.taken_over", f"roll-card:{card.id}", of=before)
    await redraw(unit, card, "moved")
    await send(unit, "card", [(card, who.person_id)])
    return session
