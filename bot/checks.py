"""What `doctor` looks at, one function a matter; each says how it stands and what to do.

A check is told as a text key with values; those that are not good make the command fail.
"""

import shutil
from collections.abc import AsyncIterator
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import func, select

from bot.checks_address import clock, public_address
from bot.checks_backups import backed_up
from bot.checks_telegram import telegram
from bot.checks_zalo_bot import zalo_bot
from bot.checks_zalo_keys import zalo_keys
from bot.checks_zalo_templates import zalo_templates
from bot.checks_zalo_webhook import zalo_webhook
from bot.database_file import sqlite_file
from bot.finding import Check, Finding
from bot.settings import Settings
from storage.database import Database
from storage.tables import Account, Pupil, Staff
from storage.upgrade import current, newest

LITTLE_DISK = 1_000_000_000  # bytes


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


CHECKS: tuple[Check, ...] = (
    zone,
    disk,
    database,
    backed_up,
    clock,
    public_address,
    telegram,
    zalo_bot,
    zalo_keys,
    zalo_webhook,
    zalo_templates,
)


async def examine(settings: Settings) -> AsyncIterator[Finding]:
    """Every finding, as it is made."""
    for check in CHECKS:
        for finding in await check(settings):
            yield finding
