"""Serving with the settings of this machine: database, clock, channels, then the program."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.channels.telegram import Telegram
from bot.cli_database import bring_up_to_date, clock_of
from bot.database_file import sqlite_file
from bot.lock import hold
from bot.program import Program
from bot.settings import Settings
from services.errors import Refusal
from storage.database import Database
from storage.files import FileStore

log = logging.getLogger(__name__)


class NoMessengerError(Refusal):
    """No token of any messenger is set."""

    def __init__(self) -> None:
        super().__init__("no-messenger")


def telegram(settings: Settings, files: FileStore) -> Telegram:
    """The Telegram channel as the settings say."""
    return Telegram(
        settings.telegram_token,
        settings.telegram_api_base,
        files,
        public_url=settings.public_url,
        port=settings.webhook_port,
    )


@asynccontextmanager
async def bot_on(settings: Settings, database: Database) -> AsyncIterator[Program]:
    """A program that is ready to `run` on this database; holds the lock of a SQLite file.

    Raises `NoMessengerError`, `TokenRefusedError` or `AlreadyRunning`.
    """
    if not settings.telegram_token:
        raise NoMessengerError
    clock = clock_of(settings)
    file = sqlite_file(settings)
    lock = hold(file.with_suffix(".lock")) if file else None
    try:
        files = FileStore(settings.data_dir / "files")
        channel = telegram(settings, files)
        await bring_up_to_date(settings, clock.now())
        yield Program(
            database,
            [channel],
            files,
            clock,
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
