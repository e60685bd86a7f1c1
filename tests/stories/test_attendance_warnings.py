"""Early warnings: the homeroom teacher hears first, speaks with the family, and keeps that."""

from datetime import date

from tests.stories.test_attendance_look import LAN, november, rolls
from tests.support.stage import Stage

BEFORE = november(d17="unexcused", d19="unexcused")


async def test_the_third_absence_without_leave_in_a_month(stage: Stage) -> None:
    await rolls(stage, BEFORE)
    khoa = await stage.staff("CB012")
    await khoa.say("7A1 vắng Lan k")
    await khoa.read("Đã lưu")
    told = await khoa.read("nghỉ không phép 3 buổi")
    assert f"15. {LAN} (7A1)" in told.text
    assert "trong tháng 11/2026 (17/11, 19/11, 30/11)" in told.text
    assert "Gia đình chưa nhận tin nào" in told.text
    assert "📞 Mẹ em" in told.text
    assert told.labels == ["Đã trao đổi với gia đình", "Xem chuyên cần"]
    await khoa.choose("Đã trao đổi với gia đình")
    await khoa.read("Thầy Trần Anh Khoa đã trao đổi với gia đình lúc")
    await khoa.choose("Bỏ ghi nhận")
    await khoa.read("Thầy/cô trao đổi với gia đình giúp em nhé")
    await khoa.choose("Đã trao đổi với gia đình")
    await khoa.read("Thầy Trần Anh Khoa đã trao đổi với gia đình lúc")
    await khoa.say("/chuyencan Lan")
    look = await khoa.read("Chuyên cần tháng 11/2026")
    assert "3 buổi không phép tháng 11/2026; đã trao đổi với gia đình 30/11." in look.text
    answer = await khoa.press_again(told, "Đã trao đổi với gia đình")
    if answer is None:
        answer = (await khoa.read("đã ghi là đã trao đổi")).text
    assert "Trần Anh Khoa đã ghi là đã trao đổi với gia đình" in answer


async def test_a_correction_takes_the_warning_back_in_words(stage: Stage) -> None:
    await rolls(stage, BEFORE)
    khoa = await stage.staff("CB012")
    await khoa.say("7A1 vắng Lan k")
    await khoa.read("nghỉ không phép 3 buổi")
    await khoa.say("7A1 vắng Lan p")
    taken_back = await khoa.read("Đính chính về em")
    assert LAN in taken_back.text
    assert "không cần trao đổi" in taken_back.text
    await stage.quiet()
    await khoa.forget()
    await khoa.say("7A1 vắng Lan k")
    await khoa.read("nghỉ không phép 3 buổi trong tháng 11/2026")


async def test_the_family_hears_nothing_of_a_warning(stage: Stage) -> None:
    await rolls(stage, BEFORE)
    mother = await stage.guardian("7A1", 15, "mother")
    khoa = await stage.staff("CB012")
    await khoa.say("7A1 vắng Lan k")
    await khoa.read("nghỉ không phép 3 buổi")
    await stage.quiet()
    shown = " ".join(message.text for message in await mother.messages())
    assert "3 buổi" not in shown
    await mother.say("/chuyencan")
    look = await mother.read("Chuyên cần tháng 11/2026")
    assert "trao đổi với gia đình" not in look.text


async def test_thirty_of_forty_five(stage: Stage) -> None:
    days = [date(2026, 10, n) for n in range(1, 32)] + list(november())
    missed = [day for day in days if day.weekday() < 6 and day != date(2026, 11, 24)]
    every_other = dict.fromkeys(missed[:29], "excused") | dict.fromkeys(missed[29:], None)
    await rolls(stage, every_other)
    khoa = await stage.staff("CB012")
    await khoa.say("7A1 vắng Lan p")
    told = await khoa.read("đã nghỉ 30/45 buổi")
    assert "có phép 30, không phép 0" in told.text


async def test_a_long_absence_at_harvest_is_a_quiet_note(stage: Stage) -> None:
    away = {f"d{n}": "unexplained" for n in (23, 25, 26, 27, 28)}
    await rolls(stage, november(**away))
    vice, khoa = await stage.staff("CB002"), await stage.staff("CB012")
    await khoa.say("7A1 vắng Lan")
    note = await vice.read("ngày học liền nhau")
    assert f"{LAN} (7A1) nghỉ 6 ngày học liền nhau từ 23/11, giữa mùa thu hoạch" in note.text
    assert "Gia đình chưa nhận tin nào" in note.text
    assert note.labels == ["Xem chuyên cần"]
    row = await khoa.read("nghỉ 6 ngày học liền nhau")
    await khoa.tap(row.id, "Đã trao đổi với gia đình")
    assert "Thầy Trần Anh Khoa đã trao đổi" in (await vice.read("đã trao đổi với gia đình")).text
    await vice.choose("Xem chuyên cần")
    assert "Cả năm: 6/45" in (await vice.read("Chuyên cần tháng 11/2026")).text
