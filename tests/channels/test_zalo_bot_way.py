"""The month's messages, and whose addresses are asked for files."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiogram.methods import SendMessage
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels import zalo_files
from bot.channels.base import Outcome, Parcel, Result, Way
from services.errors import Invalid, Refusal
from services.unit import Unit
from storage.database import Database
from storage.files import FileStore
from storage.tables import OutboxRow
from tests.support.scripted_server import scripted
from tests.support.zalo_bot_line import Line, line

CALL = SendMessage(chat_id=1, text="Kính gửi")


@pytest.fixture
async def zalo(database: Database, tmp_path: Path, now: datetime) -> AsyncIterator[Line]:
    """A channel that may send 100 messages a month."""
    async with line("http://127.0.0.1:1", database, tmp_path, now, monthly=100) as made:
        yield made


async def sent(zalo: Line, parts: int, settled_at: datetime, **more: Any) -> None:
    """A message of so many parts was settled then."""

    async def work(session: AsyncSession) -> None:
        facts = {"channel": "zalo_bot", "status": "sent", **more}
        session.add(
            OutboxRow(
                parts=parts,
                settled_at=settled_at,
                created_at=settled_at,
                not_before=settled_at,
                priority=0,
                **facts,
            )
        )

    await zalo.database.run(work)


async def way(zalo: Line, kind: str = "absence", *, urgent: bool = False) -> Way | Outcome:
    """How a message may go."""

    async def work(session: AsyncSession) -> Way | Outcome:
        unit = Unit(session, zalo.now, zalo.now.tzinfo)  # type: ignore[arg-type]
        parcel = Parcel(1, "1", CALL, 7, kind, urgent=urgent, language="en")
        return await zalo.channel.way(unit, parcel)

    return await zalo.database.run(work)


USED_UP = Outcome(Result.QUOTA, reason="month")


async def test_every_message_is_free(zalo: Line) -> None:
    found = await way(zalo)
    assert isinstance(found, Way)
    assert (found.name, found.cost) == ("free", 0)


async def test_the_last_tenth_is_kept_for_answers(zalo: Line, now: datetime) -> None:
    await sent(zalo, 60, now - timedelta(days=9))
    await sent(zalo, 29, now - timedelta(days=1), status="uncertain")
    assert isinstance(await way(zalo), Way)
    await sent(zalo, 1, now)
    assert await way(zalo) == USED_UP
    assert isinstance(await way(zalo, kind=""), Way)
    assert isinstance(await way(zalo, urgent=True), Way)


async def test_a_month_begins_at_midnight_of_the_school(zalo: Line, now: datetime) -> None:
    """It is 30 November; the first of it began at 17:00 of 31 October in Greenwich."""
    first = now.replace(day=1, hour=0, minute=0)
    await sent(zalo, 500, first - timedelta(minutes=1))
    await sent(zalo, 500, now, channel="telegram")
    assert isinstance(await way(zalo), Way)
    await sent(zalo, 90, first)
    assert await way(zalo) == USED_UP


async def test_a_plan_without_end(zalo: Line, now: datetime) -> None:
    await sent(zalo, 9000, now)
    zalo.make(monthly=0)
    assert isinstance(await way(zalo), Way)


async def test_nobody_is_reached_by_telephone(zalo: Line, now: datetime) -> None:
    async def work(session: AsyncSession) -> None:
        unit = Unit(session, now, now.tzinfo)  # type: ignore[arg-type]
        assert await zalo.channel.by_phone(unit, 1) is None  # type: ignore[func-returns-value]

    await zalo.database.run(work)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "file:",
        "file:../../../etc/passwd",
        "file:///etc/passwd",
        "ftp://photo.zdn.vn/a.jpg",
        "http://photo.zdn.vn/a.jpg",
        "https://zdn.vn.example/a.jpg",
        "https://evilzdn.vn/a.jpg",
        "https://photo.zdn.vn:8443/a.jpg",
        "https://photo.zdn.vn@127.0.0.1/a.jpg",
        "https://user:pass@photo.zdn.vn/a.jpg",
        "https://127.0.0.1/a.jpg",
        "http://127.0.0.1:2/a.jpg",
        "http://[::1/a.jpg",
        "https://photo.zdn.vn:abc/a.jpg",
    ],
)
async def test_nobody_elses_address_is_asked(zalo: Line, address: str) -> None:
    """What an event says of a picture's place may be anything."""
    assert zalo_files._address(address, (zalo.base,)) is None
    with pytest.raises(Refusal):
        await zalo.channel.fetch(address)


def test_zalos_own_servers_are() -> None:
    for address in ("https://photo-stal-1.zdn.vn/x.jpg", "https://a.b.zadn.vn/y?z=1"):
        assert str(zalo_files._address(address, ())) == address


async def test_a_picture_is_kept_and_a_large_one_refused(tmp_path: Path) -> None:
    files = FileStore(tmp_path)
    async with scripted() as script:
        address = f"{script.url}/media/a.jpg"
        script.read_json = False
        script.answer(200, b"\xff\xd8 a picture")
        assert files.get(await zalo_files.fetch(address, files, script.url)) == (
            b"\xff\xd8 a picture"
        )
        script.answer(200, bytes(zalo_files.LARGEST + 1))
        with pytest.raises(Invalid):
            await zalo_files.fetch(address, files, script.url)
        for status in (302, 404, 500):
            script.answer(status, b"no")
            with pytest.raises(Refusal):
                await zalo_files.fetch(address, files, script.url)
        script.cut = True
        script.answer(200, b"half")
        with pytest.raises(Refusal):
            await zalo_files.fetch(address, files, script.url)
