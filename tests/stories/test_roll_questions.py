"""What a message leaves unclear is asked, one question at a time, and nothing is saved before."""

import asyncio

from tests.support.stage import Stage

LAN, MINH, HUY = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh", "Nguyễn Thành Huy"


async def test_a_name_that_fits_two_is_asked_and_the_rest_is_kept(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Tân p, Lan k; muộn Huy 10")
    asked = await teacher.read("“Tân” là em nào")
    assert "chưa lưu" in asked.text
    assert asked.labels == [
        "29. Nguyễn Tân, 02/02/2014",
        "30. Nguyễn Tân, 03/08/2014",
        "Bỏ qua phần này",
        "Viết lại",
    ]
    await teacher.choose("30. Nguyễn Tân")
    echo = await teacher.read("Đã lưu")
    assert "30. Nguyễn Tân, 03/08/2014: vắng có phép" in echo.text
    assert f"{LAN}: vắng không phép" in echo.text
    assert f"{HUY}: đi muộn 10 phút" in echo.text
    assert echo.edited == teacher.changes


async def test_two_questions_come_one_after_the_other(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Tân, Hùng k")
    first = await teacher.read("“Tân”")
    assert "còn 1 câu" in first.text
    await teacher.choose("29. Nguyễn Tân")
    await teacher.read("“Hùng”")
    await teacher.choose("12. Châu Nhật Hùng")
    echo = await teacher.read("Đã lưu")
    assert "Có mặt 37/39" in echo.text


async def test_an_answer_may_be_typed(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Tân p")
    await teacher.read("“Tân”")
    await teacher.say("29")
    assert "29. Nguyễn Tân" in (await teacher.read("Đã lưu")).text
    await teacher.say("7A1 vắng Hùng p")
    await teacher.read("“Hùng”")
    await teacher.say("quốc hùng")
    assert "13. Dương Quốc Hùng" in (await teacher.read("Đã lưu")).text


async def test_something_else_typed_is_asked_again_and_huy_leaves(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Tân p")
    await teacher.read("“Tân”")
    await teacher.say("abc xyz")
    again = await teacher.read("chưa hiểu câu trả lời")
    assert "“Tân”" in again.text
    await teacher.say("/huy")
    await teacher.read("Đã bỏ")
    await teacher.choose("29. Nguyễn Tân")
    await teacher.say("/vangmat")
    await teacher.read("Chưa có điểm danh")


async def test_a_new_roll_takes_the_place_of_the_open_one(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Tân p")
    old = await teacher.read("“Tân”")
    data = await _data(teacher, old.id, 0)
    await teacher.say("7A1 vắng Lan p")
    echo = await teacher.read("Đã lưu")
    assert "Tân" not in echo.text
    await teacher.read("“Tân”")
    assert not next(m for m in await teacher.messages() if m.id == old.id).buttons
    assert await teacher.tap_raw(old.id, data) == "Lựa chọn này đã cũ, không còn dùng được nữa."
    await teacher.hears_nothing(0.5)


async def test_a_double_tap_answers_once(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Tân, Hùng k")
    asked = await teacher.read("“Tân”")
    label = asked.labels[0]
    await asyncio.gather(*[teacher.tap(asked.id, label) for _ in range(2)])
    second = await teacher.read("“Hùng”")
    assert second.id == asked.id
    await teacher.hears_nothing(0.5)


async def _data(phone, message_id: int, at: int) -> str:
    """The data behind a button."""
    async with phone._http.get(f"{phone._url}/messages") as response:
        raw = await response.json()
    message = next(m for m in raw if m["id"] == message_id)
    return [b["data"] for row in message["buttons"] for b in row][at]


async def test_the_same_data_twice_is_refused_the_second_time(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Tân, Hùng k")
    asked = await teacher.read("“Tân”")
    data = await _data(teacher, asked.id, 0)
    await teacher.tap_raw(asked.id, data)
    await teacher.read("“Hùng”")
    assert "đã cũ" in (await teacher.tap_raw(asked.id, data) or "")
    await teacher.choose("12. Châu Nhật Hùng")
    echo = await teacher.read("Đã lưu")
    assert "29. Nguyễn Tân" in echo.text


async def test_an_option_that_was_not_offered_is_refused(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Tân p")
    asked = await teacher.read("“Tân”")
    prefix, token, _ = (await _data(teacher, asked.id, 0)).split(":")
    for pick in ("7", "-3", "-9"):
        assert "đã cũ" in (await teacher.tap_raw(asked.id, f"{prefix}:{token}:{pick}") or "")
    await teacher.choose("29. Nguyễn Tân")
    await teacher.read("Đã lưu")


async def test_a_slip_is_answered_with_the_nearest(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lna p, Minh")
    asked = await teacher.read("không có “Lna”")
    assert f"15. {LAN}" in asked.labels
    await teacher.choose(f"15. {LAN}")
    echo = await teacher.read("Đã lưu")
    assert f"{LAN}: vắng có phép" in echo.text
    assert "Từ nay" not in echo.text


async def test_leaving_out_the_only_name_saves_nothing(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lna p")
    await teacher.read("không có “Lna”")
    toast = await teacher.choose("Bỏ qua phần này")
    assert "chưa lưu gì" in (toast or "")
    await teacher.say("/vangmat")
    await teacher.read("Chưa có điểm danh")


async def test_writing_again_gives_the_text_back(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lan p, xyzk abcd")
    await teacher.read("xyzk abcd")
    await teacher.choose("Viết lại")
    assert "7A1 vắng Lan p, xyzk abcd" in (await teacher.read("Chưa lưu gì")).text


async def test_a_number_or_a_count(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 v 2")
    asked = await teacher.read("số thứ tự hay số em")
    assert asked.labels[:2] == ["2. Ánh: vắng, chưa rõ lí do", "2 em, chưa nêu tên"]
    await teacher.choose("2. Ánh")
    assert "Đặng Khánh Ánh" in (await teacher.read("Đã lưu")).text


async def test_a_number_or_minutes(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 đủ")
    await teacher.read("Đã lưu")
    await teacher.say("m 7 10")
    asked = await teacher.read("nên hiểu thế nào")
    assert "7. Dung: đi muộn 10 phút" in asked.labels
    await teacher.choose("7. Dung: đi muộn 10 phút")
    assert "Nguyễn Thị Ngọc Dung: đi muộn 10 phút" in (await teacher.read("Đã lưu")).text


async def test_a_count_that_does_not_match_is_questioned(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng 3: Lan p, Minh k")
    asked = await teacher.read("Tin ghi 3")
    assert "đếm được 2" in asked.text
    assert asked.labels == ["Đúng, lưu 2 em vắng", "Sửa lại"]
    await teacher.choose("Đúng, lưu 2 em vắng")
    await teacher.read("Đã lưu")


async def test_absences_without_a_word_on_the_others(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("Lan, Minh vắng")
    await teacher.read("Các em còn lại đều có mặt?")
    await teacher.choose("Đúng, các em khác có mặt")
    assert "Có mặt 37/39" in (await teacher.read("Đã lưu")).text


async def test_a_short_name_is_remembered_for_this_teacher_until_told_to_forget(
    stage: Stage,
) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng cu Tí p")
    await teacher.read("chưa lưu")
    await teacher.say("11 nhớ nhé")
    echo = await teacher.read("Đã lưu")
    assert "Từ nay tôi hiểu" in echo.text
    await teacher.say("7A1 vắng cu Tí k")
    assert f"{HUY}: vắng không phép" in (await teacher.read("Đã lưu")).text
    principal = await stage.staff("CB001")
    await principal.say("7A1 vắng cu Tí p")
    await principal.read("chưa lưu")
    assert await teacher.choose("Quên") == "Đã quên cách gọi này. Lần sau tôi sẽ hỏi lại."
    await teacher.say("7A1 vắng cu Tí p")
    await teacher.read("chưa lưu")


async def test_a_name_with_a_word_of_ones_own_is_learned_from_the_answer(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Hùng lớn p, Lan")
    await teacher.read("không có “Hùng lớn”")
    await teacher.choose("12. Châu Nhật Hùng")
    echo = await teacher.read("Đã lưu")
    assert "Từ nay tôi hiểu “Hùng lớn” của thầy/cô là em Châu Nhật Hùng" in echo.text
    await teacher.say("7A1 vắng hùng lớn k")
    assert "12. Châu Nhật Hùng: vắng không phép" in (await teacher.read("Đã lưu")).text
    await teacher.say("7A1 vắng Hùng k")
    await teacher.read("“Hùng” là em nào")


async def test_a_plain_given_name_of_two_is_asked_every_time(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    for _ in range(2):
        await teacher.say("7A1 vắng Tân p, Lan")
        await teacher.read("“Tân” là em nào")
        await teacher.say("29 nhớ")
        assert "Từ nay" not in (await teacher.read("29. Nguyễn Tân")).text
