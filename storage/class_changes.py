"""Reading and writing who is in which class from when to when, and the entries that changed it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import (
    Barring,
    Base,
    Enrolment,
    GroupMember,
    Guardianship,
    Invite,
    NameAlias,
    Person,
    Pupil,
    PupilMove,
    PupilRecord,
    SchoolClass,
    SchoolYear,
)

BLIND = {"synchronize_session": False}
ENTERED_WITH = (Invite, Barring, Guardianship, NameAlias, PupilRecord, Enrolment, GroupMember)


@dataclass(frozen=True, slots=True)
class Stay:
    """A pupil's time in a class, with the first and last day of the class's year."""

    id: int
    pupil_id: int
    name: str
    class_id: int
    class_name: str
    grade: int
    number: int
    starts: date
    ends: date | None
    outcome: str | None
    year_starts: date
    year_ends: date

    def holds(self, day: date) -> bool:
        """Whether the pupil was on the list that day."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


def _stays() -> Any:
    return (
        select(
            Enrolment.id,
            Enrolment.pupil_id,
            Pupil.full_name,
            SchoolClass.id,
            SchoolClass.name,
            SchoolClass.grade,
            Enrolment.list_number,
            Enrolment.starts,
            Enrolment.ends,
            Enrolment.outcome,
            SchoolYear.starts,
            SchoolYear.ends,
        )
        .join(Pupil, Pupil.id == Enrolment.pupil_id)
        .join(SchoolClass, SchoolClass.id == Enrolment.class_id)
        .join(SchoolYear, SchoolYear.id == SchoolClass.year_id)
        .order_by(Enrolment.starts, Enrolment.id)
    )


async def stays(session: AsyncSession, pupil_id: int) -> list[Stay]:
    """All classes a pupil was in, oldest first."""
    rows = await session.execute(_stays().where(Enrolment.pupil_id == pupil_id))
    return [Stay(*row) for row in rows]


async def stays_of_year(session: AsyncSession, day: date) -> list[Stay]:
    """Every stay in a class of the year that `day` falls in."""
    rows = await session.execute(_stays().where(SchoolYear.starts <= day, SchoolYear.ends >= day))
    return [Stay(*row) for row in rows]


async def touched(session: AsyncSession, first: date, last: date, before: date) -> list[Stay]:
    """The stays of pupils of whom one began in these days, or ended from `before` on."""
    pupils = select(Enrolment.pupil_id).where(
        or_(Enrolment.starts.between(first, last), Enrolment.ends.between(before, last))
    )
    rows = await session.execute(_stays().where(Enrolment.pupil_id.in_(pupils)))
    return [Stay(*row) for row in rows]


async def hold_class(session: AsyncSession, class_id: int) -> None:
    """Nobody else gives out list numbers of this class until the commit."""
    await session.execute(
        select(SchoolClass.id).where(SchoolClass.id == class_id).with_for_update()
    )


async def last_number(session: AsyncSession, class_id: int) -> int:
    """The highest list number that was ever given in a class."""
    found = await session.scalar(
        select(func.max(Enrolment.list_number)).where(Enrolment.class_id == class_id)
    )
    return int(found or 0)


async def end_stay(session: AsyncSession, id: int, ends: date, outcome: str) -> None:
    """Let a stay end with a day; one that would end before it begins never was."""
    row = await session.get_one(Enrolment, id)
    if ends < row.starts:
        await session.delete(row)
    else:
        row.ends, row.outcome = ends, outcome
    await session.flush()


async def drop_stay(session: AsyncSession, id: int) -> None:
    """Take a stay away that has not begun."""
    await session.delete(await session.get_one(Enrolment, id))
    await session.flush()


async def open_stay(
    session: AsyncSession, pupil_id: int, class_id: int, number: int, starts: date
) -> None:
    """Put a pupil on a class's list."""
    session.add(Enrolment(pupil_id=pupil_id, class_id=class_id, list_number=number, starts=starts))
    await session.flush()


async def end_memberships(session: AsyncSession, pupil_id: int, last: date) -> None:
    """A pupil who leaves the school leaves its groups, too."""
    await session.execute(
        update(GroupMember)
        .where(
            GroupMember.pupil_id == pupil_id,
            or_(GroupMember.ends.is_(None), GroupMember.ends > last),
        )
        .values(ends=last),
        execution_options=BLIND,
    )


