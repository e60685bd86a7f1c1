"""The board that stays on a head's phone and follows the rolls as they come in.

One message a person: the newest that was asked for. It is drawn again at most every 20 seconds
where rolls have changed, and every five minutes for what time alone changes (a class that should
have its roll by now, an absence that has waited too long); where nothing differs nothing is sent.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from services.access import Action, may
from services.attendance_states import Half
from services.board import board
from services.board_lines import Facts
from services.errors import Refusal
from services.identity import load_actor
from services.unit import Unit
from storage import board as store
from storage import outbox

NOTICE = "day-board"
AFTER_ROLLS = timedelta(seconds=20)
ANYHOW = timedelta(minutes=5)


async def keep(unit: Unit, facts: Facts, row_id: int) -> None:
    """The message `row_id` shows these facts to the actor and follows them while the day lasts;
    raises `NotAllowed`."""
    actor = unit.require(Action.SEE_BOARD)
    if not facts["today"]:
        return
    values: dict[str, Any] = {
        "day": date.fromisoformat(facts["day"]),
        "half": facts["half"],
        "row_id": row_id,
        "shown": facts,
        "shown_at": unit.now,
    }
    await store.keep(unit.session, actor.person_id, values)


async def refreshed(unit: Unit, facts: Facts, message_id: int) -> None:
    """The actor has drawn the message `message_id` (their messenger's number) again; if it is the
    one that follows the rolls, it follows this half-day from now on."""
    actor = unit.require(Action.SEE_BOARD)
    kept = await store.live(unit.session, actor.person_id)
    if kept is not None and await outbox.message_of(unit.session, kept.row_id) == message_id:
        await keep(unit, facts, kept.row_id)


async def refresh_boards(unit: Unit) -> bool:
    """The job by the clock: draw the day's boards again where they differ; whether any did."""
    stale = await store.take_stale(
        unit.session, unit.today, unit.now, rolled=unit.now - AFTER_ROLLS, silent=unit.now - ANYHOW
    )
    read: dict[str, Facts] = {}
    changed = False
    for each in stale:
        reader = await load_actor(unit, each.person_id)
        if not may(reader, Action.SEE_BOARD):
            await unit.session.delete(each)
            continue
        if each.half not in read:
            try:
                as_reader = replace(unit, actor=reader)
                read[each.half] = await board(as_reader, each.day, Half(each.half))
            except Refusal:  # the school closed meanwhile
                continue
        facts = read[each.half]
        if _news(facts) == _news(each.shown):
            continue
        each.shown = facts
        await unit.edit_notice(each.row_id, each.person_id, NOTICE, facts)
        changed = True
    await unit.session.flush()
    return changed


def _news(facts: Facts) -> Facts:
    """What a reader would notice: everything but the hour of reading."""
    return {name: value for name, value in facts.items() if name != "at"}
