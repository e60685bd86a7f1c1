"""`solienlac backup`: database and files into one encrypted file, also beside a running bot."""

import argparse
import asyncio

from sqlalchemy.ext.asyncio import AsyncSession

from bot.backing_up import Backups, Made
from bot.cli_database import clock_of, require_current
from bot.cli_text import Text, current
from bot.settings import Settings
from services.errors import Refusal
from storage import backups as runs
from storage.backup_archive import BrokenBackupError
from storage.backup_key import NAME, WrongKeyError, key_of
from storage.database import Database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `--key` and `--prove`."""
    text = current()
    parser.add_argument("--key", action="store_true", help=text("cli-help-backup-key"))
    parser.add_argument("--prove", action="store_true", help=text("cli-help-backup-prove"))


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Make a backup, print the key, or try out the newest."""
    text = current()
    is_new = not (settings.data_dir / NAME).exists()
    try:
        if args.key:
            print(key_of(settings.data_dir))
            return 0
        if args.prove:
            asyncio.run(_prove(settings, text))
            return 0
        made = asyncio.run(_make(settings))
    except WrongKeyError:
        raise Refusal("backup-cli-bad-key", path=str(settings.data_dir / NAME)) from None
    manifest = made.manifest
    print(
        text(
            "backup-cli-made",
            file=str(made.path),
            size=round(made.size / 1e6, 1),
            rows=sum(manifest.rows.values()),
            files=manifest.files,
        )
    )
    if is_new:
        print(text("backup-cli-key-new", path=str(settings.data_dir / NAME)))
    return 0


async def _make(settings: Settings) -> Made:
    await require_current(settings)
    now = clock_of(settings).now()
    made = await Backups(settings).make(now)
    async with Database(settings.url) as database:

        async def note(session: AsyncSession) -> None:
            id = await runs.add(session, "console", now)
            values = {"started_at": now, "ended_at": clock_of(settings).now()}
            await runs.end(session, id or 0, file=made.path.name, size=made.size, **values)

        await database.run(note)
    return made


async def _prove(settings: Settings, text: Text) -> None:
    backups = Backups(settings)
    newest = backups.newest()
    if newest is None:
        raise Refusal("backup-cli-nothing", folder=str(backups.folder))
    try:
        manifest = await backups.prove(newest)
    except BrokenBackupError as error:
        raise Refusal("backup-cli-broken", file=str(newest), problem=str(error)) from error
    rows = sum(manifest.rows.values())
    print(text("backup-cli-proved", file=newest.name, rows=rows, files=manifest.files))
