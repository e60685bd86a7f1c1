"""When the terms of a school year begin, by its plan of weeks."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import SchoolWeek, SchoolYear


async def term_starts(session: AsyncSession, year_starts: date) -> dict[int, date]:
    """The first planned day of each term of the year that begins on this day; empty without a
    plan."""
    rows = await session.execute(
        select(SchoolWeek.term, func.min(SchoolWeek.starts))
        .join(SchoolYear, SchoolYear.id == SchoolWeek.year_id)
        .where(SchoolYear.starts == year_starts, SchoolWeek.term.is_not(None))
        .group_by(SchoolWeek.term)
    )
    return {term: starts for term, starts in rows if term is not None}
