"""What `doctor` looks at, one function a matter; each says how it stands and what to do.

A check is told as a text key with values; `bad` ones make the command fail.
"""

import shutil
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import aiohttp
from sqlalchemy import func, select

from bot.database_file import sqlite_file
from bot.settings import Settings
from storage.database import Database
from storage.tables import Account, Pupil, Staff
from storage.upgrade import current, newest

LITTLE_DISK = 1_000_000_000  # bytes
SKEW = 30.0  # seconds
PATIENCE = aiohttp.ClientTimeout(total=10)


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    good: bool
    key: str
    values: dict[str, Any] = field(default_factory=dict)


Check = Callable[[Settings], Awaitable[list[Finding]]]


async def zone(settings: Settings) -> list[Finding]:
    """Whether the system or the package tzdata knows the school's timezone."""
    try:
        ZoneInfo(settings.timezone)
    except (ZoneInfoNotFoundError, ValueError):
        return [Finding(False, "doctor-zone-bad", {"zone": settings.timezone})]
    return [Finding(True, "doctor-zone", {"zone": settings.timezone})]


async def disk(settings: Settings) -> list[Finding]:
    """Whether the data folder can be written and has room."""
    folder = settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".doctor"
        probe.write_bytes(b"ok")
        probe.unlink()
    except OSError as error:
        problem = error.strerror or str(error)
        return [Finding(False, "doctor-folder-bad", {"path": str(folder), "problem": problem})]
    free = shutil.disk_usage(folder).free
    gigabytes = round(free / 1e9, 1)
    if free < LITTLE_DISK:
        return [Finding(False, "doctor-disk-little", {"path": str(folder), "free": gigabytes})]
    return [Finding(True, "doctor-disk", {"path": str(folder), "free": gigabytes})]


async def database(settings: Settings) -> list[Finding]:
    """Whether the database answers, is of this version, and holds a school."""
    file = sqlite_file(settings)
    if file is not None and not file.exists():
        return [Finding(False, "doctor-no-database")]
    async with Database(settings.url) as opened:
        stands = await current(opened.engine)
        if stands != newest():
            values = {"stands": stands or "–", "newest": newest()}
            return [Finding(False, "doctor-database-old", values)]

        async def count(session: Any) -> tuple[int, int, int]:
            pupils = await session.scalar(select(func.count()).select_from(Pupil))
            staff = await session.scalar(select(func.count()).select_from(Staff))
            linked = await session.scalar(
                select(func.count()).where(Account.person_id.is_not(None))
            )
            return int(pupils), int(staff), int(linked)

        pupils, staff, linked = await opened.run(count)
    if not pupils:
        return [Finding(False, "doctor-no-school")]
    return [Finding(True, "doctor-school", {"pupils": pupils, "staff": staff, "linked": linked})]


async def telegram(settings: Settings) -> list[Finding]:
    """Whether Telegram can be reached, knows the token, and agrees about the time."""
    if not settings.telegram_token:
        return [Finding(False, "doctor-no-token")]
    url = f"{settings.telegram_api_base.rstrip('/')}/bot{settings.telegram_token}/getMe"
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE) as http,
            http.get(url) as response,
        ):
            told = await response.json(content_type=None)
            date = response.headers.get("Date")
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return [Finding(False, "doctor-telegram-unreachable")]
    if not told.get("ok"):
        return [Finding(False, "doctor-token-bad", {"code": told.get("error_code", 0)})]
    found = [Finding(True, "doctor-telegram", {"name": told["result"].get("username", "")})]
    if date:
        skew = abs(parsedate_to_datetime(date).timestamp() - time.time())
        if skew > SKEW:
            found.append(Finding(False, "doctor-clock-skew", {"seconds": round(skew)}))
    return found


async def webhook(settings: Settings) -> list[Finding]:
    """Whether the public address is one that Telegram accepts."""
    if not settings.public_url:
        return [Finding(True, "doctor-polling")]
    if not settings.public_url.startswith("https://"):
        return [Finding(False, "doctor-webhook-not-https", {"url": settings.public_url})]
    return [Finding(True, "doctor-webhook", {"url": settings.public_url})]


CHECKS: tuple[Check, ...] = (zone, disk, database, telegram, webhook)


async def examine(settings: Settings) -> AsyncIterator[Finding]:
    """Every finding, as it is made."""
    for check in CHECKS:
        for finding in await check(settings):
            yield finding
