"""Making a backup, proving that it comes back, and clearing away old ones."""

import asyncio
import re
import shutil
import sqlite3
import tempfile
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.database_file import sqlite_file
from bot.settings import Settings
from storage import audit, integrity, upgrade
from storage.backup_archive import DATABASE, BrokenBackupError, Manifest, pack, unpack
from storage.backup_key import WrongKeyError, key_of
from storage.backups import GIVEN_UP
from storage.data_copy import CountError, copy_all
from storage.database import Database
from storage.sqlite_backup import copy_database

SCRATCH = ".backup-"
NAME = re.compile(r"solienlac-(\d{8})-(\d{6})\.age")
DAYS, WEEKS, MONTHS = 7, 5, 12  # how many of each are kept
FAULTS = (
    OSError,
    sqlite3.Error,
    SQLAlchemyError,
    BrokenBackupError,
    CountError,
    WrongKeyError,
)


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that lies in its folder; `size` in bytes."""

    path: Path
    size: int
    manifest: Manifest


class Backups:
    """The backups of one school on this machine."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.folder = settings.backup_dir or settings.data_dir / "backups"

    async def make(self, now: datetime) -> Made:
        """Back up database and files while they are used; keys stay out of it.

        Old ones go once the new one is complete. Raises one of `FAULTS`.
        """
        data = self._settings.data_dir
        key = key_of(data)
        local = now.astimezone(self._settings.zone)
        target = self.folder / f"solienlac-{local:%Y%m%d-%H%M%S}.age"
        async with _scratch(data) as scratch:
            copy = scratch / DATABASE
            await self._copy_database(copy)
            async with Database(f"sqlite+aiosqlite:///{copy}") as opened:
                revision = await upgrade.current(opened.engine) or ""
            manifest = await asyncio.to_thread(
                pack,
                copy,
                data / "files",
                target,
                key,
                made_at=now.isoformat(),
                revision=revision,
            )
        await asyncio.to_thread(self._clear, local)
        return Made(target, target.stat().st_size, manifest)

    async def _copy_database(self, copy: Path) -> None:
        file = sqlite_file(self._settings)
        if file is not None:
            await asyncio.to_thread(copy_database, file, copy)
            return
        async with (
            Database(self._settings.url) as old,
            Database(f"sqlite+aiosqlite:///{copy}") as new,
        ):
            await upgrade.upgrade(new.engine)
            await copy_all(old.engine, new.engine)

    async def prove(self, path: Path) -> Manifest:
        """Restore a backup beside the school and check data and audit chain there.

        Raises one of `FAULTS`.
        """
        key = key_of(self._settings.data_dir)
        async with _scratch(self._settings.data_dir) as scratch:
            manifest = await asyncio.to_thread(unpack, path, scratch, key)
            await require_sound(scratch / DATABASE)
        return manifest

    def newest(self) -> Path | None:
        """The newest backup in the folder."""
        return max(self._found(), default=None, key=lambda path: path.name)

    def _found(self) -> list[Path]:
        if not self.folder.exists():
            return []
        return [path for path in self.folder.iterdir() if NAME.fullmatch(path.name)]

    def _clear(self, now: datetime) -> None:
        found = {path.name: path for path in self._found()}
        for name in found.keys() - kept(found, now):
            found[name].unlink(missing_ok=True)


async def require_sound(database: Path) -> None:
    """Raise `BrokenBackupError` where a database's structure or audit chain is not sound."""
    async with Database(f"sqlite+aiosqlite:///{database}") as opened:
        if await opened.run(integrity.faults):
            raise BrokenBackupError("database")
        if (await opened.run(audit.verify)).fault is not None:
            raise BrokenBackupError("audit")


def kept(names: Iterable[str], now: datetime) -> set[str]:
    """Which backups stay: all of today, the last of each of 7 days, 5 weeks and 12 months."""
    newest: dict[tuple[str, ...], str] = {}
    keep = set()
    for name in sorted(names):
        match = NAME.fullmatch(name)
        if match is None:
            continue
        day = datetime.strptime(match[1], "%Y%m%d").date()  # noqa: DTZ007 - a day of the school
        age = now.date() - day
        if age <= timedelta(0):
            keep.add(name)
        if age < timedelta(days=DAYS):
            newest["day", str(day)] = name
        if age < timedelta(weeks=WEEKS):
            newest["week", f"{day:%G-%V}"] = name
        if age < timedelta(days=31 * MONTHS):
            newest["month", f"{day:%Y-%m}"] = name
    return keep | set(newest.values())


@asynccontextmanager
async def _scratch(folder: Path) -> AsyncIterator[Path]:
    """A folder on the disk of the data, for what is not encrypted; gone at the end."""
    with _temporary(folder) as name:
        yield Path(name)


def _temporary(folder: Path) -> tempfile.TemporaryDirectory[str]:
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{SCRATCH}*"):  # of a process that was killed: it is not encrypted
        if time.time() - left.stat().st_mtime > GIVEN_UP.total_seconds():
            shutil.rmtree(left, ignore_errors=True)
    return tempfile.TemporaryDirectory(dir=folder, prefix=SCRATCH)
