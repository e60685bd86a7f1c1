"""Opening the school's database for a command, and bringing it up to date with a copy first."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import make_url

from bot.database_file import sqlite_file
from bot.settings import Settings
from services.clock import Clock, open_clock
from services.errors import Refusal
from storage import upgrade
from storage.database import Database
from storage.sqlite_backup import copy_database


def clock_of(settings: Settings) -> Clock:
    """The clock of this data folder."""
    return open_clock(settings.data_dir, settings.zone, settings.clock_start)


async def standing(settings: Settings) -> str | None:
    """The migration the database stands at, None for none; makes no file where there is none."""
    path = sqlite_file(settings)
    if path is not None and not path.exists():
        return None
    async with Database(settings.url) as database:
        return await upgrade.current(database.engine)


async def require_current(settings: Settings) -> None:
    """Refuse to go on where there is no school yet or the database is of an older version."""
    number = await standing(settings)
    if number is None:
        raise Refusal("cli-no-school", place=place(settings))
    if number > upgrade.newest():
        raise Refusal("cli-database-newer", number=number)
    if number != upgrade.newest():
        raise Refusal("cli-upgrade-first")


async def bring_up_to_date(settings: Settings, now: datetime) -> tuple[bool, Path | None]:
    """Run what migrations are missing: whether any were, and the copy made before, if any.

    Raises `Refusal` for a database that a newer version has written.
    """
    number = await standing(settings)
    if number == upgrade.newest():
        return False, None
    if number is not None and number > upgrade.newest():
        raise Refusal("cli-database-newer", number=number)
    path, copy = sqlite_file(settings), None
    if path is not None and number is not None:
        copy = settings.data_dir / "backups" / f"solienlac-{number}-{now:%Y%m%d-%H%M%S}.db"
        copy_database(path, copy)
    async with Database(settings.url) as database:
        await upgrade.upgrade(database.engine)
    return True, copy


def place(settings: Settings) -> str:
    """The database's address without its password."""
    path = sqlite_file(settings)
    return str(path) if path is not None else make_url(settings.url).render_as_string()
