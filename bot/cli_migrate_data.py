"""`solienlac migrate-data URL`: all rows into another database, counts and audit chain checked; the
way from SQLite to PostgreSQL."""

import argparse
import asyncio
from collections.abc import Mapping
from contextlib import ExitStack, closing

from sqlalchemy import make_url

from bot.cli_ask import confirmed
from bot.cli_database import place, require_current
from bot.cli_text import current
from bot.database_file import sqlite_file
from bot.lock import hold
from bot.settings import Settings
from services.errors import Refusal
from storage import audit, upgrade
from storage.data_copy import NotEmptyError, copy_all
from storage.database import Database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the new address and `--yes`."""
    text = current()
    parser.add_argument("url", metavar="URL", help=text("cli-help-migrate-url"))
    parser.add_argument("--yes", action="store_true", help=text("cli-help-yes"))


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Copy; refused while a bot runs on the SQLite file, and into a database that has rows."""
    text = current()
    new = make_url(args.url)
    if new == make_url(settings.url):
        raise Refusal("migrate-same")
    shown = new.render_as_string()
    asyncio.run(require_current(settings))
    print(text("migrate-would", old=place(settings), new=shown))
    if not confirmed(text, yes=args.yes, question=text("migrate-question")):
        raise Refusal("cli-declined")
    file = sqlite_file(settings)
    with ExitStack() as held:
        if file is not None:
            held.enter_context(closing(hold(file.with_suffix(".lock"))))
        rows = asyncio.run(_copy(settings.url, args.url, shown))
    print(text("migrate-done", rows=sum(rows.values()), tables=len(rows)))
    return 0


async def _copy(old_url: str, new_url: str, shown: str) -> Mapping[str, int]:
    async with Database(old_url) as old, Database(new_url) as new:
        await upgrade.upgrade(new.engine)
        try:
            rows = await copy_all(old.engine, new.engine)
        except NotEmptyError:
            raise Refusal("restore-not-empty", place=shown) from None
        report = await new.run(audit.verify)
    if report.fault is not None:
        raise Refusal("verify-faults", count=1)
    return rows
