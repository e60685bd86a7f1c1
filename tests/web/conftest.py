"""The web server of a school, on a free port, with a hand on its clock."""

import shutil
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import select

from bot.web.key import server_key
from bot.web.link_routes import LinkRoutes
from bot.web.server import WebServer
from services import links
from services.file_types import SCHOOL_WORKBOOK
from services.link_tokens import Links
from services.profiles import SCHOOL_NAME
from storage import school_settings
from storage.database import Database
from storage.files import FileStore
from storage.inbox import Accepted
from storage.tables import Account, InboxRow, Person, Staff, WebLink
from tests.support.stage import MORNING, ZONE

CHAT = "5001"
OTHER_CHAT = "5002"


class HandClock:
    """A clock that stands until it is moved."""

    zone = ZONE

    def __init__(self) -> None:
        self.at = MORNING

    def now(self) -> datetime:
        return self.at

    def later(self, **span: float) -> None:
        self.at += timedelta(**span)


class House:
    """The server, its files and database, and a browser; `offered` is what went on to the lanes."""

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder = folder
        self.database = database
        self.clock = HandClock()
        self.files = FileStore(folder / "files")
        self.key = folder / "web.key"
        self.offered: list[Accepted] = []
        self.server = WebServer(0, "127.0.0.1")
        self.links: Links
        self.browser: aiohttp.ClientSession

    async def open(self) -> None:
        # The port is only known once it listens; the links' base is then put together with it.
        self.links = Links("http://127.0.0.1", server_key(self.key))
        offer = self.offered.extend
        self.server.add(LinkRoutes(self.database, self.files, self.clock, self.links, offer))
        await self.server.start()
        self.links = Links(f"http://127.0.0.1:{self.server.port}", server_key(self.key))
        self.browser = aiohttp.ClientSession(headers={"Accept-Language": "vi-VN,vi;q=0.9"})

    async def close(self) -> None:
        await self.browser.close()
        await self.server.stop()

    async def person(self, code: str, chat: str) -> int:
        """A member of staff with a linked chat."""

        async def link(session: Any) -> int:
            id = await session.scalar(select(Staff.person_id).where(Staff.code == code))
            session.add(
                Account(
                    channel="telegram", external_id=chat, person_id=id, linked_at=self.clock.now()
                )
            )
            return int(id)

        return await self.database.run(link)

    async def file(self, data: bytes, name: str, chat: str = CHAT) -> str:
        """A link to a file."""
        digest, now = self.files.put(data), self.clock.now()
        return await self.database.run(
            lambda s: links.file_link(
                s,
                self.links,
                now,
                channel="telegram",
                chat=chat,
                digest=digest,
                name=name,
                size=len(data),
            )
        )

    async def image(self, data: bytes, name: str) -> str:
        """A link to a picture."""
        digest, now = self.files.put(data), self.clock.now()
        return await self.database.run(
            lambda s: links.image_link(
                s, self.links, now, channel="telegram", chat=CHAT, digest=digest, name=name
            )
        )

    async def page(self, person: int, title: str, text: str, purpose: str = "notice:12") -> str:
        """A link to a text."""
        now = self.clock.now()
        return await self.database.run(
            lambda s: links.page_link(
                s, self.links, now, person_id=person, title=title, text=text, purpose=purpose
            )
        )

    async def upload(self, chat: str = CHAT) -> str:
        """A link under which the school's workbook is handed in."""
        now = self.clock.now()
        return await self.database.run(
            lambda s: links.upload_link(
                s, self.links, now, SCHOOL_WORKBOOK, channel="telegram", chat=chat
            )
        )

    async def unlink(self, chat: str = CHAT) -> None:
        """The phone was lost: its chat belongs to nobody any more."""

        async def work(session: Any) -> None:
            account = await session.scalar(select(Account).where(Account.external_id == chat))
            account.person_id = None

        await self.database.run(work)

    async def name(self, person: int) -> str:
        async def look(session: Any) -> str:
            return str((await session.get_one(Person, person)).full_name)

        return await self.database.run(look)

    async def rows(self, table: Any = WebLink) -> list[Any]:
        async def look(session: Any) -> list[Any]:
            return list(await session.scalars(select(table).order_by(table.id)))

        return await self.database.run(look)

    async def kept(self) -> list[InboxRow]:
        """What the inbox holds."""
        return await self.rows(InboxRow)

    async def hand_in(self, url: str, data: bytes, name: str = "truong.xlsx") -> tuple[int, str]:
        """Choose a file and press the button; status and page."""
        form = aiohttp.FormData(quote_fields=False)  # as browsers do
        form.add_field("file", data, filename=name, content_type="application/octet-stream")
        async with self.browser.post(url, data=form) as answer:
            return answer.status, await answer.text(errors="replace")

    async def see(self, url: str, **more: Any) -> tuple[int, str]:
        """Open an address; status and page."""
        async with self.browser.get(url, **more) as answer:
            return answer.status, await answer.text(errors="replace")


@pytest.fixture
async def house(school: Path, tmp_path: Path) -> AsyncIterator[House]:
    """See `House`; CB001 has a linked chat."""
    shutil.copy(school, tmp_path / "school.db")
    async with Database(f"sqlite+aiosqlite:///{tmp_path / 'school.db'}") as database:
        house = House(tmp_path, database)
        await database.run(lambda s: school_settings.put(s, SCHOOL_NAME, "THCS Bình Minh"))
        await house.person("CB001", CHAT)
        await house.open()
        try:
            yield house
        finally:
            await house.close()
