"""The Official Account's webhook: a marked body is posted to our own public address and must be
taken; one with a wrong mark must not.
"""

import json
import time
from dataclasses import dataclass

import aiohttp
from sqlalchemy import func, select

from bot.beside_the_bot import current_database
from bot.channels.zalo_oa_signature import MARK, mac
from bot.channels.zalo_oa_webhook import SIGNED_OVER, webhook_path
from bot.checks_zalo_keys import CHANNEL, is_wanted, missing
from bot.finding import PATIENCE, Finding
from bot.settings import Settings
from storage.tables import InboxRow

SLOW = 2.0  # seconds: Zalo gives up on an event after that and brings it again
EVENT = "solienlac_doctor"  # one that concerns nobody


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    signed_over: str
    seconds: float


async def zalo_webhook(settings: Settings) -> list[Finding]:
    """Nothing to say before the settings are complete."""
    if not is_wanted(settings) or missing(settings):
        return []
    url = settings.public_url.rstrip("/") + webhook_path(settings.zalo_app_secret)
    stamp = str(round(time.time() * 1000))
    facts = {"app_id": settings.zalo_app_id, "oa_id": settings.zalo_oa_id}
    raw = json.dumps({**facts, "event_name": EVENT, "timestamp": stamp}).encode()
    key = settings.zalo_oa_secret or settings.zalo_app_secret
    try:
        right = await _post(url, raw, mac(settings.zalo_app_id, raw, stamp, key))
        wrong = await _post(url, raw, mac(settings.zalo_app_id, raw, stamp, f"{key}?"))
    except (aiohttp.ClientError, TimeoutError):
        return [Finding(False, "doctor-oa-hook-unreachable")]
    if right.status != 200:
        kinds = {403: "refused", 404: "nobody", 413: "refused"}
        kind = kinds.get(right.status, "down" if right.status >= 500 else "other")
        values = {"status": str(right.status), "kind": kind}
        return [Finding(False, "doctor-oa-hook-bad", values)]
    if wrong.status != 403:
        return [Finding(False, "doctor-oa-hook-open", {"status": str(wrong.status)})]
    slowest = max(right.seconds, wrong.seconds)
    if slowest > SLOW:
        return [Finding(False, "doctor-oa-hook-slow", {"seconds": round(slowest, 1)})]
    return [Finding(True, "doctor-oa-hook"), await _zalos_own(settings, right.signed_over)]


async def _post(url: str, raw: bytes, mark: str) -> _Answer:
    begun = time.monotonic()
    async with (
        aiohttp.ClientSession(timeout=PATIENCE) as http,
        http.post(
            url,
            data=raw,
            headers={MARK: f"mac={mark}", "Content-Type": "application/json"},
            allow_redirects=False,
        ) as response,
    ):
        await response.read()
        told = response.headers.get(SIGNED_OVER, "")
    return _Answer(response.status, told, time.monotonic() - begun)


async def _zalos_own(settings: Settings, signed_over: str) -> Finding:
    """Whether Zalo itself has brought events, and how they are marked."""
    if signed_over:
        return Finding(True, "doctor-oa-signed", {"variant": signed_over})
    newest = select(func.max(InboxRow.received_at)).where(InboxRow.channel == CHANNEL)
    async with current_database(settings) as database:
        at = await database.run(lambda session: session.scalar(newest)) if database else None
    if at is None:
        return Finding(False, "doctor-oa-never-heard")
    when = at.astimezone(settings.zone).strftime("%H:%M %d/%m/%Y")
    return Finding(True, "doctor-oa-heard", {"at": when})
