"""What the rolls say, in bulk: one row for each pupil who was not plainly present in a session."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Attendance, Enrolment, RollCall


@dataclass(frozen=True, slots=True)
class Fact:
    """How a pupil stood in a session of a class or group; as in `Attendance` and `RollCall`."""

    pupil_id: int
    class_id: int | None
    group_id: int | None
    day: date
    half: str
    kind: str
    state: str
    minutes: int | None
    period: int | None


async def facts(
    session: AsyncSession,
    days: tuple[date, date],
    *,
    class_ids: Collection[int] | None = None,
    pupil_ids: Collection[int] | None = None,
    kinds: Collection[str] = ("main",),
) -> list[Fact]:
    """The facts of the rolls of these days (both ends counted) that were not withdrawn, by day and
    half-day; None means of all classes, of all pupils.

    A roll of a class speaks of those who were on its list that day: what it says of a pupil who,
    as was entered later, had left by then does not count.
    """
    listed = exists().where(
        Enrolment.pupil_id == Attendance.pupil_id,
        Enrolment.class_id == RollCall.class_id,
        Enrolment.starts <= RollCall.day,
        or_(Enrolment.ends.is_(None), Enrolment.ends >= RollCall.day),
    )
    where: list[Any] = [
        RollCall.day.between(*days),
        RollCall.kind.in_(kinds),
        RollCall.withdrawn.is_(False),
        or_(RollCall.class_id.is_(None), listed),
    ]
    if class_ids is not None:
        where.append(RollCall.class_id.in_(class_ids))
    if pupil_ids is not None:
        where.append(Attendance.pupil_id.in_(pupil_ids))
    rows = await session.execute(
        select(
            Attendance.pupil_id,
            RollCall.class_id,
            RollCall.group_id,
            RollCall.day,
            RollCall.half,
            RollCall.kind,
            Attendance.state,
            Attendance.minutes,
            Attendance.period,
        )
        .join(RollCall, RollCall.id == Attendance.roll_id)
        .where(*where)
        .order_by(RollCall.day, RollCall.half.desc(), Attendance.pupil_id)
    )
    return [Fact(*row) for row in rows]


async def taken(
    session: AsyncSession, days: tuple[date, date], class_ids: Collection[int] | None = None
) -> set[tuple[int, date, str]]:
    """Of which classes, days and half-days of main lessons there is a roll."""
    where: list[Any] = [
        RollCall.day.between(*days),
        RollCall.kind == "main",
        RollCall.withdrawn.is_(False),
        RollCall.class_id.is_not(None),
    ]
    if class_ids is not None:
        where.append(RollCall.class_id.in_(class_ids))
    rows = await session.execute(
        select(RollCall.class_id, RollCall.day, RollCall.half).where(*where)
    )
    return {(class_id, day, half) for class_id, day, half in rows if class_id is not None}
