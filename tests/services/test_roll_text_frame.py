"""Of which class, day and session a message speaks, and whether it is a roll at all."""

from datetime import date

import pytest
from roll_phrases import decomposed, without_marks

from services.roll_text import Frame, Half, SessionKind, read_frame

CLASSES = ["6A1", "6A10", "7A1", "7A2", "8A1", "9A3"]
GROUPS = {1: "CLB Bóng đá", 2: "Phụ đạo Toán 7", 3: "Bồi dưỡng Toán 9", 4: "CLB Cờ vua"}
MONDAY = date(2026, 11, 23)


def frame(message: str) -> Frame:
    return read_frame(message, classes=CLASSES, groups=GROUPS, today=MONDAY)


@pytest.mark.parametrize(
    ("message", "class_name", "rest"),
    [
        ("7A1 vắng Lan p, Minh k", "7A1", "vắng Lan p, Minh k"),
        ("lop 7a1 vang lan p minh k", "7A1", "vang lan p minh k"),
        ("7A1: vắng Lan", "7A1", "vắng Lan"),
        ("7 a1 đủ", "7A1", "đủ"),
        ("7A 1 đủ", "7A1", "đủ"),
        ("7/A1 đủ", "7A1", "đủ"),
        ("lớp7A1 đủ", "7A1", "đủ"),
        ("6A10 đủ", "6A10", "đủ"),
        ("6a1 đủ", "6A1", "đủ"),
        ("vắng Lan p lớp 7A1", "7A1", "vắng Lan p"),
        ("lớp k vắng em nào ạ", None, "lớp k vắng em nào ạ"),
        ("7A1 v 3p 12 m 7", "7A1", "v 3p 12 m 7"),
        ("7A1 37/39 vắng Lan, Minh", "7A1", "37/39 vắng Lan, Minh"),
        ("7A1 sĩ số 10/12 vắng Lan", "7A1", "sĩ số 10/12 vắng Lan"),
    ],
)
def test_the_class(message: str, class_name: str | None, rest: str) -> None:
    for typed in (message, decomposed(message), message.upper()):
        read = frame(typed)
        assert (read.class_name, read.unknown_class, read.is_roll) == (class_name, None, True)
    assert frame(message).rest == rest


@pytest.mark.parametrize(
    ("message", "name"),
    [("7A9 vắng Lan", "7A9"), ("lớp 7a vắng Lan p", "7A"), ("lop 7b2 vang lan", "7B2")],
)
def test_a_class_that_the_school_has_not(message: str, name: str) -> None:
    read = frame(message)
    assert (read.class_name, read.unknown_class, read.is_roll) == (None, name, True)
    assert read.rest.startswith(("vắng Lan", "vang lan"))


@pytest.mark.parametrize("message", ["v 3p 12k", "muộn Huy 7h20", "v 3p12k", "7h20 Lan mới vào"])
def test_states_and_times_are_no_classes(message: str) -> None:
    read = frame(message)
    assert (read.class_name, read.unknown_class, read.rest) == (None, None, message)


