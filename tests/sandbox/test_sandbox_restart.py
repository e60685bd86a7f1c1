"""Nothing is forgotten: neither when the sandbox stops nor when it is killed."""

import asyncio
import json
import signal
import time
from datetime import datetime
from pathlib import Path

from aiogram.types import BotCommand, BotCommandScopeChat, BufferedInputFile

from sandbox.clock import Clock, write_anchor
from tests.support.sandbox import Phones, sandbox_process, sandbox_server
from tests.support.sandbox_bots import aiogram_bot


async def live_a_little(url: str, png: bytes) -> tuple[int, str]:
    async with Phones(url) as phones, aiogram_bot(url) as bot:
        await bot.get_me()
        lan = await phones.person("Lan", phone="0912345678", pinned=True)
        await phones.do(lan, "start")
        await bot.get_updates(offset=(await bot.get_updates())[0].update_id + 1)
        sent = await bot.send_message(
            lan, "a", reply_markup={"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}
        )
        photo = await bot.send_photo(lan, BufferedInputFile(png, "a.png"))
        await bot.edit_message_text("b", chat_id=lan, message_id=sent.message_id)
        await bot.set_my_commands(
            [BotCommand(command="huy", description="Hủy")], scope=BotCommandScopeChat(chat_id=lan)
        )
        await phones.do(lan, "text", text="chưa ai đọc")
        assert photo.photo
        return lan, photo.photo[-1].file_id


async def still_the_same(url: str, lan: int, file_id: str, png: bytes) -> None:
    async with Phones(url) as phones, aiogram_bot(url) as bot:
        person = await phones.get(f"people/{lan}")
        assert (person["name"], person["pinned"], person["started"]) == ("Lan", True, True)
        shown = await phones.messages(lan)
        assert [m["text"] for m in shown] == ["/start", "b", "", "chưa ai đọc"]
        assert [m["id"] for m in shown] == [1, 2, 3, 4]
        assert [c["command"] for c in await phones.get(f"commands/{lan}")] == ["huy"]
        pending = await bot.get_updates()
        assert [u.message.text for u in pending if u.message] == ["chưa ai đọc"]
        await phones.do(lan, "text", text="tiếp")
        assert [u.update_id for u in await bot.get_updates()][1] == pending[0].update_id + 1
        file = await bot.get_file(file_id)
        data = await bot.download_file(file.file_path or "")
        assert data
        assert data.read() == png
        assert (await bot.send_message(lan, "c")).message_id == 6
        assert await phones.person("Minh") == lan + 1


async def test_a_stop_forgets_nothing(tmp_path: Path, png: bytes) -> None:
    async with sandbox_server(tmp_path) as url:
        lan, file_id = await live_a_little(url, png)
    async with sandbox_server(tmp_path) as url:
        await still_the_same(url, lan, file_id, png)


async def test_a_kill_forgets_nothing(tmp_path: Path, png: bytes) -> None:
    async with sandbox_process(tmp_path) as process:
        lan, file_id = await live_a_little(process.url, png)
        await asyncio.to_thread(process.stop, signal.SIGKILL)
    async with sandbox_server(tmp_path) as url:
        await still_the_same(url, lan, file_id, png)


async def test_a_tap_from_before_the_restart_can_be_answered(tmp_path: Path) -> None:
    async with sandbox_server(tmp_path) as url, Phones(url) as phones, aiogram_bot(url) as bot:
        await bot.get_me()
        lan = await phones.person("Lan")
        await phones.do(lan, "start")
        markup = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}
        sent = await bot.send_message(lan, "a", reply_markup=markup)
        await phones.do(lan, "tap", message_id=sent.message_id, button="x", wait=0)
    async with sandbox_server(tmp_path) as url, aiogram_bot(url) as bot:
        query = (await bot.get_updates())[-1].callback_query
        assert query
        assert await query.as_(bot).answer()


