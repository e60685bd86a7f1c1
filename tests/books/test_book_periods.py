"""Which month, term or year is meant, as people type it, and when it is over."""

from datetime import date, datetime

import pytest

from services.book_periods import over_at, read_period, usual
from services.errors import Invalid
from services.periods import Kind, Period, month_before, month_of
from tests.support.bells import ZONE, Bells


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("", date(2026, 12, 1)),
        ("tháng 11", date(2026, 11, 1)),
        ("THÁNG 11", date(2026, 11, 1)),
        ("thang 11", date(2026, 11, 1)),
        ("tha\u0301ng 9", date(2026, 9, 1)),
        ("t11", date(2026, 11, 1)),
        ("11", date(2026, 11, 1)),
        ("11/2026", date(2026, 11, 1)),
        ("tháng 11 năm 2026", date(2026, 11, 1)),
        ("tháng trước", date(2026, 11, 1)),
        ("tháng này", date(2026, 12, 1)),
        ("last month", date(2026, 11, 1)),
    ],
)
async def test_a_month_as_it_is_typed(bells: Bells, typed: str, first: date) -> None:
    bells.now = datetime(2026, 12, 15, 8, 0, tzinfo=ZONE)
    assert await bells.at("binh", lambda u: read_period(u, typed)) == month_of(first)


@pytest.mark.parametrize("typed", ["hk1", "học kì 1", "HỌC KỲ I", "ki 1", "term 1"])
async def test_a_term(bells: Bells, typed: str) -> None:
    found = await bells.at("binh", lambda u: read_period(u, typed))
    assert (found.kind, found.number, found.first) == (Kind.TERM, 1, date(2026, 9, 7))


@pytest.mark.parametrize("typed", ["cả năm", "năm học", "ca nam", "year"])
async def test_the_year(bells: Bells, typed: str) -> None:
    found = await bells.at("binh", lambda u: read_period(u, typed))
    assert found == Period(Kind.YEAR, date(2026, 9, 7), date(2027, 5, 30))


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("tháng 13", "book-which-period"),
        ("0", "book-which-period"),
        ("mười một", "book-which-period"),
        ("hk3", "book-which-period"),
        ("hk2", "book-which-period"),
        ("tháng 8", "book-month-outside"),
        ("11/2030", "book-month-outside"),
        ("tháng 3", "book-month-ahead"),
    ],
)
async def test_what_is_no_month(bells: Bells, typed: str, key: str) -> None:
    with pytest.raises(Invalid) as refused:
        await bells.at("binh", lambda u: read_period(u, typed))
    assert refused.value.key == key


async def test_until_the_tenth_the_month_before_is_meant(bells: Bells) -> None:
    for day, month in ((date(2026, 12, 10), 11), (date(2026, 12, 11), 12), (date(2026, 9, 8), 9)):
        bells.now = datetime(day.year, day.month, day.day, 8, 0, tzinfo=ZONE)
        assert (await bells.at("binh", usual)).number == month


async def test_a_month_is_over_after_its_last_lesson(bells: Bells) -> None:
    december = month_of(date(2026, 12, 31))
    over = await bells.at(None, lambda u: over_at(u, u_class(bells), december))
    assert over == datetime(2026, 12, 29, 14, 0, tzinfo=ZONE)
    february = month_of(date(2027, 2, 5))  # its first week is Tết
    over = await bells.at(None, lambda u: over_at(u, u_class(bells), february))
    assert over is not None
    assert over.date() == date(2027, 2, 23)
    august = month_of(date(2026, 8, 1))
    assert await bells.at(None, lambda u: over_at(u, u_class(bells), august)) is None


def u_class(bells: Bells) -> int:
    """The class 7A1."""
    return bells.ids["7A1"]


def test_months_follow_each_other() -> None:
    month = month_of(date(2028, 3, 15))
    assert (month.first, month.last) == (date(2028, 3, 1), date(2028, 3, 31))
    assert month_before(month).last == date(2028, 2, 29)
    assert month_before(month_of(date(2027, 1, 1))).label == "12/2026"
