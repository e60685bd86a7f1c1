"""A Zalo Bot's channel with a real inbox behind it, and nothing else of the program."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from aiogram.methods import SendMessage
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.base import Heard, Outcome
from bot.channels.zalo_bot import ZaloBot
from services.unit import Unit
from storage import contacts, inbox
from storage.database import Database
from storage.files import FileStore
from storage.inbox import Accepted, Incoming
from storage.tables import InboxRow, MessengerContact

TOKEN = "84210077:mat-khau-cua-mot-bot-tuong-tuong"
SECRET_PART = TOKEN.partition(":")[2]


class Line:
    """See the module. `now` is the instant of every unit of work."""

    def __init__(self, base: str, database: Database, files: FileStore, now: datetime) -> None:
        self.base, self.database, self.files, self.now = base, database, files, now
        self.kept: list[Accepted] = []
        self.accepts = 0
        self.channel = self.make()

    def make(self, **more: Any) -> ZaloBot:
        """The channel, with other arguments."""
        self.channel = ZaloBot(TOKEN, self.base, self.files, self.database, **more)
        return self.channel

    async def accept(self, updates: Sequence[Incoming]) -> None:
        """Keep a batch, as the program does."""
        self.accepts += 1
        self.kept += await self.database.run(lambda s: inbox.accept(s, updates, self.now))

    @asynccontextmanager
    async def receiving(self) -> AsyncIterator[None]:
        """Updates are taken while the block runs."""
        task = asyncio.create_task(self.channel.receive(self.accept))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def read(self, accepted: Accepted) -> Heard:
        """What a kept event means."""

        async def work(session: AsyncSession) -> Heard:
            unit = Unit(session, self.now, self.now.tzinfo)  # type: ignore[arg-type]
            return await self.channel.read(unit, accepted.incoming, accepted.id)

        return await self.database.run(work)

    async def read_event(self, event: dict[str, Any]) -> Heard:
        """The same for an event that is brought now."""
        before = len(self.kept)
        await self.accept([self.channel.incoming(event)])
        return await self.read(self.kept[before])

    async def contact(self, native_id: str) -> str:
        """The number of somebody's chat, who is met if need be."""

        async def work(session: AsyncSession) -> str:
            met = await contacts.meet(session, "zalo_bot", native_id, self.now)
            await session.flush()
            return str(met.id)

        return await self.database.run(work)

    async def contacts(self) -> list[MessengerContact]:
        """Everybody who was met."""

        async def work(session: AsyncSession) -> list[MessengerContact]:
            return list(await session.scalars(select(MessengerContact)))

        return await self.database.run(work)

    async def rows(self) -> list[InboxRow]:
        """The inbox."""

        async def work(session: AsyncSession) -> list[InboxRow]:
            return list(await session.scalars(select(InboxRow).order_by(InboxRow.id)))

        return await self.database.run(work)

    async def say(self, chat: str, text: str, **more: Any) -> Outcome:
        """Send a text."""
        return await self.channel.send(SendMessage(chat_id=int(chat), text=text), **more)


@asynccontextmanager
async def line(
    base: str, database: Database, folder: Path, now: datetime, **more: Any
) -> AsyncIterator[Line]:
    """A line to the API at `base`."""
    made = Line(base, database, FileStore(folder / "files"), now)
    if more:
        made.make(**more)
    try:
        yield made
    finally:
        await made.channel.stop()
