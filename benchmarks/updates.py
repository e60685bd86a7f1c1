"""Updates handled a second, through the real adapter and the sandbox, against an echo bot.

    python -m benchmarks.updates [--chats 200] [--each 20] [--rounds 3]

A backlog is laid down in the sandbox, then one bot at a time answers it; the clock runs from the
first answer to the last. The echo bot keeps nothing; ours keeps every update, state and answer.
Both run on uvloop. Then each is offered 50 updates a second and the time to each answer is taken.
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import psutil

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

ROOT = Path(__file__).parents[1]
TOKEN = "4300000001:AAH-benchmark-token-of-an-invented-school"
PORT = 18099
PER_SECOND, STEADY = 50, 1000


@dataclass(frozen=True)
class Run:
    """One drained backlog: updates a second, milliseconds of the bot's CPU per update, MB."""

    per_second: float
    cpu_ms: float
    memory_mb: float


@contextmanager
def process(*command: str, **env: str) -> "Iterator[psutil.Process]":
    """A child process, killed at the end."""
    child = subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, **env},
        stdout=subprocess.DEVNULL,
        stderr=None if os.environ.get("LOUD") else subprocess.DEVNULL,
    )
    try:
        yield psutil.Process(child.pid)
    finally:
        child.kill()
        child.wait()


class Driver:
    """Drives the sandbox's control API."""

    def __init__(self, http: aiohttp.ClientSession) -> None:
        self._http = http
        self._base = f"http://127.0.0.1:{PORT}/control"
        self.people: list[int] = []

    async def call(self, method: str, path: str, body: Any = None) -> Any:
        """One call; its answer."""
        async with self._http.request(method, f"{self._base}/{path}", json=body) as response:
            assert response.status < 400, await response.text()
            return await response.json()

    async def events(self) -> "AsyncIterator[dict[str, Any]]":
        """What happens on the phones, as it happens."""
        forever = aiohttp.ClientTimeout(total=None)
        async with self._http.get(f"{self._base}/events", timeout=forever) as response:
            async for line in response.content:
                if line.startswith(b"data:"):
                    yield json.loads(line[5:])

    async def ready(self) -> None:
        """Wait for the sandbox, and take its pace off."""
        for _ in range(200):
            try:
                await self.call("POST", "faults", {"pace": False})
                break
            except aiohttp.ClientError:
                await asyncio.sleep(0.05)

    async def sent(self) -> int:
        """How many messages the bots have sent so far."""
        stats = await self.call("GET", "stats")
        return sum(stats["methods"].get("sendMessage", {}).values())

    async def crowd(self, count: int) -> None:
        """People with phones."""
        made = await self.call(
            "POST",
            "people/batch",
            [{"name": f"Người {n}", "channel": "telegram"} for n in range(count)],
        )
        self.people = [p["id"] for p in made]

    async def start_all(self) -> None:
        """Everybody presses START."""
        for person in self.people:
            await self.call("POST", f"people/{person}/start", {})

    async def backlog(self, each: int) -> None:
        """Everybody writes `each` texts."""
        for n in range(each):
            await asyncio.gather(
                *(
                    self.call("POST", f"people/{p}/text", {"text": f"xin chào lần {n}"})
                    for p in self.people
                )
            )


def ours(folder: Path) -> dict[str, str]:
    """The settings of our bot for the benchmark."""
    return {
        "DATA_DIR": str(folder),
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_BASE": f"http://127.0.0.1:{PORT}",
        "MESSAGES_PER_SECOND": "0",
        "LOG_LEVEL": "WARNING",
    }


async def drain(driver: Driver, command: list[str], env: dict[str, str], each: int) -> Run:
    """Lay a backlog, start a bot, and time it from its first answer to its last."""
    await driver.backlog(each)
    total = len(driver.people) * each
    before = await driver.sent()
    with process(*command, **env) as bot:
        while await driver.sent() == before:
            await asyncio.sleep(0.02)
        first, begin, cpu = await driver.sent(), time.perf_counter(), sum(bot.cpu_times()[:2])
        deadline = begin + 120
        while (now := await driver.sent()) < before + total and time.perf_counter() < deadline:
            await asyncio.sleep(0.05)
        seconds = time.perf_counter() - begin
        spent = sum(bot.cpu_times()[:2]) - cpu
        memory = bot.memory_info().rss / 1e6
    handled = now - first
    return Run(handled / seconds, spent / handled * 1000, memory)


