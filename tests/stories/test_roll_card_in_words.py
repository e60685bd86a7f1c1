"""The roll card where there are no buttons and no grid: numbers, words and names alone."""

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


async def test_names_alone_answer_the_list(zalo: Stage) -> None:
    teacher = await zalo.staff("CB012")
    await zalo.bring_cards()
    await teacher.read("Điểm danh lớp 7A1")
    await zalo.quiet()  # nobody answers before the message is there
    await teacher.say("Có vắng")
    asked = await teacher.read("Trả lời bằng số thứ tự")
    assert f"15 {LAN}" in asked.text
    await teacher.say("Lan p, Minh")
    echo = await teacher.read("Đã lưu")
    assert f"15. {LAN}: vắng có phép" in echo.text
    assert "Có mặt 37/39" in echo.text


async def test_a_bare_list_number_is_a_pupil_while_the_list_is_open(zalo: Stage) -> None:
    teacher = await zalo.staff("CB012")
    await zalo.bring_cards()
    await teacher.read("Điểm danh lớp 7A1")
    await zalo.quiet()
    await teacher.say("2")
    await teacher.read("Trả lời bằng số thứ tự")
    await teacher.say("2")
    echo = await teacher.read("Đã lưu")
    assert "2. Đặng Khánh Ánh: vắng" in echo.text
    assert "Có mặt 38/39" in echo.text


async def test_the_list_of_a_class_taken_over_is_of_that_class(zalo: Stage) -> None:
    teacher = await zalo.staff("CB009")
    await zalo.bring_cards()
    await zalo.ticked()
    await teacher.say("/diemdanh 7A1")
    await teacher.choose("Tôi đang dạy 7A1")
    await teacher.read("Sĩ số 39")
    await teacher.choose("Có vắng")
    await teacher.read("Trả lời bằng số thứ tự")
    await teacher.say("15p 16")
    await teacher.read(f"16. {MINH}: vắng")


async def test_words_for_another_class_or_day_are_not_taken_for_the_list(zalo: Stage) -> None:
    principal = await zalo.staff("CB001")
    await principal.say("/diemdanh 7A2")
    await principal.read("Điểm danh lớp 7A2")
    await principal.say("7A1 vắng Lan p")
    await principal.read("Đã lưu điểm danh lớp 7A1")
