"""Many families at once: linked in bulk, with phones in the sandbox that were heard so long ago.

`crowd` needs no invites, so that five hundred of them are there in a second or two.
"""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from services.audiences import AudienceKind, chosen
from services.identity import load_actor
from services.notice_sending import owner_of, send_notice
from services.unit import Unit
from storage import school_settings
from storage.tables import (
    Account,
    Guardianship,
    MessengerContact,
    Notice,
    NoticeRecipient,
    OutboxRow,
    Person,
)
from tests.support.phone import Shown
from tests.support.stage import Stage
from tests.support.zalo_phone import ZaloPhone

AT_ONCE = 20
TEMPLATE = {
    "id": "7895417a7d3f9461cd2e",
    "fields": {name: name for name in ("school", "pupil", "title", "date", "link")},
    "uid": True,
    "phone": True,
}
CONSULTATION = 55  # đồng


@dataclass
class Family:
    """A guardian: `phones` are people of the sandbox by channel, `chats` our numbers of them."""

    person_id: int
    name: str
    number: str
    phones: dict[str, int] = field(default_factory=dict)
    chats: dict[str, str] = field(default_factory=dict)


async def crowd(stage: Stage, count: int) -> list[Family]:
    """So many guardians of the school, with a telephone number each, linked nowhere yet.

    Nobody else of the school's families has a number.
    """

    async def work(session: Any) -> list[Family]:
        wanted = (
            select(Person.id, Person.full_name)
            .where(Person.id.in_(select(Guardianship.person_id)))
            .order_by(Person.id)
            .limit(count)
        )
        found = [
            Family(id, name, f"0912{n:06d}")
            for n, (id, name) in enumerate((await session.execute(wanted)).all())
        ]
        guardians = Person.id.in_(select(Guardianship.person_id))
        await session.execute(update(Person).where(guardians).values(phone=None))
        for one in found:
            (await session.get_one(Person, one.person_id)).phone = one.number
        return found

    return await stage.run(work)


async def on_zalo(stage: Stage, families: Sequence[Family], hours: float | None = 1) -> None:
    """They have linked the Official Account, and were heard so many hours ago, by our own and by
    Zalo's reckoning."""
    await zalo_people(stage, families)
    users = await each(families, lambda f: window(stage, f, hours))

    async def work(session: Any) -> None:
        now = stage.clock.now()
        for one, told in zip(families, users, strict=True):
            contact = MessengerContact(
                channel="zalo_oa",
                native_id=told["user_id"],
                first_seen_at=now - timedelta(days=60),
                heard_at=None if hours is None else now - timedelta(hours=hours),
            )
            session.add(contact)
            await session.flush()
            one.chats["zalo_oa"] = str(contact.id)
            _link(session, one, "zalo_oa", stage)
        await school_settings.raise_revision(session)

    await stage.run(work)


async def zalo_people(stage: Stage, families: Sequence[Family]) -> None:
    """They have Zalo under their number, whether or not they follow the school."""
    made = await stage.control(
        "people/batch",
        [{"name": f.name, "channel": "zalo_oa", "phone": f.number} for f in families],
    )
    for one, person in zip(families, made, strict=True):
        one.phones["zalo_oa"] = person["id"]


async def on_telegram(stage: Stage, families: Sequence[Family], *, started: bool = True) -> None:
    """They have linked Telegram; `started`: and may be written to."""
    made = await stage.control(
        "people/batch", [{"name": f.name, "channel": "telegram"} for f in families]
    )

    async def work(session: Any) -> None:
        for one, person in zip(families, made, strict=True):
            one.phones["telegram"] = person["id"]
            one.chats["telegram"] = str(person["id"])
            _link(session, one, "telegram", stage)
        await school_settings.raise_revision(session)

    await stage.run(work)
    if started:
        await each(families, lambda f: stage.control(f"people/{f.phones['telegram']}/start", {}))
        await stage.quiet()


async def on_zalo_bot(stage: Stage, families: Sequence[Family]) -> None:
    """They have linked the Zalo Bot."""
    made = await stage.control(
        "people/batch", [{"name": _unique(f), "channel": "zalo_bot"} for f in families]
    )
    for one, person in zip(families, made, strict=True):
        one.phones["zalo_bot"] = person["id"]
        await stage.control(f"people/{person['id']}/text", {"text": f"xin chào {one.person_id}"})
    await _until(stage, len(families))

    async def work(session: Any) -> None:
        heard = select(MessengerContact).where(MessengerContact.channel == "zalo_bot")
        by_name = {c.name: c for c in await session.scalars(heard)}
        for one in families:
            one.chats["zalo_bot"] = str(by_name[_unique(one)].id)
            found = await session.scalar(
                select(Account).where(
                    Account.channel == "zalo_bot", Account.external_id == one.chats["zalo_bot"]
                )
            )
            found.person_id, found.linked_at = one.person_id, stage.clock.now()
        await school_settings.raise_revision(session)

    await stage.run(work)


