"""Months, terms and the school year: one calendar for a child's page and for the roll book.

The first term begins with the year and the second with its first planned week, so that the two make
the year and no day falls between them.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from services.errors import Invalid
from services.rosters import classes
from services.unit import Unit
from storage.terms import term_starts

ONE = timedelta(days=1)


class Kind(StrEnum):
    """How long a period is."""

    MONTH = "month"
    TERM = "term"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both counted; `number` is that of the month or term."""

    kind: Kind
    first: date
    last: date
    number: int | None = None

    @property
    def label(self) -> str:
        """The month or year in figures ("11/2026", "2026-2027"), as texts put it."""
        if self.kind is Kind.MONTH:
            return f"{self.first:%m/%Y}"
        return f"{self.first.year}-{self.last.year}" if self.kind is Kind.YEAR else ""

    @property
    def code(self) -> str:
        """Names it in buttons: m2026-11, t1, y."""
        if self.kind is Kind.MONTH:
            return f"m{self.first:%Y-%m}"
        return f"t{self.number}" if self.kind is Kind.TERM else "y"


@dataclass(frozen=True, slots=True)
class Year:
    """A school year with its terms, as far as the plan of weeks names them."""

    first: date
    last: date
    terms: tuple[Period, ...] = ()

    @property
    def whole(self) -> Period:
        """The year as a period."""
        return Period(Kind.YEAR, self.first, self.last)

    @property
    def months(self) -> list[Period]:
        """Every month that has a day of the year; whole months."""
        found = [month_of(self.first)]
        while found[-1].last < self.last:
            found.append(month_of(found[-1].last + ONE))
        return found


def month_of(day: date) -> Period:
    """The calendar month that `day` is in."""
    last = day.replace(day=monthrange(day.year, day.month)[1])
    return Period(Kind.MONTH, day.replace(day=1), last, day.month)


def month_before(period: Period) -> Period:
    """The month before the period's first day."""
    return month_of(month_of(period.first).first - ONE)


async def terms_of(unit: Unit, first: date, last: date) -> tuple[Period, ...]:
    """The terms of the year that has these ends; none where its plan of weeks names none."""
    starts = await term_starts(unit.session, first)
    if not starts:
        return ()
    second = starts.get(2)
    if second is None:
        return (Period(Kind.TERM, first, last, 1),)
    return (
        Period(Kind.TERM, first, second - ONE, 1),
        Period(Kind.TERM, second, last, 2),
    )


async def year_of(unit: Unit) -> Year:
    """The school year of the unit's day, or the newest outside of one; raises `Invalid` where the
    school has no class yet."""
    found = await classes(unit)
    if not found:
        raise Invalid("period-no-year")
    first, last = found[0].starts, found[0].ends
    return Year(first, last, await terms_of(unit, first, last))
