"""What the board of a day is made of, read for the whole school in few statements."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.households import running
from storage.tables import (
    AbsenceCase,
    Attendance,
    AttendanceChange,
    DaySummary,
    Enrolment,
    LiveBoard,
    Pupil,
    RollCall,
    SchoolClass,
    SchoolYear,
)
from storage.upsert import insert


@dataclass(frozen=True, slots=True)
class ClassSize:
    """A class of the day's year with how many pupils are on its list."""

    id: int
    name: str
    grade: int
    size: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A roll that was taken of a class's main lessons."""

    roll_id: int
    class_id: int
    on_roll: int


@dataclass(frozen=True, slots=True)
class Open:
    """An absence that waits: not explained, or with an alarm. `status` is its case's, if any."""

    roll_id: int
    class_id: int
    half: str
    pupil_id: int
    name: str
    number: int | None
    state: str
    status: str | None


async def classes(session: AsyncSession, day: date) -> list[ClassSize]:
    """The classes of the day's school year by grade and name."""
    rows = await session.execute(
        select(SchoolClass.id, SchoolClass.name, SchoolClass.grade, func.count(Enrolment.id))
        .join(SchoolYear, SchoolYear.id == SchoolClass.year_id)
        .outerjoin(Enrolment, (Enrolment.class_id == SchoolClass.id) & running(Enrolment, day))
        .where(SchoolYear.starts <= day, SchoolYear.ends >= day)
        .group_by(SchoolClass.id, SchoolClass.name, SchoolClass.grade)
        .order_by(SchoolClass.grade, SchoolClass.name)
    )
    return [ClassSize(*row) for row in rows]


def _main(day: date) -> tuple[Any, ...]:
    return (
        RollCall.day == day,
        RollCall.kind == "main",
        RollCall.withdrawn.is_(False),
        RollCall.class_id.is_not(None),
    )


async def taken(session: AsyncSession, day: date, half: str) -> list[Taken]:
    """The rolls of a half-day."""
    rows = await session.execute(
        select(RollCall.id, RollCall.class_id, RollCall.on_roll).where(
            *_main(day), RollCall.half == half
        )
    )
    return [Taken(id, class_id, on_roll) for id, class_id, on_roll in rows if class_id is not None]


async def state_counts(session: AsyncSession, day: date, half: str) -> dict[tuple[int, str], int]:
    """How many pupils stood how for a whole session, by roll and state."""
    rows = await session.execute(
        select(Attendance.roll_id, Attendance.state, func.count())
        .join(RollCall, RollCall.id == Attendance.roll_id)
        .where(*_main(day), RollCall.half == half, Attendance.period.is_(None))
        .group_by(Attendance.roll_id, Attendance.state)
    )
    return {(roll_id, state): count for roll_id, state, count in rows}


async def open_absences(
    session: AsyncSession, day: date, state: str, statuses: Collection[str]
) -> list[Open]:
    """The day's absences in this state for a whole session, and those with a case in one of these
    statuses, by class and list number."""
    rows = await session.execute(
        select(
            RollCall.id,
            RollCall.class_id,
            RollCall.half,
            Pupil.id,
            Pupil.full_name,
            Enrolment.list_number,
            Attendance.state,
            AbsenceCase.status,
        )
        .join(RollCall, RollCall.id == Attendance.roll_id)
        .join(Pupil, Pupil.id == Attendance.pupil_id)
        .join(SchoolClass, SchoolClass.id == RollCall.class_id)
        .outerjoin(
            AbsenceCase,
            (AbsenceCase.roll_id == Attendance.roll_id)
            & (AbsenceCase.pupil_id == Attendance.pupil_id),
        )
        .outerjoin(
            Enrolment,
            (Enrolment.pupil_id == Pupil.id)
            & (Enrolment.class_id == RollCall.class_id)
            & running(Enrolment, day),
        )
        .where(
            *_main(day),
            Attendance.period.is_(None),
            or_(Attendance.state == state, AbsenceCase.status.in_(statuses)),
        )
        .order_by(SchoolClass.grade, SchoolClass.name, Enrolment.list_number, RollCall.half.desc())
    )
    return [
        Open(roll, class_id, half, id, name, number, is_state, status)
        for roll, class_id, half, id, name, number, is_state, status in rows
        if class_id is not None
    ]


