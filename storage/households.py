"""Who belongs to whom: pupils of a class with their guardians, children of an adult, teachers.

Every list is of one day, and says of each guardian whether they have an account that is open and
whether the principal has barred them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import (
    Account,
    Barring,
    Enrolment,
    Guardianship,
    Homeroom,
    Person,
    Pupil,
    SchoolClass,
    SchoolYear,
    Staff,
    StaffRole,
)

Rows = Select[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Tie:
    """One guardian of one pupil, as of the day it was asked for."""

    person_id: int
    guardian: str
    phone: str | None
    relation: str
    pupil_id: int
    pupil: str
    list_number: int
    class_id: int
    class_name: str
    linked: bool
    barred: bool
    is_staff: bool


@dataclass(frozen=True, slots=True)
class PupilPlace:
    """A pupil in their class."""

    pupil_id: int
    name: str
    list_number: int
    class_id: int
    class_name: str


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A member of staff; `linked` says whether they have an open account."""

    person_id: int
    code: str
    name: str
    linked: bool


def running(table: Any, day: date) -> ColumnElement[bool]:
    """Rows with `starts` and `ends` that hold on a day."""
    held: ColumnElement[bool] = (table.starts <= day) & or_(table.ends.is_(None), table.ends >= day)
    return held


def _year(day: date) -> Any:
    """The school year of a day; in the holidays the coming one, or else the last there was."""
    ahead = SchoolYear.ends >= day
    return (
        select(SchoolYear.id)
        .order_by(ahead.desc(), case((ahead, SchoolYear.starts)), SchoolYear.starts.desc())
        .limit(1)
        .scalar_subquery()
    )


def _in_class(day: date) -> ColumnElement[bool]:
    """Enrolments of that year that have not ended; families are invited before it begins."""
    not_ended = or_(Enrolment.ends.is_(None), Enrolment.ends >= day)
    return and_(not_ended, SchoolClass.year_id == _year(day))


def _linked() -> ColumnElement[bool]:
    return (
        select(Account.id)
        .where(Account.person_id == Person.id, Account.closed_at.is_(None))
        .correlate(Person)
        .exists()
    )


def _ties(day: date) -> Rows:
    barred = (
        select(Barring.pupil_id)
        .where(Barring.person_id == Person.id, Barring.pupil_id == Pupil.id)
        .correlate(Person, Pupil)
        .exists()
    )
    is_staff = (
        select(Staff.person_id)
        .where(Staff.person_id == Person.id, Staff.active)
        .correlate(Person)
        .exists()
    )
    return (
        select(
            Person.id,
            Person.full_name,
            Person.phone,
            Guardianship.relation,
            Pupil.id,
            Pupil.full_name,
            Enrolment.list_number,
            SchoolClass.id,
            SchoolClass.name,
            _linked(),
            barred,
            is_staff,
        )
        .join(Guardianship, Guardianship.person_id == Person.id)
        .join(Pupil, Pupil.id == Guardianship.pupil_id)
        .join(Enrolment, Enrolment.pupil_id == Pupil.id)
        .join(SchoolClass, SchoolClass.id == Enrolment.class_id)
        .where(_in_class(day))
        .order_by(SchoolClass.grade, SchoolClass.name, Enrolment.list_number, Guardianship.relation)
    )


async def _read(session: AsyncSession, statement: Rows) -> list[Tie]:
    rows = await session.execute(statement)
    return [Tie(*row) for row in rows]


async def ties_of_class(session: AsyncSession, class_id: int, day: date) -> list[Tie]:
    """The guardians of a class's pupils, by list number, father before guardian before mother."""
    return await _read(session, _ties(day).where(SchoolClass.id == class_id))


async def ties_of_pupil(session: AsyncSession, pupil_id: int, day: date) -> list[Tie]:
    """The guardians of one pupil."""
    return await _read(session, _ties(day).where(Pupil.id == pupil_id))


async def ties_of_person(session: AsyncSession, person_id: int, day: date) -> list[Tie]:
    """The children an adult is guardian of."""
    return await _read(session, _ties(day).where(Person.id == person_id))


