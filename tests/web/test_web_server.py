"""The server: no answer is kept, framed, passed on or logged; it starts and ends cleanly."""

import asyncio
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from bot.channels.telegram_webhook import HEADER, TelegramWebhook
from bot.web.server import WebServer
from storage.inbox import Incoming
from tests.web.conftest import House

ROOT = Path(__file__).parents[2]


async def test_no_answer_leaks(house: House) -> None:
    person = await house.person("CB012", "5012")
    addresses = [
        await house.file(b"x", "a.pdf"),
        await house.page(person, "Họp", "Mời họp."),
        await house.upload(),
        await house.image(b"\x89PNG\r\n\x1a\n", "a.png"),
        house.links.base + "/",
        house.links.base + "/file/forged",
    ]
    for address in addresses:
        async with house.browser.get(address) as answer:
            told = answer.headers
            assert told["Cache-Control"] == "no-store"
            assert told["X-Content-Type-Options"] == "nosniff"
            assert told["Referrer-Policy"] == "no-referrer"
            policy = told["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "script-src" not in policy
            assert "frame-ancestors 'none'" in policy
            assert "aiohttp" not in told["Server"]
            assert "Set-Cookie" not in told
            assert b"<script" not in await answer.read()


async def test_tokens_are_in_no_log(house: House, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    url = await house.upload()
    await house.see(url)
    await house.hand_in(url, b"x")
    await house.see(url + "x")
    assert url[-36:] not in caplog.text


async def test_it_gives_its_port_back(house: House) -> None:
    second = WebServer(house.server.port, "127.0.0.1")
    with pytest.raises(OSError, match="in use"):
        await second.start()
    await house.server.stop()
    await second.start()
    await second.stop()


def test_a_bot_without_an_address_does_not_load_a_web_server() -> None:
    told = (
        "import sys, bot.running; from bot.web.server import WebServer; WebServer(0);"
        "print('aiohttp.web' in sys.modules, 'aiogram' in sys.modules)"
    )
    command = [sys.executable, "-c", told]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.split() == ["False", "True"], done.stderr


async def test_parts_come_before_the_start(house: House) -> None:
    with pytest.raises(RuntimeError):
        house.server.add(lambda router: None)


async def test_an_update_that_comes_before_we_listen_comes_again() -> None:
    server = WebServer(0, "127.0.0.1")
    hook = TelegramWebhook("42:x", "", lambda raw: Incoming("telegram", str(raw["id"]), "1", raw))
    server.add(hook)
    await server.start()
    kept: list[str] = []

    async def accept(updates) -> None:
        kept.extend(u.key for u in updates)

    async def announce() -> None:
        ready.set()

    import aiohttp

    ready = asyncio.Event()
    address = f"http://127.0.0.1:{server.port}{hook.url}"
    async with aiohttp.ClientSession(headers={HEADER: hook.secret}) as telegram:

        async def bring(**more) -> int:
            async with telegram.post(address, json={"id": 7}, **more) as answer:
                return answer.status

        assert await bring() == 503
        assert await bring(headers={HEADER: "x"}) == 403
        serving = asyncio.create_task(hook.serve(accept, announce))
        await ready.wait()
        assert await bring() == 200
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        assert await bring() == 503
    assert kept == ["7"]
    await server.stop()
