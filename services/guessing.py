"""Slowing down those who try codes: five wrong ones in a quarter of an hour, then wait.

When the whole school sees many wrong codes at once, a single miss is enough to wait, and the
administrator is told, once an hour. A chat that has never missed is never held up, so nobody can
lock others out.
"""

import math
from dataclasses import dataclass
from datetime import timedelta

from services.access import Role
from services.unit import Unit
from storage import households, invites
from storage.outbox import Priority

WINDOW = timedelta(minutes=15)
MISSES = 5
MISSES_OF_SCHOOL = 100


@dataclass(frozen=True, slots=True)
class Seat:
    """The chat that somebody writes from: its account, messenger and address."""

    account_id: int
    channel: str
    external_id: str


async def minutes_to_wait(unit: Unit, seat: Seat) -> int:
    """How long this chat must wait before another code is looked at; 0 for not at all."""
    since = unit.now - WINDOW
    missed = await invites.attempts_of(unit.session, seat.channel, seat.external_id, since)
    if not missed:
        return 0
    allowed = MISSES
    if await invites.attempts_in_all(unit.session, since) >= MISSES_OF_SCHOOL:
        allowed = 1
    if len(missed) < allowed:
        return 0
    free = missed[-allowed] + WINDOW
    return max(1, math.ceil((free - unit.now).total_seconds() / 60))


async def missed(unit: Unit, seat: Seat, why: str) -> None:
    """Count a wrong code; the log has which chat, never what was tried."""
    await invites.add_attempt(unit.session, seat.channel, seat.external_id, unit.now)
    unit.audit("link.missed", f"account:{seat.account_id}", why=why)
    count = await invites.attempts_in_all(unit.session, unit.now - WINDOW)
    if count >= MISSES_OF_SCHOOL:
        await _warn(unit, count)


async def _warn(unit: Unit, count: int) -> None:
    hour = unit.now.astimezone(unit.zone).strftime("%Y-%m-%dT%H")
    for person_id in await households.holders_of(unit.session, Role.ADMINISTRATOR):
        await unit.notify(
            person_id,
            "link-guessing",
            {"count": count},
            priority=Priority.APPROVAL,
            key=f"link-guessing:{hour}:{person_id}",
        )
