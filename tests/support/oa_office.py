"""The Official Account's channel on an empty school, against the sandbox: what it sends is seen on
a phone, what a phone does is read. Beside it stands only the database, no program."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.methods.base import TelegramMethod
from sqlalchemy import update

from bot.channels.base import Heard, Outcome, Parcel, Way
from bot.channels.zalo_oa import OaSettings, ZaloOA
from bot.web.server import WebServer
from services.clock import AnchoredClock
from services.link_tokens import Links
from services.unit import Unit
from storage import accounts, contacts, inbox, school_settings
from storage.database import Database
from storage.files import FileStore
from storage.inbox import Incoming
from storage.tables import Account, MessengerContact, OutboxRow, Person
from tests.support.sandbox import Phones
from tests.support.zalo_bot import eventually
from tests.support.zalo_oa import APP_ID, APP_SECRET, OA_ID

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TEMPLATE = {
    "id": "7895417a7d3f9461cd2e",
    "fields": {name: name for name in ("school", "pupil", "title", "date", "link")},
    "uid": True,
    "phone": True,
}


@dataclass
class OaOffice:
    """`heard` is what the webhook was brought; `row` an outbox row of its own for each message."""

    channel: ZaloOA
    database: Database
    phones: Phones
    clock: AnchoredClock
    web: WebServer
    heard: list[Incoming] = field(default_factory=list)

    async def run(self, work: Callable[[Unit], Awaitable[Any]], **later: float) -> Any:
        """A unit of work, `later` (hours=…, days=…) than now."""

        async def whole(session: Any) -> Any:
            unit = Unit(session, self.clock.now() + timedelta(**later), ZONE)
            result = await work(unit)
            await unit.finish()
            return result

        return await self.database.run(whole)

    async def accept(self, updates: Sequence[Incoming]) -> None:
        """What the program does with events, and no more."""
        now = self.clock.now()
        kept = await self.database.run(lambda s: inbox.accept(s, updates, now))
        self.heard += [accepted.incoming for accepted in kept]

    async def read(self, incoming: Incoming, row_id: int = 1) -> Heard:
        """What an event means."""
        heard: Heard = await self.run(lambda unit: self.channel.read(unit, incoming, row_id))
        return heard

    async def next(self, name: str) -> Incoming:
        """The next event of a kind, taken off the list."""
        await eventually(lambda: any(i.payload["event_name"] == name for i in self.heard))
        found = next(i for i in self.heard if i.payload["event_name"] == name)
        self.heard.remove(found)
        return found

    async def mother(self, name: str = "Lê Thị Hoa", phone: str = "0912345678") -> tuple[int, str]:
        """Somebody who follows the account: the phone, and the chat."""
        person = await self.phones.person(name, channel="zalo_oa", phone=phone)
        await self.phones.do(person, "start")
        return person, (await self.read(await self.next("follow"))).chat

    async def parent(self, chat: str = "", phone: str = "0912345678") -> int:
        """A person of the school, with an account in this chat if it is given."""

        async def work(unit: Unit) -> int:
            person = Person(full_name="Lê Thị Hoa", phone=phone, language="vi")
            unit.session.add(person)
            await unit.session.flush()
            if chat:
                visitor = await accounts.visit(unit.session, self.channel.name, chat)
                account = await unit.session.get_one(Account, visitor.account_id)
                account.person_id, account.linked_at = person.id, unit.now
            return person.id

        found: int = await self.run(work)
        return found

    async def settings(self, **settings: Any) -> None:
        """Rows of the school's settings."""
        for key, value in settings.items():
            await self.run(
                lambda unit, k=key, v=value: school_settings.put(
                    unit.session, k.replace("__", ":"), v
                )
            )

    async def window(self, person: int, chat: str, hours: float | None) -> None:
        """Both sides believe that the person was last heard so long ago."""
        await self.phones.post("zalo/oa/window", person=person, hours=hours)
        at = None if hours is None else self.clock.now() - timedelta(hours=hours)
        change = update(MessengerContact).where(MessengerContact.id == int(chat))
        await self.run(lambda unit: unit.session.execute(change.values(heard_at=at)))

    async def way(self, call: TelegramMethod[Any], chat: str, **promise: Any) -> Way | Outcome:
        """How a message may go; `promise` are facts of the parcel."""

        async def work(unit: Unit) -> Way | Outcome:
            row = OutboxRow(
                priority=3,
                not_before=unit.now,
                created_at=unit.now,
                status="sending",
                owner=promise.get("owner"),
            )
            unit.session.add(row)
            await unit.session.flush()
            way = await self.channel.way(unit, Parcel(row.id, chat, call, **promise))
            if isinstance(way, Way):
                row.way, row.cost = way.name, way.cost
            else:
                row.status = "failed"
            return way

        found: Way | Outcome = await self.run(work)
        return found

    async def send(self, call: TelegramMethod[Any], chat: str, **promise: Any) -> Outcome:
        """Claim a message and make its call."""
        way = await self.way(call, chat, **promise)
        if isinstance(way, Outcome):
            return way
        return await self.channel.send(call, way)

    async def shown(self, person: int) -> list[dict[str, Any]]:
        """What the account has put on a phone."""
        return [m for m in await self.phones.messages(person) if m["from"] == "bot"]

    async def contact(self, chat: str) -> MessengerContact:
        """What is known of a chat."""
        found = await self.run(lambda unit: contacts.by_chat(unit.session, self.channel.name, chat))
        assert found is not None
        return found  # type: ignore[no-any-return]


@asynccontextmanager
async def oa_office(
    url: str, phones: Phones, database: Database, folder: Path, now: datetime, **more: Any
) -> AsyncIterator[OaOffice]:
    """Started, with keys, and listening; `more` changes the channel's settings."""
    clock = AnchoredClock(ZONE, time.time(), now)
    web = WebServer(0, "127.0.0.1")
    files = FileStore(folder / "files")
    pair = await phones.post("zalo/oa/tokens")
    facts = {
        "app_id": APP_ID,
        "app_secret": APP_SECRET,
        "oa_id": OA_ID,
        "first_pair": (pair["access_token"], pair["refresh_token"]),
        "api_base": f"{url}/zalo",
        "zbs_base": f"{url}/zalo",
        "oauth_base": f"{url}/zalo",
        "public_url": "https://truong.example.vn",
    }
    settings = OaSettings(**{**facts, **more})
    links = Links("https://truong.example.vn", b"k" * 32)
    channel = ZaloOA(settings, files, database, clock, web=web, links=links)
    office = OaOffice(channel, database, phones, clock, web)
    await web.start()
    await phones.post("zalo/oa", webhook_url=f"http://127.0.0.1:{web.port}{channel.webhook_path}")
    await channel.start()
    receiving = asyncio.create_task(channel.receive(office.accept))
    await asyncio.sleep(0)
    try:
        yield office
    finally:
        receiving.cancel()
        await asyncio.gather(receiving, return_exceptions=True)
        await channel.stop()
        await web.stop()