async def snapshot(session: AsyncSession, pupil_id: int) -> dict[str, Any]:
    """A pupil's enrolments and memberships as JSON."""
    stays = await session.execute(
        select(
            Enrolment.class_id,
            Enrolment.list_number,
            Enrolment.starts,
            Enrolment.ends,
            Enrolment.outcome,
        )
        .where(Enrolment.pupil_id == pupil_id)
        .order_by(Enrolment.starts, Enrolment.id)
    )
    groups = await session.execute(
        select(GroupMember.group_id, GroupMember.starts, GroupMember.ends)
        .where(GroupMember.pupil_id == pupil_id)
        .order_by(GroupMember.group_id)
    )
    return {"stays": [_json(row) for row in stays], "groups": [_json(row) for row in groups]}


def _json(row: Iterable[Any]) -> list[Any]:
    return [value.isoformat() if isinstance(value, date) else value for value in row]


async def restore(session: AsyncSession, pupil_id: int, kept: dict[str, Any]) -> None:
    """Make a pupil's enrolments and memberships what a snapshot says."""
    await session.execute(
        delete(Enrolment).where(Enrolment.pupil_id == pupil_id), execution_options=BLIND
    )
    await session.execute(
        delete(GroupMember).where(GroupMember.pupil_id == pupil_id), execution_options=BLIND
    )
    for class_id, number, starts, ends, outcome in kept["stays"]:
        session.add(
            Enrolment(
                pupil_id=pupil_id,
                class_id=class_id,
                list_number=number,
                starts=date.fromisoformat(starts),
                ends=date.fromisoformat(ends) if ends else None,
                outcome=outcome,
            )
        )
    for group_id, starts, ends in kept["groups"]:
        session.add(
            GroupMember(
                group_id=group_id,
                pupil_id=pupil_id,
                starts=date.fromisoformat(starts),
                ends=date.fromisoformat(ends) if ends else None,
            )
        )
    await session.flush()


async def add_move(session: AsyncSession, **values: Any) -> PupilMove:
    """Keep an entry."""
    row = PupilMove(**values)
    session.add(row)
    await session.flush()
    return row


async def move(session: AsyncSession, move_id: int) -> PupilMove | None:
    """An entry as it stands now."""
    return await session.get(PupilMove, move_id, populate_existing=True)


async def mark_undone(session: AsyncSession, move_id: int, at: datetime) -> bool:
    """Note that an entry was taken back; whether it still stood."""
    found = await session.scalar(
        update(PupilMove)
        .where(PupilMove.id == move_id, PupilMove.undone_at.is_(None))
        .values(undone_at=at)
        .returning(PupilMove.id),
        execution_options=BLIND,
    )
    return found is not None


async def is_spoken_of(session: AsyncSession, pupil_id: int) -> bool:
    """Whether anything but the entry itself is kept of the pupil: a roll, a request, a remark."""
    entered = {table.__tablename__ for table in (*ENTERED_WITH, PupilMove)}
    for table in Base.metadata.sorted_tables:
        if "pupil_id" not in table.columns or table.name in entered:
            continue
        found = select(table.c.pupil_id).where(table.c.pupil_id == pupil_id).limit(1)
        if await session.scalar(found) is not None:
            return True
    return False


async def forget_pupil(session: AsyncSession, pupil_id: int) -> None:
    """Take a pupil out who was entered by mistake, with what ties adults to them."""
    await session.execute(
        update(PupilMove).where(PupilMove.pupil_id == pupil_id).values(pupil_id=None),
        execution_options=BLIND,
    )
    for table in ENTERED_WITH:
        await session.execute(
            delete(table).where(table.pupil_id == pupil_id), execution_options=BLIND
        )
    await session.execute(delete(Pupil).where(Pupil.id == pupil_id), execution_options=BLIND)


async def adult(session: AsyncSession, phone: str) -> Sequence[Person]:
    """The adults with this number."""
    return (await session.scalars(select(Person).where(Person.phone == phone))).all()


async def pupils_named(session: AsyncSession) -> list[tuple[int, str, date | None, str | None]]:
    """Every pupil there ever was: id, name, birth date, code."""
    rows = await session.execute(
        select(Pupil.id, Pupil.full_name, Pupil.birth_date, Pupil.code).order_by(Pupil.id)
    )
    return [(id, name, born, code) for id, name, born, code in rows]


async def year_of(session: AsyncSession, day: date) -> tuple[date, date] | None:
    """The first and last day of the school year that a day falls in."""
    row = (
        await session.execute(
            select(SchoolYear.starts, SchoolYear.ends).where(
                SchoolYear.starts <= day, SchoolYear.ends >= day
            )
        )
    ).first()
    return (row[0], row[1]) if row else None


async def go_on(session: AsyncSession, id: int) -> None:
    """A stay that had ended has not."""
    row = await session.get_one(Enrolment, id)
    row.ends = row.outcome = None
    await session.flush()