async def test_a_second_sandbox_on_the_same_folder_does_not_start(tmp_path: Path) -> None:
    import subprocess
    import sys

    from tests.support.sandbox import ROOT

    async with sandbox_process(tmp_path):
        command = [sys.executable, "-m", "sandbox", "--port", "0", "--data-dir", str(tmp_path)]
        second = await asyncio.to_thread(
            subprocess.run, command, cwd=ROOT, capture_output=True, text=True, timeout=60
        )
    assert second.returncode != 0
    assert "another sandbox" in second.stderr


async def test_a_stop_does_not_wait_for_who_waits(tmp_path: Path) -> None:
    async with sandbox_process(tmp_path) as process, aiogram_bot(process.url) as bot:
        poll = asyncio.create_task(bot.get_updates(timeout=50))
        await asyncio.sleep(0.2)
        began = time.monotonic()
        await asyncio.to_thread(process.stop, signal.SIGTERM)
        assert time.monotonic() - began < 25  # far less than the 50 that were asked for
        await asyncio.gather(poll, return_exceptions=True)


async def test_the_clock_starts_where_it_is_told_and_goes_on(tmp_path: Path) -> None:
    start = "2026-11-23T07:15:00+07:00"
    async with sandbox_server(tmp_path, clock_start=start) as url, Phones(url) as phones:
        now = datetime.fromisoformat((await phones.get("clock"))["now"])
        assert 0 <= (now - datetime.fromisoformat(start)).total_seconds() < 5
        async with aiogram_bot(url) as bot:
            await bot.get_me()
            lan = await phones.person("Lan")
            sent = await phones.do(lan, "start")
            assert sent["date"].startswith("2026-11-23T07:15:0")
            update = (await bot.get_updates())[0]
            assert update.message
            assert update.message.date == datetime.fromisoformat(sent["date"])
    anchor = (tmp_path / "clock.json").read_text()
    later = "2027-01-01T00:00:00+07:00"
    async with sandbox_server(tmp_path, clock_start=later) as url, Phones(url) as phones:
        assert (await phones.get("clock"))["now"].startswith("2026-11-23T07:15:")
    assert (tmp_path / "clock.json").read_text() == anchor


def test_the_first_of_two_writers_of_the_anchor_wins(tmp_path: Path) -> None:
    path = tmp_path / "clock.json"
    first = datetime.fromisoformat("2026-11-23T07:00:00+07:00")
    write_anchor(path, first)
    write_anchor(path, datetime.fromisoformat("2030-01-01T00:00:00+07:00"))
    assert json.loads(path.read_text())["clock"] == first.isoformat()
    assert [p.name for p in tmp_path.iterdir()] == ["clock.json"]


def test_without_an_anchor_the_clock_is_the_machines(tmp_path: Path) -> None:
    assert abs(Clock(tmp_path).unix() - time.time()) < 1
    anchor = {"real": time.time(), "clock": "2026-11-25T07:00:00+07:00"}
    (tmp_path / "clock.json").write_text(json.dumps(anchor))
    assert Clock(tmp_path).now().isoformat().startswith("2026-11-25T07:00:0")


async def test_old_messages_cannot_be_deleted(tmp_path: Path) -> None:
    import pytest
    from aiogram.exceptions import TelegramBadRequest

    async with (
        sandbox_server(tmp_path, clock_start="2026-11-23T07:00:00+07:00") as url,
        Phones(url) as phones,
        aiogram_bot(url) as bot,
    ):
        await bot.get_me()
        lan = await phones.person("Lan")
        await phones.do(lan, "start")
        sent = await bot.send_message(lan, "a")
        anchor = {"real": time.time(), "clock": "2026-11-25T07:00:09+07:00"}
        (tmp_path / "clock.json").write_text(json.dumps(anchor))
        await asyncio.sleep(0.6)  # the file is looked at twice a second
        with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
            await sent.delete()
