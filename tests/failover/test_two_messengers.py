"""Who has two messengers gets each message once, on the one they prefer; a messenger that is down
holds up no other."""

import asyncio
import contextlib
import socket
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from storage.tables import Account
from tests.support import crowd
from tests.support.crowd import Family
from tests.support.stage import Stage, staged

TEXT = "Tuần sau các em thi giữa học kì."


async def prefer(stage: Stage, family: Family, channel: str) -> None:
    """They have said where messages shall come first."""
    now = stage.clock.now() + timedelta(seconds=1)
    mine = (Account.person_id == family.person_id) & (Account.channel == channel)
    await stage.run(lambda s: s.execute(update(Account).where(mine).values(preferred_at=now)))


async def seen(stage: Stage, family: Family) -> dict[str, int]:
    """How often the notice stands on each of their phones."""
    return {
        channel: sum(TEXT in m.text for m in await crowd.shown(stage, family, channel))
        for channel in family.chats
    }


async def test_the_preferred_one_gets_it_the_other_stands_in(stage: Stage) -> None:
    families = await crowd.crowd(stage, 4)
    await crowd.on_telegram(stage, families)
    await crowd.on_zalo(stage, families)
    zalo, telegram, blocked, closed = families
    await prefer(stage, zalo, "zalo_oa")
    for one in (telegram, blocked, closed):
        await prefer(stage, one, "telegram")
    await _blocks_unheard(stage, [blocked, closed])
    await stage.control(f"people/{closed.phones['zalo_oa']}/block", {})
    notice = await crowd.send_to_school(stage, TEXT)
    rows = await crowd.settled(stage, notice)
    found = [
        (rows[f.person_id].status, rows[f.person_id].channel, await seen(stage, f))
        for f in families
    ]
    assert found == [
        ("sent", "zalo_oa", {"telegram": 0, "zalo_oa": 1}),
        ("sent", "telegram", {"telegram": 1, "zalo_oa": 0}),
        ("sent", "zalo_oa", {"telegram": 0, "zalo_oa": 1}),
        ("failed", "zalo_oa", {"telegram": 0, "zalo_oa": 0}),
    ]
    told = await crowd.outcomes(stage, notice)
    assert told[closed.person_id] == ("failed", "refuses-kind")


async def _blocks_unheard(stage: Stage, families: list[Family]) -> None:
    """They block the bot on Telegram, as if it had not told us."""
    for one in families:
        await stage.control(f"people/{one.phones['telegram']}/block", {})
    which = Account.person_id.in_([f.person_id for f in families])
    closed = select(Account.id).where(which, Account.closed_at.is_not(None))
    async with asyncio.timeout(20):
        while len((await stage.run(lambda s: s.execute(closed))).all()) < len(families):
            await asyncio.sleep(0.02)
    await stage.run(lambda s: s.execute(update(Account).where(which).values(closed_at=None)))


@contextlib.contextmanager
def black_hole() -> Iterator[str]:
    """An address at which nobody ever answers, as behind a block: not even a connection."""
    with contextlib.ExitStack() as open_ones:
        hole = open_ones.enter_context(socket.socket())
        hole.bind(("127.0.0.1", 0))
        hole.listen(0)
        for _ in range(4):  # what waits to be accepted fills it, and the next is not let in
            caller = open_ones.enter_context(socket.socket())
            caller.setblocking(False)
            with contextlib.suppress(BlockingIOError):
                caller.connect(hole.getsockname())
        yield f"http://127.0.0.1:{hole.getsockname()[1]}"


async def test_telegram_that_hangs_holds_up_nobody_on_zalo(stage: Stage) -> None:
    """More messages that hang come before those on Zalo than are looked at together."""
    families = await crowd.crowd(stage, 180)
    on_telegram, on_zalo = families[:140], families[140:]
    await crowd.on_telegram(stage, on_telegram, started=False)
    await crowd.on_zalo(stage, on_zalo)
    with black_hole() as nobody:
        stage.program._channels["telegram"].bot.session.api = _server(nobody)
        notice = await crowd.send_to_school(stage, TEXT)
        async with asyncio.timeout(9):  # Telegram's first call is given up after ten
            while await _waiting(stage, notice, on_zalo):
                await asyncio.sleep(0.05)
        assert await _waiting(stage, notice, on_telegram) == 140
    assert {sum((await seen(stage, f)).values()) for f in on_zalo} == {1}


async def _waiting(stage: Stage, notice: int, families: list[Family]) -> int:
    """How many of them have no outcome yet."""
    people = {f.person_id for f in families}
    return sum(
        row.person_id in people and row.status in ("queued", "sending")
        for row in await crowd.rows_of(stage, notice)
    )


def _server(url: str) -> Any:
    from aiogram.client.telegram import TelegramAPIServer

    return TelegramAPIServer.from_base(url)


async def test_zalo_that_hangs_holds_up_nobody_on_telegram(stage: Stage) -> None:
    families = await crowd.crowd(stage, 150)
    on_zalo, on_telegram = families[:130], families[130:]
    await crowd.on_zalo(stage, on_zalo)
    await crowd.on_telegram(stage, on_telegram)
    with black_hole() as nobody:
        stage.program._channels["zalo_oa"].client._base = nobody  # type: ignore[attr-defined]
        notice = await crowd.send_to_school(stage, TEXT)
        async with asyncio.timeout(9):
            while await _waiting(stage, notice, on_telegram):
                await asyncio.sleep(0.05)
        assert await _waiting(stage, notice, on_zalo) == 130
        stage.program._channels["zalo_oa"].client._base = f"{stage.url}/zalo"  # type: ignore[attr-defined]
    for one in (on_telegram[0], on_telegram[-1]):
        assert await seen(stage, one) == {"telegram": 1}


async def test_where_a_line_stays_down_the_other_messenger_does(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refused connection has carried nothing, so nobody gets it twice."""
    monkeypatch.setattr("bot.verdicts.TRIES_BEFORE_ANOTHER", 2)
    families = await crowd.crowd(stage, 10)
    await crowd.on_zalo(stage, families)
    await crowd.on_telegram(stage, families, started=False)  # the newest link: it comes first
    stage.program._channels["telegram"].bot.session.api = _server("http://127.0.0.1:9")
    notice = await crowd.send_to_school(stage, TEXT)
    rows = await crowd.settled(stage, notice)
    assert Counter((r.status, r.channel) for r in rows.values()) == {("sent", "zalo_oa"): 10}


@pytest.fixture
async def without_telegram(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Stage]:
    """Telegram answers nobody from the start."""
    monkeypatch.setattr("bot.program.OPENING", 0.2)
    with black_hole() as nobody:
        settings = Stage._settings
        monkeypatch.setattr(
            Stage,
            "_settings",
            lambda stage: settings(stage).model_copy(update={"telegram_api_base": nobody}),
        )
        async with staged(tmp_path, school, messenger="zalo_oa") as stage:
            yield stage


async def test_a_messenger_that_is_silent_at_the_start_keeps_no_other_from_it(
    without_telegram: Stage,
) -> None:
    stage = without_telegram
    assert stage.program.ready.is_set()
    teacher = await stage.staff("CB012", on="zalo_bot")
    mother = await stage.guardian("7A1", 15, "mother", on="zalo_oa")
    await teacher.say("thông báo 7A1: mai mang áo mưa")
    await teacher.choose("Gửi")
    await mother.read("mai mang áo mưa")
    await teacher.read("Đã gửi xong")
