"""`solienlac restore FILE`: a backup into an empty place, on SQLite or PostgreSQL."""

import argparse
import asyncio
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from pyrage import x25519
from sqlalchemy.ext.asyncio import AsyncSession

from bot.backing_up import require_sound
from bot.cli_ask import confirmed
from bot.cli_database import clock_of, place
from bot.cli_text import current
from bot.database_file import sqlite_file
from bot.settings import Settings
from services.errors import Refusal
from storage import audit, outbox, upgrade
from storage.backup_archive import DATABASE, BrokenBackupError, put_files, unpack
from storage.backup_key import NAME, WrongKeyError, read_key
from storage.data_copy import NotEmptyError, copy_all
from storage.database import Database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the file, `--key` and `--yes`."""
    text = current()
    parser.add_argument("file", type=Path, metavar="FILE.age", help=text("cli-help-restore-file"))
    parser.add_argument("--key", help=text("cli-help-restore-key"))
    parser.add_argument("--yes", action="store_true", help=text("cli-help-yes"))


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Restore; nothing is changed unless all of the backup is sound."""
    text = current()
    key = _key(args.key, settings)
    file = sqlite_file(settings)
    files = settings.data_dir / "files"
    if (file is not None and file.exists()) or (files.exists() and any(files.iterdir())):
        raise Refusal("restore-not-empty", place=place(settings))
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.data_dir, prefix=".backup-") as name:
        scratch = Path(name)
        try:
            manifest = unpack(args.file, scratch, key)
            asyncio.run(require_sound(scratch / DATABASE))
        except BrokenBackupError as error:
            raise Refusal("backup-cli-broken", file=str(args.file), problem=str(error)) from error
        if manifest.revision > upgrade.newest():
            raise Refusal("restore-newer", number=manifest.revision)
        values = {"rows": sum(manifest.rows.values()), "files": manifest.files}
        at = datetime.fromisoformat(manifest.made_at).astimezone(settings.zone)
        print(text("restore-would", at=f"{at:%H:%M %d/%m/%Y}", place=place(settings), **values))
        if not confirmed(text, yes=args.yes, question=text("restore-question")):
            raise Refusal("cli-declined")
        asyncio.run(_make_ready(scratch / DATABASE, clock_of(settings).now()))
        put_files(scratch, files)
        asyncio.run(_put_database(settings, scratch / DATABASE))
    if not (settings.data_dir / NAME).exists():
        (settings.data_dir / NAME).write_text(f"{key}\n")
        (settings.data_dir / NAME).chmod(0o600)
    print(text("restore-done", **values))
    return 0


def _key(given: str | None, settings: Settings) -> x25519.Identity:
    """The key that was given as a file or as its text, or the one in the data folder."""
    path = settings.data_dir / NAME if given is None else Path(given)
    try:
        if given is not None and given.upper().startswith("AGE-SECRET-KEY-"):
            return read_key(given)
        return read_key(path.read_text())
    except (WrongKeyError, OSError, UnicodeDecodeError):
        raise Refusal("backup-cli-bad-key", path=str(path)) from None


async def _make_ready(database: Path, now: datetime) -> None:
    """Bring it to this version; what was due when it was made is not said a second time."""
    async with Database(f"sqlite+aiosqlite:///{database}") as opened:
        await upgrade.upgrade(opened.engine)

        async def work(session: AsyncSession) -> None:
            count = await outbox.overdue_after_restore(session, now)
            details = {"unsent": count}
            await audit.append(
                session,
                at=now,
                actor_id=None,
                action="backup.restored",
                subject="school",
                details=details,
            )

        await opened.run(work)


async def _put_database(settings: Settings, database: Path) -> None:
    file = sqlite_file(settings)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_name(file.name + ".part")
        shutil.copyfile(database, unfinished)
        unfinished.replace(file)
        return
    async with (
        Database(f"sqlite+aiosqlite:///{database}") as old,
        Database(settings.url) as new,
    ):
        await upgrade.upgrade(new.engine)
        try:
            await copy_all(old.engine, new.engine)
        except NotEmptyError:
            raise Refusal("restore-not-empty", place=place(settings)) from None
