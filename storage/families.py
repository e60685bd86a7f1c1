"""Who stands behind the pupils of a roll: their guardians, their class, the names of staff."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.households import running
from storage.tables import (
    Account,
    ActivityGroup,
    Barring,
    Enrolment,
    Guardianship,
    Homeroom,
    Person,
    Pupil,
    SchoolClass,
)


@dataclass(frozen=True, slots=True)
class GuardianRow:
    """A guardian who is not barred from the pupil; `linked`: has an account to write to."""

    person_id: int
    name: str
    relation: str
    phone: str | None
    linked: bool


@dataclass(frozen=True, slots=True)
class PupilRow:
    """A pupil with the class they are in; both parts of it empty for one who is in none."""

    id: int
    name: str
    class_id: int | None
    class_name: str | None
    list_number: int | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What a text says of an adult; `gender` M, F or empty."""

    id: int
    name: str
    gender: str | None
    phone: str | None


async def guardians(
    session: AsyncSession, pupil_ids: Collection[int]
) -> dict[int, list[GuardianRow]]:
    """The guardians of each pupil who may hear of the child."""
    if not pupil_ids:
        return {}
    linked = exists().where(Account.person_id == Person.id, Account.closed_at.is_(None))
    barred = exists().where(
        Barring.person_id == Guardianship.person_id, Barring.pupil_id == Guardianship.pupil_id
    )
    rows = await session.execute(
        select(
            Guardianship.pupil_id,
            Person.id,
            Person.full_name,
            Guardianship.relation,
            Person.phone,
            linked,
        )
        .join(Person, Person.id == Guardianship.person_id)
        .where(Guardianship.pupil_id.in_(pupil_ids), ~barred)
        .order_by(Guardianship.pupil_id, Person.id)
    )
    found: dict[int, list[GuardianRow]] = {id: [] for id in pupil_ids}
    for pupil_id, id, name, relation, phone, is_linked in rows:
        found[pupil_id].append(GuardianRow(id, name, relation, phone, bool(is_linked)))
    return found


async def pupils(
    session: AsyncSession, pupil_ids: Collection[int], day: date
) -> dict[int, PupilRow]:
    """The pupils with their class on `day`."""
    if not pupil_ids:
        return {}
    rows = await session.execute(
        select(Pupil.id, Pupil.full_name, SchoolClass.id, SchoolClass.name, Enrolment.list_number)
        .outerjoin(Enrolment, (Enrolment.pupil_id == Pupil.id) & running(Enrolment, day))
        .outerjoin(SchoolClass, SchoolClass.id == Enrolment.class_id)
        .where(Pupil.id.in_(pupil_ids))
        .order_by(Enrolment.starts)
    )
    return {row[0]: PupilRow(*row) for row in rows}


async def people(session: AsyncSession, ids: Collection[int]) -> dict[int, PersonRow]:
    """The adults with these ids."""
    if not ids:
        return {}
    rows = await session.execute(
        select(Person.id, Person.full_name, Person.gender, Person.phone).where(Person.id.in_(ids))
    )
    return {row[0]: PersonRow(*row) for row in rows}


async def homeroom(session: AsyncSession, class_id: int, day: date) -> list[PersonRow]:
    """The homeroom teacher or teachers of a class, linked or not."""
    rows = await session.execute(
        select(Person.id, Person.full_name, Person.gender, Person.phone)
        .join(Homeroom, Homeroom.person_id == Person.id)
        .where(Homeroom.class_id == class_id, running(Homeroom, day))
        .order_by(Homeroom.starts.desc(), Person.id)
    )
    return [PersonRow(*row) for row in rows]


async def relation(session: AsyncSession, person_id: int, pupil_id: int) -> str | None:
    """What an adult is to a pupil."""
    found: str | None = await session.scalar(
        select(Guardianship.relation).where(
            Guardianship.person_id == person_id, Guardianship.pupil_id == pupil_id
        )
    )
    return found


async def group_name(session: AsyncSession, group_id: int) -> str:
    """The name of an extra class or club."""
    return (await session.get_one(ActivityGroup, group_id)).name


async def class_name(session: AsyncSession, class_id: int) -> str:
    """The name of a class."""
    return (await session.get_one(SchoolClass, class_id)).name
