"""What a command may do beside a running bot, or in its absence."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.cli_database import standing
from bot.database_file import sqlite_file
from bot.lock import AlreadyRunning, hold
from bot.settings import Settings
from storage.database import Database
from storage.upgrade import newest


def may_run(settings: Settings) -> bool:
    """Whether a bot runs on this database; on one that is no file nobody knows, so it may."""
    file = sqlite_file(settings)
    if file is None:
        return True
    if not file.exists():
        return False
    try:
        hold(file.with_suffix(".lock")).close()
    except AlreadyRunning:
        return True
    return False


@asynccontextmanager
async def current_database(settings: Settings) -> AsyncIterator[Database | None]:
    """The school's database; None where there is none, or one of another version."""
    if await standing(settings) != newest():
        yield None
        return
    async with Database(settings.url) as database:
        yield database
