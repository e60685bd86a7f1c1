"""Questions of a roll are answered as people speak: yes, no, a name at last; and what follows."""

import pytest

from tests.support.stage import Stage

LAN, MINH = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh"


async def test_yes_takes_the_only_one_who_was_offered(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lna p")
    await teacher.read("không có “Lna”")
    await teacher.say("ừ đúng")
    again = await teacher.read("chưa hiểu câu trả lời")
    assert "không có “Lna”" in again.text
    await teacher.say("đúng rồi ạ")
    assert f"{LAN}: vắng có phép" in (await teacher.read("Đã lưu")).text


async def test_no_to_the_nearest_asks_for_the_name(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lna p")
    await teacher.read("không có “Lna”")
    await teacher.say("không")
    asked = await teacher.read("không có em nào gần giống")
    assert asked.labels == ["Bỏ qua phần này", "Viết lại"]
    await teacher.say("Minh")
    assert f"{MINH}: vắng có phép" in (await teacher.read("Đã lưu")).text


async def test_a_count_is_confirmed_or_not_in_words(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng 3: Lan p, Minh")
    asked = await teacher.read("Tin ghi 3 em, nhưng tôi đếm được 2: Lan, Minh.")
    assert asked.labels == ["Đúng, lưu 2 em vắng", "Sửa lại"]
    await teacher.say("không")
    await teacher.read("Chưa lưu gì. Thầy/cô chép tin")
    await teacher.say("7A1 vắng 3: Lan p, Minh")
    await teacher.read("đếm được 2")
    await teacher.say("đúng")
    assert "Có mặt 37/39" in (await teacher.read("Đã lưu")).text


@pytest.mark.parametrize("text", ["7A1 vắng 2 (1P 1K)", "7A1 vắng"])
async def test_absentees_without_names_are_asked_for_by_name(stage: Stage, text: str) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say(text)
    asked = await teacher.read("vắng nhưng chưa nêu tên")
    assert asked.labels == ["Viết lại"]
    await teacher.say("Lan p, 16 k")
    echo = await teacher.read("Đã lưu")
    assert f"{LAN}: vắng có phép" in echo.text
    assert f"{MINH}: vắng không phép" in echo.text


async def test_names_at_last_belong_to_the_class_that_was_asked_about(stage: Stage) -> None:
    subject_teacher = await stage.staff("CB016")
    await subject_teacher.say("7A1 v 2")
    asked = await subject_teacher.read("số thứ tự hay số em")
    assert "2 em, chưa nêu tên" in asked.labels
    await subject_teacher.choose("2 em, chưa nêu tên")
    await subject_teacher.read("2 em vắng nhưng chưa nêu tên")
    await subject_teacher.say("Lan, Minh")
    assert "lớp 7A1" in (await subject_teacher.read("Đã lưu")).text


async def test_the_rest_of_a_class_is_confirmed_in_words(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("Lan ốm nghỉ học rồi")
    await teacher.read("Các em còn lại đều có mặt?")
    await teacher.say("vâng")
    assert "Có mặt 38/39" in (await teacher.read("Đã lưu")).text


async def test_a_class_after_a_name_tells_which_member_of_a_club(stage: Stage) -> None:
    leader = await stage.staff("CB025")
    await leader.say("CLB bóng đá vắng Lan 7A2, Nhân (lớp 8A1) p")
    echo = await leader.read("Đã lưu")
    assert "CLB Bóng đá, " in echo.text
    assert "Nguyễn Thùy Lan (7A2)" in echo.text
    assert "Trương Anh Nhân (8A1): vắng có phép" in echo.text
    await leader.say("CLB bóng đá vắng Lan 8A1")
    await leader.read("Tôi chưa hiểu phần “8A1”")


async def test_p_or_k_is_settled_below_the_echo(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 16, "mother")
    await teacher.say("7A1 vắng Lan p, Minh")
    echo = await teacher.read("Đã lưu")
    assert echo.labels == ["Hoàn tác", "Sửa", "16. Đức Minh: P", "16. Đức Minh: K"]
    await mother.read("chưa có mặt ở lớp")
    await teacher.choose("16. Đức Minh: P")
    settled = await teacher.read(f"{MINH}: vắng có phép (P)")
    assert teacher.is_new_face(settled, echo)
    assert settled.labels == ["Hoàn tác", "Sửa"]
    assert "vắng 2 (2 có phép)" in settled.text
    await mother.read("Đính chính")
    await teacher.choose("Hoàn tác")
    assert f"{MINH}: vắng, chưa rõ lí do" in (await teacher.read("như trước")).text


async def test_a_subject_teacher_settles_nothing(stage: Stage) -> None:
    subject_teacher = await stage.staff("CB016")
    await subject_teacher.say("7A1 vắng Minh")
    assert (await subject_teacher.read("Đã lưu")).labels == ["Hoàn tác", "Sửa"]


async def test_a_correction_names_whose_family_hears_of_it(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 16, "mother")
    await teacher.say("7A1 vắng Minh")
    await mother.read("chưa có mặt ở lớp")
    await teacher.say("7A1 đủ")
    await teacher.read(f"Gia đình em {MINH} đã được báo trước đó sẽ nhận tin đính chính.")
    await mother.read("Đính chính")


async def test_a_call_made_before_is_no_talk_about_the_leave_asked_after_it(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 16, "mother")
    await teacher.say("7A1 vắng Minh")
    await mother.read("chưa có mặt ở lớp")
    await mother.choose("Nhờ thầy/cô gọi lại")
    await teacher.read("Nhờ gọi lại")
    await teacher.choose("Đã gọi")
    if mother.changes:
        await mother.read("đã gọi lại lúc")
    await mother.choose("Em nghỉ ở nhà, xin phép")
    card = await teacher.read("Xin phép nghỉ")
    assert "trao đổi thêm" not in card.text
    assert card.labels == ["Chấp thuận", "Trao đổi thêm", "Ghi nhận không phép"]
    if mother.changes:
        alert = await mother.read("đã xin phép cho em nghỉ")
        assert "trao đổi thêm" not in alert.text