@pytest.mark.parametrize(
    ("message", "day", "half", "rest"),
    [
        ("7A1 vắng Lan", None, None, "vắng Lan"),
        ("hôm nay 7A1 vắng Lan", MONDAY, None, "vắng Lan"),
        ("7A1 hôm qua vắng Lan p", date(2026, 11, 22), None, "vắng Lan p"),
        ("7A1 vắng Lan p hôm qua", date(2026, 11, 22), None, "vắng Lan p"),
        ("7A1 hôm kia vắng Lan", date(2026, 11, 21), None, "vắng Lan"),
        ("ngày mai 7A1 vắng Lan p", date(2026, 11, 24), None, "vắng Lan p"),
        ("sáng nay 7A1 vắng Lan", MONDAY, Half.MORNING, "vắng Lan"),
        ("chiều qua 7A1 vắng Lan", date(2026, 11, 22), Half.AFTERNOON, "vắng Lan"),
        ("chiều hôm qua 7A1 vắng Lan", date(2026, 11, 22), Half.AFTERNOON, "vắng Lan"),
        ("7A1 chiều vắng Lan", None, Half.AFTERNOON, "vắng Lan"),
        ("buổi sáng 7A1 vắng Lan", None, Half.MORNING, "vắng Lan"),
        ("7A1 thứ 2 vắng Lan", MONDAY, None, "vắng Lan"),
        ("7A1 thứ ba vắng Lan", date(2026, 11, 17), None, "vắng Lan"),
        ("7A1 thứ 7 vắng Lan", date(2026, 11, 21), None, "vắng Lan"),
        ("7A1 thứ 2 tuần trước vắng Lan", date(2026, 11, 16), None, "vắng Lan"),
        ("7A1 sáng thứ 5 vắng Lan", date(2026, 11, 19), Half.MORNING, "vắng Lan"),
        ("7A1 21/11 vắng Lan", date(2026, 11, 21), None, "vắng Lan"),
        ("7A1 ngày 21/11/2026 vắng Lan", date(2026, 11, 21), None, "vắng Lan"),
        ("7A1 21-11-2026 vắng Lan", date(2026, 11, 21), None, "vắng Lan"),
        ("7A1 ngày 21 tháng 11 vắng Lan", date(2026, 11, 21), None, "vắng Lan"),
        ("7A1 ngày 20 vắng Lan", date(2026, 11, 20), None, "vắng Lan"),
        ("7A1 5/1 vắng Lan", date(2027, 1, 5), None, "vắng Lan"),
        ("7A1 31/2 vắng Lan", None, None, "31/2 vắng Lan"),
    ],
)
def test_the_day_and_the_half(message: str, day: date | None, half: Half | None, rest: str) -> None:
    for spelled in (str, decomposed, str.upper, without_marks):
        read = frame(spelled(message))
        assert (read.class_name, read.date, read.half) == ("7A1", day, half)
    assert frame(message).rest == rest


def test_a_weekday_after_the_names_needs_its_marks() -> None:
    assert frame("7A1 vắng Lan p thứ 6").date == date(2026, 11, 20)
    assert frame("7A1 vang Lan p thu 6").date is None  # Thu may be a pupil


def test_a_day_without_year_is_the_nearest() -> None:
    read = read_frame("7A1 31/12 đủ", classes=CLASSES, groups={}, today=date(2027, 1, 4))
    assert read.date == date(2026, 12, 31)


@pytest.mark.parametrize(
    "message",
    ["vắng Sang p", "vang sang p", "Sang vắng p", "vắng Thu 2", "vắng Nay k", "vang chieu p"],
)
def test_names_that_look_like_days_stay(message: str) -> None:
    read = frame(message)
    assert (read.date, read.half, read.rest) == (None, None, message)


def test_a_day_in_brackets_or_since_when_is_a_note() -> None:
    for message in ("vắng Lan (hôm qua cũng nghỉ)", "vắng Lan p từ hôm qua"):
        read = frame(message)
        assert (read.date, read.rest) == (None, message)


@pytest.mark.parametrize(
    ("message", "group_id", "class_name", "kind", "rest"),
    [
        ("CLB bóng đá vắng Huy", 1, None, SessionKind.CLUB, "vắng Huy"),
        ("câu lạc bộ bóng đá vắng Huy", 1, None, SessionKind.CLUB, "vắng Huy"),
        ("bóng đá vắng Huy", 1, None, None, "vắng Huy"),
        ("clb bong da vang huy", 1, None, SessionKind.CLUB, "vang huy"),
        ("CLB cờ vua đủ", 4, None, SessionKind.CLUB, "đủ"),
        ("phụ đạo toán 7 vắng Lan", 2, None, SessionKind.EXTRA, "vắng Lan"),
        ("bồi dưỡng toán vắng Lan", 3, None, SessionKind.EXTRA, "vắng Lan"),
        ("chiều nay 7A1 phụ đạo vắng Lan p", None, "7A1", SessionKind.EXTRA, "vắng Lan p"),
        ("7A1 học thêm vắng Lan", None, "7A1", SessionKind.EXTRA, "vắng Lan"),
        ("7A1 ôn tập đủ", None, "7A1", SessionKind.EXTRA, "đủ"),
        ("7A1 chính khóa đủ", None, "7A1", SessionKind.MAIN, "đủ"),
        ("CLB bóng đá vắng Huy 8A1", 1, None, SessionKind.CLUB, "vắng Huy 8A1"),
    ],
)
def test_groups_and_kinds_of_session(
    message: str,
    group_id: int | None,
    class_name: str | None,
    kind: SessionKind | None,
    rest: str,
) -> None:
    read = frame(message)
    assert (read.group_id, read.class_name, read.kind, read.rest) == (
        group_id,
        class_name,
        kind,
        rest,
    )
    assert read.is_roll
    for typed in (decomposed(message), message.upper(), without_marks(message)):
        assert (frame(typed).group_id, frame(typed).class_name, frame(typed).kind) == (
            group_id,
            class_name,
            kind,
        )


