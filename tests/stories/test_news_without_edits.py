"""Where a message cannot be changed, a new one comes for what matters, once, and for nothing else."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

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


async def test_an_author_hears_that_it_goes_and_how_it_ended(zalo: Stage) -> None:
    teacher = await zalo.staff("CB012")
    for number in (15, 16):
        await zalo.guardian("7A1", number)
    await teacher.say("thông báo 7A1: mai mang vở vẽ")
    await teacher.read("Xem trước")
    await teacher.choose("Gửi")
    await teacher.read("Đã lưu, đang gửi")
    done = await teacher.read("Đã gửi xong")
    assert "Đã đến 2/" in done.text
    assert len(await told(zalo, teacher, "Thông báo cho phụ huynh lớp 7A1")) == 1


async def test_a_question_is_answered_by_its_code_and_closed_for_the_others(zalo: Stage) -> None:
    teacher, principal = await zalo.staff("CB012"), await zalo.staff("CB001")
    vice = await zalo.staff("CB002")
    await principal.say("/uyquyen")
    await principal.choose("Ủy quyền mới")
    await principal.choose("Ủy quyền")
    await teacher.say("thông báo 7A1: mỗi em đóng 50k quỹ lớp")
    await teacher.choose("Gửi duyệt")
    await teacher.read("Đã lưu và gửi duyệt")
    await principal.read("Xin duyệt")
    assert vice


async def test_a_rejection_by_code_carries_its_reason(zalo: Stage) -> None:
    teacher, principal = await zalo.staff("CB012"), await zalo.staff("CB001")
    await teacher.say("thông báo 7A1: mỗi em đóng 50k quỹ lớp")
    await teacher.read("Cần hiệu trưởng duyệt")
    await teacher.choose("Gửi duyệt")
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
    await mother.choose("Em nghỉ ở nhà, xin phép")
    await mother.read("Đã chuyển lời xin phép")
    await father.read("đã xin phép cho em nghỉ")
    await mother.choose("Em ốm")
    await mother.read("Đã lưu lí do")
    card = await teacher.read("Lí do: Em ốm")
    assert "Chấp thuận" in card.labels
    assert len(await told(zalo, father, "đã xin phép cho em nghỉ")) == 1
    assert await told(zalo, mother, "đã xin phép cho em nghỉ") == []
    await teacher.choose("Chấp thuận")
    for phone in (mother, father):
        await phone.read("đã chấp thuận lời xin phép")
        assert len(await told(zalo, phone, "đã chấp thuận")) == 1
    assert await told(zalo, teacher, "đã chấp thuận") == []


async def test_two_teachers_search_and_each_hears_the_others_steps_once(zalo: Stage) -> None:
    teacher, vice = await zalo.staff("CB012"), await zalo.staff("CB002")
    mother = await zalo.guardian("7A1", 15)
    await teacher.say("7A1 vắng Lan")
    await mother.read("chưa có mặt")
    await mother.choose("Em đã đi học từ nhà")
    await mother.read("Nhà trường đã nhận tin")
    await teacher.read("KHẨN")
    assert vice
    await teacher.choose("Đang tìm")
    await teacher.read("Đã lưu: thầy/cô đang tìm em")
    await mother.read("đang tìm em, từ")
    await teacher.choose("Đã gặp em")
    await teacher.read("Đã lưu: đã gặp em")
    await mother.read("đã gặp em lúc")
    assert len(await told(zalo, mother, "đang tìm em, từ")) == 1
    assert len(await told(zalo, mother, "đã gặp em")) == 1
    assert await told(zalo, teacher, "đã gặp em lúc") == []
