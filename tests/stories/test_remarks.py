"""Praise and reminders in one line, and the week's summary that they are part of."""

from tests.support.stage import Stage

LAN, MINH = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh"
HOMEROOM, HEAD = "CB012", "CB001"


async def test_praise_and_a_reminder_are_in_the_weeks_summary(stage: Stage) -> None:
    teacher, head = await stage.staff(HOMEROOM), await stage.staff(HEAD)
    await teacher.say("7A1 vắng Lan p, muộn Minh 10")
    await teacher.read("Đã lưu")
    await teacher.say("7A1 khen Minh: giúp bạn học Toán")
    saved = await teacher.read("Đã lưu lời khen")
    assert f"{MINH}, lớp 7A1: giúp bạn học Toán" in saved.text
    assert saved.labels == ["Hoàn tác"]
    await head.say("nhac Ngoc Lan 7a1 chua lam bai")
    assert LAN in (await head.read("Đã lưu lời nhắc")).text
    await teacher.say("khen cả lớp 7A1 sôi nổi")
    await teacher.read("Đã lưu lời khen cả lớp 7A1")
    await teacher.say("/sokettuan 7A1")
    week = (await teacher.read("Sơ kết tuần")).text
    assert "1 lượt vắng (có phép 1, không phép 0), 1 lượt đi muộn" in week
    assert f"{MINH}: giúp bạn học Toán (Thầy Trần Anh Khoa)" in week
    assert f"{LAN}: chua lam bai" in week
    assert "Cả lớp: sôi nổi" in week


async def test_a_remark_is_taken_back_once(stage: Stage) -> None:
    teacher = await stage.staff(HOMEROOM)
    await teacher.say("khen Ngọc Lan 7A1, Minh phát biểu tốt")
    saved = await teacher.read("Đã lưu lời khen")
    await teacher.choose("Hoàn tác")
    await teacher.read("Đã hoàn tác")
    again = await teacher.press_again(saved, "Hoàn tác")
    if teacher.changes:
        assert "đã được hoàn tác rồi" in (again or "")
    await teacher.say("/sokettuan 7A1")
    assert "Chưa có lời khen nào" in (await teacher.read("Sơ kết tuần")).text


async def test_who_is_meant_is_asked_where_the_name_is_misspelt(stage: Stage) -> None:
    teacher = await stage.staff(HOMEROOM)
    await teacher.say("7A1 nhắc Minhh quên vở")
    asked = await teacher.read("Nhắc em nào của lớp 7A1?")
    assert f"16. {MINH}" in asked.labels or not teacher.changes
    await teacher.choose(f"16. {MINH}")
    assert "quên vở" in (await teacher.read("Đã lưu lời nhắc")).text


async def test_what_cannot_be_taken_is_answered_with_an_example(stage: Stage) -> None:
    teacher, mother = await stage.staff(HOMEROOM), await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 khen Xyzqwk giỏi")
    await teacher.read("Ví dụ: khen Lan 7A1 phát biểu tốt")
    await teacher.say("7A1 nhắc")
    await teacher.read("Nhắc em nào? Ví dụ")
    await teacher.say("7A1 khen Minh " + "rất " * 100)
    await teacher.read("dài quá 300")
    head = await stage.staff(HEAD)
    await head.say("/sokettuan")
    await head.read("Xin ghi tên một lớp")
    await head.say("khen Minh giỏi")
    await head.read("Khen em ở lớp nào? Ví dụ")
    await mother.say("/sokettuan 7A1")
    assert "Sơ kết" not in (await mother.read()).text


async def test_two_remarks_in_one_message_are_refused_and_nothing_is_saved(stage: Stage) -> None:
    teacher = await stage.staff(HOMEROOM)
    await teacher.say("khen Ngọc Lan 7A1 phát biểu tốt, nhắc Minh chưa làm bài")
    refused = await teacher.read("Mỗi tin một lời")
    assert "khen Lan 7A1 phát biểu tốt; rồi tin khác: nhắc Minh 7A1" in refused.text
    await teacher.say("/sokettuan 7A1")
    assert "Chưa có lời khen nào" in (await teacher.read("Sơ kết tuần")).text
    await teacher.say("khen Ngọc Lan 7A1 phát biểu tốt, biết nhắc Minh giữ trật tự")
    assert "biết nhắc Minh giữ trật tự" in (await teacher.read("Đã lưu lời khen")).text


async def test_a_class_one_does_not_teach(stage: Stage) -> None:
    nurse = await stage.staff("CB005")
    await nurse.say("khen Minh 7A1 giỏi")
    assert "Đã lưu" not in (await nurse.read()).text
