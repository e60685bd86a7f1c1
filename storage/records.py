"""The minimum record of pupils, and the changes of it that wait or were made."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.households import running
from storage.tables import (
    Enrolment,
    Guardianship,
    Person,
    Pupil,
    PupilRecord,
    RecordChange,
    SchoolClass,
)


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A pupil with what the record says of them."""

    pupil_id: int
    name: str
    number: int
    class_id: int
    class_name: str
    since: date
    birth: date | None
    gender: str | None
    ethnic: str | None
    address: str | None
    policy: str | None


@dataclass(frozen=True, slots=True)
class AdultRow:
    """One who answers for a pupil, barred or not: the record knows all of them."""

    pupil_id: int
    person_id: int
    name: str
    relation: str
    phone: str | None


async def rows(
    session: AsyncSession,
    day: date,
    *,
    class_ids: Collection[int] | None = None,
    pupil_id: int | None = None,
) -> list[RecordRow]:
    """The records of the pupils of some classes on `day`, or of one pupil, by list number."""
    statement = (
        select(
            Pupil.id,
            Pupil.full_name,
            Enrolment.list_number,
            SchoolClass.id,
            SchoolClass.name,
            Enrolment.starts,
            Pupil.birth_date,
            Pupil.gender,
            PupilRecord.ethnic_group,
            PupilRecord.address,
            PupilRecord.policy_family,
        )
        .join(Enrolment, (Enrolment.pupil_id == Pupil.id) & running(Enrolment, day))
        .join(SchoolClass, SchoolClass.id == Enrolment.class_id)
        .outerjoin(PupilRecord, PupilRecord.pupil_id == Pupil.id)
        .order_by(SchoolClass.grade, SchoolClass.name, Enrolment.list_number)
    )
    if class_ids is not None:
        statement = statement.where(SchoolClass.id.in_(class_ids))
    if pupil_id is not None:
        statement = statement.where(Pupil.id == pupil_id)
    return [RecordRow(*row) for row in await session.execute(statement)]


async def adults(session: AsyncSession, pupil_ids: Collection[int]) -> list[AdultRow]:
    """The adults of these pupils: father, guardian, mother."""
    if not pupil_ids:
        return []
    found = await session.execute(
        select(
            Guardianship.pupil_id,
            Person.id,
            Person.full_name,
            Guardianship.relation,
            Person.phone,
        )
        .join(Person, Person.id == Guardianship.person_id)
        .where(Guardianship.pupil_id.in_(pupil_ids))
        .order_by(Guardianship.pupil_id, Guardianship.relation, Person.id)
    )
    return [AdultRow(*row) for row in found]


async def set_pupil(session: AsyncSession, pupil_id: int, **values: Any) -> None:
    """Change a pupil's own row."""
    pupil = await session.get_one(Pupil, pupil_id)
    for name, value in values.items():
        setattr(pupil, name, value)
    await session.flush()


async def set_record(session: AsyncSession, pupil_id: int, **values: Any) -> None:
    """Change the facts that lie apart."""
    record = await session.get(PupilRecord, pupil_id)
    if record is None:
        record = PupilRecord(pupil_id=pupil_id)
        session.add(record)
    for name, value in values.items():
        setattr(record, name, value)
    await session.flush()


async def set_phone(session: AsyncSession, person_id: int, phone: str | None) -> None:
    """Change an adult's number."""
    person = await session.get_one(Person, person_id, populate_existing=True)
    person.phone = phone
    await session.flush()


async def people_of_phone(session: AsyncSession, phone: str) -> Sequence[Person]:
    """Every adult with this number."""
    found = await session.scalars(select(Person).where(Person.phone == phone).order_by(Person.id))
    return found.all()


async def tie(session: AsyncSession, person_id: int, pupil_id: int, relation: str) -> None:
    """Make an adult somebody's father, mother or guardian."""
    session.add(Guardianship(person_id=person_id, pupil_id=pupil_id, relation=relation))
    await session.flush()


async def untie(session: AsyncSession, person_id: int, pupil_id: int) -> None:
    """Take that back."""
    found = await session.get(Guardianship, (person_id, pupil_id))
    if found is not None:
        await session.delete(found)
        await session.flush()


async def new_person(
    session: AsyncSession, name: str, gender: str | None, phone: str | None
) -> int:
    """An adult whom the school has not known so far."""
    person = Person(full_name=name, gender=gender, phone=phone)
    session.add(person)
    await session.flush()
    return person.id


async def add(session: AsyncSession, **values: Any) -> RecordChange:
    """Write a change down."""
    change = RecordChange(**values)
    session.add(change)
    await session.flush()
    return change


async def change(session: AsyncSession, change_id: int) -> RecordChange | None:
    """One change as it stands now."""
    return await session.get(RecordChange, change_id, populate_existing=True)


async def move(
    session: AsyncSession,
    of: RecordChange,
    source: str,
    status: str,
    *,
    by: int | None = None,
    at: datetime | None = None,
) -> bool:
    """Move a change on; False where it had moved before."""
    values: dict[str, Any] = {"status": status}
    if at is not None:
        values |= {"decided_by": by, "decided_at": at}
    moved = await session.scalar(
        update(RecordChange)
        .where(RecordChange.id == of.id, RecordChange.status == source)
        .values(**values)
        .returning(RecordChange.id),
        execution_options={"synchronize_session": False},
    )
    await session.refresh(of)
    return moved is not None


async def waiting(session: AsyncSession, pupil_ids: Collection[int]) -> Sequence[RecordChange]:
    """What families of these pupils have reported and nobody has confirmed, oldest first."""
    if not pupil_ids:
        return ()
    found = await session.scalars(
        select(RecordChange)
        .where(RecordChange.pupil_id.in_(pupil_ids), RecordChange.status == "asked")
        .order_by(RecordChange.id)
    )
    return found.all()


async def waiting_of(session: AsyncSession, asked_by: int) -> Sequence[RecordChange]:
    """What one guardian has reported and nobody has confirmed, oldest first."""
    found = await session.scalars(
        select(RecordChange)
        .where(RecordChange.asked_by == asked_by, RecordChange.status == "asked")
        .order_by(RecordChange.id)
    )
    return found.all()


async def reported_since(session: AsyncSession, asked_by: int, since: datetime) -> int:
    """How often a guardian has reported something lately."""
    return (
        await session.scalar(
            select(func.count()).where(
                RecordChange.asked_by == asked_by, RecordChange.asked_at >= since
            )
        )
        or 0
    )
