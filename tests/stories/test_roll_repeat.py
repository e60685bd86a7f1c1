"""`7A1 như hôm qua`: proposed by name, saved only when confirmed."""

import pytest

from tests.support.stage import Stage

LAN, MINH, HUY = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh", "Nguyễn Thành Huy"


async def test_the_absentees_of_the_day_before_are_confirmed_by_name(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("thứ 7 7A1 vắng Lan p (đau bụng), Minh k; muộn Huy 10")
    await teacher.read("Đã lưu")
    await teacher.say("7A1 như hôm qua")
    asked = await teacher.read("chưa lưu")
    assert "lớp 7A1, sáng thứ Hai 30/11/2026" in asked.text
    assert "Theo buổi trước (lớp 7A1, sáng thứ Bảy 28/11/2026)" in asked.text
    assert "Có mặt 37/39" in asked.text
    assert f"15. {LAN}: vắng có phép (P)" in asked.text
    assert f"16. {MINH}: vắng không phép (K)" in asked.text
    assert HUY not in asked.text
    assert "đau bụng" not in asked.text
    assert asked.labels == ["Lưu", "Sửa"]
    await teacher.say("/vangmat")
    await teacher.read("Chưa có điểm danh lớp 7A1 thứ Hai")
    await teacher.choose("Lưu")
    echo = await teacher.read("Đã lưu điểm danh lớp 7A1, sáng thứ Hai")
    assert MINH in echo.text


async def test_typed_yes_saves_it_too(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("thứ 7 7A1 vắng Lan p")
    await teacher.read("Đã lưu")
    await teacher.say("như hôm qua")
    await teacher.read("Theo buổi trước")
    await teacher.say("đúng rồi")
    assert LAN in (await teacher.read("Đã lưu điểm danh lớp 7A1, sáng thứ Hai")).text


async def test_a_full_class_and_no_roll_before(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 như hôm qua")
    await teacher.read("Chưa có buổi nào trước đó của 7A1 được điểm danh")
    await teacher.say("thứ 7 7A1 đủ")
    await teacher.read("Đã lưu")
    await teacher.say("7A1 như hôm qua")
    await teacher.read("đủ cả lớp")
    await teacher.choose("Lưu")
    await teacher.read("Đã lưu điểm danh lớp 7A1, sáng thứ Hai")


async def test_it_can_be_changed_in_the_grid_before_it_is_saved(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("thứ 7 7A1 vắng Lan p, Minh k")
    await teacher.read("Đã lưu")
    await teacher.say("7a1 vẫn vắng như hôm qua ạ")
    await teacher.read("Theo buổi trước")
    await teacher.choose("Sửa")
    grid = await teacher.read("Chạm tên")
    assert {"P 15 Lan", "K 16 Minh"} <= set(grid.labels)
    await teacher.tap(grid.id, "K 16 Minh")
    grid = await teacher.read("Có mặt 38/39")
    await teacher.tap(grid.id, "M 16 Minh")
    await teacher.choose("Lưu")
    echo = await teacher.read("Đã lưu điểm danh lớp 7A1, sáng thứ Hai")
    assert LAN in echo.text
    assert MINH not in echo.text


async def test_a_new_message_instead_of_an_answer_counts(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("thứ 7 7A1 vắng Lan p")
    await teacher.read("Đã lưu")
    await teacher.say("như hôm qua")
    asked = await teacher.read("Theo buổi trước")
    await teacher.say("7A1 vắng Minh p")
    echo = await teacher.read("Đã lưu điểm danh lớp 7A1, sáng thứ Hai")
    assert LAN not in echo.text
    await teacher.press_again(asked, "Lưu")
    await teacher.say("/vangmat")
    assert LAN not in (await teacher.read("Trần Anh Khoa lưu lúc")).text


async def test_anothers_roll_of_today_is_shown_before_it_is_replaced(stage: Stage) -> None:
    teacher, principal = await stage.staff("CB012"), await stage.staff("CB001")
    await teacher.say("thứ 7 7A1 vắng Lan p")
    await teacher.read("Đã lưu")
    await principal.say("7A1 vắng Minh p")
    await principal.read("Đã lưu")
    await teacher.say("7A1 như hôm qua")
    await teacher.read("Theo buổi trước")
    await teacher.choose("Lưu")
    shown = await teacher.read("đã lưu điểm danh lớp 7A1, sáng thứ Hai")
    assert MINH in shown.text
    assert shown.labels == ["Ghi đè bằng bản của tôi", "Giữ bản kia"]


async def test_it_is_asked_of_which_class_and_others_may_not(stage: Stage) -> None:
    teacher, principal = await stage.staff("CB012"), await stage.staff("CB001")
    await teacher.say("thứ 7 7A1 vắng Lan p")
    await teacher.read("Đã lưu")
    await principal.say("như hôm qua")
    await principal.read("lớp nào")
    await principal.choose("7A1")
    assert LAN in (await principal.read("Theo buổi trước")).text
    other = await stage.staff("CB014")
    await other.say("7A1 như hôm qua")
    assert LAN not in (await other.read("không được phân công 7A1")).text


@pytest.mark.parametrize(
    "said",
    [
        "y như hôm qua",
        "7A1 giống hôm qua nhé",
        "NHU HOM QUA",
        "7A1: như buổi trước.",
        "nhu bua qua a",
    ],
)
async def test_ways_to_say_it(stage: Stage, said: str) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("thứ 7 7A1 vắng Lan p")
    await teacher.read("Đã lưu")
    await teacher.say(said)
    assert LAN in (await teacher.read("Theo buổi trước")).text


async def test_other_words_beside_it_are_not_swallowed(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("thứ 7 7A1 vắng Lan p")
    await teacher.read("Đã lưu")
    await teacher.say("7A1 vắng Minh p, như hôm qua")
    await teacher.read()
    assert not [m for m in await teacher.messages() if "Theo buổi trước" in m.text]
