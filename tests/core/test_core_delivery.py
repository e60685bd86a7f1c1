"""The deliverer at work on the sandbox: nothing stops it, nothing overtakes, nothing is dropped."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from bot.channels.base import Result
from bot.channels.telegram import Telegram
from bot.delivery import Deliverer
from services.clock import SystemClock
from storage import outbox
from storage.database import Database
from storage.files import FileStore
from storage.outbox import Outgoing, Priority
from storage.tables import OutboxRow
from tests.support.sandbox import Phones, sandbox_server

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TOKEN = "4200000003:AAH-token-of-an-invented-school-0000000"
EARLIER = timedelta(minutes=1)


class Post:
    """A deliverer between a database and a sandbox."""

    def __init__(self, database: Database, url: str, phones: Phones, folder: Path) -> None:
        self.database, self.phones = database, phones
        self.clock = SystemClock(ZONE)
        self.files = FileStore(folder / "files")
        self.channel = Telegram(TOKEN, url, self.files)
        self.deliverer: Deliverer
        self._running: asyncio.Task[None] | None = None

    def start(self, per_second: int = 0) -> None:
        """Begin to deliver."""
        self.deliverer = Deliverer(
            self.database, {"telegram": self.channel}, self.files, self.clock, per_second
        )
        self._running = asyncio.create_task(self.deliverer.run())

    async def stop(self) -> None:
        """Finish what is in flight."""
        if self._running is not None:
            await self.deliverer.stop()
            await self._running
        await self.channel.stop()

    async def people(self, count: int) -> list[int]:
        """Phones that have pressed START."""
        await self.channel.start()
        people = [{"name": f"Phụ huynh {n}", "channel": "telegram"} for n in range(count)]
        made = await self.phones.post("people/batch", people)
        for person in made:
            await self.phones.do(person["id"], "start")
        return [person["id"] for person in made]

    async def promise(self, chat: int, text: str, **more: Any) -> int:
        """A message to one chat."""
        now = self.clock.now() - EARLIER
        payload = {"chat_id": chat, "text": text}
        facts = {"method": "sendMessage", "payload": payload, **more}
        row = Outgoing(not_before=now, channel="telegram", chat=str(chat), **facts)
        id = await self.database.run(lambda s: outbox.put(s, row, now))
        assert id is not None
        return id

    async def rows(self) -> list[OutboxRow]:
        """All rows in order."""

        async def look(session: Any) -> Any:
            return (await session.scalars(select(OutboxRow).order_by(OutboxRow.id))).all()

        return list(await self.database.run(look))

    async def until_settled(self, seconds: float = 20) -> list[OutboxRow]:
        """Wait until nothing is under way."""
        async with asyncio.timeout(seconds):
            while True:
                rows = await self.rows()
                if all(row.status not in ("queued", "sending") for row in rows):
                    return rows
                await asyncio.sleep(0.03)

    async def texts(self, chat: int) -> list[str]:
        """What the bot has said to a phone."""
        return [m["text"] for m in await self.phones.messages(chat) if m["from"] == "bot"]


@pytest.fixture
async def post(database: Database, tmp_path: Path) -> AsyncIterator[Post]:
    """See `Post`."""
    async with sandbox_server(tmp_path / "sandbox") as url, Phones(url) as phones:
        await phones.post("faults", {"pace": False})
        post = Post(database, url, phones, tmp_path)
        try:
            yield post
        finally:
            await post.stop()


async def test_a_row_that_cannot_be_shown_stops_no_other(post: Post) -> None:
    (lan,) = await post.people(1)
    await post.promise(lan, "", method=None, payload=None, notice="no-such-kind", params={})
    gone = {"chat_id": lan, "photo": {"__file__": "0" * 64, "name": "x.png"}}
    await post.promise(lan, "", method="sendPhoto", payload=gone)
    await post.promise(lan, "còn đây")
    post.start()
    rows = await post.until_settled()
    assert [(r.status, r.error) for r in rows] == [
        ("failed", "cannot-be-shown"),
        ("failed", "cannot-be-shown"),
        ("sent", None),
    ]
    assert await post.texts(lan) == ["còn đây"]


async def test_a_message_that_is_tried_again_is_not_overtaken(post: Post) -> None:
    lan, minh = await post.people(2)
    for n in range(3):
        await post.promise(lan, f"Lan {n}")
    await post.phones.post("faults", {"p500": 1})
    post.start()
    while not (await post.rows())[0].attempts:
        await asyncio.sleep(0.02)
    await post.promise(minh, "Minh")
    await post.phones.post("faults", {"p500": 0})
    rows = await post.until_settled()
    assert {r.status for r in rows} == {"sent"}
    assert await post.texts(lan) == ["Lan 0", "Lan 1", "Lan 2"]
    assert await post.texts(minh) == ["Minh"]


async def test_a_claim_keeps_the_pace_that_the_messenger_asks_for(post: Post) -> None:
    people = await post.people(45)
    await post.phones.post("faults", {"pace": True})
    for person in people:
        await post.promise(person, "Mai lớp nghỉ", priority=Priority.NOTICE)
    post.start(per_second=30)
    rows = await post.until_settled(15)
    assert {r.status for r in rows} == {"sent"}
    methods = (await post.phones.get("stats"))["methods"]
    assert methods["sendMessage"] == {"200": 45}


async def test_a_reply_and_an_urgent_word_go_before_the_crowd(post: Post) -> None:
    *crowd, an, binh = await post.people(14)
    for person in crowd:
        await post.promise(person, "Mai lớp nghỉ", priority=Priority.NOTICE)
    urgent = await post.promise(an, "Khẩn", priority=Priority.URGENT)
    reply = await post.promise(binh, "Đã lưu", priority=Priority.REPLY)
    post.start(per_second=4)
    done: set[int] = set()
    while not {urgent, reply} <= done:
        await asyncio.sleep(0.02)
        done = {row.id for row in await post.rows() if row.status == "sent"}
    assert len(done) <= 4


async def test_what_was_on_its_way_at_a_crash_goes_once_more_and_then_is_uncertain(
    post: Post,
) -> None:
    lan, minh = await post.people(2)
    once, twice = await post.promise(lan, "một lần"), await post.promise(minh, "hai lần")

    async def crash(session: Any) -> None:
        await session.execute(update(OutboxRow).values(status="sending", attempts=1))
        await session.execute(update(OutboxRow).where(OutboxRow.id == twice).values(resent=True))

    await post.database.run(crash)
    post.start()
    by_id = {row.id: row for row in await post.until_settled()}
    assert (by_id[once].status, by_id[once].resent) == ("sent", True)
    assert (by_id[twice].status, by_id[twice].error) == ("uncertain", "crash")
    assert await post.texts(lan) == ["một lần"]
    assert await post.texts(minh) == []


async def test_an_edit_waits_for_its_message_and_cannot_be_without_it(post: Post) -> None:
    (lan,) = await post.people(1)
    text = {"chat_id": lan, "text": "Đã hoàn tác"}
    post.start()
    shown = await post.promise(lan, "Điểm danh")
    await post.promise(lan, "", method="editMessageText", payload=text, edits=shown)
    await post.until_settled()
    assert await post.texts(lan) == ["Đã hoàn tác"]
    await post.promise(lan, "", method="editMessageText", payload=text, edits=shown)
    refused = await post.promise(lan, "")  # Telegram takes no empty text
    late = await post.promise(lan, "", method="editMessageText", payload=text, edits=refused)
    by_id = {row.id: row for row in await post.until_settled()}
    assert by_id[refused].error == "message text is empty"
    assert by_id[late].error == "nothing-to-edit"
    assert {row.status for row in by_id.values()} == {"sent", "failed"}


async def test_nothing_leaves_before_its_time_nor_after_it_was_cancelled(post: Post) -> None:
    (lan,) = await post.people(1)
    later = post.clock.now() + timedelta(hours=8)
    row = Outgoing(
        not_before=later,
        channel="telegram",
        chat=str(lan),
        method="sendMessage",
        payload={"chat_id": lan, "text": "sáng mai"},
        unique_key="k1",
    )
    await post.database.run(lambda s: outbox.put(s, row, post.clock.now()))
    again = await post.database.run(lambda s: outbox.put(s, row, post.clock.now()))
    assert again is None
    post.start()
    await asyncio.sleep(0.7)
    assert [r.status for r in await post.rows()] == ["queued"]
    caught = await post.database.run(
        lambda s: outbox.cancel(s, post.clock.now(), unique_keys=["k1"])
    )
    assert len(caught) == 1
    assert await post.texts(lan) == []


async def test_what_was_said_is_not_kept_beyond_need(post: Post) -> None:
    (lan,) = await post.people(1)
    await post.promise(lan, "Mã mời: 1234-5678")
    post.start()
    (row,) = await post.until_settled()
    assert row.payload is None
    assert row.settled_at is not None
    assert isinstance(row.settled_at, datetime)


def test_every_outcome_has_a_name() -> None:
    assert {r.value for r in Result} == {
        "sent",
        "retry",
        "paused",
        "window_closed",
        "gone",
        "quota",
        "config",
        "permanent",
        "unknown",
    }
