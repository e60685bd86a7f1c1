"""The stretches of days over which a child's attendance is looked at: month, term, school year."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from services.errors import Invalid, Outdated
from services.rosters import classes
from services.unit import Unit
from storage import pupil_days
from storage.pupil_days import Term


class Span(StrEnum):
    """How long a period is."""

    MONTH = "month"
    TERM = "term"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both counted; `number` is the term's. `code` names it in buttons:
    m2026-11, t1, y."""

    span: Span
    first: date
    last: date
    number: int = 0

    @property
    def code(self) -> str:
        """See the class."""
        if self.span is Span.MONTH:
            return f"m{self.first:%Y-%m}"
        return f"t{self.number}" if self.span is Span.TERM else "y"


@dataclass(frozen=True, slots=True)
class Year:
    """The school year that is looked at, with its terms."""

    first: date
    last: date
    terms: tuple[Term, ...] = ()

    @property
    def whole(self) -> Period:
        """The year as a period."""
        return Period(Span.YEAR, self.first, self.last)

    @property
    def months(self) -> list[Period]:
        """Every month that has a day of the year; whole months."""
        found, first = [], self.first.replace(day=1)
        while first <= self.last:
            found.append(month_of(first))
            first = month_of(first).last + timedelta(days=1)
        return found


def month_of(day: date) -> Period:
    """The calendar month of a day."""
    last = calendar.monthrange(day.year, day.month)[1]
    return Period(Span.MONTH, day.replace(day=1), day.replace(day=last))


async def year_of(unit: Unit) -> Year:
    """The school year of the unit's day, or the newest outside of one; raises `Invalid` where
    the school has no class yet."""
    found = await classes(unit)
    if not found:
        raise Invalid("attendance-no-year")
    starts, ends = found[0].starts, found[0].ends
    return Year(starts, ends, tuple(await pupil_days.terms(unit.session, starts)))


def period(year: Year, today: date, code: str | None) -> Period:
    """The period with this code; without one this month, or the year's last month after it.

    A month without its year ("11") is the school year's. Raises `Invalid` for a month or term that
    the year has not, or that is still to come, and `Outdated` for no code at all.
    """
    begun = [month for month in year.months if month.first <= today]
    if code is None:
        return (begun or year.months)[-1]
    if code == "y":
        return year.whole
    kind, value = code[:1], code[1:]
    if kind == "t":
        return _term(year, today, value)
    if kind != "m":
        raise Outdated
    fits = [m for m in begun if value in (f"{m.first:%Y-%m}", str(m.first.month))]
    if not fits:
        month = value.partition("-")[2] or value
        raise Invalid("attendance-no-such-month", month=str(int(month)) if month.isdigit() else "")
    return fits[-1]


def _term(year: Year, today: date, value: str) -> Period:
    for term in year.terms:
        if str(term.number) == value and term.first <= today:
            return Period(Span.TERM, term.first, term.last, term.number)
    raise Invalid("attendance-no-such-term", term=value)


def neighbours(year: Year, today: date, of: Period) -> tuple[Period | None, Period | None]:
    """The month before and the month after, as far as they have begun and are the year's."""
    if of.span is not Span.MONTH:
        return None, None
    begun: Sequence[Period] = [month for month in year.months if month.first <= today]
    if of not in begun:
        return None, None
    at = begun.index(of)
    return (begun[at - 1] if at else None), (begun[at + 1] if at + 1 < len(begun) else None)
