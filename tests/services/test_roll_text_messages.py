"""Whole messages, from what a teacher types to what is understood of class, session and pupils."""

from datetime import date

import pytest
from roll_phrases import decomposed, read, told, without_marks

from services.roll_text import Half, SessionKind, read_frame

TODAY = date(2026, 11, 23)
YESTERDAY = date(2026, 11, 22)
CLASSES = ["7A1", "7A2", "8A1"]
GROUPS = {5: "CLB Bóng đá", 6: "Phụ đạo Toán 7"}


@pytest.mark.parametrize(
    ("message", "frame", "marks"),
    [
        ("7A1 vắng Lan p, Minh k", ("7A1",), "Lan=P Minh=K"),
        ("lop 7a1 vang lan p minh k", ("7A1",), "Lan=P Minh=K"),
        ("7A1 vắng Lan p, Minh; muộn Huy 10", ("7A1",), "Lan=P Minh=? Huy=M10"),
        ("7A1 đủ", ("7A1",), "all"),
        ("7a1 đi học đầy đủ", ("7A1",), "all"),
        ("lớp k vắng em nào ạ", (None,), "all"),
        ("vắng Lan (có phép)", (None,), "Lan=P"),
        (
            "7A1 vắng 2: Nguyễn Thị Lan P; Trần Minh KP. Muộn: Huy 10 phút",
            ("7A1",),
            "Lan=P Minh=K Huy=M10",
        ),
        ("7A1 vắng Lan và Minh p", ("7A1",), "Lan=P Minh=P"),
        ("7A1 v 3p 12 m 7", ("7A1",), "Huy=P Trang=M Sơn=?"),
        ("có mặt hết trừ Lan (p)", (None,), "Lan=P"),
        (
            "chiều nay 7A1 phụ đạo vắng Lan p",
            ("7A1", TODAY, Half.AFTERNOON, SessionKind.EXTRA),
            "Lan=P",
        ),
        ("7A1 hôm qua vắng Lan p", ("7A1", YESTERDAY), "Lan=P"),
        ("CLB bóng đá vắng Huy", (None, None, None, SessionKind.CLUB, 5), "Huy=?"),
        ("Lan vừa vào 7h20", (None,), "Lan=M@7:20"),
        ("tiết 3 Minh trốn", (None,), "Minh=K/3"),
        ("Huy về sớm tiết 4", (None,), "Huy=V4"),
        ("nhầm, Lan có đi học", (None,), "Lan=C"),
        ("7A1 vắng K Brêm k, Lan k rõ", ("7A1",), "Lan=? Brêm=K"),
        ("7A1:\nVắng:\n- Lan (P)\n- Minh (K)\nMuộn: Huy 15p", ("7A1",), "Lan=P Minh=K Huy=M15"),
        (
            "Dạ thưa cô, hôm nay lớp 7A1 sĩ số 11/12, vắng bạn Lan có phép ạ",
            ("7A1", TODAY),
            "Lan=P",
        ),
    ],
)
def test_a_whole_message(message: str, frame: tuple[object, ...], marks: str) -> None:
    for spelled in (str, str.upper, decomposed, without_marks):
        found = read_frame(spelled(message), classes=CLASSES, groups=GROUPS, today=TODAY)
        session = (found.class_name, found.date, found.half, found.kind, found.group_id)
        assert session == (*frame, *(None,) * (5 - len(frame)))
        assert found.is_roll
        reading = read(found.rest)
        assert ("all" if reading.all_present else told(reading)) == marks
        assert reading.questions == ()


def test_a_second_class_is_not_read_into_the_first() -> None:
    found = read_frame("7A1 đủ\n7A2 vắng Lan p", classes=CLASSES, groups=GROUPS, today=TODAY)
    reading = read(found.rest)
    assert (found.class_name, reading.all_present, reading.marks) == ("7A1", True, ())
    assert [question.fragment for question in reading.questions] == ["7A2 vắng Lan p"]
