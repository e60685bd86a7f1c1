"""Plays a story again and again, the bot dying one step later each time."""

import asyncio
import json
import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from services.clock import open_clock, write_anchor
from tests.support.phone import Phone
from tests.support.ports import free_port
from tests.support.sandbox import sandbox_server
from tests.support.stage import MORNING, TOKEN, ZONE
from tests.support.stage_clock import without_cards
from tests.support.zalo_oa import APP_ID, OA_ID
from tests.support.zalo_phone import ZaloPhone

ROOT = Path(__file__).parents[2]
MOST_STEPS = 60
PATIENCE = 60.0  # seconds for anything that must come, on a machine that has much to do
SETTLED = 0.4  # seconds in which the last outcomes are written down


class MortalBot:
    """The forking process of `tests.support.dying_bot`, one life at a time."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._child = 0

    @classmethod
    async def spawn(cls) -> "MortalBot":
        """Load everything once."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.support.dying_bot",
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        return cls(process)

    async def live(self, deadly_step: int, world: "World") -> None:
        """Begin a life in a world that ends at a step; 0 for one that goes on."""
        assert self._process.stdin
        assert self._process.stdout
        settings = {
            "DATA_DIR": str(world.folder),
            "DATABASE_URL": "",
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_BASE": world.url,
            "GRACE_SECONDS": "0",
            "MESSAGES_PER_SECOND": "0",
            "CLOCK_START": "",
            **world.more,
        }
        life = json.dumps({"step": deadly_step, "env": settings})
        self._process.stdin.write(f"{life}\n".encode())
        await self._process.stdin.drain()
        line = await asyncio.wait_for(self._process.stdout.readline(), PATIENCE)
        self._child = int(line.split()[1])

    async def end(self) -> str:
        """How the life ended: "died" or "stopped"."""
        assert self._process.stdout
        return (await self._process.stdout.readline()).decode().strip()

    def ask_to_stop(self) -> None:
        """SIGTERM, as a service manager sends."""
        os.kill(self._child, signal.SIGTERM)

    async def close(self) -> None:
        """The forking process goes too."""
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()


class World:
    """A school with a sandbox, whose bot may die."""

    def __init__(self, folder: Path, url: str, http: aiohttp.ClientSession) -> None:
        self.folder = folder
        self.url = url
        self.more: dict[str, str] = {}
        self._http = http

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """What the database holds, read beside the bot."""
        with sqlite3.connect(self.folder / "solienlac.db") as database:
            return database.execute(query).fetchall()

    def change(self, statement: str) -> None:
        """Change the database before a bot lives."""
        with sqlite3.connect(self.folder / "solienlac.db") as database:
            database.execute(statement)

    async def forget_updates(self) -> None:
        """Confirm what was sent so far: the phones' START is no part of the story."""
        url = f"{self.url}/bot{TOKEN}/getUpdates"
        async with self._http.get(url) as response:
            last = max(u["update_id"] for u in (await response.json())["result"])
        async with self._http.get(url, params={"offset": last + 1}) as response:
            assert response.status == 200

    async def starts(self) -> int:
        """How often a bot has asked the sandbox who it is."""
        async with self._http.get(f"{self.url}/control/stats") as response:
            methods = (await response.json())["methods"]
        return sum(methods.get("getMe", {}).values())

    async def started_since(self, before: int) -> bool:
        """Whether a bot has come up since."""
        return await self.starts() > before

    async def is_settled(self) -> bool:
        """Whether everything accepted is handled and everything promised has its outcome."""
        return (
            self.rows("SELECT count(*) FROM inbox WHERE status = 'new'") == [(0,)]
            and self.is_sent()
        )

    def is_sent(self) -> bool:
        """Whether every message that is due has its outcome; what is promised for later waits."""
        now = f"{open_clock(self.folder, ZONE, None).now().astimezone(UTC):%Y-%m-%d %H:%M:%S}"
        return self.rows(
            "SELECT count(*) FROM outbox WHERE status = 'sending'"
            f" OR (status = 'queued' AND not_before <= '{now}')"
        ) == [(0,)]

    async def phone(self, person_query: str) -> Phone:
        """A linked phone for the person that a query finds."""
        (person_id, name), *_ = self.rows(person_query)
        made = await self.control("people", {"name": name, "channel": "telegram"})
        phone = Phone(self._http, self.url, made)
        self._link("telegram", str(phone.id), person_id)
        return phone

    async def phone_on_zalo(self, person_query: str) -> Phone:
        """The same on the Official Account, heard just now."""
        (person_id, name), *_ = self.rows(person_query)
        made = await self.control("people", {"name": name, "channel": "zalo_oa"})
        told = await self.control("zalo/oa/window", {"person": made["id"], "hours": 0})
        with sqlite3.connect(self.folder / "solienlac.db") as database:
            contact = database.execute(
                "INSERT INTO messenger_contact"
                " (channel, native_id, is_group, first_seen_at, heard_at)"
                " VALUES ('zalo_oa', ?, 0, '2026-11-01 00:00:00', '2026-11-30 00:00:00')",
                (told["user_id"],),
            ).lastrowid
        self._link("zalo_oa", str(contact), person_id)
        return ZaloPhone(self._http, self.url, made)

    async def official_account(self) -> None:
        """The school has one, and its keys stand in the settings."""
        pair = await self.control("zalo/oa/tokens", {})
        secret = "an-app-secret-of-an-invented-school"
        await self.control("zalo/oa", {"secret_key": secret})
        port, zalo = free_port(), f"{self.url}/zalo"
        self.more = {
            "ZALO_APP_ID": APP_ID,
            "ZALO_APP_SECRET": secret,
            "ZALO_OA_ID": OA_ID,
            "ZALO_OA_ACCESS_TOKEN": pair["access_token"],
            "ZALO_OA_REFRESH_TOKEN": pair["refresh_token"],
            "ZALO_OA_API_BASE": zalo,
            "ZALO_ZBS_API_BASE": zalo,
            "ZALO_OAUTH_BASE": zalo,
            "PUBLIC_URL": f"http://127.0.0.1:{port}",
            "WEBHOOK_PORT": str(port),
        }

    async def control(self, path: str, body: Any) -> Any:
        """One call of the sandbox's control API."""
        async with self._http.post(f"{self.url}/control/{path}", json=body) as response:
            assert response.status < 400, await response.text()
            return await response.json()

    def _link(self, channel: str, chat: str, person_id: object) -> None:
        with sqlite3.connect(self.folder / "solienlac.db") as database:
            database.execute(
                "INSERT INTO account (channel, external_id, person_id, linked_at)"
                " VALUES (?, ?, ?, '2026-11-01 00:00:00')",
                (channel, chat, person_id),
            )