async def latency(driver: Driver, command: list[str], env: dict[str, str]) -> list[float]:
    """Milliseconds from a text to its answer at a steady pace, sorted.

    Answers are heard on the sandbox's event stream: asking for them again and again would itself
    keep a core busy.
    """
    waits: list[float] = []
    asked: dict[int, float] = {}
    with process(*command, **env):
        listening = asyncio.create_task(_listen(driver, asked, waits))
        before = await driver.sent()
        await driver.call("POST", f"people/{driver.people[0]}/text", {"text": "dậy"})
        while await driver.sent() == before:
            await asyncio.sleep(0.05)
        await asyncio.sleep(2)
        begin = time.perf_counter()
        for n in range(STEADY):
            await asyncio.sleep(max(0.0, begin + n / PER_SECOND - time.perf_counter()))
            person = driver.people[n % len(driver.people)]
            asked[person] = time.perf_counter()
            await driver.call("POST", f"people/{person}/text", {"text": "đo thời gian"})
        deadline = time.perf_counter() + 20
        while len(waits) < STEADY and time.perf_counter() < deadline:
            await asyncio.sleep(0.1)
        listening.cancel()
    assert len(waits) == STEADY, f"only {len(waits)} answers"
    return sorted(waits)


async def _listen(driver: Driver, asked: dict[int, float], waits: list[float]) -> None:
    async for event in driver.events():
        if event["type"] == "message" and event["message"]["from"] == "bot":
            begin = asked.pop(event["person"], None)
            if begin is not None:
                waits.append((time.perf_counter() - begin) * 1000)


async def measure(chats: int, each: int, rounds: int) -> None:
    """Print the tables."""
    echo: list[Run] = []
    own: list[Run] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        box = {"DATA_DIR": str(folder / "sandbox")}
        with process("-m", "sandbox", "--port", str(PORT), **box):
            async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=50)) as http:
                driver = Driver(http)
                await driver.ready()
                await driver.call("GET", "stats")
                async with http.get(f"http://127.0.0.1:{PORT}/bot{TOKEN}/getMe"):
                    pass
                await driver.crowd(chats)
                await driver.start_all()
                base = f"http://127.0.0.1:{PORT}"
                bot_folder = folder / "bot"
                for n in range(rounds + 1):
                    one = await drain(driver, ["-m", "benchmarks.echo_bot", base, TOKEN], {}, each)
                    two = await drain(driver, ["-m", "bot.cli", "run"], ours(bot_folder), each)
                    if n:  # the first round warms up and answers the STARTs
                        echo.append(one)
                        own.append(two)
                floor = await latency(driver, ["-m", "benchmarks.echo_bot", base, TOKEN], {})
                waits = await latency(driver, ["-m", "bot.cli", "run"], ours(bot_folder))
    report(echo, own, floor, waits, chats)


def report(
    echo: list[Run], own: list[Run], floor: list[float], waits: list[float], chats: int
) -> None:
    """Print what was measured as Markdown."""

    def middle(runs: list[Run], name: str) -> float:
        return statistics.median(getattr(r, name) for r in runs)

    print(f"| {chats} chats, medians of {len(own)} | updates/s | bot CPU ms/update | RSS MB |")
    print("|---|---|---|---|")
    for label, runs in (("echo bot (aiogram, nothing kept)", echo), ("solienlac, SQLite", own)):
        values = [middle(runs, f) for f in ("per_second", "cpu_ms", "memory_mb")]
        print(f"| {label} | {values[0]:.0f} | {values[1]:.2f} | {values[2]:.0f} |")
    ratio = statistics.median(b.per_second / a.per_second for a, b in zip(echo, own, strict=True))
    print(f"| ratio, pair by pair | {ratio:.2f} | | |")
    print(f"\n| {PER_SECOND} updates/s, {STEADY} of them | p50 ms | p99 ms |\n|---|---|---|")
    for label, found in (("echo bot", floor), ("solienlac, SQLite", waits)):
        print(f"| {label} | {found[len(found) // 2]:.0f} | {found[int(len(found) * 0.99)]:.0f} |")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chats", type=int, default=200)
    parser.add_argument("--each", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    asyncio.run(measure(given.chats, given.each, given.rounds))
