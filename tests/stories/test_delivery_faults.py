"""A class notice on bad days: it arrives, or the school is told whom it did not reach and why."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from services.unit import Unit
from storage.tables import (
    Account,
    Enrolment,
    Guardianship,
    Notice,
    NoticeRecipient,
    OutboxRow,
    SchoolClass,
)
from tests.support.phone import Phone
from tests.support.stage import ZONE, Stage, staged


async def families(stage: Stage, count: int) -> list[Phone]:
    """The linked phones of this many guardians of 7A1."""

    async def look(session: Any) -> Any:
        statement = (
            select(Guardianship.person_id)
            .join(Enrolment, Enrolment.pupil_id == Guardianship.pupil_id)
            .join(SchoolClass, SchoolClass.id == Enrolment.class_id)
            .where(SchoolClass.name == "7A1")
            .distinct()
            .order_by(Guardianship.person_id)
            .limit(count)
        )
        return (await session.scalars(statement)).all()

    people = await stage.run(look)
    return list(await asyncio.gather(*(stage._linked(person) for person in people)))


async def outbox(stage: Stage, *conditions: Any) -> list[OutboxRow]:
    """The rows that fit, in order."""

    async def look(session: Any) -> Any:
        statement = select(OutboxRow).where(*conditions).order_by(OutboxRow.id)
        return (await session.scalars(statement)).all()

    return list(await stage.run(look))


async def settled(stage: Stage, *conditions: Any, seconds: float = 30) -> list[OutboxRow]:
    """The same once none of them is under way."""
    async with asyncio.timeout(seconds):
        while True:
            rows = await outbox(stage, *conditions)
            if rows and all(row.status not in ("queued", "sending") for row in rows):
                return rows
            await asyncio.sleep(0.05)


async def heard(phone: Phone, text: str) -> int:
    """How often a phone shows a text."""
    return len([m for m in await phone.messages() if not m.mine and text in m.text])


async def send_to_class(stage: Stage, teacher: Phone, text: str) -> None:
    """The homeroom teacher's notice to 7A1."""
    await teacher.say(f"thông báo 7A1: {text}")
    await teacher.read("Xem trước")
    await teacher.choose("Gửi")