def _unique(family: Family) -> str:
    """Names come twice in a school."""
    return f"{family.name} {family.person_id}"


async def _until(stage: Stage, count: int) -> None:
    """Wait until so many have been heard by the Zalo Bot, and answered."""
    heard = select(Account.id).where(Account.channel == "zalo_bot")
    async with asyncio.timeout(30):
        while len((await stage.run(lambda s: s.execute(heard))).all()) < count:
            await asyncio.sleep(0.05)
    await stage.quiet()


def _link(session: Any, family: Family, channel: str, stage: Stage) -> None:
    session.add(
        Account(
            channel=channel,
            external_id=family.chats[channel],
            person_id=family.person_id,
            linked_at=stage.clock.now(),
        )
    )


async def each(families: Sequence[Family], act: Any) -> list[Any]:
    """Do something with every family, a few at a time, in order of the answers."""
    slots = asyncio.Semaphore(AT_ONCE)

    async def one(family: Family) -> Any:
        async with slots:
            return await act(family)

    return list(await asyncio.gather(*(one(family) for family in families)))


async def window(stage: Stage, family: Family, hours: float | None) -> Any:
    """By Zalo's reckoning they were last heard so long ago; we are not told."""
    body = {"person": family.phones["zalo_oa"], "hours": hours}
    return await stage.control("zalo/oa/window", body)


async def school_pays(stage: Stage, **spending: Any) -> None:
    """The principal has set a budget, and Zalo has approved a template."""
    spending.setdefault("month_dong", 1_000_000)

    async def work(session: Any) -> None:
        await school_settings.put(session, "spending", spending)
        await school_settings.put(session, "zalo:template", TEMPLATE)

    await stage.run(work)


async def send_to_school(
    stage: Stage, text: str, author: str = "CB001", *, urgent: bool = False
) -> int:
    """The principal's notice to all families, approved by being the principal's; its number."""
    person_id = await stage.person_id(author)

    async def work(session: Any) -> int:
        unit = Unit(session, stage.clock.now(), stage.clock.zone)
        unit.actor = await load_actor(unit, person_id)
        audience = await chosen(unit, AudienceKind.SCHOOL)
        notice = Notice(
            kind="urgent" if urgent else "ad_hoc",
            subject="routine",
            author_id=person_id,
            audience=audience.dump(),
            text=text,
            status="draft",
            created_at=unit.now,
        )
        session.add(notice)
        await session.flush()
        await send_notice(unit, notice.id)
        await unit.finish()
        return notice.id

    number = await stage.run(work)
    stage.program._deliverer.wake()
    return number


async def rows_of(stage: Stage, notice_id: int) -> list[OutboxRow]:
    """The messages of a notice, in order."""
    wanted = (
        select(OutboxRow)
        .where(OutboxRow.owner == owner_of(notice_id), OutboxRow.edits.is_(None))
        .order_by(OutboxRow.id)
    )
    return list(await stage.run(lambda s: _all(s, wanted)))


async def _all(session: Any, statement: Any) -> Any:
    return (await session.scalars(statement)).all()


async def under_way(stage: Stage, notice_id: int, sent: int) -> None:
    """Wait until so many messages of a notice have left."""
    async with asyncio.timeout(30):
        while sum(row.status == "sent" for row in await rows_of(stage, notice_id)) < sent:
            await asyncio.sleep(0.01)


async def settled(stage: Stage, notice_id: int, seconds: float = 60) -> dict[int, OutboxRow]:
    """The messages of a notice by person, once each has its outcome."""
    async with asyncio.timeout(seconds):
        while True:
            rows = await rows_of(stage, notice_id)
            if all(row.status not in ("queued", "sending") for row in rows):
                return {row.person_id or 0: row for row in rows}
            await asyncio.sleep(0.05)


async def outcomes(stage: Stage, notice_id: int) -> dict[int, tuple[str | None, str | None]]:
    """What is counted for each recipient: outcome and reason."""
    wanted = select(
        NoticeRecipient.person_id, NoticeRecipient.outcome, NoticeRecipient.reason
    ).where(NoticeRecipient.notice_id == notice_id)
    rows = (await stage.run(lambda s: s.execute(wanted))).all()
    return {person: (outcome, reason) for person, outcome, reason in rows}


async def shown(stage: Stage, family: Family, channel: str) -> list[Shown]:
    """What the school has put on one of a family's phones."""
    phone = ZaloPhone(stage.http, stage.url, {"id": family.phones[channel], "name": family.name})
    return [m for m in await phone._raw() if not m.mine]


async def counts(stage: Stage) -> dict[str, int]:
    """What Zalo has counted; a day's templates by telephone are `template_phone`."""
    async with stage.http.get(f"{stage.url}/control/zalo/oa") as response:
        told = json.loads(await response.text())["counts"]
    return {name.partition(" ")[0]: count for name, count in told.items()}


async def bill(stage: Stage) -> int:
    """What Zalo will ask for, in đồng."""
    told = await counts(stage)
    return told.get("cs_paid", 0) * CONSULTATION + told.get("spent", 0)
