"""A whole school on stage: the sandbox over HTTP, the real bot on SQLite, and phones by person."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import aiohttp
from sqlalchemy import select

from bot.channels.base import Channel
from bot.channels.telegram import Telegram
from bot.channels.zalo_oa import ZaloOA
from bot.messengers import messengers
from bot.program import Program
from bot.settings import Settings
from bot.web.key import server_key
from bot.web.server import WebServer
from services.access import CONSOLE
from services.clock import Clock, open_clock, write_anchor
from services.invites import invite_many
from services.link_tokens import Links
from services.unit import Unit
from storage import households, school_settings
from storage.database import Database, Work
from storage.files import FileStore
from storage.tables import (
    Account,
    Enrolment,
    Guardianship,
    InboxRow,
    OutboxRow,
    Person,
    Pupil,
    SchoolClass,
    Staff,
)
from tests.support.phone import PATIENCE, Phone
from tests.support.ports import free_port
from tests.support.sandbox import sandbox_server
from tests.support.stage_clock import StageClock, without_cards
from tests.support.zalo_phone import ZaloPhone

T = TypeVar("T")
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = datetime(2026, 11, 30, 7, 40, tzinfo=ZONE)
PHONES = {"telegram": Phone, "zalo_bot": ZaloPhone, "zalo_oa": ZaloPhone}
ZALO_TOKEN = "42000011:stage-zalo-token-of-an-invented-school"
TOKEN = "4200000001:AAH-stage-token-of-an-invented-school-000"


class Stage(StageClock):
    """See the module. `run(work)` reaches the database as the bot does."""

    def __init__(
        self,
        folder: Path,
        url: str,
        http: aiohttp.ClientSession,
        grace_seconds: int,
        *,
        messenger: str,
        channel: dict[str, Any],
    ) -> None:
        self.messenger = messenger
        self.folder = folder
        self.url = url
        self.http = http
        self.grace_seconds = grace_seconds
        self._channel = channel
        self.database_url = f"sqlite+aiosqlite:///{folder / 'solienlac.db'}"
        self.public_url: str = channel.get("public_url", "")
        self.oa: dict[str, Any] = {}
        self.clock: Clock = open_clock(folder, ZONE, None)
        self.database: Database
        self.program: Program
        self._running: asyncio.Task[None]
        self._phones: dict[int, Phone] = {}
        self.phones: list[Phone] = []
        self.on_linked: Callable[[Phone], Awaitable[None]] | None = None

    async def open(self) -> None:
        """Start the bot."""
        files = FileStore(self.folder / "files")
        self.database = Database(self.database_url)
        web, links = None, None
        if self.public_url:
            web = WebServer(int(self.public_url.rpartition(":")[2]), "127.0.0.1")
            links = Links(self.public_url, server_key(self.folder / "web.key"))
        if self.messenger == "telegram":
            made: list[Channel] = [Telegram(TOKEN, self.url, files, web=web, **self._channel)]
        else:
            made = messengers(
                self._settings(), self.database, files, self.clock, web=web, links=links
            )
        self.program = Program(
            self.database,
            made,
            files,
            self.clock,
            grace_seconds=self.grace_seconds,
            per_second=0,
            web=web,
            links=links,
        )
        for channel in made:
            if isinstance(channel, ZaloOA):
                hook = self.public_url + channel.webhook_path
                await self.control("zalo/oa", {"webhook_url": hook})
        self._running = asyncio.create_task(self.program.run())
        ready = asyncio.create_task(self.program.ready.wait())
        await asyncio.wait([ready, self._running], return_when=asyncio.FIRST_COMPLETED)
        if self._running.done():
            self._running.result()

    def _settings(self) -> Settings:
        """All three messengers, each played by the sandbox."""
        zalo = f"{self.url}/zalo"
        return Settings(
            _env_file=None,
            data_dir=self.folder,
            telegram_token=TOKEN,
            telegram_api_base=self.url,
            zalo_bot_token=ZALO_TOKEN,
            zalo_api_base=zalo,
            zalo_oa_api_base=zalo,
            zalo_zbs_api_base=zalo,
            zalo_oauth_base=zalo,
            public_url=self.public_url,
            **self.oa,
        )

    async def close(self) -> None:
        """Stop the bot in order."""
        self.program.stop()
        await self._running
        await self.database.close()

    async def at_the_console(self) -> None:
        """What an administrator enters on Zalo's own pages before the bot can use them."""
        app = {"app_id": "360846524940903967", "oa_id": "388613280878808645"}
        secret = "stage-app-secret-of-an-invented-school"
        pair = await self.control("zalo/oa/tokens", {})
        self.oa = {
            "zalo_app_id": app["app_id"],
            "zalo_app_secret": secret,
            "zalo_oa_id": app["oa_id"],
            "zalo_oa_access_token": pair["access_token"],
            "zalo_oa_refresh_token": pair["refresh_token"],
        }
        await self.control("zalo/oa", {"secret_key": secret, **app})

    async def run(self, work: Work[T]) -> T:
        """One unit of work."""
        return await self.database.run(work)

    async def quiet(self) -> None:
        """Wait until all that has come in is handled and all that is due has its outcome."""

        async def busy(session: Any) -> bool:
            waits = OutboxRow.status == "queued"
            due = waits & (OutboxRow.not_before <= self.clock.now())
            for row in (
                select(InboxRow.id).where(InboxRow.status == "new"),
                select(OutboxRow.id).where(due | (OutboxRow.status == "sending")),
            ):
                if await session.scalar(row.limit(1)) is not None:
                    return True
            return False

        async with asyncio.timeout(PATIENCE):
            while await self.run(busy):
                await asyncio.sleep(0.03)

    async def faults(self, **faults: Any) -> None:
        """Set the sandbox's faults."""
        async with self.http.post(f"{self.url}/control/faults", json=faults) as response:
            assert response.status == 200, await response.text()

    async def _person(self, name: str, **more: Any) -> Phone:
        body = {"name": name, "channel": self.messenger, **more}
        made = await self.control("people", body)
        self.phones.append(PHONES[body["channel"]](self.http, self.url, made))
        return self.phones[-1]

    async def control(self, path: str, body: Any) -> Any:
        """One call of the sandbox's control API."""
        async with self.http.post(f"{self.url}/control/{path}", json=body) as response:
            assert response.status < 400, await response.text()
            return await response.json()

    async def stranger(self, name: str, phone: str | None = None) -> Phone:
        """Somebody whom the school does not know, who has not pressed START yet."""
        return await self._person(name, **({"phone": phone} if phone else {}))

    async def _linked(self, person_id: int, on: str | None = None) -> Phone:
        if person_id in self._phones and on is None:
            return self._phones[person_id]

        async def look(session: Any) -> Person:
            return await session.get_one(Person, person_id)  # type: ignore[no-any-return]

        person = await self.run(look)
        channel = on or self.messenger
        number = {"phone": person.phone} if person.phone else {}
        phone = await self._person(person.full_name, channel=channel, **number)
        if channel != "telegram":
            return await self._linked_by_code(person_id, phone)

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
        return await self._ready(person_id, phone)

    async def _linked_by_code(self, person_id: int, phone: Phone) -> Phone:
        """Linked as people are: by writing the code of an invite."""

        async def invite(session: Any) -> str:
            unit = Unit(session, self.clock.now(), self.clock.zone, actor=CONSOLE)
            member = await households.staff_member(session, person_id)
            ties = await households.ties_of_person(session, person_id, unit.today)
            issued = await invite_many(unit, [member or ties[0]])
            await unit.finish()
            return issued[0].code

        await phone.start(await self.run(invite))
        await phone.read(phone.name.split()[-1])
        return await self._ready(person_id, phone)

    async def _ready(self, person_id: int, phone: Phone) -> Phone:
        """What linking brought is taken as read."""
        await self.quiet()
        await phone.forget()
        if self.on_linked is not None:
            await self.on_linked(phone)
        self._phones[person_id] = phone
        return phone

    async def person_id(self, code: str) -> int:
        """The person behind a staff code."""

        async def look(session: Any) -> int:
            return await session.scalar(select(Staff.person_id).where(Staff.code == code))  # type: ignore[no-any-return]

        return await self.run(look)

    async def staff(self, code: str, on: str | None = None) -> Phone:
        """The linked phone of a staff member, `on` another messenger than the stage's."""
        return await self._linked(await self.person_id(code), on)

    async def staff_named(self, name: str) -> Phone:
        """The linked phone of the member of staff with this full name."""

        async def look(session: Any) -> int:
            statement = select(Staff.person_id).join(Person, Person.id == Staff.person_id)
            return await session.scalar(statement.where(Person.full_name == name))  # type: ignore[no-any-return]

        return await self._linked(await self.run(look))

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

    async def guardian(
        self, class_name: str, number: int, relation: str = "mother", on: str | None = None
    ) -> Phone:
        """The linked phone of a pupil's guardian."""
        return await self._linked(await self.guardian_id(class_name, number, relation), on)