async def test_refusals_and_server_faults_lose_and_double_nothing(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mothers = await families(stage, 8)
    await teacher.say("thông báo 7A1: mai họp lớp")
    await teacher.read("Xem trước")
    await stage.faults(p429=0.15, p500=0.3, seed=7)
    await teacher.choose("Gửi")
    for mother in mothers:
        await mother.read("mai họp lớp", patience=30)
    await stage.faults(p429=0, p500=0)
    await teacher.read("Đã gửi xong", patience=30)
    assert [await heard(m, "mai họp lớp") for m in mothers] == [1] * 8
    rows = await settled(stage, OutboxRow.owner.like("notice:%"))
    assert not [r for r in rows if r.resent]


async def test_broken_lines_double_only_what_is_marked(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mothers = await families(stage, 8)
    await send_to_class(stage, teacher, "mai họp lớp")
    await stage.faults(p_drop=0.25, p_duplicate=0.5, seed=11)
    await asyncio.sleep(1.5)
    await stage.faults(p_drop=0, p_duplicate=0)
    rows = await settled(stage, OutboxRow.owner.like("notice:%"), OutboxRow.edits.is_(None))
    by_chat = {row.chat: row for row in rows}
    for mother in mothers:
        row, count = by_chat[str(mother.id)], await heard(mother, "mai họp lớp")
        assert row.status in ("sent", "uncertain")
        assert count <= 1 + row.resent
        assert count >= 1 or row.status == "uncertain"


async def test_a_dropped_line_is_tried_once_more(stage: Stage) -> None:
    (mother,) = await families(stage, 1)
    await stage.faults(p_drop=1)
    person = await person_of(stage, mother)
    await promise(stage, person)
    while not (await outbox(stage, OutboxRow.notice == "link-ended"))[0].resent:
        await asyncio.sleep(0.03)
    await stage.faults(p_drop=0)
    (row,) = await settled(stage, OutboxRow.notice == "link-ended")
    assert (row.status, row.resent) == ("sent", True)
    assert await heard(mother, "không còn liên kết") == 1


async def person_of(stage: Stage, phone: Phone) -> int:
    """The person behind a phone."""

    async def look(session: Any) -> int:
        found = select(Account.person_id).where(Account.external_id == str(phone.id))
        return await session.scalar(found)  # type: ignore[no-any-return]

    return await stage.run(look)


async def promise(stage: Stage, person: int, notice_id: int | None = None) -> None:
    """A small notice to one person, as part of a written one if it is named."""

    async def work(session: Any) -> None:
        unit = Unit(session, stage.clock.now(), ZONE)
        owner = None if notice_id is None else f"notice:{notice_id}"
        await unit.notify(person, "link-ended", {}, owner=owner)

    await stage.run(work)


@pytest.fixture
async def impatient(school: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    """A stage whose bot waits one second for an answer."""
    async with staged(tmp_path, school, patience=1) as stage:
        yield stage


async def test_what_is_never_answered_goes_once_more_and_is_marked(impatient: Stage) -> None:
    stage = impatient
    (mother,) = await families(stage, 1)
    await stage.faults(p_timeout=1)
    await promise(stage, await person_of(stage, mother))
    async with asyncio.timeout(30):
        while not (await outbox(stage, OutboxRow.notice == "link-ended"))[0].resent:
            await asyncio.sleep(0.03)
    await stage.faults(p_timeout=0)
    (row,) = await settled(stage, OutboxRow.notice == "link-ended")
    assert (row.status, row.resent, row.attempts) == ("sent", True, 2)
    assert await heard(mother, "không còn liên kết") == 2  # it had arrived, unheard


async def test_what_is_never_answered_twice_is_reported_as_uncertain(impatient: Stage) -> None:
    stage = impatient
    (mother,) = await families(stage, 1)
    person, now = await person_of(stage, mother), stage.clock.now()

    async def write(session: Any) -> int:
        notice = Notice(
            kind="ad_hoc",
            subject="routine",
            author_id=person,
            audience={},
            text="mai họp lớp",
            status="sending",
            created_at=now,
        )
        session.add(notice)
        await session.flush()
        session.add(NoticeRecipient(notice_id=notice.id, person_id=person, about=[]))
        return notice.id

    notice_id = await stage.run(write)
    await stage.faults(p_timeout=1)
    await promise(stage, person, notice_id)
    (row,) = await settled(stage, OutboxRow.notice == "link-ended")
    await stage.faults(p_timeout=0)
    assert (row.status, row.error, row.attempts) == ("uncertain", "connection-lost", 2)
    async with asyncio.timeout(20):
        while (await recipient(stage, person)) != ("uncertain", "connection-lost"):
            await asyncio.sleep(0.05)
    assert await heard(mother, "không còn liên kết") == 2


async def recipient(stage: Stage, person: int) -> tuple[str | None, str | None]:
    """What is counted for a recipient of the only notice."""

    async def look(session: Any) -> Any:
        return (
            await session.execute(
                select(NoticeRecipient.outcome, NoticeRecipient.reason).where(
                    NoticeRecipient.person_id == person
                )
            )
        ).one()

    outcome, reason = await stage.run(look)
    return outcome, reason


async def test_whoever_blocks_the_bot_is_counted_and_comes_back_with_start(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mother, father = await families(stage, 2)
    person = await person_of(stage, mother)
    await mother.block()
    await asyncio.sleep(0.3)

    async def closed(session: Any) -> Any:
        return await session.scalar(select(Account.closed_at).where(Account.person_id == person))

    async def unaware(session: Any) -> None:
        await session.execute(
            update(Account).where(Account.person_id == person).values(closed_at=None)
        )

    await stage.run(unaware)  # as if the messenger had not told us
    await send_to_class(stage, teacher, "mai họp lớp")
    await father.read("mai họp lớp")
    done = await teacher.read("Đã gửi xong")
    assert mother.name in done.text or "1" in done.text
    assert await recipient(stage, person) == ("failed", "blocked")
    assert await stage.run(closed) is not None
    assert await heard(mother, "mai họp lớp") == 0
    await mother.unblock()
    await mother.start()
    await mother.read()
    assert await stage.run(closed) is None
    await promise(stage, person)
    await mother.read("không còn liên kết")
