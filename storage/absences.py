"""Reading and moving the cases of children whose families were told that they are missing.

A case moves from one status to the next by one conditional update, so that of two taps one wins.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import (
    AbsenceCase,
    AbsenceCopy,
    Attendance,
    AttendanceChange,
    LeaveRequest,
    OutboxRow,
    RollCall,
)

FRESH = {"populate_existing": True}
BLIND = {"synchronize_session": False}


async def cases_of_roll(session: AsyncSession, roll_id: int) -> dict[int, AbsenceCase]:
    """The cases of a roll by pupil."""
    rows = await session.scalars(
        select(AbsenceCase).where(AbsenceCase.roll_id == roll_id), execution_options=FRESH
    )
    return {case.pupil_id: case for case in rows}


async def case(session: AsyncSession, case_id: int) -> AbsenceCase | None:
    """One case as it stands now."""
    found: AbsenceCase | None = await session.scalar(
        select(AbsenceCase).where(AbsenceCase.id == case_id), execution_options=FRESH
    )
    return found


async def cases_of_day(
    session: AsyncSession, pupil_id: int, days: tuple[date, date], half: str | None
) -> Sequence[AbsenceCase]:
    """A pupil's cases in the rolls from one day to another; `half` empty means the whole day."""
    statement = (
        select(AbsenceCase)
        .join(RollCall, RollCall.id == AbsenceCase.roll_id)
        .where(AbsenceCase.pupil_id == pupil_id, RollCall.day.between(*days))
        .order_by(AbsenceCase.id)
    )
    if half is not None:
        statement = statement.where(RollCall.half == half)
    return (await session.scalars(statement, execution_options=FRESH)).all()


async def cases_of_leave(session: AsyncSession, leave_id: int) -> Sequence[AbsenceCase]:
    """The cases that a request for leave answers."""
    rows = await session.scalars(
        select(AbsenceCase).where(AbsenceCase.leave_id == leave_id).order_by(AbsenceCase.id),
        execution_options=FRESH,
    )
    return rows.all()


async def open_cases_for(
    session: AsyncSession, person_id: int, day: date, statuses: Collection[str]
) -> Sequence[AbsenceCase]:
    """The day's cases in these statuses of which this person holds a guardian's copy."""
    rows = await session.scalars(
        select(AbsenceCase)
        .join(AbsenceCopy, AbsenceCopy.case_id == AbsenceCase.id)
        .join(RollCall, RollCall.id == AbsenceCase.roll_id)
        .join(OutboxRow, OutboxRow.id == AbsenceCopy.outbox_id)
        .where(
            AbsenceCopy.person_id == person_id,
            AbsenceCopy.kind == "alert",
            AbsenceCopy.state.in_(("standing", "unreached")),
            AbsenceCopy.round == AbsenceCase.round,
            OutboxRow.status.in_(("sending", "sent", "uncertain")),
            RollCall.day == day,
            AbsenceCase.status.in_(statuses),
        )
        .order_by(AbsenceCase.id),
        execution_options=FRESH,
    )
    return rows.all()


async def move(
    session: AsyncSession, case: AbsenceCase, sources: Collection[str], **values: Any
) -> bool:
    """Move a case on if it still is in one of `sources` and this round; whether it was."""
    moved = await session.scalar(
        update(AbsenceCase)
        .where(
            AbsenceCase.id == case.id,
            AbsenceCase.round == case.round,
            AbsenceCase.status.in_(sources),
        )
        .values(**values)
        .returning(AbsenceCase.id),
        execution_options=BLIND,
    )
    await session.refresh(case)
    return moved is not None


async def take_overdue(session: AsyncSession, now: datetime) -> list[int]:
    """The alarms that nobody has taken up in time; each is handed out once."""
    rows = await session.scalars(
        update(AbsenceCase)
        .where(AbsenceCase.status == "left_home", AbsenceCase.escalate_at <= now)
        .values(escalate_at=None)
        .returning(AbsenceCase.id),
        execution_options=BLIND,
    )
    return list(rows)


async def copies(
    session: AsyncSession, case: AbsenceCase, kinds: Collection[str] = ()
) -> list[tuple[AbsenceCopy, OutboxRow]]:
    """The messages that show this round of a case, with the rows they left by."""
    statement = (
        select(AbsenceCopy, OutboxRow)
        .join(OutboxRow, OutboxRow.id == AbsenceCopy.outbox_id)
        .where(AbsenceCopy.case_id == case.id, AbsenceCopy.round == case.round)
        .order_by(AbsenceCopy.id)
    )
    if kinds:
        statement = statement.where(AbsenceCopy.kind.in_(kinds))
    rows = await session.execute(statement, execution_options=FRESH)
    return [(copy, row) for copy, row in rows]


