"""Which month, term or year of a child's attendance a button or a message names."""

from collections.abc import Sequence
from datetime import date

from services.errors import Invalid, Outdated
from services.periods import Kind, Period, Year


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
            return term
    raise Invalid("attendance-no-such-term", term=value)


def neighbours(year: Year, today: date, of: Period) -> tuple[Period | None, Period | None]:
    """The month before and the month after, as far as they have begun and are the year's."""
    if of.kind is not Kind.MONTH:
        return None, None
    begun: Sequence[Period] = [month for month in year.months if month.first <= today]
    if of not in begun:
        return None, None
    at = begun.index(of)
    return (begun[at - 1] if at else None), (begun[at + 1] if at + 1 < len(begun) else None)
