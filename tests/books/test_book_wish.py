"""A wish for a correction as teachers type it."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from services.attendance_states import Half, State
from services.book_wish import read_wish
from services.errors import Invalid
from services.standing import Standing
from storage.rosters import Place

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
NAMES = ("Nguyễn Thị Ngọc Lan", "Trần Đức Minh", "Lê Tường Vi", "Đỗ Gia Huy", "Phạm Gia Huy")
PUPILS = [
    Place(n, name, None, None, None, n, "7A1", date(2026, 9, 5), None)
    for n, name in enumerate(NAMES, 1)
]
P, K = Standing(State.EXCUSED), Standing(State.UNEXCUSED)


@pytest.mark.parametrize(
    ("typed", "number", "day", "half", "standing", "reason"),
    [
        ("Lan 12/11 P vì nộp giấy khám muộn", 1, 12, None, P, "nộp giấy khám muộn"),
        ("lan 12/11 p: nộp giấy khám muộn", 1, 12, None, P, "nộp giấy khám muộn"),
        ("Ngọc Lan ngày 12/11 K → P vì có giấy", 1, 12, None, P, "có giấy"),
        ("Lan sáng 12/11 từ K thành P, lí do: có giấy", 1, 12, Half.MORNING, P, "có giấy"),
        (
            "Minh chiều 3/11/2026 có mặt vì thầy ghi nhầm",
            2,
            3,
            Half.AFTERNOON,
            None,
            "thầy ghi nhầm",
        ),
        ("minh 3/11 khong phep do bo hoc di choi", 2, 3, None, K, "bo hoc di choi"),
        ("tuong vi 3/11 k vi khong co don", 3, 3, None, K, "khong co don"),
        ("em số 4 ngày 3/11 P vì ốm", 4, 3, None, P, "ốm"),
        ("Vi 3/11 P vì ốm", 3, 3, None, P, "ốm"),
        ("3 ngày 5 muộn 10 phút vì xe hỏng", 3, 5, None, Standing(State.LATE, 10), "xe hỏng"),
        ("MINH 30/11 CÓ PHÉP VÌ GIA ĐÌNH NÓI: ỐM", 2, 30, None, P, "GIA ĐÌNH NÓI: ỐM"),
        ("Lan 12/11 P vi\u0300 co\u0301 gia\u0302\u0301y", 1, 12, None, P, "có giấy"),
    ],
)
def test_what_is_typed(typed, number, day, half, standing, reason) -> None:
    wish = read_wish(typed, PUPILS, FIRST, LAST)
    assert (wish.pupil.number, wish.day.day, wish.half) == (number, day, half)
    assert (wish.standing, wish.reason) == (standing, reason)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "book-wish-day"),
        ("Lan P vì ốm", "book-wish-day"),
        ("Lan 12/10 P vì ốm", "book-wish-day"),
        ("Lan 31/11 P vì ốm", "book-wish-day"),
        ("Lan 12/11 vì ốm", "book-wish-state"),
        ("Lan 12/11 P", "book-wish-why"),
        ("Huy 12/11 P vì ốm", "book-wish-several"),
        ("Khánh 12/11 P vì ốm", "book-wish-nobody"),
        ("99 12/11 P vì ốm", "book-wish-nobody"),
    ],
)
def test_what_is_missing_is_said(typed: str, key: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_wish(typed, PUPILS, FIRST, LAST)
    assert refused.value.key == key


@given(some.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(Invalid):
        assert read_wish(text, PUPILS, FIRST, LAST).reason
