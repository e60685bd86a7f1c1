"""Reading and moving the roll book's pages. Each step is one conditional update: of two who tap at
once one is first."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.households import running
from storage.tables import (
    Attendance,
    BookAnswer,
    BookCorrection,
    BookPage,
    Enrolment,
    LeaveRequest,
    Pupil,
    RollCall,
)
from storage.upsert import insert

FRESH = {"populate_existing": True}
BLIND = {"synchronize_session": False}
MONTH = "month"


async def is_locked(session: AsyncSession, class_id: int, day: date) -> bool:
    """Whether the month of that day is confirmed for the class."""
    found = await session.scalar(
        select(BookPage.id).where(
            BookPage.class_id == class_id,
            BookPage.kind == MONTH,
            BookPage.first == day.replace(day=1),
            BookPage.confirmed_at.is_not(None),
        )
    )
    return found is not None


async def page(
    session: AsyncSession, class_id: int, kind: str, first: date, last: date
) -> BookPage:
    """The page, written where there is none yet."""
    await session.execute(
        insert(session, BookPage)
        .values(class_id=class_id, kind=kind, first=first, last=last)
        .on_conflict_do_nothing(index_elements=["class_id", "kind", "first"])
    )
    return (
        await session.scalars(
            select(BookPage).where(
                BookPage.class_id == class_id, BookPage.kind == kind, BookPage.first == first
            ),
            execution_options=FRESH,
        )
    ).one()


async def get(session: AsyncSession, page_id: int) -> BookPage | None:
    """A page by its number, as it stands now."""
    return await session.get(BookPage, page_id, populate_existing=True)


async def pages(
    session: AsyncSession, kind: str, first: date, class_ids: Collection[int] | None = None
) -> dict[int, BookPage]:
    """The pages of a period that were begun, by class."""
    statement = select(BookPage).where(BookPage.kind == kind, BookPage.first == first)
    if class_ids is not None:
        statement = statement.where(BookPage.class_id.in_(class_ids))
    rows = await session.scalars(statement, execution_options=FRESH)
    return {row.class_id: row for row in rows}


async def months(
    session: AsyncSession, class_id: int, first: date, last: date
) -> Sequence[BookPage]:
    """The pages of a class's months that begin between these days, in order."""
    rows = await session.scalars(
        select(BookPage)
        .where(
            BookPage.class_id == class_id,
            BookPage.kind == MONTH,
            BookPage.first.between(first.replace(day=1), last),
        )
        .order_by(BookPage.first),
        execution_options=FRESH,
    )
    return rows.all()


async def take_step(
    session: AsyncSession, page: BookPage, step: str, by: int, at: datetime
) -> bool:
    """Mark a step as done ("confirmed"), unless it was; whether this was the first time."""
    done = getattr(BookPage, f"{step}_at")
    taken = await session.scalar(
        update(BookPage)
        .where(BookPage.id == page.id, done.is_(None))
        .values({f"{step}_by": by, f"{step}_at": at})
        .returning(BookPage.id),
        execution_options=BLIND,
    )
    await session.refresh(page)
    return taken is not None


async def answer(session: AsyncSession, values: dict[str, Any]) -> None:
    """Keep what a guardian said of a row; a later word takes the place of an earlier one."""
    statement = insert(session, BookAnswer).values(settled_by=None, settled_at=None, **values)
    later = {name: values[name] for name in ("said", "words", "at")}
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["page_id", "pupil_id", "person_id"],
            set_=later | {"settled_by": None, "settled_at": None},
        )
    )


async def answers(session: AsyncSession, page_id: int) -> Sequence[BookAnswer]:
    """What guardians said of the rows of a page, in order."""
    rows = await session.scalars(
        select(BookAnswer).where(BookAnswer.page_id == page_id).order_by(BookAnswer.at),
        execution_options=FRESH,
    )
    return rows.all()


async def settle_answers(
    session: AsyncSession, page_id: int, pupil_id: int, by: int, at: datetime
) -> bool:
    """The homeroom teacher has seen to what was said of a pupil; whether anything was open."""
    rows = await session.scalars(
        update(BookAnswer)
        .where(
            BookAnswer.page_id == page_id,
            BookAnswer.pupil_id == pupil_id,
            BookAnswer.said == "wrong",
            BookAnswer.settled_at.is_(None),
        )
        .values(settled_by=by, settled_at=at)
        .returning(BookAnswer.id),
        execution_options=BLIND,
    )
    return bool(rows.all())


async def correction(session: AsyncSession, correction_id: int) -> BookCorrection | None:
    """One wish for a correction, as it stands now."""
    return await session.get(BookCorrection, correction_id, populate_existing=True)


async def corrections(session: AsyncSession, page_id: int) -> Sequence[BookCorrection]:
    """Every wish for a correction of a page, oldest first."""
    rows = await session.scalars(
        select(BookCorrection).where(BookCorrection.page_id == page_id).order_by(BookCorrection.id),
        execution_options=FRESH,
    )
    return rows.all()


async def pending(session: AsyncSession) -> Sequence[BookCorrection]:
    """The wishes that wait for the principal, oldest first."""
    rows = await session.scalars(
        select(BookCorrection).where(BookCorrection.status == "pending").order_by(BookCorrection.id)
    )
    return rows.all()


async def settle_correction(
    session: AsyncSession, wish: BookCorrection, status: str, **values: Any
) -> bool:
    """Decide or withdraw a wish that is pending; whether this was the first word on it."""
    taken = await session.scalar(
        update(BookCorrection)
        .where(BookCorrection.id == wish.id, BookCorrection.status == "pending")
        .values(status=status, **values)
        .returning(BookCorrection.id),
        execution_options=BLIND,
    )
    await session.refresh(wish)
    return taken is not None


async def unexplained(
    session: AsyncSession, class_id: int, first: date, last: date
) -> Sequence[tuple[int, int, date, str]]:
    """Whole sessions missed that nobody has settled as P or K: roll, pupil, day, half."""
    rows = await session.execute(
        select(RollCall.id, Attendance.pupil_id, RollCall.day, RollCall.half)
        .join(Attendance, Attendance.roll_id == RollCall.id)
        .where(
            RollCall.class_id == class_id,
            RollCall.day.between(first, last),
            RollCall.kind == "main",
            RollCall.withdrawn.is_(False),
            Attendance.state == "unexplained",
            Attendance.period.is_(None),
        )
        .order_by(RollCall.day, RollCall.half.desc(), Attendance.pupil_id)
    )
    return [(roll, pupil, day, half) for roll, pupil, day, half in rows]


async def open_leave(
    session: AsyncSession, class_id: int, first: date, last: date
) -> Sequence[tuple[LeaveRequest, int, str]]:
    """Leave for these days that nobody decided or that two guardians dispute: with the pupil's
    list number and name. The reason is the homeroom teacher's to read elsewhere."""
    rows = await session.execute(
        select(LeaveRequest, Enrolment.list_number, Pupil.full_name)
        .join(Pupil, Pupil.id == LeaveRequest.pupil_id)
        .join(Enrolment, (Enrolment.pupil_id == Pupil.id) & running(Enrolment, last))
        .where(
            Enrolment.class_id == class_id,
            LeaveRequest.kind == "leave",
            LeaveRequest.from_day <= last,
            LeaveRequest.to_day >= first,
            or_(
                LeaveRequest.status == "asked",
                (LeaveRequest.status == "granted") & LeaveRequest.disputed_by.is_not(None),
            ),
        )
        .order_by(LeaveRequest.from_day, LeaveRequest.id)
    )
    return [(leave, number, name) for leave, number, name in rows]
