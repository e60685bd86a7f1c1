"""A Monday of a school and what becomes of it: the roll, the families, the month's book.

One story over many phones, told in order. The bot is stopped and started between most of the steps,
since time passes so (`stage.later`).
"""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.support.stage import ZONE, Stage, staged

DAWN = datetime(2026, 11, 30, 6, 50, tzinfo=ZONE)
LAN, MINH, NAM = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh", "Dương Gia Nam"


@pytest.fixture
async def stage(school: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    """The school before the bell."""
    async with staged(tmp_path, school, start=DAWN) as stage:
        yield stage


async def test_a_day_of_the_school(stage: Stage) -> None:
    khoa, quynh = await stage.staff("CB012"), await stage.staff("CB013")  # 7A1, 7A2
    deputy = await stage.staff("CB002")
    lans_mother = await stage.guardian("7A1", 15)
    minhs_mother = await stage.guardian("7A1", 16)
    minhs_father = await stage.guardian("7A1", 16, "father")
    nams_mother = await stage.guardian("7A1", 17)

    # 6:50, before the bell: a child is ill.
    await lans_mother.say("thầy ơi cho cháu nghỉ hôm nay, cháu sốt ạ")
    await lans_mother.read("Đã ghi lời xin phép")
    await khoa.read("Lí do: cháu sốt")

    # 7:26, ten minutes after the bell: the cards.
    await stage.bring_cards()
    await stage.later(36)
    card = await khoa.read("Điểm danh lớp 7A1")
    assert LAN in card.text
    assert "sốt" not in card.text
    await quynh.read("Điểm danh lớp 7A2")
    await quynh.choose("Đủ")
    await quynh.read("Đã lưu điểm danh lớp 7A2")
    await khoa.say("vắng Minh, Nam")
    echo = await khoa.read("Đã lưu điểm danh lớp 7A1")
    assert "Có mặt 36/39" in echo.text
    for phone in (lans_mother, minhs_father, nams_mother):
        await phone.hears_nothing(0.3)  # the grace time, and the cut-off of twenty past

    # 7:36: whoever is missed without a word.
    await stage.later(10)
    await minhs_father.read("chưa có mặt ở lớp")
    await minhs_mother.read("chưa có mặt ở lớp")
    await nams_mother.read("chưa có mặt ở lớp")
    await lans_mother.hears_nothing(0.3)

    # A child that left home and did not arrive.
    await minhs_father.choose("Em đã đi học từ nhà")
    alarm = await khoa.read("đã đi học từ nhà")
    assert MINH in alarm.text
    assert "xin phép" not in alarm.text

    # 7:40: another family answers late.
    await stage.later(4)
    await nams_mother.choose("Em nghỉ ở nhà, xin phép")
    await nams_mother.read("đã xin phép cho em nghỉ lúc 7 giờ 40")
    asked = await khoa.read("xin phép cho em nghỉ")
    assert NAM in asked.text

    # 7:50: nobody has found Minh; the vice principal is asked to help; then he is met.
    await stage.later(10)
    await deputy.read(MINH)
    await khoa.choose("Đã gặp em")
    await minhs_father.read("đã gặp em")
    await minhs_mother.read("đã gặp em")
