"""By when marks must be in: the regulation's days, by the reference's worked examples."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from services.score_cells import Column, ColumnKind
from services.score_deadlines import Deadlines, deadlines_of, working_day, working_days_after
from services.unit import Unit
from tests.support.marks import Marks

DAYS = some.dates(date(2025, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("test", "own", "last"),
    [
        (date(2026, 4, 17), {}, date(2026, 5, 6)),  # 27/4, 30/4 and 1/5 are skipped
        # Sat 22/8 is worked instead of 31/8, as announced; 1 and 2/9 are the country's.
        (
            date(2026, 8, 20),
            {date(2026, 8, 22): True, date(2026, 8, 31): False},
            date(2026, 9, 7),
        ),
        (date(2026, 11, 4), {}, date(2026, 11, 18)),
        (date(2026, 11, 20), {}, date(2026, 12, 7)),  # 24/11 is a holiday from 2026 on
        (date(2026, 11, 20), {date(2026, 11, 24): True}, date(2026, 12, 4)),  # the school's own
    ],
)
def test_ten_working_days_after_the_test(test: date, own: dict[date, bool], last: date) -> None:
    assert working_days_after(test, 10, working_day(own)) == last


@given(DAYS, some.integers(1, 30))
def test_the_last_day_is_a_working_day_with_so_many_before_it(test: date, count: int) -> None:
    is_working = working_day({})
    last = working_days_after(test, count, is_working)
    assert is_working(last)
    between = (test + timedelta(days=n) for n in range(1, (last - test).days + 1))
    assert sum(is_working(day) for day in between) == count


async def found(marks: Marks, name: str = "7A1") -> Deadlines:
    async def work(unit: Unit) -> Deadlines:
        return await deadlines_of(unit, marks.ids[name])

    return await marks.at("quang", work)


async def test_a_school_year_has_its_four_dates_and_its_tests(marks: Marks) -> None:
    due, maths = await found(marks), marks.ids["subject TOAN"]

    def last(code: str, regular: int = 4) -> date | None:
        return due.of(maths, Column.of(code), regular)

    assert [last(f"1tx{n}") for n in (1, 2, 3, 4)] == [date(2026, 10, 31)] * 2 + [
        date(2027, 1, 2)
    ] * 2
    assert last("2tx1") == date(2027, 3, 20)  # week 26; the two weeks of Tết have no number
    assert last("2tx4") == date(2027, 5, 15)
    assert last("1gk") == date(2026, 11, 18)
    assert due.of(maths, Column(2, ColumnKind.REASSESSMENT), 4) == date(2027, 8, 31)
    assert due.of(maths, Column.of("1tx2"), 2) == date(2027, 1, 2)
