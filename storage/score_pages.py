"""Reading and keeping signatures under the gradebook's pages, and the monthly remarks."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import BookCheck, ScorePageSignature
from storage.upsert import insert

FRESH = {"populate_existing": True}


async def signatures(session: AsyncSession, class_id: int) -> Sequence[ScorePageSignature]:
    """All signatures under a class's pages, the earliest first."""
    return (
        await session.scalars(
            select(ScorePageSignature)
            .where(ScorePageSignature.class_id == class_id)
            .order_by(ScorePageSignature.signed_at, ScorePageSignature.person_id),
            execution_options=FRESH,
        )
    ).all()


async def sign(session: AsyncSession, key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Keep a signature; `key` is class_id, page, role, person_id."""
    await session.execute(
        insert(session, ScorePageSignature)
        .values(**key, **values)
        .on_conflict_do_update(index_elements=list(key), set_=dict(values))
    )


async def checks(session: AsyncSession, class_id: int) -> Sequence[BookCheck]:
    """The monthly remarks on a class's book, in order."""
    return (
        await session.scalars(
            select(BookCheck).where(BookCheck.class_id == class_id).order_by(BookCheck.month),
            execution_options=FRESH,
        )
    ).all()


async def checked(session: AsyncSession, month: date) -> set[int]:
    """The classes whose book was looked at for a month."""
    found = await session.scalars(select(BookCheck.class_id).where(BookCheck.month == month))
    return set(found)


async def put_check(
    session: AsyncSession, key: Mapping[str, Any], values: Mapping[str, Any]
) -> None:
    """Keep a remark; `key` is class_id, month."""
    await session.execute(
        insert(session, BookCheck)
        .values(**key, **values)
        .on_conflict_do_update(index_elements=list(key), set_=dict(values))
    )
