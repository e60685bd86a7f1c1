"""Where nothing can be tapped: what is typed finds the question that was meant, and no other."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.stage import Stage, staged

LAN, MINH = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh"


@pytest.fixture
async def zalo(school: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    """Everybody is on a messenger without buttons and edits."""
    async with staged(tmp_path, school, messenger="zalo_bot") as stage:
        yield stage


async def test_absentees_are_settled_one_after_the_other(zalo: Stage) -> None:
    teacher = await zalo.staff("CB012")
    await teacher.say("7A1 vắng Lan, Minh")
    await teacher.read("Đã lưu")
    await teacher.say("3")
    first = await teacher.read(f"{LAN}: vắng có phép")
    assert first.text.startswith(f"Đã lưu: em {LAN}")
    assert first.labels == ["Hoàn tác", "Sửa", "16. Đức Minh: P", "16. Đức Minh: K"]
    await teacher.say("4")
    assert f"{MINH}: vắng không phép" in (await teacher.read("Đã lưu: em")).text


async def test_two_absentees_are_settled_with_one_message_and_one_answer(zalo: Stage) -> None:
    teacher = await zalo.staff("CB012")
    await teacher.say("7A1 vắng Lan, Minh")
    await teacher.read("Đã lưu")
    await zalo.quiet()
    before = len(await teacher.messages())
    await teacher.say("3 6")
    echo = await teacher.read("2 (1 có phép, 1 không phép)")
    assert echo.labels == ["Hoàn tác", "Sửa"]
    await zalo.quiet()
    assert len(await teacher.messages()) == before + 2


async def test_a_pupils_number_is_that_pupil_on_every_page(zalo: Stage) -> None:
    teacher = await zalo.staff("CB012")
    await teacher.say("/giadinh")
    page = await teacher.read("Gia đình lớp 7A1")
    assert page.labels[-1] == "Trang sau »"
    await teacher.choose("Trang sau »")
    await teacher.read(f"16. {MINH}")
    await zalo.quiet()
    await teacher.say("16")
    await teacher.read(f"Gia đình em {MINH}")


async def test_the_number_of_an_answered_question_does_nothing_to_an_older_one(zalo: Stage) -> None:
    """Twice "1" for a notice must not undo the roll above it."""
    teacher = await zalo.staff("CB012")
    await teacher.say("7A1 vắng Lan p")
    await teacher.read("Đã lưu")
    await teacher.say("thông báo 7A1: mai chào cờ")
    await teacher.read("Xem trước")
    await teacher.choose("Hủy")
    await teacher.read("Đã hủy bản soạn")
    await zalo.quiet()
    await teacher.say("1")
    asked = await teacher.read("Chưa rõ câu trả lời này cho câu hỏi nào")
    assert "Hoàn tác" in asked.text
    await teacher.say("/vangmat")
    await teacher.read(LAN)


async def test_an_answer_to_an_alert_that_was_corrected_is_no_letter_to_the_school(
    zalo: Stage,
) -> None:
    teacher, mother = await zalo.staff("CB012"), await zalo.guardian("7A1", 15)
    await teacher.say("7A1 vắng Lan")
    await mother.read("chưa có mặt ở lớp")
    await teacher.say("7A1 đủ")
    await mother.read("Đính chính về em")
    await zalo.quiet()
    await teacher.forget()
    await mother.say("2")
    told = await mother.read()
    assert "Đã chuyển lời" not in told.text
    await zalo.quiet()
    await teacher.hears_nothing(0.2)


async def test_a_stranger_who_says_hello_is_greeted_and_chooses_a_language(zalo: Stage) -> None:
    stranger = await zalo.stranger("Người lạ")
    await stranger.say("Xin chào cô")
    await stranger.read("sổ liên lạc của")
    await stranger.read("Choose a language")
    await stranger.choose("English")
    await stranger.read("Saved: English")
