"""Which term marks belong to on a day, where nobody says so."""

from services.periods import year_of
from services.unit import Unit


async def term_now(unit: Unit) -> int:
    """The term of today by the year's plan; the first before it begins and where there is none."""
    for term in reversed((await year_of(unit)).terms):
        if unit.today >= term.first and term.number is not None:
            return term.number
    return 1
