"""The quiet questions about a P without a request, and what became of them."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import ExcusedQuestion

FRESH = {"populate_existing": True}


async def of_roll(
    session: AsyncSession, roll_id: int, pupil_ids: Collection[int]
) -> dict[int, ExcusedQuestion]:
    """The questions about these pupils of a roll, by pupil."""
    if not pupil_ids:
        return {}
    rows = await session.scalars(
        select(ExcusedQuestion).where(
            ExcusedQuestion.roll_id == roll_id, ExcusedQuestion.pupil_id.in_(pupil_ids)
        ),
        execution_options=FRESH,
    )
    return {row.pupil_id: row for row in rows}


async def get(session: AsyncSession, question_id: int) -> ExcusedQuestion | None:
    """One question as it stands now."""
    return await session.get(ExcusedQuestion, question_id, populate_existing=True)


async def add(session: AsyncSession, **values: Any) -> ExcusedQuestion:
    """Write a question down."""
    question = ExcusedQuestion(**values)
    session.add(question)
    await session.flush()
    return question


async def move(
    session: AsyncSession, question: ExcusedQuestion, sources: Collection[str], **values: Any
) -> bool:
    """Move a question on if it still is in one of `sources`; whether it was."""
    moved = await session.scalar(
        update(ExcusedQuestion)
        .where(ExcusedQuestion.id == question.id, ExcusedQuestion.status.in_(sources))
        .values(**values)
        .returning(ExcusedQuestion.id),
        execution_options={"synchronize_session": False},
    )
    await session.refresh(question)
    return moved is not None


async def denied(session: AsyncSession, class_id: int, day: date) -> Sequence[ExcusedQuestion]:
    """Of a class and day, where a family has not asked for the leave that is marked."""
    rows = await session.scalars(
        select(ExcusedQuestion)
        .where(
            ExcusedQuestion.class_id == class_id,
            ExcusedQuestion.day == day,
            ExcusedQuestion.status == "denied",
        )
        .order_by(ExcusedQuestion.id)
    )
    return rows.all()
