"""A whole school on stage: the sandbox over HTTP, the real bot on SQLite, and phones by person."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import aiohttp
from sqlalchemy import select

from bot.channels.telegram import Telegram
from bot.program import Program
from services.clock import Clock, open_clock, write_anchor
from storage import school_settings
from storage.database import Database, Work
from storage.files import FileStore
from storage.tables import Account, Enrolment, Guardianship, Person, Pupil, SchoolClass, Staff
from tests.support.phone import Phone
from tests.support.sandbox import sandbox_server

T = TypeVar("T")
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = datetime(2026, 11, 30, 7, 40, tzinfo=ZONE)
TOKEN = "4200000001:AAH-stage-token-of-an-invented-school-000"


class Stage:
    """See the module. `run(work)` reaches the database as the bot does."""

    def __init__(
        self,
        folder: Path,
        url: str,
        http: aiohttp.ClientSession,
        grace_seconds: int,
        channel: dict[str, Any],
    ) -> None:
        self.folder = folder
        self.url = url
        self.http = http
        self.grace_seconds = grace_seconds
        self._channel = channel
        self.clock: Clock = open_clock(folder, ZONE, None)
        self.database: Database
        self.program: Program
        self._running: asyncio.Task[None]
        self._phones: dict[int, Phone] = {}

    async def open(self) -> None:
        """Start the bot."""
        files = FileStore(self.folder / "files")
        self.database = Database(f"sqlite+aiosqlite:///{self.folder / 'solienlac.db'}")
        self.program = Program(
            self.database,
            [Telegram(TOKEN, self.url, files, **self._channel)],
            files,
            self.clock,
            grace_seconds=self.grace_seconds,
            per_second=0,
        )
        self._running = asyncio.create_task(self.program.run())
        ready = asyncio.create_task(self.program.ready.wait())
        await asyncio.wait([ready, self._running], return_when=asyncio.FIRST_COMPLETED)
        if self._running.done():
            self._running.result()

    async def close(self) -> None:
        """Stop the bot in order."""
        self.program.stop()
        await self._running
        await self.database.close()

    async def run(self, work: Work[T]) -> T:
        """One unit of work."""
        return await self.database.run(work)

    async def faults(self, **faults: Any) -> None:
        """Set the sandbox's faults."""
        async with self.http.post(f"{self.url}/control/faults", json=faults) as response:
            assert response.status == 200, await response.text()

    async def _person(self, name: str, **more: Any) -> Phone:
        body = {"name": name, "channel": "telegram", **more}
        async with self.http.post(f"{self.url}/control/people", json=body) as response:
            assert response.status < 400, await response.text()
            return Phone(self.http, self.url, await response.json())

    async def stranger(self, name: str, phone: str | None = None) -> Phone:
        """Somebody whom the school does not know, who has not pressed START yet."""
        return await self._person(name, **({"phone": phone} if phone else {}))

    async def _linked(self, person_id: int) -> Phone:
        if person_id in self._phones:
            return self._phones[person_id]

        async def look(session: Any) -> Person:
            return await session.get_one(Person, person_id)  # type: ignore[no-any-return]

        person = await self.run(look)
        phone = await self._person(
            person.full_name, **({"phone": person.phone} if person.phone else {})
        )

        async def link(session: Any) -> None:
            session.add(
                Account(
                    channel="telegram",
                    external_id=str(phone.id),
                    person_id=person_id,
                    linked_at=self.clock.now(),
                )
            )
            await school_settings.raise_revision(session)

        await self.run(link)
        await phone.start()
        await phone.read()
        await asyncio.sleep(0.2)
        await phone.forget()
        self._phones[person_id] = phone
        return phone

    async def person_id(self, code: str) -> int:
        """The person behind a staff code."""

        async def look(session: Any) -> int:
            return await session.scalar(select(Staff.person_id).where(Staff.code == code))  # type: ignore[no-any-return]

        return await self.run(look)

    async def staff(self, code: str) -> Phone:
        """The linked phone of a staff member."""
        return await self._linked(await self.person_id(code))

    async def pupil(self, class_name: str, number: int) -> Pupil:
        """A pupil by class and list number."""

        async def look(session: Any) -> Pupil:
            statement = (
                select(Pupil)
                .join(Enrolment, Enrolment.pupil_id == Pupil.id)
                .join(SchoolClass, SchoolClass.id == Enrolment.class_id)
                .where(SchoolClass.name == class_name, Enrolment.list_number == number)
            )
            return (await session.scalars(statement)).one()  # type: ignore[no-any-return]

        return await self.run(look)

    async def guardian_id(self, class_name: str, number: int, relation: str) -> int:
        """The person who is father, mother or guardian of a pupil."""
        pupil = await self.pupil(class_name, number)

        async def look(session: Any) -> int:
            statement = select(Guardianship.person_id).where(
                Guardianship.pupil_id == pupil.id, Guardianship.relation == relation
            )
            return (await session.scalars(statement)).one()  # type: ignore[no-any-return]

        return await self.run(look)

    async def guardian(self, class_name: str, number: int, relation: str = "mother") -> Phone:
        """The linked phone of a pupil's guardian."""
        return await self._linked(await self.guardian_id(class_name, number, relation))


@asynccontextmanager
async def staged(
    folder: Path,
    school: Path,
    grace_seconds: int = 1,
    start: datetime = MORNING,
    **channel: Any,
) -> AsyncIterator[Stage]:
    """A stage on a copy of the `school` database, its clock starting at `start`.

    `channel` are settings of the Telegram channel (`patience`, `public_url`, `port`).
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_anchor(folder, start)
    shutil.copy(school, folder / "solienlac.db")
    async with (
        sandbox_server(folder) as url,
        aiohttp.ClientSession() as http,
    ):
        stage = Stage(folder, url, http, grace_seconds, channel)
        await stage.faults(pace=False)
        await stage.open()
        try:
            yield stage
        finally:
            await stage.close()
