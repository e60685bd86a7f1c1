"""What is to be noticed of a pupil's absences: plain rules over counted absences.

Days on end are days on which the class has a roll: one without a roll neither breaks the row nor
adds to it. A row that was granted throughout is known to the teacher who granted it, so it warns
of nothing.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from services.attendance_states import State
from services.attendance_sums import Missed
from services.periods import month_of
from services.school_rules import SchoolRules

Break = tuple[date, date]  # the first and last day of weeks without lessons
MONTHS = 12


class Kind(StrEnum):
    """See `storage.tables.AttendanceWarning`."""

    MONTH = "month"
    ROW = "row"
    YEAR = "year"
    DROPOUT = "dropout"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is so by the rolls as they stand; fields as in `AttendanceWarning`. `days`
    are the absences that it counts, in order."""

    kind: Kind
    code: str
    days: tuple[date, ...]
    occasion: str | None = None

    @property
    def first(self) -> date:
        """The first day it is about."""
        return self.days[0]

    @property
    def last(self) -> date:
        """The last one so far."""
        return self.days[-1]

    @property
    def count(self) -> int:
        """How many absences it counts."""
        return len(self.days)

    def says_all_of(self, other: "Finding") -> bool:
        """Whether a row needs no message of its own, since the month's names each of its days."""
        month_and_row = (self.kind, other.kind) == (Kind.MONTH, Kind.ROW)
        return month_and_row and set(other.days) <= set(self.days)

    def is_same(self, kind: str, code: str, days: tuple[date, date]) -> bool:
        """Whether a warning is about this: a row is the same while it overlaps, though a
        correction took a day off its end."""
        if self.kind != kind:
            return False
        if self.kind in (Kind.ROW, Kind.DROPOUT):
            return self.first <= days[1] and days[0] <= self.last
        return self.code == code


def findings(
    missed: Sequence[Missed],
    rolled: Collection[date],
    rules: SchoolRules,
    year: str,
    breaks: Collection[Break] = (),
) -> list[Finding]:
    """All there is to notice of one pupil in one school year, named `year`; `missed` by day,
    `rolled` the days on which the pupil's class has a roll."""
    rows = list(rows_of(missed, rolled))
    return [
        *_months(missed, rules.warn_month),
        *_rows(rows, rules.warn_row),
        *_year(missed, year, (rules.warn_first, rules.warn_second)),
        *_dropouts(rows, rules, breaks),
    ]


def rows_of(missed: Iterable[Missed], rolled: Collection[date]) -> Iterable[list[Missed]]:
    """The absences in rows of days on end; of a day with two counted halves the first stands."""
    by_day: dict[date, Missed] = {}
    for each in missed:
        kept = by_day.get(each.day)
        if kept is None or kept.state is State.EXCUSED:
            by_day[each.day] = each
    row: list[Missed] = []
    for day in sorted({*rolled, *by_day}):
        if day in by_day:
            row.append(by_day[day])
            continue
        if row:
            yield row
        row = []
    if row:
        yield row


def _months(missed: Sequence[Missed], most: int) -> Iterable[Finding]:
    by_month: dict[date, list[date]] = {}
    for each in missed:
        if each.state is State.UNEXCUSED:
            by_month.setdefault(month_of(each.day).first, []).append(each.day)
    for first, days in by_month.items():
        if most and len(days) >= most:
            yield Finding(Kind.MONTH, f"{first:%Y-%m}", tuple(days))


def _rows(rows: Iterable[list[Missed]], most: int) -> Iterable[Finding]:
    for row in rows:
        if most and len(row) >= most and not _granted(row):
            yield _row(Kind.ROW, row)


def _row(kind: Kind, row: Sequence[Missed], occasion: str | None = None) -> Finding:
    days = tuple(each.day for each in row)
    return Finding(kind, days[0].isoformat(), days, occasion)


def _granted(row: Iterable[Missed]) -> bool:
    return all(each.state is State.EXCUSED for each in row)


def _year(missed: Sequence[Missed], year: str, thresholds: tuple[int, int]) -> Iterable[Finding]:
    """Each threshold that is reached, numbered, so that a changed rule does not tell it anew."""
    reached = [(n, most) for n, most in enumerate(thresholds, 1) if most and len(missed) >= most]
    for n, _ in reached:
        code = f"{year}:{n}"
        yield Finding(Kind.YEAR, code, tuple(each.day for each in missed))


def _dropouts(
    rows: Iterable[list[Missed]], rules: SchoolRules, breaks: Collection[Break]
) -> Iterable[Finding]:
    for row in rows:
        if not rules.dropout_days or len(row) < rules.dropout_days or _granted(row):
            continue
        occasion = _occasion(row, rules, breaks)
        if occasion is not None:
            yield _row(Kind.DROPOUT, row, occasion)


def _occasion(row: Sequence[Missed], rules: SchoolRules, breaks: Collection[Break]) -> str | None:
    """Why a long absence at this time asks for care: the weeks after Tết, or the harvest."""
    near = timedelta(days=rules.after_tet)
    if any(ends < row[0].day <= ends + near for _, ends in breaks):
        return "tet"
    if any(in_harvest(each.day, rules) for each in row):
        return "harvest"
    return None


def in_harvest(day: date, rules: SchoolRules) -> bool:
    """Whether a day is in the months of harvest, which may go over the turn of the year."""
    first, last = rules.harvest_from, rules.harvest_to
    if not 1 <= first <= MONTHS or not 1 <= last <= MONTHS:
        return False
    if first <= last:
        return first <= day.month <= last
    return day.month >= first or day.month <= last
