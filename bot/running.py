"""Serving with the settings of this machine: database, clock, channels, then the program."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import make_url

from bot.channels.telegram import Telegram
from bot.lock import hold
from bot.program import Program
from bot.settings import Settings
from services.clock import open_clock
from services.errors import Refusal
from storage.database import Database
from storage.files import FileStore
from storage.upgrade import upgrade

log = logging.getLogger(__name__)


class NoMessengerError(Refusal):
    """No token of any messenger is set."""

    def __init__(self) -> None:
        super().__init__("no-messenger")


def sqlite_file(url: str) -> Path | None:
    """The file behind a SQLite address; None for another database."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        return None
    return Path(parsed.database)


def telegram(settings: Settings, files: FileStore) -> Telegram:
    """The Telegram channel as the settings say."""
    return Telegram(
        settings.telegram_token,
        settings.telegram_api_base,
        files,
        settings.public_url,
        settings.webhook_port,
    )


@asynccontextmanager
async def bot_on(settings: Settings, database: Database) -> AsyncIterator[Program]:
    """A program that is ready to `run` on this database; holds the lock of a SQLite file.

    Raises `NoMessengerError` or `AlreadyRunning`.
    """
    if not settings.telegram_token:
        raise NoMessengerError
    file = sqlite_file(settings.url)
    lock = hold(file.with_suffix(".lock")) if file else None
    try:
        await upgrade(database.engine)
        files = FileStore(settings.data_dir / "files")
        yield Program(
            database,
            [telegram(settings, files)],
            files,
            open_clock(settings.data_dir, settings.zone, settings.clock_start),
            grace_seconds=settings.grace_seconds,
            per_second=settings.messages_per_second,
        )
    finally:
        if lock is not None:
            lock.close()


async def serve(settings: Settings) -> None:
    """Run the bot until asked to stop."""
    async with Database(settings.url) as database, bot_on(settings, database) as program:
        await program.run()
