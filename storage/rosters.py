"""Reading who is on the list of a class or group, and the short names a teacher uses for them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import (
    ActivityGroup,
    Enrolment,
    GroupMember,
    NameAlias,
    Pupil,
    SchoolClass,
    SchoolYear,
)
from storage.upsert import insert


@dataclass(frozen=True, slots=True)
class Place:
    """A pupil's place on a list, from when to when; `number` is that of the class list."""

    pupil_id: int
    full_name: str
    called: str | None
    birth_date: date | None
    gender: str | None
    number: int | None
    class_name: str
    starts: date
    ends: date | None

    def holds(self, day: date) -> bool:
        """Whether the pupil was on the list on `day`."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class with the dates of its year."""

    id: int
    name: str
    grade: int
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group with the dates of its year; `kind` extra or club; `ended` its own last day, if it has
    one."""

    id: int
    name: str
    kind: str
    label: str
    leader_id: int | None
    starts: date
    ends: date
    ended: date | None


_PUPIL = (Pupil.id, Pupil.full_name, Pupil.called_name, Pupil.birth_date, Pupil.gender)


async def classes(session: AsyncSession) -> list[ClassRow]:
    """Every class of every year, newest year first."""
    rows = await session.execute(
        select(
            SchoolClass.id,
            SchoolClass.name,
            SchoolClass.grade,
            SchoolYear.starts,
            SchoolYear.ends,
        )
        .join(SchoolYear, SchoolYear.id == SchoolClass.year_id)
        .order_by(SchoolYear.starts.desc(), SchoolClass.grade, SchoolClass.name)
    )
    return [ClassRow(*row) for row in rows]


async def groups(session: AsyncSession) -> list[GroupRow]:
    """Every group of every year, newest year first."""
    rows = await session.execute(
        select(
            ActivityGroup.id,
            ActivityGroup.name,
            ActivityGroup.kind,
            ActivityGroup.label,
            ActivityGroup.leader_id,
            SchoolYear.starts,
            SchoolYear.ends,
            ActivityGroup.ends,
        )
        .join(SchoolYear, SchoolYear.id == ActivityGroup.year_id)
        .order_by(SchoolYear.starts.desc(), ActivityGroup.name)
    )
    return [GroupRow(*row) for row in rows]


async def class_places(session: AsyncSession, class_id: int) -> list[Place]:
    """All who are or were in a class, by list number."""
    rows = await session.execute(
        select(
            *_PUPIL,
            Enrolment.list_number,
            SchoolClass.name,
            Enrolment.starts,
            Enrolment.ends,
        )
        .join(Enrolment, Enrolment.pupil_id == Pupil.id)
        .join(SchoolClass, SchoolClass.id == Enrolment.class_id)
        .where(Enrolment.class_id == class_id)
        .order_by(Enrolment.list_number)
    )
    return [Place(*row) for row in rows]


async def group_places(session: AsyncSession, group_id: int) -> list[Place]:
    """All who are or were in a group, by class and list number, each with the class they are in."""
    rows = await session.execute(
        select(
            *_PUPIL,
            Enrolment.list_number,
            SchoolClass.name,
            GroupMember.starts,
            GroupMember.ends,
            Enrolment.starts,
        )
        .join(GroupMember, GroupMember.pupil_id == Pupil.id)
        .join(ActivityGroup, ActivityGroup.id == GroupMember.group_id)
        .join(Enrolment, Enrolment.pupil_id == Pupil.id)
        .join(SchoolClass, SchoolClass.id == Enrolment.class_id)
        .where(
            GroupMember.group_id == group_id,
            SchoolClass.year_id == ActivityGroup.year_id,
        )
        .order_by(SchoolClass.name, Enrolment.list_number, Enrolment.starts)
    )
    found: dict[int, Place] = {}
    for *row, _ in rows:
        found[row[0]] = Place(*row)  # the newest enrolment wins where a pupil changed classes
    return list(found.values())


async def aliases(session: AsyncSession, teacher_id: int) -> list[tuple[str, int]]:
    """The short names of one teacher with the pupils they mean."""
    rows = await session.execute(
        select(NameAlias.alias, NameAlias.pupil_id)
        .where(NameAlias.teacher_id == teacher_id)
        .order_by(NameAlias.id)
    )
    return [(alias, pupil_id) for alias, pupil_id in rows]


async def keep_alias(session: AsyncSession, teacher_id: int, pupil_id: int, alias: str) -> int:
    """Remember a short name; its row's number."""
    found: int = await session.scalar(
        insert(session, NameAlias)
        .values(teacher_id=teacher_id, pupil_id=pupil_id, alias=alias[:60])
        .on_conflict_do_update(
            index_elements=["teacher_id", "pupil_id", "alias"], set_={"alias": alias[:60]}
        )
        .returning(NameAlias.id)
    )
    return found


async def drop_alias(session: AsyncSession, teacher_id: int, alias_id: int) -> bool:
    """Forget a short name of this teacher; whether there was one."""
    gone = await session.scalar(
        delete(NameAlias)
        .where(NameAlias.id == alias_id, NameAlias.teacher_id == teacher_id)
        .returning(NameAlias.id)
    )
    return gone is not None
