"""A Monday of a school and what becomes of it: the roll, the families, the month's book.

One story over many phones, told in order. The bot is stopped and started between most of the steps,
since time passes so (`stage.later`).
"""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.support.book import fill_month
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
    principal, deputy, office = [await stage.staff(f"CB00{n}") for n in (1, 2, 4)]
    await fill_month(stage, "7A1", "CB012", {(12, 15): "unexcused"}, without=(30,))
    lans_mother = await stage.guardian("7A1", 15)
    minhs_mother = await stage.guardian("7A1", 16)
    minhs_father = await stage.guardian("7A1", 16, "father")
    nams_mother = await stage.guardian("7A1", 17)

    # 6:50, before the bell: a child is ill.
    await lans_mother.say("thầy ơi cho cháu nghỉ hôm nay, cháu sốt ạ")
    await lans_mother.read("Đã ghi lời xin phép")
    await khoa.read("Lí do: cháu sốt")
    await khoa.choose("Chấp thuận")
    await lans_mother.read("chấp thuận")

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
    await khoa.read("Có mặt 36/39")
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

    # The four lists of the class, on one message.
    lists = await khoa.read("Ghi trong điểm danh (3)")
    assert LAN in lists.text
    assert "sốt" not in lists.text

    # The roll is set right: the families hear what holds now.
    await khoa.say("7A1 vắng Nam p; muộn Minh 35")
    echo = await khoa.read("Có mặt 37/39")
    assert f"15. {LAN}: vắng có phép" in echo.text
    await nams_mother.read("chấp thuận")
    await khoa.say("khen Minh chào hỏi lễ phép")
    await khoa.read("Đã ghi")

    # 16:50: the heads hear of the day.
    await stage.later(9 * 60)
    told = await deputy.read("Tóm tắt ngày thứ Hai 30/11/2026")
    assert "Có mặt" in told.text
    await principal.read("Tóm tắt ngày thứ Hai 30/11/2026")

    # 17:50: the month is over; each family sees its own row before it is confirmed.
    await stage.later(60)
    await khoa.say("/sodiemdanh 7A1")
    await khoa.read("TS")
    await khoa.choose("Gửi gia đình xem")
    await lans_mother.read("dòng của em trong sổ điểm danh tháng 11/2026")
    for family in (lans_mother, minhs_mother, minhs_father, nams_mother):
        await family.choose("Đúng")
        await family.read("Nhà trường đã ghi")
    await khoa.say("/sodiemdanh 7A1")
    await khoa.read("TS")
    await khoa.choose("Xác nhận tháng")
    await khoa.read("Xác nhận sổ điểm danh lớp 7A1, tháng 11/2026?")
    await khoa.choose("Xác nhận và khóa")
    await khoa.read("Sổ đã khóa")
    await khoa.say("7A1 30/11 đủ")
    await khoa.read("đã xác nhận và khóa, nên chưa đổi gì")

    # The first of December: the page is signed, filed and signed.
    await stage.later(24 * 60)
    await khoa.say("/sodiemdanh 7A1 tháng 11")
    await khoa.read("Tiếp theo: giáo viên chủ nhiệm kí")
    await khoa.choose("Kí xác nhận")
    await khoa.read("Đã lưu chữ kí của giáo viên chủ nhiệm")
    await office.say("/sodiemdanh 7A1 tháng 11")
    await office.read("Tiếp theo: văn phòng xác nhận đã lưu")
    await office.choose("Đã lưu sổ")
    await office.read("Đã lưu: văn phòng giữ trang")
    await principal.say("/sodiemdanh")
    await principal.read("Chờ hiệu trưởng kí (1): 7A1")
    await principal.choose("Kí cả 1 lớp")
    await principal.read("Hiệu trưởng đã kí 1 lớp: 7A1")
    await khoa.say("/sodiemdanh 7A1 tháng 11")
    await khoa.read("TS")
    await khoa.choose("PDF A4")
    page = await khoa.read("Kí trên hệ thống: 3/3")
    assert page.media is not None
    assert page.media["name"].endswith(".pdf")
