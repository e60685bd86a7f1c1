"""Orders that call lessons off, as people write them."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from services.attendance_states import Half
from services.closure_words import calls_off, read
from services.leave_text.said import Span

TODAY = date(2026, 11, 30)
CLASSES = {"6A1": 1, "6A2": 2, "7A1": 3}
GRADES = frozenset({6, 7, 8, 9})
TOMORROW = Span(date(2026, 12, 1), date(2026, 12, 1))
ORDERS = [
    ("cho nghỉ học khối 6 ngày mai vì bão số 10", "grade", (6,), TOMORROW, "bão số 10"),
    ("cho toàn trường nghỉ học ngày mai vì bão", "school", (), TOMORROW, "bão"),
    (
        "CHO CA TRUONG NGHI HOC CHIEU NAY DO LU",
        "school",
        (),
        Span(TODAY, TODAY, Half.AFTERNOON),
        "LU",
    ),
    (
        "cho lớp 6A1, 6A2 nghỉ học thứ năm vì mất nước",
        "class",
        (1, 2),
        Span(date(2026, 12, 3), date(2026, 12, 3)),
        "mất nước",
    ),
    (
        "cho nghỉ học toàn trường từ 2/12 đến 4/12: bão số 10",
        "school",
        (),
        Span(date(2026, 12, 2), date(2026, 12, 4)),
        "bão số 10",
    ),
    (
        "nhà trường cho học sinh toàn trường nghỉ học ngày 1/12/2026 để tránh bão",
        "school",
        (),
        TOMORROW,
        "bão",
    ),
    ("cho khối 6 và 7 nghỉ mai", "grade", (6, 7), TOMORROW, None),
    (
        "cho khối 6-8 nghỉ học sáng mai",
        "grade",
        (6, 7, 8),
        Span(TOMORROW.first, TOMORROW.last, Half.MORNING),
        None,
    ),
    ("cho toàn trường nghỉ học", "school", (), None, None),
]


@pytest.mark.parametrize(("text", "scope", "ids", "span", "reason"), ORDERS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_order_is_read(
    text: str,
    scope: str,
    ids: tuple[int, ...],
    span: Span | None,
    reason: str | None,
    form: str,
) -> None:
    text = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    assert calls_off(text)
    said = read(text, TODAY, CLASSES, GRADES)
    assert (said.scope, said.ids, said.span, said.reason) == (scope, ids, span, reason)
    assert said.unknown is None


def test_the_makeup_day_stands_before_or_behind_the_reason() -> None:
    for text in (
        "cho khối 6 nghỉ học ngày mai, học bù thứ bảy vì bão",
        "cho khối 6 nghỉ học ngày mai vì bão, học bù thứ bảy",
    ):
        said = read(text, TODAY, CLASSES, GRADES)
        assert (said.span, said.reason, said.makeup) == (TOMORROW, "bão", date(2026, 12, 5))


@pytest.mark.parametrize(
    "text",
    [
        "cho cháu nghỉ học ngày mai vì ốm",
        "cho em Lan lớp 7A1 nghỉ học ngày mai",
        "cho con tôi lớp 6A1 nghỉ học mai",
        "7A1 vắng Lan p",
        "7A1 đủ",
        "thông báo toàn trường: mai nghỉ học",
        "thông báo khối 6: ngày mai các em nghỉ học",
        "toàn trường nghỉ học chưa thầy?",
        "",
    ],
)
def test_what_is_no_order(text: str) -> None:
    assert not calls_off(text)


@pytest.mark.parametrize(("text", "unknown"), [("cho khối 12 nghỉ mai", "12"), ("lớp 9A7", "9A7")])
def test_a_class_or_grade_that_there_is_not(text: str, unknown: str) -> None:
    assert read(text, TODAY, CLASSES, GRADES).unknown == unknown


@given(some.text(max_size=200))
def test_nothing_that_is_written_breaks_it(text: str) -> None:
    calls_off(text)
    said = read(text, TODAY, CLASSES, GRADES)
    assert said.scope in (None, "school", "grade", "class")
