"""What calling lessons off does to the day that is on: cards, rolls and alarms; and the way back.

An alarm that waits is withdrawn without a word. One that has reached a family stands, with its
roll: in a storm a child that has not arrived is to be looked for all the more.
"""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any

from services import absences, missing_rolls
from services.absence_alerts import stop_unsent
from services.attendance_states import Half
from services.roll_card_faces import redraw
from services.roll_taking import roll_facts, saved, write_step
from services.school_rules import rules_of
from services.standing import Standing
from services.unit import Unit
from storage import absences as cases
from storage import closures as store
from storage import roll_cards, rolls
from storage.tables import RollCall, RollCard


async def rolls_of(
    unit: Unit, class_ids: Collection[int], half: Half | None
) -> tuple[Sequence[RollCall], Sequence[RollCall]]:
    """Today's rolls of sessions that are not over: those that would count as not taken, and those
    that stay, since some family was told that its child is missing."""
    rules, day = await rules_of(unit), unit.today
    found = [
        roll
        for roll in await store.rolls_of(unit.session, (day, day), class_ids, half)
        if unit.now < rules.ends(day, Half(roll.half), unit.zone)
    ]
    stays = await store.alarmed(unit.session, [roll.id for roll in found])
    return [r for r in found if r.id not in stays], [r for r in found if r.id in stays]


async def shut(unit: Unit, class_ids: Collection[int], half: Half | None) -> dict[str, Any]:
    """Withdraw today's cards, rolls and waiting alarms of these sessions; what was done, as JSON
    for `open_again`."""
    gone, stays = await rolls_of(unit, class_ids, half)
    done: dict[str, Any] = {"rolls": {}, "cards": []}
    for roll in gone:
        if (version := await _withdraw(unit, roll)) is not None:
            done["rolls"][str(roll.id)] = version
    for roll in stays:
        for case in (await cases.cases_of_roll(unit.session, roll.id)).values():
            if case.status == "told":
                await stop_unsent(unit, case)
    closed = await store.close_cards(unit.session, unit.today, class_ids, half, unit.now)
    done["cards"] = [card.id for card in closed]
    every = await store.cards_of(unit.session, unit.today, class_ids, half)
    await _show(unit, every, "closed")
    return done


async def open_again(unit: Unit, done: dict[str, Any]) -> None:
    """The lessons are held after all: the rolls stand as they stood, open cards are asked again."""
    shown: list[RollCard] = []
    for roll_id, version in done.get("rolls", {}).items():
        roll = await _restore(unit, int(roll_id), int(version))
        if roll is None or roll.class_id is None:
            continue
        card = await roll_cards.of_session(unit.session, roll.class_id, roll.day, roll.half)
        if card is not None:
            shown.append(card)
    again = unit.now + timedelta(minutes=(await rules_of(unit)).card_again)
    for id in done.get("cards", ()):
        card = await roll_cards.get(unit.session, int(id))
        if card is None:
            continue
        opened = await roll_cards.reopen(unit.session, card.class_id, card.day, card.half, again)
        if opened is not None:
            shown.append(opened)
    await _show(unit, shown, "open")


async def _show(unit: Unit, cards: Sequence[RollCard], since: str) -> None:
    for card in cards:
        await redraw(unit, card, since)
    for half in sorted({card.half for card in cards if card.step == "listed"}):
        await missing_rolls.redraw(unit, unit.today, half)


async def _withdraw(unit: Unit, roll: RollCall) -> int | None:
    """Let a roll count as not taken, with who took it and when kept; its version after that."""
    stored = await rolls.get(unit.session, roll.id)
    if stored is None or stored.roll.withdrawn:
        return None
    before, facts = saved(stored).standings, roll_facts(stored.roll)
    values = {"withdrawn": True}
    now = await rolls.advance(unit.session, roll.id, stored.roll.version, values)
    if now is None:
        return None
    after: dict[int, Standing] = {}
    await write_step(unit, now, facts, before, after)
    await absences.roll_changed(unit, now, before, after)
    return now.version


async def _restore(unit: Unit, roll_id: int, version: int) -> RollCall | None:
    """The roll as it was before `version` withdrew it; None where it has moved on since."""
    stored = await rolls.get(unit.session, roll_id)
    if stored is None or stored.roll.version != version or not stored.roll.withdrawn:
        return None
    steps, facts = await rolls.step(unit.session, roll_id, version), roll_facts(stored.roll)
    now = await rolls.advance(unit.session, roll_id, version, {"withdrawn": False})
    if now is None:
        return None
    after = {
        step.pupil_id: Standing.from_json(step.old)
        for step in steps
        if step.pupil_id is not None and step.old is not None
    }
    await write_step(unit, now, facts, {}, after)
    await absences.roll_changed(unit, now, {}, after)
    return now
