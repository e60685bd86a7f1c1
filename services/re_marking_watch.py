"""Re-markings that wait: who is waited for hears again, and what cannot go on ends by itself."""

from datetime import timedelta

from services.daily import is_due
from services.re_marking import OPEN, overtake
from services.re_marking_cards import readers, tell
from services.unit import Unit
from storage import re_markings as store

KEY = "re_marking:reminded"
WAITS = timedelta(days=3)  # then who is waited for hears again, and every three days more


async def watch(unit: Unit) -> bool:
    """The job by the clock, once a day: a re-marking whose mark changed otherwise, or whose pupil
    left, ends and is told; the principal or the second marker is reminded of the others."""
    if not await is_due(unit, KEY):
        return False
    told = False
    for row in await store.in_status(unit.session, OPEN):
        if await overtake(unit, row):
            told = True
            continue
        since = row.decided_at if row.status == "marking" else row.asked_at
        turns = (unit.now - (since or row.asked_at)) // WAITS
        if turns < 1:
            continue
        role = "marker" if row.status == "marking" else "principal"
        people = [each for each in await readers(unit, row) if each[1] == role]
        await tell(unit, row, people, again=f":again{turns}")
        told = True
    return told