async def ties_of_phone(session: AsyncSession, phone: str, day: date) -> list[Tie]:
    """The guardians with this number (as `0…`), one row per child."""
    return await _read(session, _ties(day).where(Person.phone == phone))


async def all_ties(session: AsyncSession, day: date) -> list[Tie]:
    """Every guardian of every pupil."""
    return await _read(session, _ties(day))


async def barred_ties(session: AsyncSession, day: date) -> list[Tie]:
    """The guardians who are barred from a child."""
    statement = _ties(day).join(
        Barring, (Barring.person_id == Person.id) & (Barring.pupil_id == Pupil.id)
    )
    return await _read(session, statement)


def _pupils(day: date) -> Rows:
    return (
        select(Pupil.id, Pupil.full_name, Enrolment.list_number, SchoolClass.id, SchoolClass.name)
        .join(Enrolment, Enrolment.pupil_id == Pupil.id)
        .join(SchoolClass, SchoolClass.id == Enrolment.class_id)
        .where(_in_class(day))
        .order_by(SchoolClass.grade, SchoolClass.name, Enrolment.list_number)
    )


async def pupils_of_class(session: AsyncSession, class_id: int, day: date) -> list[PupilPlace]:
    """The pupils of a class by list number."""
    rows = await session.execute(_pupils(day).where(SchoolClass.id == class_id))
    return [PupilPlace(*row) for row in rows]


async def pupil_place(session: AsyncSession, pupil_id: int, day: date) -> PupilPlace | None:
    """Where a pupil is on a day; None for one who is in no class."""
    row = (await session.execute(_pupils(day).where(Pupil.id == pupil_id))).first()
    return PupilPlace(*row) if row else None


async def pupil_by_code(session: AsyncSession, code: str, day: date) -> PupilPlace | None:
    """The pupil with the sector database's code."""
    row = (await session.execute(_pupils(day).where(Pupil.code == code))).first()
    return PupilPlace(*row) if row else None


async def classes(session: AsyncSession, day: date) -> Sequence[SchoolClass]:
    """The classes of the day's school year."""
    rows = await session.scalars(
        select(SchoolClass)
        .where(SchoolClass.year_id == _year(day))
        .order_by(SchoolClass.grade, SchoolClass.name)
    )
    return rows.all()


async def class_names(session: AsyncSession, ids: Collection[int]) -> list[str]:
    """The names of classes, in order."""
    rows = await session.scalars(
        select(SchoolClass.name)
        .where(SchoolClass.id.in_(ids))
        .order_by(SchoolClass.grade, SchoolClass.name)
    )
    return list(rows)


async def homeroom_teachers(
    session: AsyncSession, class_ids: Collection[int], day: date
) -> Sequence[int]:
    """The people in charge of these classes who can be written to."""
    rows = await session.scalars(
        select(Person.id)
        .join(Homeroom, Homeroom.person_id == Person.id)
        .where(
            Homeroom.class_id.in_(class_ids),
            running(Homeroom, day),
            _linked(),
        )
        .distinct()
    )
    return rows.all()


async def holders_of(session: AsyncSession, role: str) -> Sequence[int]:
    """The active staff with a role who can be written to."""
    rows = await session.scalars(
        select(Person.id)
        .join(StaffRole, StaffRole.person_id == Person.id)
        .join(Staff, Staff.person_id == Person.id)
        .where(StaffRole.role == role, Staff.active, _linked())
    )
    return rows.all()


def _staff() -> Rows:
    return (
        select(Person.id, Staff.code, Person.full_name, _linked())
        .join(Staff, Staff.person_id == Person.id)
        .where(Staff.active)
        .order_by(Staff.code)
    )


async def staff(session: AsyncSession) -> list[StaffMember]:
    """All active staff by code."""
    return [StaffMember(*row) for row in await session.execute(_staff())]


async def staff_member(session: AsyncSession, person_id: int) -> StaffMember | None:
    """One active member of staff."""
    row = (await session.execute(_staff().where(Person.id == person_id))).first()
    return StaffMember(*row) if row else None


async def staff_by_code(session: AsyncSession, code: str) -> StaffMember | None:
    """The active member of staff with this code."""
    row = (await session.execute(_staff().where(Staff.code == code))).first()
    return StaffMember(*row) if row else None
