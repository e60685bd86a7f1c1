"""Updates as they come: once each, in the order of their chat, and a fault stops nobody."""

import asyncio
import logging
from typing import Any

import pytest
from aiogram.filters import Command
from aiogram.types import Message
from sqlalchemy import func, select, text

from handlers.context import Context
from services.set_aside import tell_set_aside
from services.unit import Unit
from storage import school_settings
from storage.database import Database
from storage.tables import AuditEvent, InboxRow, Person, Setting
from tests.support.phone import Phone
from tests.support.stage import ZONE, Stage


async def inbox(stage: Stage, phone: Phone) -> list[InboxRow]:
    """What a phone has sent, in order."""

    async def look(session: Any) -> Any:
        statement = select(InboxRow).where(InboxRow.lane == str(phone.id)).order_by(InboxRow.id)
        return (await session.scalars(statement)).all()

    return list(await stage.run(look))


def mine(shown: list[Any]) -> list[str]:
    return [m.text for m in shown if not m.mine]


async def test_the_same_update_twice_is_handled_once(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await stage.faults(p_duplicate=1, seed=1)
    await teacher.say("7A1 vắng Lan p")
    await teacher.read("Nguyễn Thị Ngọc Lan")
    await stage.faults(p_duplicate=0)
    await teacher.say("/huy")  # what was brought again has come before this
    await teacher.read("không có việc nào")
    assert len([t for t in mine(await teacher.messages()) if "Ngọc Lan" in t]) == 1

    async def rolls(session: Any) -> Any:
        taken = select(func.count()).where(AuditEvent.action.like("roll%"))
        return await session.scalar(taken)

    assert await stage.run(rolls) == 1


async def test_two_chats_keep_their_order_under_load(stage: Stage) -> None:
    lan, minh = await stage.stranger("Hoa"), await stage.stranger("Hải")
    said: dict[int, list[str]] = {}

    async def echo(message: Message, ctx: Context) -> None:
        said.setdefault(message.chat.id, []).append(message.text or "")
        await asyncio.sleep(0.001)
        await message.answer(f"thứ {(message.text or '').split()[-1]}")

    stage.program._handling._dispatcher.message.register(echo, Command("dem"))
    for n in range(25):
        await asyncio.gather(lan.say(f"/dem {n}"), minh.say(f"/dem {n}"))
    for phone in (lan, minh):
        await phone.read("thứ 24", patience=30)
        answers = [t for t in mine(await phone.messages()) if t.startswith("thứ")]
        assert answers == [f"thứ {n}" for n in range(25)]
        assert said[phone.id] == [f"/dem {n}" for n in range(25)]
        assert {row.status for row in await inbox(stage, phone)} == {"done"}


@pytest.mark.parametrize(
    ("language", "words"), [("vi", "hệ thống gặp lỗi"), ("en", "went wrong on our side")]
)
async def test_a_fault_changes_nothing_and_is_told_with_its_number(
    stage: Stage, language: str, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    teacher = await stage.staff("CB012")

    person = await stage.person_id("CB012")

    async def speak(session: Any) -> None:
        (await session.get_one(Person, person)).language = language
        await school_settings.raise_revision(session)

    await stage.run(speak)

    async def break_down(message: Message, ctx: Context) -> None:
        await school_settings.put(ctx.unit.session, "half-done", 1)
        await message.answer("Đã lưu")
        raise LookupError("a fault of ours")

    stage.program._handling._dispatcher.message.register(break_down, Command("hong"))
    with caplog.at_level(logging.ERROR):
        await teacher.say("/hong")
        told = await teacher.read(words)
    row = (await inbox(stage, teacher))[-1]
    assert row.status == "failed"
    assert row.error
    assert row.error in told.text
    assert row.error in caplog.text
    assert "Đã lưu" not in mine(await teacher.messages())
    assert await stage.run(lambda s: s.get(Setting, "half-done")) is None
    await teacher.say("/huy")
    await teacher.read("không có việc nào" if language == "vi" else "nothing")
    assert (await inbox(stage, teacher))[-1].status == "done"


async def test_who_cannot_even_be_known_is_told_so(stage: Stage) -> None:
    """A role that no version of the program knows stands in the database."""
    teacher, other = await stage.staff("CB012"), await stage.staff("CB016")
    person = await stage.person_id("CB012")

    async def spoil(session: Any) -> None:
        await session.execute(
            text("INSERT INTO staff_role (person_id, role) VALUES (:id, 'wizard')"), {"id": person}
        )
        await school_settings.raise_revision(session)

    await stage.run(spoil)
    await teacher.say("7A1 đủ")
    await teacher.read("hệ thống gặp lỗi")
    assert (await inbox(stage, teacher))[-1].status == "failed"
    await other.say("/huy")
    await other.read("không có việc nào")


async def test_a_deadly_update_is_set_aside_and_told(stage: Stage) -> None:
    administrator, teacher = await stage.staff("CB003"), await stage.staff("CB012")
    await stage.close()

    async def deadly(session: Any) -> None:
        row = InboxRow(
            channel="telegram",
            key="deadly",
            lane=str(teacher.id),
            payload={"update_id": 1, "message": {"text": "?"}},
            received_at=stage.clock.now(),
            attempts=2,
        )
        session.add(row)

    async with Database(f"sqlite+aiosqlite:///{stage.folder / 'solienlac.db'}") as database:
        await database.run(deadly)
    await stage.open()
    told = await administrator.read("đã ba lần làm hệ thống dừng")
    assert teacher.name in told.text
    await teacher.read("chưa lưu gì cả")
    row = next(r for r in await inbox(stage, teacher) if r.key == "deadly")
    assert (row.status, row.attempts) == ("aside", 3)
    await stage.close()
    await stage.open()
    await teacher.say("/huy")
    await teacher.read("không có việc nào")
    await administrator.hears_nothing(0.3)


async def test_the_principal_is_told_where_no_administrator_is_linked(stage: Stage) -> None:
    principal, stranger = await stage.staff("CB001"), await stage.stranger("Người lạ")

    async def tell(session: Any) -> None:
        unit = Unit(session, stage.clock.now(), ZONE)
        for _ in range(2):  # once each, however often
            await tell_set_aside(unit, 1, "telegram", str(stranger.id), unit.now)
        await unit.finish()

    await stage.run(tell)
    await principal.read("Một tin từ tài khoản chưa liên kết")
    await principal.hears_nothing(0.7)
