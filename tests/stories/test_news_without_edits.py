"""Where a message cannot be changed, a new one comes for what matters, once, and for no more."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from services.delegations import delegate
from services.identity import load_actor
from services.notice_rules import Subject
from services.unit import Unit
from storage.tables import Staff
from tests.support.phone import Phone
from tests.support.stage import Stage, staged


@pytest.fixture
async def zalo(school: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    """Everybody is on a messenger without buttons and edits."""
    async with staged(tmp_path, school, messenger="zalo_bot") as stage:
        yield stage


async def told(stage: Stage, phone: Phone, containing: str) -> list[str]:
    """All that the bot has said to a phone with these words, once everything has settled."""
    await stage.quiet()
    return [m.text for m in await phone.messages() if not m.mine and containing in m.text]


async def choose(stage: Stage, phone: Phone, label: str) -> None:
    """Choose as a person does, who is slower than the books."""
    await stage.quiet()
    await phone.choose(label)


async def delegated(stage: Stage, session: Any) -> None:
    """The principal lets the vice principal decide on money for some days."""
    unit = Unit(session, stage.clock.now(), stage.clock.zone)
    unit.actor = await load_actor(unit, await staff_id(session, "CB001"))
    last = unit.today + timedelta(days=3)
    await delegate(unit, await staff_id(session, "CB002"), [Subject.MONEY], last)
    await unit.finish()


async def staff_id(session: Any, code: str) -> int:
    """The person behind a staff code."""
    found = await session.scalar(select(Staff.person_id).where(Staff.code == code))
    return int(found)


async def test_an_author_hears_that_it_goes_and_how_it_ended(zalo: Stage) -> None:
    teacher = await zalo.staff("CB012")
    for number in (15, 16):
        await zalo.guardian("7A1", number)
    await teacher.say("thông báo 7A1: mai mang vở vẽ")
    await teacher.read("Xem trước")
    await choose(zalo, teacher, "Gửi")
    await teacher.read("Đã lưu, đang gửi")
    done = await teacher.read("Đã gửi xong")
    assert "Đã đến 2/" in done.text
    assert len(await told(zalo, teacher, "Thông báo cho phụ huynh lớp 7A1")) == 1


async def test_a_question_is_closed_in_short_for_who_did_not_decide(zalo: Stage) -> None:
    teacher, principal = await zalo.staff("CB012"), await zalo.staff("CB001")
    vice = await zalo.staff("CB002")
    await zalo.run(lambda session: delegated(zalo, session))
    await vice.read("duyệt thay")
    await teacher.say("thông báo 7A1: mỗi em đóng 50k quỹ lớp")
    await teacher.read("Cần hiệu trưởng duyệt")
    await choose(zalo, teacher, "Gửi duyệt")
    await principal.read("Xin duyệt")
    await vice.read("Xin duyệt")
    await choose(zalo, vice, "Duyệt")
    await vice.read("Đã duyệt.")
    closed = await principal.read("Đã duyệt bởi")
    assert vice.name in closed.text
    assert "mỗi em đóng 50k quỹ lớp" in closed.text
    assert "Người soạn" not in closed.text
    assert await told(zalo, vice, "Đã duyệt bởi") == []


async def test_a_rejection_by_code_carries_its_reason(zalo: Stage) -> None:
    teacher, principal = await zalo.staff("CB012"), await zalo.staff("CB001")
    await teacher.say("thông báo 7A1: mỗi em đóng 50k quỹ lớp")
    await teacher.read("Cần hiệu trưởng duyệt")
    await choose(zalo, teacher, "Gửi duyệt")
    await teacher.read("Đã lưu và gửi duyệt")
    raw = [m.text for m in await principal._raw() if "Xin duyệt" in m.text][-1]
    tag = re.search(r"• DUYET (\w\d)\n• TUCHOI \1 lí do\n• YEUCAUSUA \1 cần sửa gì$", raw)
    assert tag, raw
    await principal.say(f"TUCHOI {tag[1]} chưa rõ thu bao nhiêu đợt")
    await principal.read("Đã lưu: từ chối")
    result = await teacher.read("chưa đồng ý cho gửi")
    assert "Lí do: chưa rõ thu bao nhiêu đợt" in result.text
    assert await told(zalo, principal, "đã từ chối") == []  # who decided it knows
    assert await told(zalo, teacher, "Chưa được duyệt") == []  # told by the result


async def test_the_other_parent_hears_that_leave_was_asked(zalo: Stage) -> None:
    teacher = await zalo.staff("CB012")
    mother = await zalo.guardian("7A1", 15)
    father = await zalo.guardian("7A1", 15, "father")
    await teacher.say("7A1 vắng Lan")
    await mother.read("chưa có mặt")
    await father.read("chưa có mặt")
    await choose(zalo, mother, "Em nghỉ ở nhà, xin phép")
    await mother.read("Đã chuyển lời xin phép")
    await father.read("đã xin phép cho em nghỉ")
    await choose(zalo, mother, "Em ốm")
    await mother.read("Đã lưu lí do")
    card = await teacher.read("Lí do: Em ốm")
    assert "Chấp thuận" in card.labels
    assert len(await told(zalo, father, "đã xin phép cho em nghỉ")) == 1
    assert await told(zalo, mother, "đã xin phép cho em nghỉ") == []
    await choose(zalo, teacher, "Chấp thuận")
    for phone in (mother, father):
        await phone.read("đã chấp thuận lời xin phép")
        assert len(await told(zalo, phone, "đã chấp thuận")) == 1
    assert await told(zalo, teacher, "đã chấp thuận") == []


async def test_each_step_of_a_search_is_told_once(zalo: Stage) -> None:
    teacher, mother = await zalo.staff("CB012"), await zalo.guardian("7A1", 15)
    father = await zalo.guardian("7A1", 15, "father")
    await teacher.say("7A1 vắng Lan")
    await father.read("chưa có mặt")
    await mother.read("chưa có mặt")
    await choose(zalo, mother, "Em đã đi học từ nhà")
    await mother.read("Nhà trường đã nhận tin")
    await father.read("vừa báo em đã đi học từ nhà")
    await teacher.read("KHẨN")
    await choose(zalo, teacher, "Đang tìm")
    await teacher.read("Đã lưu: thầy/cô đang tìm em")
    await choose(zalo, teacher, "Đã gặp em")
    await teacher.read("Đã lưu: đã gặp em")
    for phone in (mother, father):
        await phone.read("đã gặp em lúc")
        for words in ("đang tìm em, từ", "đã gặp em"):
            assert len(await told(zalo, phone, words)) == 1
    assert len(await told(zalo, father, "đi học từ nhà")) == 1
    assert await told(zalo, teacher, "đã gặp em lúc") == []
