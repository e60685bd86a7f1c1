"""The day's summary to principal and vice principals, once a school day at the hour of the rules.

What was missed while the program was down is sent until the evening; the next day nobody needs it.
"""

from dataclasses import replace
from datetime import datetime, time, timedelta

from services.board import board
from services.board_lines import Facts
from services.board_open import open_absences
from services.board_sessions import halves_of_day
from services.identity import load_actor
from services.school_days import school_day
from services.school_rules import rules_of
from services.unit import Unit
from storage import board as store
from storage import households
from storage.outbox import Priority

SUMMARY = "day-summary"
USEFUL = timedelta(hours=5)
HEADS = ("principal", "vice_principal")


async def send_summary(unit: Unit) -> bool:
    """The job by the clock; whether it was sent."""
    clock = time.fromisoformat((await rules_of(unit)).summary_at)
    at = datetime.combine(unit.today, clock, unit.zone)
    if not at <= unit.now < at + USEFUL or await store.summary_made(unit.session, unit.today):
        return False
    if not await store.make_summary(unit.session, unit.today, unit.now):
        return False
    if (await school_day(unit, unit.today)).off is not None:
        return False
    heads = [head for role in HEADS for head in await households.holders_of(unit.session, role)]
    heads = sorted(set(heads))
    if not heads:
        return False
    reader = replace(unit, actor=await load_actor(unit, heads[0]))  # every head sees the same
    params = await summary(reader)
    if not params["halves"]:  # no class had lessons so far
        return False
    for head in heads:
        key = f"{SUMMARY}:{unit.today}:{head}"
        await unit.notify(head, SUMMARY, params, priority=Priority.DIGEST, key=key)
    unit.audit("day.summary", f"day:{unit.today}", people=heads)
    return True


async def summary(unit: Unit) -> Facts:
    """Today's half-days as boards, those that have begun, and every absence that is still not
    explained, however new; raises `NotAllowed`."""
    today = unit.today
    boards = [await board(unit, today, half) for half in await halves_of_day(unit, today)]
    shared = ("day", "date", "weekday", "changes", "after", "days")
    own = ("half", "total", "grades", "missing")
    return {
        **{name: boards[0][name] for name in shared},
        **await open_absences(unit, today, timedelta(0)),
        "halves": [
            {name: each[name] for name in own}
            for each in boards
            if each["total"]["taken"] or each["missing"]
        ],
    }
