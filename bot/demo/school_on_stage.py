"""Puts the invented school on stage: gives everybody a phone and links the cast.

Every step looks first at what is there, so that a demonstration which was stopped, or killed, goes
on where it was.
"""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from typing import Any

import aiohttp
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cli_database import clock_of
from bot.demo import cast, zalo_console
from bot.demo.founding import SCHOOL
from bot.demo.parts import Part, parts
from bot.program import Program
from bot.running import bot_on
from bot.settings import Settings
from sandbox.app import serve as serve_sandbox
from services import invites
from services.access import CONSOLE
from services.clock import Clock
from services.unit import Unit
from storage.database import Database

CROWD = 200  # people who get their phones in one go, after the cast has theirs
DAYS = 365
TEMPLATE = "7895417a7d3f9461cd2e"  # the one that the sandbox has approved


async def play(settings: Settings, opened: Callable[[str], None]) -> None:
    """Serve the phones and the bot until a signal; `opened` is told the page's address."""
    runner, url = await serve_sandbox(settings.sandbox_port, settings.data_dir)
    try:
        clock = clock_of(settings)
        async with aiohttp.ClientSession(f"{url.rstrip('/')}/control/") as control:
            settings = await zalo_console.enter(settings, control, SCHOOL)
        async with Database(settings.url) as database, bot_on(settings, database) as program:
            await database.run(lambda s: zalo_console.template_and_budget(s, TEMPLATE))
            casting = asyncio.create_task(_cast(database, clock, url, program, opened))
            await program.run()
            casting.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await casting
    finally:
        await runner.cleanup()


class Stagehand:
    """Gives out phones: the cast's first, then, while the page is already open, everybody's."""

    def __init__(self, database: Database, clock: Clock, sandbox: aiohttp.ClientSession) -> None:
        self._database = database
        self._clock = clock
        self._sandbox = sandbox

    async def _call(self, method: str, path: str, body: Any = None) -> Any:
        async with self._sandbox.request(method, path, json=body) as response:
            response.raise_for_status()
            return await response.json()

    async def missing(self) -> list[Part]:
        """Those who have no phone yet."""
        there = {p["name"] + (p.get("phone") or "") for p in await self._call("GET", "people")}
        everybody = await self._database.run(lambda s: parts(s, self._clock))
        return [p for p in everybody if p.who_is not in there]

    async def set_table(self, people: Sequence[Part]) -> None:
        """The phones that are open from the start, linked by pressing START."""
        for person in await self.give(sorted(people, key=lambda p: cast.order(p.who))):
            await self._call("POST", f"people/{person['id']}/start", {})

    async def give(self, people: Sequence[Part]) -> list[dict[str, Any]]:
        """Invites for these people, and phones that open with them."""
        if not people:
            return []

        async def invite(session: AsyncSession) -> list[str]:
            unit = Unit(session, self._clock.now(), self._clock.zone, CONSOLE)
            issued = await invites.invite_many(unit, [p.who for p in people], days=DAYS)
            await unit.finish()
            return [i.code for i in issued]

        codes = await self._database.run(invite)
        wishes = [
            {
                "name": part.name,
                "phone": part.phone,
                "channel": cast.messenger(part.who),
                "role": part.role,
                "label": part.label,
                "pinned": part.on_table,
                "start_payload": code,
            }
            for part, code in zip(people, codes, strict=True)
        ]
        made: list[dict[str, Any]] = await self._call("POST", "people/batch", wishes)
        return made


async def _cast(
    database: Database, clock: Clock, url: str, program: Program, opened: Callable[[str], None]
) -> None:
    """Everybody's phone, once the bot is there to answer."""
    await program.ready.wait()
    async with aiohttp.ClientSession(f"{url.rstrip('/')}/control/") as sandbox:
        await program.name_bot(SCHOOL)
        hand = Stagehand(database, clock, sandbox)
        missing = await hand.missing()
        await hand.set_table([p for p in missing if p.on_table])
        opened(url)
        crowd = [p for p in missing if not p.on_table]
        for begin in range(0, len(crowd), CROWD):
            await hand.give(crowd[begin : begin + CROWD])
