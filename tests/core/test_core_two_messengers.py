"""One person on two messengers: a promise goes to one of them, the other stands in, once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from bot.channels.telegram import Telegram
from bot.delivery import Deliverer
from services.clock import SystemClock
from storage import outbox
from storage.database import Database
from storage.files import FileStore
from storage.outbox import Outgoing
from storage.tables import Account, OutboxRow, Person
from tests.support.sandbox import Phones, sandbox_server

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TOKEN = "4200000004:AAH-token-of-an-invented-school-0000000"
LONG_AGO = datetime(2026, 9, 5, 7, 0, tzinfo=ZONE)
NOTICE = "update-not-handled"
NOBODY = "5199999999"


class Second(Telegram):
    """Another messenger that happens to speak as Telegram does."""

    name = "second"


class Household:
    """A mother with a phone on each of two messengers, and the deliverer."""

    def __init__(self, database: Database, url: str, phones: Phones, folder: Path) -> None:
        self.database, self.phones = database, phones
        self.clock = SystemClock(ZONE)
        files = FileStore(folder / "files")
        channels = [Telegram(TOKEN, url, files), Second(TOKEN, url, files)]
        self.channels = {channel.name: channel for channel in channels}
        self.deliverer = Deliverer(database, self.channels, files, self.clock, 0)
        self.chats: dict[str, int] = {}

    async def move_in(self) -> None:
        """Both phones have pressed START; Telegram is preferred."""
        await self.channels["telegram"].start()
        for name in self.channels:
            made = await self.phones.post("people", {"name": name, "channel": "telegram"})
            await self.phones.do(made["id"], "start")
            self.chats[name] = made["id"]

        async def link(session: Any) -> None:
            session.add(Person(id=7, full_name="Nguyễn Diệu Thủy"))
            await session.flush()
            for name, chat in self.chats.items():
                account = Account(
                    channel=name, external_id=str(chat), person_id=7, linked_at=LONG_AGO
                )
                session.add(account)

        await self.database.run(link)
        await self.prefer("telegram")

    async def prefer(self, channel: str) -> None:
        """She says where messages come first."""
        now = self.clock.now()
        wish = update(Account).where(Account.channel == channel).values(preferred_at=now)
        await self.database.run(lambda s: s.execute(wish))

    async def promise(self, number: int, edits: int | None = None) -> int:
        """A message to her, or a new face of one."""
        now = self.clock.now() - timedelta(minutes=1)
        params = {"when": "07:40", "id": number}
        row = Outgoing(not_before=now, person_id=7, notice=NOTICE, params=params, edits=edits)
        id = await self.database.run(lambda s: outbox.put(s, row, now))
        assert id is not None
        self.deliverer.wake()
        return id

    async def settled(self, id: int, seconds: float = 20) -> OutboxRow:
        """The row once its outcome is known."""
        async with asyncio.timeout(seconds):
            while True:
                row = await self.database.run(lambda s: s.get_one(OutboxRow, id))
                if row.status not in ("queued", "sending"):
                    return row
                await asyncio.sleep(0.03)

    async def heard(self, channel: str) -> list[str]:
        """What a phone shows from the bot."""
        shown = await self.phones.messages(self.chats[channel])
        return [m["text"] for m in shown if m["from"] == "bot"]


@pytest.fixture
async def home(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    """See `Household`; the deliverer runs."""
    async with sandbox_server(tmp_path / "sandbox") as url, Phones(url) as phones:
        await phones.post("faults", {"pace": False})
        home = Household(database, url, phones, tmp_path)
        await home.move_in()
        running = asyncio.create_task(home.deliverer.run())
        try:
            yield home
        finally:
            await home.deliverer.stop()
            await running
            for channel in home.channels.values():
                await channel.stop()


async def test_a_promise_goes_where_she_wants_it_and_nowhere_else(home: Household) -> None:
    first = await home.settled(await home.promise(101))
    await home.prefer("second")
    second = await home.settled(await home.promise(102))
    assert [first.channel, second.channel] == ["telegram", "second"]
    (on_telegram,), (on_second,) = await home.heard("telegram"), await home.heard("second")
    assert "101" in on_telegram
    assert "102" in on_second


async def test_a_message_is_changed_where_it_is(home: Household) -> None:
    shown = await home.promise(101)
    await home.settled(shown)
    await home.prefer("second")
    changed = await home.settled(await home.promise(102, edits=shown))
    assert (changed.status, changed.channel) == ("sent", "telegram")
    (text,) = await home.heard("telegram")
    assert "102" in text
    assert await home.heard("second") == []


async def test_where_the_first_messenger_cannot_the_second_does_once(home: Household) -> None:
    gone = update(Account).where(Account.channel == "telegram").values(external_id=NOBODY)
    await home.database.run(lambda s: s.execute(gone))
    row = await home.settled(await home.promise(101))
    assert (row.status, row.channel, row.tried) == ("sent", "second", [f"telegram:{NOBODY}"])
    assert len(await home.heard("second")) == 1


async def test_where_no_messenger_can_the_last_reason_is_kept(home: Household) -> None:
    gone = update(Account).values(external_id=NOBODY)
    await home.database.run(lambda s: s.execute(gone))
    row = await home.settled(await home.promise(101))
    assert (row.status, row.error) == ("failed", "chat-not-found")

    async def open_ones(session: Any) -> Any:
        return (await session.scalars(select(Account).where(Account.closed_at.is_(None)))).all()

    assert not await home.database.run(open_ones)


async def test_what_may_have_arrived_is_not_said_again_elsewhere(home: Household) -> None:
    await home.phones.post("faults", {"p_drop": 1})
    row = await home.settled(await home.promise(101))
    assert (row.status, row.tried, row.sent_on) == ("uncertain", None, "telegram")
    assert await home.heard("second") == []
