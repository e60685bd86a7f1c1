"""Serving with the settings of this machine: database, clock, channels, then the program."""

import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from urllib.parse import urlsplit

from bot.backing_up import Backups
from bot.cli_database import bring_up_to_date, clock_of, place
from bot.database_file import sqlite_file
from bot.lock import hold
from bot.messengers import messengers
from bot.postgres_lock import held
from bot.program import Program
from bot.settings import Settings
from bot.web.key import server_key
from bot.web.server import WebServer
from services.errors import Refusal
from services.link_tokens import Links
from storage.database import Database
from storage.files import FileStore

log = logging.getLogger(__name__)


class NoMessengerError(Refusal):
    """No token of any messenger is set."""

    def __init__(self) -> None:
        super().__init__("no-messenger")


def _host(settings: Settings) -> str | None:
    """Where the web server listens: on this machine only, where its address is this machine's."""
    name = urlsplit(settings.public_url).hostname
    return "127.0.0.1" if name in ("127.0.0.1", "localhost") else None


@asynccontextmanager
async def bot_on(settings: Settings, database: Database) -> AsyncIterator[Program]:
    """A program that is ready to `run` on this database; holds the lock of a SQLite file.

    Raises `NoMessengerError`, `TokenRefusedError` or `AlreadyRunning`.
    """
    if not settings.has_messenger:
        raise NoMessengerError
    clock = clock_of(settings)
    file = sqlite_file(settings)
    lock = hold(file.with_suffix(".lock")) if file else None
    try:
        files = FileStore(settings.data_dir / "files")
        web = WebServer(settings.webhook_port, _host(settings)) if settings.public_url else None
        links = (
            Links(settings.public_url, server_key(settings.data_dir / "web.key")) if web else None
        )
        channels = messengers(settings, database, files, clock, web=web, links=links)
        await bring_up_to_date(settings, clock.now())
        yield Program(
            database,
            channels,
            files,
            clock,
            grace_seconds=settings.grace_seconds,
            per_second=settings.messages_per_second,
            web=web,
            links=links,
            backups=Backups(settings),
            status=WebServer(settings.status_port, "127.0.0.1") if settings.status_port else None,
        )
    finally:
        if lock is not None:
            lock.close()


async def serve(settings: Settings) -> None:
    """Run the bot until asked to stop."""
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(Database(settings.url))
        if not database.is_sqlite:
            await stack.enter_async_context(held(database, place(settings)))
        program = await stack.enter_async_context(bot_on(settings, database))
        await program.run()
