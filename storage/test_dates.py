"""The days of midterm and final tests."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import TestDate
from storage.upsert import insert


async def of_grade(
    session: AsyncSession, year_id: int, grade: int
) -> dict[tuple[int, int, str], date]:
    """The days of a grade's tests by subject, term and kind."""
    rows = await session.scalars(
        select(TestDate).where(TestDate.year_id == year_id, TestDate.grade == grade)
    )
    return {(row.subject_id, row.term, row.kind): row.day for row in rows}


async def of_year(session: AsyncSession, year_id: int) -> Sequence[TestDate]:
    """Every test of a year."""
    rows = await session.scalars(
        select(TestDate).where(TestDate.year_id == year_id).order_by(TestDate.day, TestDate.grade)
    )
    return rows.all()


async def put(session: AsyncSession, key: Mapping[str, Any], day: date) -> None:
    """Set a test's day; `key` is year_id, grade, subject_id, term, kind."""
    await session.execute(
        insert(session, TestDate)
        .values(**key, day=day)
        .on_conflict_do_update(index_elements=list(key), set_={"day": day})
    )
