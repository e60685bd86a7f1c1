"""What people write when they ask about attendance, in any spelling, and what is none."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from services.attendance_periods import neighbours, period
from services.attendance_question import asks, read
from services.errors import Invalid, Outdated
from services.periods import Kind, Period, Year, month_of

TODAY = date(2026, 11, 30)
CLASSES = ("6A1", "7A1", "7A2", "9A1")


@pytest.mark.parametrize(
    "text",
    [
        "tháng này cháu nghỉ mấy buổi rồi cô",
        "thang nay chau nghi may buoi",
        "CHÁU ĐÃ NGHỈ BAO NHIÊU BUỔI",
        "cháu vắng mấy buổi rồi ạ?",
        "cho tôi xem chuyên cần của Lan",
        "chuyen can hk1",
        "How many days was my son absent this month?",
        "attendance of Lan",
        unicodedata.normalize("NFD", "Chuyên cần tháng 10"),
    ],
)
def test_questions(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "cho cháu nghỉ mấy buổi ạ",
        "cháu ốm nên nghỉ mấy buổi rồi cô ạ",
        "em xin nghỉ mấy ngày",
        "mai cháu nghỉ",
        "7A1 vắng Lan p, Minh k",
        "cháu chuyên ngữ văn",
        "/chuyencan",
        "",
        "chuyên cần " * 40,
    ],
)
def test_no_questions(text: str) -> None:
    assert not asks(text)


@pytest.mark.parametrize(
    ("text", "code", "class_name", "name"),
    [
        ("", None, None, ""),
        ("Lan 7A1", None, "7A1", "Lan"),
        ("Lan 7a1 tháng 11", "m11", "7A1", "Lan"),
        ("LAN LOP 7A1 THANG 9", "m9", "7A1", "LAN"),
        ("Nguyễn Thị Ngọc Lan, lớp 7A1, học kì 1", "t1", "7A1", "Nguyễn Thị Ngọc Lan"),
        ("hk2 Minh", "t2", None, "Minh"),
        ("hk ii", "t2", None, ""),
        ("học kỳ I", "t1", None, ""),
        ("cả năm", "y", None, ""),
        ("Lan năm học", "y", None, "Lan"),
        ("tháng 9/2026", "m2026-09", None, ""),
        ("tháng này", "m2026-11", None, ""),
        ("tháng trước", "m2026-10", None, ""),
        ("15 7A1", None, "7A1", "15"),
        ("tháng 13", "m13", None, ""),
        ("tháng ba", None, None, "tháng ba"),
        ("Năm 7A1", None, "7A1", "Năm"),
    ],
)
def test_what_is_asked(text: str, code: str | None, class_name: str | None, name: str) -> None:
    for spelling in (text, unicodedata.normalize("NFD", text)):
        found = read(spelling, TODAY, CLASSES)
        assert (found.code, found.class_name, found.name) == (code, class_name, name)


def test_a_class_that_is_not_there_is_said() -> None:
    assert read("Lan 7A9", TODAY, CLASSES).unknown_class == "7A9"


@given(some.text(max_size=300))
def test_nothing_breaks_it(text: str) -> None:
    asks(text)
    read(text, TODAY, CLASSES)


YEAR = Year(
    date(2026, 9, 7),
    date(2027, 5, 30),
    (
        Period(Kind.TERM, date(2026, 9, 7), date(2027, 1, 17), 1),
        Period(Kind.TERM, date(2027, 1, 18), date(2027, 5, 30), 2),
    ),
)


def test_periods_of_a_year() -> None:
    assert period(YEAR, TODAY, None) == month_of(TODAY)
    assert period(YEAR, date(2027, 7, 1), None) == month_of(date(2027, 5, 1))
    assert period(YEAR, TODAY, "m9") == period(YEAR, TODAY, "m2026-09")
    assert period(YEAR, TODAY, "t1").last == date(2027, 1, 17)
    assert period(YEAR, TODAY, "y").kind is Kind.YEAR
    for code in ("m12", "m13", "m2027-03", "m2025-11", "m0", "t2", "t9"):
        with pytest.raises(Invalid):
            period(YEAR, TODAY, code)
    with pytest.raises(Outdated):
        period(YEAR, TODAY, "z")


def test_the_month_before_and_after() -> None:
    first = month_of(date(2026, 9, 7))
    assert neighbours(YEAR, TODAY, first) == (None, month_of(date(2026, 10, 1)))
    assert neighbours(YEAR, TODAY, month_of(TODAY)) == (month_of(date(2026, 10, 1)), None)
    assert neighbours(YEAR, TODAY, YEAR.whole) == (None, None)
