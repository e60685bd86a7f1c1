"""Runs the sandbox for a test, as a server of its own on a free port.

`sandbox_server` serves in the test's own event loop; `sandbox_process` starts a process, for tests
that kill it. `Phones` is a small client of the control API.
"""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from sandbox.app import serve

ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def sandbox_server(
    data_dir: Path, port: int = 0, clock_start: str | None = None
) -> AsyncIterator[str]:
    """The address (`http://127.0.0.1:port`) of a sandbox on `data_dir`, until the block ends."""
    runner, url = await serve(port, data_dir, clock_start=clock_start)
    try:
        yield url
    finally:
        await runner.cleanup()


class SandboxProcess:
    """A sandbox in a process of its own."""

    def __init__(self, data_dir: Path, port: int = 0, **env: str) -> None:
        """Start it and wait for its address."""
        command = [
            sys.executable,
            "-m",
            "sandbox",
            "--port",
            str(port),
            "--data-dir",
            str(data_dir),
        ]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **env}, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout
        self.url = self.process.stdout.readline().strip().rstrip("/")
        assert self.url, "the sandbox did not start"

    def stop(self, with_signal: int = signal.SIGTERM) -> None:
        """Stop it with a signal (SIGKILL for a sudden death) and wait for its end."""
        self.process.send_signal(with_signal)
        self.process.wait(30)
        assert self.process.stdout
        self.process.stdout.close()


@asynccontextmanager
async def sandbox_process(data_dir: Path, **env: str) -> AsyncIterator[SandboxProcess]:
    """A sandbox process, stopped at the end whatever happens."""
    sandbox = await asyncio.to_thread(SandboxProcess, data_dir, **env)
    try:
        yield sandbox
    finally:
        if sandbox.process.poll() is None:
            await asyncio.to_thread(sandbox.stop)


class RefusedError(AssertionError):
    """The control API said no."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(f"{status}: {reason}")
        self.status, self.reason = status, reason


class Phones:
    """A client of the control API; use as `async with Phones(url) as phones`."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "Phones":
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._session
        await self._session.close()

    async def get(self, path: str, **query: Any) -> Any:
        """GET /control/<path>."""
        return await self._call("GET", path, params=query)

    async def post(self, path: str, body: Any = None, **fields: Any) -> Any:
        """POST /control/<path> with a JSON body or with fields."""
        return await self._call("POST", path, json=fields if body is None else body)

    async def person(self, name: str, **facts: Any) -> int:
        """Make a person and return the id."""
        made = await self.post("people", {"name": name, **facts})
        return int(made["id"])

    async def do(self, person: int, gesture: str, **fields: Any) -> Any:
        """One gesture on a phone: start, text, tap, contact, block…"""
        return await self.post(f"people/{person}/{gesture}", **fields)

    async def messages(self, person: int, after: int = 0) -> list[dict[str, Any]]:
        """What the phone shows after a message id."""
        shown: list[dict[str, Any]] = await self.get(f"people/{person}/messages", after=after)
        return shown

    async def until(
        self, person: int, after: int = 0, count: int = 1, seconds: float = 20
    ) -> list[dict[str, Any]]:
        """Wait until the bot has put `count` messages on the phone after a message id."""
        deadline = asyncio.get_running_loop().time() + seconds
        while True:
            found = [m for m in await self.messages(person, after) if m["from"] == "bot"]
            if len(found) >= count:
                return found
            if asyncio.get_running_loop().time() > deadline:
                raise AssertionError(f"{len(found)} of {count} messages came: {found}")
            await asyncio.sleep(0.02)

    async def send_file(
        self, person: int, data: bytes, name: str, how: str = "document", caption: str = ""
    ) -> Any:
        """Send a file from a phone."""
        form = aiohttp.FormData()
        form.add_field("file", data, filename=name)
        form.add_field("as", how)
        form.add_field("caption", caption)
        return await self._call("POST", f"people/{person}/file", data=form)

    async def _call(self, verb: str, path: str, **more: Any) -> Any:
        assert self._session
        async with self._session.request(verb, f"{self.url}/control/{path}", **more) as response:
            body = await response.json()
            if response.status >= 400:
                raise RefusedError(response.status, body["error"])
            return body
