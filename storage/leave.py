"""Reading requests for leave: of a session, of a guardian, of days that overlap."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import LeaveRequest

FRESH = {"populate_existing": True}
OPEN = ("asked", "granted", "noted")  # what counts for the days it names
SPOKEN = (*OPEN, "refused")  # the family has said where the child is


def is_of_one_day(leave: LeaveRequest) -> bool:
    """Whether one roll's P or K says all that there is to say of a request."""
    return leave.from_day == leave.to_day and not leave.is_long


def covers(day: date, half: str) -> ColumnElement[bool]:
    """Whether a request is about that half-day."""
    return and_(
        LeaveRequest.from_day <= day,
        LeaveRequest.to_day >= day,
        or_(LeaveRequest.half.is_(None), LeaveRequest.half == half),
    )


async def on_session(
    session: AsyncSession, pupil_ids: Collection[int], day: date, half: str
) -> Sequence[LeaveRequest]:
    """What families of these pupils have said about that half-day, oldest first."""
    if not pupil_ids:
        return ()
    rows = await session.scalars(
        select(LeaveRequest)
        .where(
            LeaveRequest.pupil_id.in_(pupil_ids),
            LeaveRequest.status.in_(SPOKEN),
            covers(day, half),
        )
        .order_by(LeaveRequest.id),
        execution_options=FRESH,
    )
    return rows.all()


async def get(session: AsyncSession, leave_id: int) -> LeaveRequest | None:
    """One request as it stands now."""
    return await session.get(LeaveRequest, leave_id, populate_existing=True)


async def together(session: AsyncSession, leave: LeaveRequest) -> Sequence[LeaveRequest]:
    """All rows of one wish, the first one first."""
    first = leave.part_of or leave.id
    rows = await session.scalars(
        select(LeaveRequest)
        .where(or_(LeaveRequest.id == first, LeaveRequest.part_of == first))
        .order_by(LeaveRequest.id),
        execution_options=FRESH,
    )
    return rows.all()


async def of_pupil(
    session: AsyncSession, pupil_id: int, days: tuple[date, date], statuses: Collection[str]
) -> Sequence[LeaveRequest]:
    """A pupil's requests that touch these days, oldest first."""
    rows = await session.scalars(
        select(LeaveRequest)
        .where(
            LeaveRequest.pupil_id == pupil_id,
            LeaveRequest.status.in_(statuses),
            LeaveRequest.from_day <= days[1],
            LeaveRequest.to_day >= days[0],
        )
        .order_by(LeaveRequest.id),
        execution_options=FRESH,
    )
    return rows.all()


async def of_guardian(
    session: AsyncSession, person_id: int, pupil_ids: Collection[int], since: date
) -> Sequence[LeaveRequest]:
    """A guardian's own open requests of today and later, oldest first."""
    rows = await session.scalars(
        select(LeaveRequest)
        .where(
            LeaveRequest.asked_by == person_id,
            LeaveRequest.pupil_id.in_(pupil_ids),
            LeaveRequest.status.in_(SPOKEN),
            LeaveRequest.to_day >= since,
        )
        .order_by(LeaveRequest.id),
        execution_options=FRESH,
    )
    return rows.all()


async def dispute(session: AsyncSession, leave: LeaveRequest, person_id: int) -> bool:
    """Note that another guardian says otherwise; whether it was not known before."""
    changed = await session.scalar(
        update(LeaveRequest)
        .where(LeaveRequest.id == leave.id, LeaveRequest.disputed_by.is_(None))
        .values(disputed_by=person_id)
        .returning(LeaveRequest.id),
        execution_options={"synchronize_session": False},
    )
    await session.refresh(leave)
    return changed is not None
