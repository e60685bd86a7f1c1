"""A class's roll in one message, in all the ways that teachers write it."""

import unicodedata

import pytest

from tests.support.stage import Stage

LAN, MINH, HUY = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh", "Nguyễn Thành Huy"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("7A1 vắng Lan p, Minh k", [f"15. {LAN}: vắng có phép", f"16. {MINH}: vắng không phép"]),
        ("lop 7a1 vang lan p minh k", [f"{LAN}: vắng có phép", f"{MINH}: vắng không phép"]),
        ("7A1 đủ", ["Có mặt 39/39"]),
        ("7a1 đi học đầy đủ", ["Có mặt 39/39"]),
        ("lớp k vắng em nào ạ", ["Có mặt 39/39"]),
        ("vắng Lan (có phép)", [f"{LAN}: vắng có phép", "Có mặt 38/39"]),
        (
            "7A1 vắng 2: Nguyễn Thị Ngọc Lan P; Trần Đức Minh KP. Muộn: Huy 10 phút",
            [f"{LAN}: vắng có phép", f"{MINH}: vắng không phép", f"{HUY}: đi muộn 10 phút"],
        ),
        ("7A1 vắng Lan và Minh p", [f"{LAN}: vắng có phép", f"{MINH}: vắng có phép"]),
        (
            "7A1 v 3p 12 m 7",
            ["Ngô Đức Bảo: vắng có phép", "Châu Nhật Hùng: vắng, chưa rõ", "Ngọc Dung: đi muộn"],
        ),
        ("có mặt hết trừ Lan (p)", [f"{LAN}: vắng có phép", "Có mặt 38/39"]),
        ("7A1 vắng Lan p, Minh; muộn Huy 10", [f"{MINH}: vắng, chưa rõ", "đi muộn 10 phút"]),
        ("7A1 vắng K Brêm k", ["K'Brêm: vắng không phép"]),
        ("7A1 vắng Lan k rõ", [f"{LAN}: vắng, chưa rõ"]),
        ("7A1 vắng 2 (1P 1K): Lan p, Minh k", ["vắng 2 (1 có phép, 1 không phép)"]),
        ("\u202b7A1 vắng Lan p\u202c", [f"{LAN}: vắng có phép"]),
        ("7A1 vắng Lan p 🙏🙏", [f"{LAN}: vắng có phép"]),
    ],
)
async def test_a_roll_as_it_is_typed(stage: Stage, said: str, expected: list[str]) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say(said)
    echo = await teacher.read("Đã lưu")
    assert "lớp 7A1, sáng thứ Hai 30/11/2026" in echo.text
    for part in expected:
        assert part in echo.text
    assert echo.labels[:2] == ["Hoàn tác", "Sửa"]


async def test_names_in_nfd_capitals_and_telex(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say(unicodedata.normalize("NFD", "7A1 VẮNG LAN P"))
    assert LAN in (await teacher.read("Đã lưu")).text
    await teacher.say("7a1 vawngs Lan p, Minh k")
    assert MINH in (await teacher.read("Đã lưu")).text


async def test_later_messages_change_only_whom_they_name(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lan, Minh")
    await teacher.read("Đã lưu")
    await teacher.say("Lan vừa vào 7h20")
    echo = await teacher.read("Đã lưu")
    assert f"{LAN}: vào lớp lúc 07:20 (muộn 5 phút)" in echo.text
    assert f"{MINH}: vắng, chưa rõ" in echo.text
    await teacher.say("nhầm, Lan có đi học")
    assert LAN not in (await teacher.read("Đã lưu")).text
    await teacher.say("Huy về sớm tiết 4")
    assert f"{HUY}: về sớm từ tiết 4" in (await teacher.read("Đã lưu")).text
    await teacher.say("tiết 3 Minh trốn")
    assert f"{MINH}: bỏ tiết 3, không phép" in (await teacher.read("Đã lưu")).text


async def test_a_correction_without_a_roll_shows_how_to_begin(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("Huy về sớm tiết 4")
    told = await teacher.read("chưa điểm danh")
    assert "7A1 vắng Lan p" in told.text
    await teacher.say("Lan vừa vào 7h20")
    await teacher.read("chưa điểm danh")


async def test_the_same_again_changes_nothing_and_says_so(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lan p")
    await teacher.read("Đã lưu")
    await teacher.say("7a1 vang lan p")
    await teacher.read("Không có gì thay đổi")


async def test_other_days_and_sessions(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("thứ 7 7A1 vắng Lan p")
    assert "sáng thứ Bảy 28/11/2026" in (await teacher.read("Đã lưu")).text
    await teacher.say("chiều nay 7A1 phụ đạo vắng Lan p")
    echo = await teacher.read("Đã lưu")
    assert "lớp 7A1, buổi phụ đạo, bồi dưỡng, chiều thứ Hai 30/11/2026" in echo.text
    await teacher.say("7A1 hôm qua vắng Lan p")
    await teacher.read("trường không dạy")
    await teacher.say("ngày mai 7A1 vắng Lan p")
    await teacher.read("chưa đến")
    await teacher.say("2/9 7A1 vắng Lan p")
    await teacher.read("nằm ngoài năm học")
    await teacher.say("24/11 7A1 vắng Lan p")
    await teacher.read("ngày lễ")
    await teacher.say("14/11 7A1 vắng Lan p")
    await teacher.read("đã quá 7 ngày")


async def test_a_club_has_its_own_list(stage: Stage) -> None:
    leader = await stage.staff("CB025")
    await leader.say("CLB bóng đá vắng Lan")
    echo = await leader.read("Đã lưu")
    assert "CLB Bóng đá, " in echo.text
    assert "Nguyễn Thùy Lan (7A2): vắng, chưa rõ" in echo.text
    assert "Có mặt 17/18" in echo.text
    await leader.say("CLB bóng đá vắng Huy")
    await leader.read("CLB Bóng đá không có")


async def test_who_is_absent_can_be_asked(stage: Stage) -> None:
    teacher, principal = await stage.staff("CB012"), await stage.staff("CB001")
    await teacher.say("/vangmat")
    await teacher.read("Chưa có điểm danh lớp 7A1")
    await teacher.say("7A1 vắng Lan p")
    await teacher.read("Đã lưu")
    await principal.say("7A1 hôm nay ai vắng?")
    seen = await principal.read("Trần Anh Khoa lưu lúc")
    assert LAN in seen.text
    await principal.say("lớp nào chưa điểm danh")
    missing = await principal.read("chưa điểm danh")
    assert "7A2" in missing.text
    assert "7A1" not in missing.text
    await principal.say("/vangmat 7a1")
    await principal.read(LAN)
    await teacher.say("/vangmat")
    await teacher.read(LAN)
