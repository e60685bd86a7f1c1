"""Watches the keys with which messengers let us speak, and tells administrators before they end.

Looked at by the clock; each trouble is told once to each administrator (to the principal where no
administrator is linked), by the notice itself, which has one key a trouble.
"""

import hashlib
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from services.access import Role
from services.unit import Unit
from storage import channel_tokens, households, outbox
from storage.outbox import Priority
from storage.tables import ChannelToken

TROUBLE = "channel-trouble"
REFUSES = "channel-refuses"
TOLD_ELSEWHERE = "ceiling"  # with its figures, when it is asked about
KINDS = {"quota": "quota", "429": "quota", "month": "quota", "billing": "billing", "token": "token"}
BEFORE = timedelta(days=14)


async def watch_channels(unit: Unit) -> bool:
    """The clock's job: whether there was anything to tell."""
    troubled = await channel_tokens.ending(unit.session, unit.now + BEFORE)
    if not troubled:
        return False
    told = await _responsible(unit)
    return any([await _tell(unit, token, person) for token in troubled for person in told])


async def _responsible(unit: Unit) -> list[int]:
    for role in (Role.ADMINISTRATOR, Role.PRINCIPAL):
        found = await households.holders_of(unit.session, role)
        if found:
            return list(found)
    return []


async def _tell(unit: Unit, token: ChannelToken, person_id: int) -> bool:
    refused = token.refused_at is not None
    params: dict[str, Any] = {
        "channel": token.channel,
        "trouble": "ending",
        "until": _day(unit, token.access_until if refused else token.refresh_until),
    }
    if refused:
        params["trouble"] = "refused" if token.access_until > unit.now else "dead"
    kind = "refused" if refused else "ending"
    key = f"{TROUBLE}:{token.channel}:{kind}:{_mark(token)}:{person_id}"
    if await outbox.by_key(unit.session, [key]):
        return False
    row = await unit.notify(person_id, TROUBLE, params, priority=Priority.APPROVAL, key=key)
    return row is not None


async def tell_refusals(unit: Unit, troubles: Collection[tuple[str, str]]) -> None:
    """A messenger takes no messages from the school: (channel, reason) as its outcomes have them.

    Those who look after it and the principal hear of each kind once a day.
    """
    for channel, reason in sorted(troubles):
        if reason == TOLD_ELSEWHERE:
            continue
        why = KINDS.get(reason, "setup")
        if why == "token" and await channel_tokens.get(unit.session, channel) is not None:
            continue  # `watch_channels` tells it
        people = {
            *await households.holders_of(unit.session, Role.PRINCIPAL),
            *await households.holders_of(unit.session, Role.ADMINISTRATOR),
        }
        for person_id in sorted(people):
            await unit.notify(
                person_id,
                REFUSES,
                {"channel": channel, "why": why, "at": _day(unit, unit.now)},
                priority=Priority.APPROVAL,
                key=f"{REFUSES}:{channel}:{why}:{unit.today}:{person_id}",
            )


def _mark(token: ChannelToken) -> str:
    """Tells one token from the next without showing any of it."""
    return hashlib.sha256(token.refresh_token.encode()).hexdigest()[:12]


def _day(unit: Unit, at: datetime) -> str:
    return at.astimezone(unit.zone).strftime("%H:%M %d/%m/%Y")