@asynccontextmanager
async def staged(
    folder: Path,
    school: Path,
    grace_seconds: int = 1,
    start: datetime = MORNING,
    messenger: str = "telegram",
    postgres: Callable[[Path], Awaitable[str]] | None = None,
    **channel: Any,
) -> AsyncIterator[Stage]:
    """A stage on a copy of the `school` database, its clock starting at `start`.

    `messenger` is where everybody has their phone; `channel` are settings of the Telegram channel
    (`patience`, `public_url`). `postgres` puts the school on such a server, and says where. Roll
    cards stay away until a story asks for them, since they come when the clock says so, and not
    when a story expects them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_anchor(folder, start)
    shutil.copy(school, folder / "solienlac.db")
    without_cards(folder / "solienlac.db")
    async with (
        sandbox_server(folder) as url,
        aiohttp.ClientSession() as http,
    ):
        if messenger != "telegram":
            channel.setdefault("public_url", f"http://127.0.0.1:{free_port()}")
        stage = Stage(folder, url, http, grace_seconds, messenger=messenger, channel=channel)
        await stage.faults(pace=False)
        if postgres is not None:
            stage.database_url = await postgres(folder / "solienlac.db")
        if messenger == "zalo_oa":
            await stage.at_the_console()
        await stage.open()
        try:
            yield stage
        finally:
            await stage.close()
