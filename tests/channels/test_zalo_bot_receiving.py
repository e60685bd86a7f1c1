"""Events from Zalo, fetched or brought, in every form in which its servers may give one."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from bot.channels.zalo_bot_polling import REST
from bot.web.server import WebServer
from storage.database import Database
from storage.inbox import Incoming
from tests.support.ports import free_port
from tests.support.sandbox import Phones
from tests.support.scripted_server import scripted
from tests.support.zalo_bot import ZaloBotClient, eventually
from tests.support.zalo_bot_line import TOKEN, Line, line


@pytest.fixture
async def zalo(url: str, database: Database, tmp_path: Path, now: datetime) -> AsyncIterator[Line]:
    """A channel on the sandbox."""
    async with line(f"{url}/zalo", database, tmp_path, now) as made:
        await made.channel.start()
        yield made


@pytest.fixture
async def huong(phones: Phones, zalo: Line) -> int:
    """Cô Hường, on Zalo."""
    return await phones.person("Trần Thị Hường", channel="zalo_bot")


async def listens(phones: Phones) -> None:
    """Wait until a poll is open."""
    async with asyncio.timeout(20):
        while True:
            accounts = (await phones.get("zalo"))["accounts"]
            if any(account["hears"] for account in accounts):
                return
            await asyncio.sleep(0.01)


async def polls(phones: Phones) -> int:
    """How often updates were asked for."""
    counted = (await phones.get("stats"))["methods"].get("zalo_bot.getUpdates", {})
    return sum(counted.values())


def words(zalo: Line) -> list[str]:
    return [kept.incoming.payload["message"]["text"] for kept in zalo.kept]


async def test_who_listens_gets_each_message_once(zalo: Line, phones: Phones, huong: int) -> None:
    """A server that gives an update only to a poll that is open."""
    async with zalo.receiving():
        for n in range(4):
            await listens(phones)
            await phones.do(huong, "text", text=f"tin {n}")
            await eventually(lambda n=n: len(zalo.kept) == n + 1)
    assert words(zalo) == [f"tin {n}" for n in range(4)]


async def test_a_server_that_repeats_itself_is_not_asked_all_the_time(
    zalo: Line, phones: Phones, huong: int
) -> None:
    await phones.post("zalo", {"bot": {"updates": "replay"}})
    await phones.do(huong, "text", text="7A1 đủ")
    begun = asyncio.get_running_loop().time()
    async with zalo.receiving():
        await asyncio.sleep(1.2 * REST)
        asked = await polls(phones)
    passed = asyncio.get_running_loop().time() - begun
    assert 2 <= asked <= 3 + passed / REST
    assert words(zalo) == ["7A1 đủ"]
    assert len(await zalo.rows()) == 1


async def test_what_came_twice_is_known_after_a_restart(
    zalo: Line, phones: Phones, huong: int
) -> None:
    await phones.post("zalo", {"bot": {"updates": "replay"}})
    await phones.do(huong, "text", text="7A1 đủ")
    for times in (1, 2):
        async with zalo.receiving():
            await eventually(lambda times=times: zalo.accepts >= times)
        await zalo.channel.stop()
        zalo.make()
    assert len(await zalo.rows()) == 1


async def test_a_webhook_of_another_day_is_taken_away(
    url: str, zalo: Line, phones: Phones, huong: int
) -> None:
    async with ZaloBotClient(url, TOKEN) as other:
        await other.call("setWebhook", url="http://127.0.0.1:1/x", secret_token="mot-bi-mat-dai")
    async with zalo.receiving():
        await hooked(url, is_set=False)
        await listens(phones)
        await phones.do(huong, "text", text="Dạ")
        await eventually(lambda: words(zalo) == ["Dạ"])


async def test_an_empty_poll_is_no_failure(
    database: Database, tmp_path: Path, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    empty = b'{"ok":false,"description":"Request timeout","error_code":408}'
    none = b'{"ok":false,"description":"Not Found","error_code":404}'
    message = b'{"ok":true,"result":{"event_name":"message.text.received","message":{"text":"A"}}}'
    async with scripted() as script, line(script.url, database, tmp_path, now) as zalo:
        script.answers = [(404, none), (408, empty), (200, message)]
        async with zalo.receiving():
            await eventually(lambda: zalo.kept)
    assert [method for method, _ in script.calls[:3]] == ["deleteWebhook", *["getUpdates"] * 2]
    assert [r for r in caplog.records if r.levelno >= logging.WARNING] == []


class Brought:
    """A channel that updates are brought to, on a web server of its own."""

    def __init__(self, zalo: Line) -> None:
        self.zalo, self.port = zalo, free_port()
        self.web = WebServer(self.port, "127.0.0.1")
        zalo.make(public_url=f"http://127.0.0.1:{self.port}", web=self.web)

    async def __aenter__(self) -> Line:
        await self.web.start()
        return self.zalo

    async def __aexit__(self, *_: object) -> None:
        await self.web.stop()


async def hooked(url: str, *, is_set: bool = True) -> None:
    """Wait until Zalo knows where to bring updates, or has forgotten it."""
    async with ZaloBotClient(url, TOKEN) as asker, asyncio.timeout(20):
        while (await asker.call("getWebhookInfo")).body["ok"] is not is_set:
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("body", ["flat", "wrapped"])
async def test_updates_are_brought(
    url: str,
    zalo: Line,
    phones: Phones,
    huong: int,
    body: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """In both forms of a body, each brought twice, with an empty call before."""
    await phones.post("zalo", {"bot": {"body": body, "empty_probes": True}})
    await phones.post("faults", {"p_duplicate": 1})
    await zalo.channel.stop()
    async with Brought(zalo), zalo.receiving():
        await hooked(url)
        for n in range(3):
            await phones.do(huong, "text", text=f"tin {n}")
        await eventually(lambda: zalo.accepts == 6)
    assert words(zalo) == ["tin 0", "tin 1", "tin 2"]
    assert len(await zalo.rows()) == 3
    assert [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING] == []


async def test_what_could_not_be_kept_is_brought_again(
    url: str, zalo: Line, phones: Phones, huong: int
) -> None:
    keep, tried = zalo.accept, 0

    async def accept(updates: Sequence[Incoming]) -> None:
        nonlocal tried
        tried += 1
        if tried == 1:
            raise OSError("the disk is full")
        await keep(updates)

    zalo.accept = accept  # type: ignore[method-assign]
    await zalo.channel.stop()
    async with Brought(zalo), zalo.receiving():
        await hooked(url)
        await phones.do(huong, "text", text="7A1 đủ")
        await eventually(lambda: words(zalo) == ["7A1 đủ"])
    assert tried == 2


async def test_an_address_that_zalo_cannot_reach_is_spoken_of(
    url: str, zalo: Line, phones: Phones, caplog: pytest.LogCaptureFixture
) -> None:
    """The address is saved all the same, so the program goes on and says what to look at."""
    await zalo.channel.stop()
    zalo.make(public_url=f"http://127.0.0.1:{free_port()}", web=WebServer(0, "127.0.0.1"))
    async with zalo.receiving():
        await eventually(lambda: any("User-Agent" in r.getMessage() for r in caplog.records))
    said = [r.getMessage() for r in caplog.records]
    assert any("webhook.unreachable" in line for line in said)
    assert not any("/zalo-bot/" in line for line in said)


async def test_files_that_people_send(zalo: Line, phones: Phones, huong: int) -> None:
    """A picture is fetched from where Zalo keeps it; a file is one that it keeps to itself."""
    from tests.support.sandbox_bots import picture

    await phones.post("zalo", {"bot": {"updates": "queue"}})
    png = picture(600, 400)
    await phones.send_file(huong, png, "don.png", "photo", "Đơn xin nghỉ của em Lan")
    await phones.send_file(huong, b"%PDF-1.4", "ke-hoach.pdf")
    async with zalo.receiving():
        await eventually(lambda: len(zalo.kept) == 2)
    photo, file = [(await zalo.read(kept)).updates[0]["message"] for kept in zalo.kept]
    assert photo["caption"] == "Đơn xin nghỉ của em Lan"
    digest = await zalo.channel.fetch(photo["photo"][-1]["file_id"])
    assert zalo.files.get(digest) == png
    assert file["document"]["file_id"] == ""