@asynccontextmanager
async def world(folder: Path, school: Path) -> AsyncIterator[World]:
    """A fresh copy of the school with a sandbox of its own."""
    folder.mkdir()
    write_anchor(folder, MORNING)
    shutil.copy(school, folder / "solienlac.db")
    without_cards(folder / "solienlac.db")
    async with sandbox_server(folder) as url, aiohttp.ClientSession() as http:
        async with http.post(f"{url}/control/faults", json={"pace": False}) as response:
            assert response.status == 200
        async with http.get(f"{url}/bot{TOKEN}/getMe") as response:
            assert response.status == 200
        yield World(folder, url, http)


@pytest.fixture
async def die_at_every_step(tmp_path: Path, school: Path):
    """`await die_at_every_step(story, check, stride=1, first=1)`; EVERY_STEP=1 takes every step.

    `story(world)` makes phones and gives back `begin()` and `complete() -> bool`; `check(world)`
    asserts what must hold after the bot died at one step, was started again and completed it.
    """

    bot = await MortalBot.spawn()

    async def play(story, check, stride: int = 1, first: int = 1) -> int:
        if os.environ.get("EVERY_STEP"):
            stride = first = 1
        for step in range(first, MOST_STEPS, stride):
            async with world(tmp_path / str(step), school) as stage:
                begin, complete = await story(stage)
                await stage.forget_updates()
                await bot.live(step, stage)
                await begin()
                died = await _one_life(bot, complete)
                if died:
                    before = await stage.starts()
                    await bot.live(0, stage)
                    await asyncio.wait_for(_until(partial(stage.started_since, before)), PATIENCE)
                    await asyncio.wait_for(_until(complete), PATIENCE)
                    await asyncio.wait_for(_until(stage.is_settled), PATIENCE)
                    bot.ask_to_stop()
                    assert await asyncio.wait_for(bot.end(), PATIENCE) == "stopped"
                await check(stage)
                if not died:
                    return step - 1
        raise AssertionError("the story has no end")

    yield play
    await bot.close()


async def _one_life(bot: MortalBot, complete: Callable[[], Awaitable[bool]]) -> bool:
    """Wait until the bot died (True), or completed the story and stopped when asked (False)."""
    ending = asyncio.create_task(bot.end())
    finished = asyncio.create_task(_until(complete))
    await asyncio.wait([ending, finished], return_when=asyncio.FIRST_COMPLETED, timeout=PATIENCE)
    if not ending.done():
        assert finished.done(), "neither dead nor done"
        await asyncio.wait([ending], timeout=SETTLED)
    if not ending.done():
        bot.ask_to_stop()
    finished.cancel()
    return await asyncio.wait_for(ending, PATIENCE) == "died"


async def _until(complete: Callable[[], Awaitable[bool]]) -> None:
    while not await complete():
        await asyncio.sleep(0.05)
