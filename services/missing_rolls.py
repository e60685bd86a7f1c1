"""The vice principals' one list of classes whose roll is missing, drawn again as they come in.

Where no vice principal can be written to, it goes to the principal.
"""

from datetime import date
from typing import Any

from services.attendance_states import Half
from services.departures import departures
from services.shown_facts import person
from services.unit import Unit
from storage import class_sessions, families, households, outbox, roll_cards
from storage.outbox import Priority

LIST = "missing-rolls"


def owner_of(day: date, half: str) -> str:
    """Under which the lists of a session are found."""
    return f"{LIST}:{day}:{half}"


async def tell(unit: Unit, day: date, half: str) -> int:
    """Send the list of a session to whoever has none of it yet, show it anew to the others; how
    many get it for the first time."""
    heads = await households.holders_of(unit.session, "vice_principal")
    heads = heads or await households.holders_of(unit.session, "principal")
    await redraw(unit, day, half)
    params, sent = await _picture(unit, day, half), 0
    for head in sorted(heads):
        key = f"{owner_of(day, half)}:{head}"
        priority, owner = Priority.APPROVAL, owner_of(day, half)
        row = await unit.notify(head, LIST, params, priority=priority, key=key, owner=owner)
        sent += row is not None
    return sent


async def redraw(unit: Unit, day: date, half: str) -> None:
    """Show the list as it is now wherever it was sent."""
    rows = await outbox.by_owner(unit.session, owner_of(day, half))
    rows = [row for row in rows if row.status not in ("failed", "cancelled")]
    if not rows:
        return
    params = await _picture(unit, day, half)
    for row in rows:
        if row.person_id is not None:
            await unit.edit_notice(row.id, row.person_id, LIST, params)


async def _picture(unit: Unit, day: date, half: str) -> dict[str, Any]:
    """The classes that are missing, each with whom its card lies, and how many have come in."""
    moved = await departures(unit)
    cards = [
        card
        for card in await roll_cards.listed(unit.session, day, half)
        if moved.shut(card.class_id, day, Half(half)) is None
    ]
    names = await class_sessions.sizes(unit.session, [card.class_id for card in cards], day)
    people = await families.people(
        unit.session, {card.holder_id for card in cards if card.holder_id is not None}
    )
    missing = [card for card in cards if card.closed_at is None]
    shown = [
        {"class": names[card.class_id][0], "holder": person(people, card.holder_id)}
        for card in missing
    ]
    return {
        "day": f"{day:%d/%m/%Y}",
        "weekday": day.weekday(),
        "half": half,
        "missing": sorted(shown, key=lambda one: str(one["class"])),
        "came": len(cards) - len(missing),
    }