def add_copy(
    session: AsyncSession, case: AbsenceCase, kind: str, person_id: int, row_id: int
) -> None:
    """Note that an outbox row shows this round of a case on somebody's phone; flushed later."""
    session.add(
        AbsenceCopy(
            case_id=case.id, round=case.round, kind=kind, person_id=person_id, outbox_id=row_id
        )
    )


async def corrected_before(session: AsyncSession, case: AbsenceCase) -> list[int]:
    """The guardians whose alert of an earlier round was corrected."""
    found = await session.scalars(
        select(AbsenceCopy.person_id)
        .where(
            AbsenceCopy.case_id == case.id,
            AbsenceCopy.round < case.round,
            AbsenceCopy.kind == "alert",
            AbsenceCopy.state == "corrected",
        )
        .distinct()
    )
    return list(found)


async def unreached(session: AsyncSession, since: datetime) -> list[tuple[AbsenceCopy, OutboxRow]]:
    """The alerts of cases opened since then that did not arrive, or may not have, and of which
    nobody has been told."""
    rows = await session.execute(
        select(AbsenceCopy, OutboxRow)
        .join(AbsenceCase, AbsenceCase.id == AbsenceCopy.case_id)
        .join(OutboxRow, OutboxRow.id == AbsenceCopy.outbox_id)
        .where(
            AbsenceCase.opened_at >= since,
            AbsenceCopy.round == AbsenceCase.round,
            AbsenceCopy.kind == "alert",
            AbsenceCopy.state == "standing",
            OutboxRow.status.in_(("failed", "uncertain")),
        )
        .order_by(AbsenceCopy.id)
    )
    return [(copy, row) for copy, row in rows]


async def cancel_corrected(session: AsyncSession, now: datetime) -> None:
    """Cancel queued alerts that were corrected while they were being sent."""
    corrected = select(AbsenceCopy.outbox_id).where(AbsenceCopy.state == "corrected")
    await session.execute(
        update(OutboxRow)
        .where(
            OutboxRow.status == "queued",
            OutboxRow.notice == "absence-alert",
            OutboxRow.edits.is_(None),
            OutboxRow.id.in_(corrected),
        )
        .values(status="cancelled", settled_at=now),
        execution_options=BLIND,
    )


async def move_leave(
    session: AsyncSession, leave: LeaveRequest, sources: Collection[str], **values: Any
) -> bool:
    """Decide a request for leave if it still is in one of `sources`; whether it was."""
    moved = await session.scalar(
        update(LeaveRequest)
        .where(LeaveRequest.id == leave.id, LeaveRequest.status.in_(sources))
        .values(**values)
        .returning(LeaveRequest.id),
        execution_options=BLIND,
    )
    await session.refresh(leave)
    return moved is not None


async def rolls_of_pupil(
    session: AsyncSession, pupil_id: int, days: tuple[date, date], half: str | None
) -> list[tuple[RollCall, Attendance]]:
    """The rolls from one day to another in which this pupil was not plainly present."""
    statement = (
        select(RollCall, Attendance)
        .join(Attendance, Attendance.roll_id == RollCall.id)
        .where(Attendance.pupil_id == pupil_id, RollCall.day.between(*days))
        .order_by(RollCall.id)
    )
    if half is not None:
        statement = statement.where(RollCall.half == half)
    rows = await session.execute(statement, execution_options=FRESH)
    return [(roll, attendance) for roll, attendance in rows]


async def attendance(session: AsyncSession, roll_id: int, pupil_id: int) -> Attendance | None:
    """How a pupil stands in a roll; None means present."""
    found: Attendance | None = await session.scalar(
        select(Attendance).where(Attendance.roll_id == roll_id, Attendance.pupil_id == pupil_id),
        execution_options=FRESH,
    )
    return found


async def last_change(
    session: AsyncSession, roll_id: int, pupil_id: int
) -> AttendanceChange | None:
    """Who last changed how a pupil stands in a roll, and when."""
    found: AttendanceChange | None = await session.scalar(
        select(AttendanceChange)
        .where(AttendanceChange.roll_id == roll_id, AttendanceChange.pupil_id == pupil_id)
        .order_by(AttendanceChange.id.desc())
        .limit(1)
    )
    return found
