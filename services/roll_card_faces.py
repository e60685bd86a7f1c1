"""What a roll card shows, and showing it anew on every phone that has one.

A card's face follows from the card, the roll and known leave alone, so after any change all copies
are simply drawn again. Reasons for leave are never on it.
"""

from collections.abc import Sequence
from typing import Any

from services.absence_summary import lists_changed
from services.attendance_states import Half, State
from services.departures import departures
from services.shown_facts import clock, person
from services.unit import Unit
from storage import class_lists, class_sessions, families, outbox, roll_cards, rolls
from storage.outbox import Outgoing, Priority
from storage.tables import OutboxRow, RollCard

CARD = "roll-card"
ABSENT = tuple(state.value for state in State if state.is_absent)
Face = dict[str, Any]


def owner_of(card: RollCard) -> str:
    """Under which the messages of a card are found."""
    return f"roll-card:{card.id}"


def key_of(card: RollCard, face: str, person_id: int) -> str:
    """Makes a message of a card go once to a person; `face`: card, reminder, homeroom."""
    return f"roll-card:{card.class_id}:{card.day}:{card.half}:{face}:{person_id}"


async def pictures(unit: Unit, cards: Sequence[RollCard]) -> dict[int, Face]:
    """All that copies of these cards, of one day, may show, as JSON, by card."""
    found: dict[int, Face] = {}
    if not cards:
        return found
    session, day = unit.session, cards[0].day
    sizes = await class_sessions.sizes(session, [card.class_id for card in cards], day)
    leave = await _leave(unit, cards)
    taken = await roll_cards.rolls_of(session, [card for card in cards if card.closed_at])
    absent = await rolls.absent_counts(session, [roll.id for roll in taken.values()], ABSENT)
    ids = {card.holder_id for card in cards} | {roll.taken_by for roll in taken.values()}
    people = await families.people(session, {id for id in ids if id is not None})
    moved = await departures(unit)
    for card in cards:
        name, size = sizes[card.class_id]
        roll = taken.get(card.id)
        shut = None if roll else moved.shut(card.class_id, day, Half(card.half))
        found[card.id] = {
            "card": card.id,
            "class": name,
            "day": f"{day:%d/%m/%Y}",
            "weekday": day.weekday(),
            "half": card.half,
            "size": size,
            "leave": leave.get((card.class_id, card.half), []),
            "holder": person(people, card.holder_id),
            "closed": None if shut is None else shut.reason or "",
            "made": clock(unit, card.made_at),
            "handed": clock(unit, card.handed_at),
            "taken": None
            if roll is None
            else person(people, roll.taken_by)
            | {
                "at": clock(unit, roll.taken_at),
                "present": roll.on_roll - absent.get(roll.id, 0),
                "total": roll.on_roll,
            },
        }
    return found


async def _leave(unit: Unit, cards: Sequence[RollCard]) -> dict[tuple[int, str], list[Any]]:
    """Who has leave, by class and half-day, as the cards name them."""
    found: dict[tuple[int, str], list[Any]] = {}
    for half in sorted({card.half for card in cards}):
        ids = [card.class_id for card in cards if card.half == half]
        for one in await class_sessions.on_leave(unit.session, ids, cards[0].day, half):
            shown = {"name": one.name, "number": one.number, "granted": one.granted}
            found.setdefault((one.class_id, half), []).append(shown)
    return found


async def send(unit: Unit, face: str, cards: Sequence[tuple[RollCard, int]]) -> int:
    """Send each card to a person, who gets it once; how many were promised."""
    shown = await pictures(unit, [card for card, _ in cards])
    rows = [
        Outgoing(
            not_before=unit.now,
            priority=Priority.APPROVAL,
            person_id=to,
            notice=CARD,
            params=shown[card.id] | {"face": face, "mine": card.holder_id == to},
            unique_key=key_of(card, face, to),
            owner=owner_of(card),
        )
        for card, to in cards
    ]
    return len(await outbox.put_many(unit.session, rows, unit.now))


async def copies(unit: Unit, card: RollCard) -> list[OutboxRow]:
    """The messages that show a card, or will."""
    rows = await outbox.by_owner(unit.session, owner_of(card))
    return [row for row in rows if row.status not in ("failed", "cancelled")]


async def redraw(unit: Unit, card: RollCard, since: str, **more: Any) -> None:
    """Show a card as it now is on every phone that has it.

    `since` says why: leave, moved, reopened, taken, closed (the lessons were called off), open
    (they are held after all). What has not left yet when the roll is taken or the lessons are
    called off never leaves. `more` goes to the newest copy of whoever acts.
    """
    if since in ("taken", "closed"):
        await outbox.cancel(unit.session, unit.now, owner=owner_of(card))
    rows = await copies(unit, card)
    if not rows:
        return
    shown = (await pictures(unit, [card]))[card.id]
    newest = {row.person_id: row.id for row in rows}
    actor = unit.actor.person_id if unit.actor else None
    for row in rows:
        if row.person_id is None or row.params is None:
            continue
        face = {
            "face": row.params["face"],
            "mine": card.holder_id == row.person_id,
            "since": since,
            "own": actor == row.person_id,
            "newest": newest[row.person_id] == row.id,
        }
        if face["own"] and face["newest"]:
            face |= more
        await unit.edit_notice(row.id, row.person_id, CARD, shown | face)


async def leave_changed(unit: Unit, pupil_id: int) -> None:
    """Leave was asked for, granted or refused: the day's open cards and the four lists of the
    pupil's class follow."""
    day = unit.today
    for roll in await class_lists.rolls_touching(unit.session, pupil_id, day):
        await lists_changed(unit, roll)
    pupil = (await families.pupils(unit.session, [pupil_id], day)).get(pupil_id)
    if pupil is None or pupil.class_id is None:
        return
    for card in await roll_cards.open_cards(unit.session, day, class_ids=[pupil.class_id]):
        await redraw(unit, card, "leave")
