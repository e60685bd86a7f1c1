"""By when marks must be in (article 11.1): regular ones by weeks 8, 17, 26 and 34 of the year,
midterm and final within ten working days of the test, retests before 31 August.

The day of the test is not counted; a last day that is off moves to the next working day (civil
code art. 147 and 148). Working days are Monday to Friday without public holidays; the school's own
calendar wins over both.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from services.public_holidays import public_holidays
from services.school_rules import rules_of
from services.score_cells import Column, ColumnKind
from services.unit import Unit
from storage import calendar, gradebook
from storage import test_dates as tests

ONE = timedelta(days=1)
WEEKEND = 5  # Saturday, 0 = Monday
SUMMER = (8, 31)
WorkingDay = Callable[[date], bool]


def working_days_after(day: date, count: int, is_working: WorkingDay) -> date:
    """The `count`th working day after a day, which itself is not counted."""
    while count:
        day += ONE
        count -= is_working(day)
    return day


def working_day(overrides: Mapping[date, bool]) -> WorkingDay:
    """What counts as a working day, with the school's own departures from the country's calendar
    (True: worked)."""

    def is_working(day: date) -> bool:
        own = overrides.get(day)
        if own is not None:
            return own
        return day.weekday() < WEEKEND and day not in public_holidays(day.year)

    return is_working


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The last days of a class: `weeks` are the last days of the numbered weeks by term, in order;
    `tests` the days of tests by (subject, term, kind)."""

    weeks: Mapping[int, Sequence[date]]
    tests: Mapping[tuple[int, int, str], date]
    summer: date
    is_working: WorkingDay
    days: int

    def of(self, subject_id: int, column: Column, regular: int) -> date | None:
        """The last day of a column; None where the plan does not say. The first half of the regular
        marks is due at the term's first date, the rest at its second."""
        if column.kind is ColumnKind.REASSESSMENT:
            return self.summer
        if column.is_periodic:
            held = self.tests.get((subject_id, column.term, column.kind.value))
            return None if held is None else working_days_after(held, self.days, self.is_working)
        weeks = self.weeks.get(column.term, ())
        if not weeks:
            return None
        first_half = column.number <= (regular + 1) // 2
        return weeks[0] if first_half else weeks[-1]


async def deadlines_of(unit: Unit, class_id: int) -> Deadlines:
    """The last days of a class's grade and year."""
    grade, year_id = await gradebook.grade_and_year(unit.session, class_id)

    async def load() -> Deadlines:
        rules = await rules_of(unit)
        first = (rules.scores_week_1, rules.scores_week_2)
        wanted = (*first, rules.scores_week_3, rules.scores_week_4)
        weeks: dict[int, list[date]] = {}
        for week in await calendar.numbered_weeks(unit.session, year_id):
            if week.number in wanted:
                weeks.setdefault(1 if week.number in first else 2, []).append(week.ends)
        ends = await calendar.year_end(unit.session, year_id)
        overrides = await calendar.overrides(unit.session)
        return Deadlines(
            weeks,
            await tests.of_grade(unit.session, year_id, grade),
            date(ends.year, *SUMMER),
            working_day({day: each.taught for day, each in overrides.items()}),
            rules.scores_test_days,
        )

    return await unit.cached(("score-deadlines", year_id, grade), load)
