"""Reading what the four lists of a class show beside its roll, and writing what clears it up."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Table, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.leave import covers
from storage.tables import (
    AbsenceCase,
    AbsenceCopy,
    AbsenceReason,
    Attendance,
    Discrepancy,
    Enrolment,
    LeaveRequest,
    OutboxRow,
    RollCall,
)
from storage.upsert import insert

FRESH = {"populate_existing": True}
BLIND = {"synchronize_session": False}
_DISCREPANCY = cast(Table, Discrepancy.__table__)
_REASON = cast(Table, AbsenceReason.__table__)


async def class_rolls(session: AsyncSession, class_id: int, day: date) -> Sequence[RollCall]:
    """The rolls of a class on a day, the newest first."""
    rows = await session.scalars(
        select(RollCall)
        .where(RollCall.class_id == class_id, RollCall.day == day, RollCall.withdrawn.is_(False))
        .order_by(RollCall.taken_at.desc(), RollCall.id.desc()),
        execution_options=FRESH,
    )
    return rows.all()


async def standings(session: AsyncSession, roll_id: int) -> Sequence[Attendance]:
    """Everybody who was not plainly present in a roll."""
    rows = await session.scalars(
        select(Attendance).where(Attendance.roll_id == roll_id), execution_options=FRESH
    )
    return rows.all()


async def said(
    session: AsyncSession, class_id: int, day: date, half: str
) -> Sequence[LeaveRequest]:
    """The leave that families of a class have asked for that half-day, refused or not, oldest
    first; lateness and early leaving are not leave."""
    rows = await session.scalars(
        select(LeaveRequest)
        .join(Enrolment, Enrolment.pupil_id == LeaveRequest.pupil_id)
        .where(
            Enrolment.class_id == class_id,
            Enrolment.starts <= day,
            (Enrolment.ends.is_(None)) | (Enrolment.ends >= day),
            LeaveRequest.kind == "leave",
            LeaveRequest.status.in_(("asked", "granted")),
            covers(day, half),
        )
        .order_by(LeaveRequest.id),
        execution_options=FRESH,
    )
    return rows.all()


async def alerts(
    session: AsyncSession, roll_id: int
) -> list[tuple[AbsenceCase, AbsenceCopy | None, OutboxRow | None]]:
    """The cases of a roll, each with the guardians' alerts of its round."""
    rows = await session.execute(
        select(AbsenceCase, AbsenceCopy, OutboxRow)
        .outerjoin(
            AbsenceCopy,
            (AbsenceCopy.case_id == AbsenceCase.id)
            & (AbsenceCopy.round == AbsenceCase.round)
            & (AbsenceCopy.kind == "alert"),
        )
        .outerjoin(OutboxRow, OutboxRow.id == AbsenceCopy.outbox_id)
        .where(AbsenceCase.roll_id == roll_id)
        .order_by(AbsenceCase.id, AbsenceCopy.id),
        execution_options=FRESH,
    )
    return [(case, copy, row) for case, copy, row in rows]


async def discrepancies(session: AsyncSession, roll_id: int) -> Sequence[Discrepancy]:
    """What is known of contradictions in a roll, cleared up or not."""
    rows = await session.scalars(
        select(Discrepancy).where(Discrepancy.roll_id == roll_id).order_by(Discrepancy.id),
        execution_options=FRESH,
    )
    return rows.all()


async def note_discrepancy(session: AsyncSession, values: dict[str, Any]) -> bool:
    """Write a contradiction down; whether it was not known before."""
    made = await session.scalar(
        insert(session, _DISCREPANCY)
        .values(**values)
        .on_conflict_do_nothing(index_elements=["roll_id", "pupil_id", "kind"])
        .returning(_DISCREPANCY.c.id)
    )
    return made is not None


async def close_discrepancy(
    session: AsyncSession, of: tuple[int, int, str], by: int, now: datetime
) -> bool:
    """Mark a contradiction as cleared up, by roll, pupil and kind; False where it was already."""
    roll_id, pupil_id, kind = of
    values = {"roll_id": roll_id, "pupil_id": pupil_id, "kind": kind}
    done = {"closed_by": by, "closed_at": now}
    if await note_discrepancy(session, values | {"said_at": now} | done):
        return True
    closed = await session.scalar(
        update(Discrepancy)
        .where(
            Discrepancy.roll_id == roll_id,
            Discrepancy.pupil_id == pupil_id,
            Discrepancy.kind == kind,
            Discrepancy.closed_at.is_(None),
        )
        .values(**done)
        .returning(Discrepancy.id),
        execution_options=BLIND,
    )
    return closed is not None


async def reasons(session: AsyncSession, roll_id: int) -> dict[int, str]:
    """The reasons that were given for absences of a roll, by pupil."""
    rows = await session.execute(
        select(AbsenceReason.pupil_id, AbsenceReason.reason).where(AbsenceReason.roll_id == roll_id)
    )
    return {row[0]: row[1] for row in rows}


async def put_reason(session: AsyncSession, values: dict[str, Any]) -> None:
    """Write a reason down, in place of one that was given before."""
    statement = insert(session, _REASON).values(**values)
    new = {name: values[name] for name in ("reason", "given_by", "given_at")}
    await session.execute(
        statement.on_conflict_do_update(index_elements=["roll_id", "pupil_id"], set_=new)
    )


async def reword(session: AsyncSession, row_id: int, params: dict[str, Any]) -> bool:
    """Change what a notice will say, while it has not left; whether it had not."""
    changed = await session.scalar(
        update(OutboxRow)
        .where(OutboxRow.id == row_id, OutboxRow.status == "queued")
        .values(params=params)
        .returning(OutboxRow.id),
        execution_options=BLIND,
    )
    return changed is not None


async def rolls_touching(session: AsyncSession, pupil_id: int, day: date) -> Sequence[RollCall]:
    """The rolls of a day of the pupil's class."""
    rows = await session.scalars(
        select(RollCall)
        .join(Enrolment, Enrolment.class_id == RollCall.class_id)
        .where(
            Enrolment.pupil_id == pupil_id,
            Enrolment.starts <= day,
            (Enrolment.ends.is_(None)) | (Enrolment.ends >= day),
            RollCall.day == day,
            RollCall.withdrawn.is_(False),
        ),
        execution_options=FRESH,
    )
    return rows.all()