def test_which_of_two_groups_is_not_guessed() -> None:
    two = {1: "Phụ đạo Toán 7", 2: "Phụ đạo Toán 8"}
    read = read_frame("phụ đạo toán vắng Lan", classes=CLASSES, groups=two, today=MONDAY)
    assert read.group_id is None


@pytest.mark.parametrize(
    "message",
    ["nhầm, Lan có đi học", "à không, Lan muộn", "đính chính 7A1 vắng Minh", "sửa: Lan k"],
)
def test_a_correction(message: str) -> None:
    assert frame(message).correction
    assert frame(message).is_roll
    assert not frame("7A1 vắng Lan").correction


@pytest.mark.parametrize(
    "message",
    [
        "Lan vừa vào 7h20",
        "tiết 3 Minh trốn",
        "Huy về sớm tiết 4",
        "Minh về lúc 9h30",
        "Minh về tiết 4",
        "có mặt hết trừ Lan (p)",
        "vắng Lan (có phép)",
        "v 2",
        "m 7 10",
        "đủ",
        "đủ ạ",
        "lớp em đủ ạ",
        "k vắng",
        "Lan p",
        "Lan có phép",
        "3p 12k",
        "7A1 3p 12k",
        "7A1 37/39",
        "vắng hết rồi ạ: Lan, Minh",
        "cảm ơn cô, lớp em vắng Lan p",
        "Lan không đi học",
        "Lan nghỉ ốm",
        "vắng Nguyễn Thị Lan p, Trần Minh k, Lê Gia Huy, Vũ Gia Phát, Đỗ Thu Trang, Phạm Ngọc Ánh",
    ],
)
def test_it_reads_as_a_roll(message: str) -> None:
    for spelled in (str, decomposed, str.upper, without_marks):
        assert frame(spelled(message)).is_roll, spelled(message)


@pytest.mark.parametrize(
    "message",
    [
        "",
        "   ",
        "😀",
        "/diemdanh 7A1",
        "/start abc",
        "hôm nay mấy giờ họp ạ",
        "cảm ơn em",
        "dạ vâng ạ",
        "ok cô",
        "thông báo 7A1: mai nghỉ học",
        "hủy thông báo lúc nãy",
        "Lan học giỏi lắm",
        "em k biết",
        "k sao đâu ạ",
        "tiền đã nộp đủ rồi",
        "7A1 đủ chưa",
        "hôm nay có em nào vắng không ạ",
        "7A1 vắng mấy em",
        "7A1 vắng ai?",
        "lớp 7A1 hôm nay vắng bao nhiêu",
        "mai được nghỉ không ạ",
        "ngày mai lớp 7A1 nghỉ học",
        "nghỉ Tết đến khi nào",
        "xin cho cháu Lan nghỉ học hôm nay",
        "tôi xin phép cho con nghỉ",
        "7A1 toán tx1: 8 7,5 9 10",
        "7A1 toán 15p: 8 9 7",
        "kính gửi phụ huynh lớp 7A1, các em đi học đầy đủ",
        "họp lúc 7h20",
        "trời mưa to quá nên nhiều em đi học muộn, mong thầy cô thông cảm",
    ],
)
def test_talk_is_no_roll(message: str) -> None:
    for spelled in (str, decomposed, str.upper):
        assert not frame(spelled(message)).is_roll, spelled(message)


@pytest.mark.parametrize("message", ["Tôi về lúc 9h30", "hôm nay tôi về lúc 9h30", "Minh về nhà"])
def test_going_home_is_no_roll_of_oneself_or_without_a_time(message: str) -> None:
    assert not frame(message).is_roll
