"""Serving with the settings of this machine: database, clock, channels, then the program."""

import logging
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


async def serve(settings: Settings, ready: list[Program] | None = None) -> None:
    """Run until asked to stop; raises `NoMessengerError` or `AlreadyRunning`."""
    if not settings.telegram_token:
        raise NoMessengerError
    file = sqlite_file(settings.url)
    lock = hold(file.with_suffix(".lock")) if file else None
    try:
        async with Database(settings.url) as database:
            await upgrade(database.engine)
            files = FileStore(settings.data_dir / "files")
            program = Program(
                database,
                [Telegram(settings.telegram_token, settings.telegram_api_base, files)],
                files,
                open_clock(settings.data_dir, settings.zone, settings.clock_start),
                grace_seconds=settings.grace_seconds,
                per_second=settings.messages_per_second,
            )
            if ready is not None:
                ready.append(program)
            await program.run()
    finally:
        if lock is not None:
            lock.close()