async def histories(
    session: AsyncSession, pairs: Collection[tuple[int, int]]
) -> dict[tuple[int, int], list[tuple[datetime, dict[str, Any] | None]]]:
    """How each of these pupils came to stand as they do in these rolls: when, and then how (None:
    present), the oldest first. A pair is a roll and a pupil."""
    if not pairs:
        return {}
    rows = await session.execute(
        select(
            AttendanceChange.roll_id,
            AttendanceChange.pupil_id,
            AttendanceChange.changed_at,
            AttendanceChange.new,
        )
        .where(
            AttendanceChange.roll_id.in_({roll_id for roll_id, _ in pairs}),
            AttendanceChange.pupil_id.in_({pupil_id for _, pupil_id in pairs}),
        )
        .order_by(AttendanceChange.id)
    )
    found: dict[tuple[int, int], list[tuple[datetime, dict[str, Any] | None]]] = {}
    for roll_id, pupil_id, at, new in rows:
        if pupil_id is not None and (roll_id, pupil_id) in pairs:
            found.setdefault((roll_id, pupil_id), []).append((at, new))
    return found


async def on_rolls(
    session: AsyncSession, days: tuple[date, date]
) -> list[tuple[date, int, str, int]]:
    """Day, class, half-day and number on the roll of every main session that has one, both ends
    counted."""
    rows = await session.execute(
        select(RollCall.day, RollCall.class_id, RollCall.half, RollCall.on_roll).where(
            RollCall.day.between(*days),
            RollCall.kind == "main",
            RollCall.withdrawn.is_(False),
            RollCall.class_id.is_not(None),
        )
    )
    return [(day, class_id or 0, half, on_roll) for day, class_id, half, on_roll in rows]


def _newest() -> Any:
    return select(func.coalesce(func.max(AttendanceChange.id), 0)).scalar_subquery()


async def keep(session: AsyncSession, person_id: int, values: dict[str, Any]) -> None:
    """This is the board on the person's phone from now on; it has seen every roll so far."""
    values = values | {"seen": _newest()}
    await session.execute(
        insert(session, LiveBoard)
        .values(person_id=person_id, **values)
        .on_conflict_do_update(index_elements=["person_id"], set_=values)
    )


async def take_stale(
    session: AsyncSession, day: date, now: datetime, *, rolled: datetime, silent: datetime
) -> list[LiveBoard]:
    """The day's boards that may have to be drawn again, each handed out once: shown before
    `rolled` where rolls changed since, or before `silent` at all."""
    found = await session.scalars(
        update(LiveBoard)
        .where(
            LiveBoard.day == day,
            LiveBoard.shown_at <= rolled,
            or_(LiveBoard.seen != _newest(), LiveBoard.shown_at <= silent),
        )
        .values(seen=_newest(), shown_at=now)
        .returning(LiveBoard),
        execution_options={"synchronize_session": False, "populate_existing": True},
    )
    return sorted(found, key=lambda board: board.person_id)


async def summary_made(session: AsyncSession, day: date) -> bool:
    """Whether the day's summary was sent."""
    return await session.get(DaySummary, day) is not None


async def make_summary(session: AsyncSession, day: date, now: datetime) -> bool:
    """Note that the day's summary is sent; False where somebody else has just done it."""
    made = await session.scalar(
        insert(session, DaySummary)
        .values(day=day, made_at=now)
        .on_conflict_do_nothing(index_elements=["day"])
        .returning(DaySummary.day)
    )
    return made is not None


async def live(session: AsyncSession, person_id: int) -> LiveBoard | None:
    """The board on somebody's phone."""
    return await session.get(LiveBoard, person_id, populate_existing=True)
