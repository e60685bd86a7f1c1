"""What `doctor` looks at in backups: their age, their place, and whether one was tried out."""

from datetime import datetime

from bot.backing_up import Backups
from bot.beside_the_bot import current_database
from bot.cli_database import clock_of
from bot.finding import Finding
from bot.settings import Settings
from services.backups import STALE
from storage import backups


def _hours(now: datetime, then: datetime) -> int:
    return int((now - then).total_seconds() // 3600)


async def backed_up(settings: Settings) -> list[Finding]:
    """Whether there is a backup that is new enough, proved, and on another disk."""
    folder = Backups(settings).folder
    now = clock_of(settings).now()
    async with current_database(settings) as database:
        if database is None:
            return []
        made = await database.run(backups.newest)
        proof = await database.run(lambda s: backups.newest(s, proof=True))
    if made is None or made.ended_at is None:
        return [Finding(True, "doctor-backup-none")]
    values = {"hours": _hours(now, made.ended_at), "folder": str(folder)}
    if now - made.ended_at > STALE or not folder.exists():
        return [Finding(False, "doctor-backup-old", values)]
    if proof is not None and proof.fault is not None:
        return [Finding(False, "doctor-backup-unproved")]
    at = proof.ended_at if proof else None
    proved = "none" if at is None else str(_hours(now, at) // 24)
    found = [Finding(True, "doctor-backup", values | {"proved": proved})]
    if folder.stat().st_dev == settings.data_dir.stat().st_dev:
        found.append(Finding(True, "doctor-backup-same-disk", {"folder": str(folder)}))
    return found
