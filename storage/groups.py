"""Reading and writing extra classes and clubs: their kind, leader, end, and members."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import ActivityGroup, GroupMember, Person, SchoolYear
from storage.upsert import insert

BLIND = {"synchronize_session": False}


@dataclass(frozen=True, slots=True)
class Kept:
    """A group with its leader and how many are in it on a day; `ends` its last day, if it has
    ended early."""

    id: int
    name: str
    kind: str
    label: str
    leader_id: int | None
    leader: str | None
    ends: date | None
    size: int


def _kept(day: date) -> Any:
    running = and_(
        GroupMember.group_id == ActivityGroup.id,
        GroupMember.starts <= day,
        or_(GroupMember.ends.is_(None), GroupMember.ends >= day),
    )
    return (
        select(
            ActivityGroup.id,
            ActivityGroup.name,
            ActivityGroup.kind,
            ActivityGroup.label,
            ActivityGroup.leader_id,
            Person.full_name,
            ActivityGroup.ends,
            func.count(GroupMember.pupil_id),
        )
        .join(SchoolYear, SchoolYear.id == ActivityGroup.year_id)
        .outerjoin(Person, Person.id == ActivityGroup.leader_id)
        .outerjoin(GroupMember, running)
        .where(SchoolYear.starts <= day, SchoolYear.ends >= day)
        .group_by(
            ActivityGroup.id,
            ActivityGroup.name,
            ActivityGroup.kind,
            ActivityGroup.label,
            ActivityGroup.leader_id,
            Person.full_name,
            ActivityGroup.ends,
        )
        .order_by(ActivityGroup.name)
    )


async def of_year(session: AsyncSession, day: date) -> list[Kept]:
    """The groups of the year of a day, ended ones too."""
    return [Kept(*row) for row in await session.execute(_kept(day))]


async def one(session: AsyncSession, group_id: int, day: date) -> Kept | None:
    """One of them."""
    row = (await session.execute(_kept(day).where(ActivityGroup.id == group_id))).first()
    return Kept(*row) if row else None


async def year_id(session: AsyncSession, day: date) -> int | None:
    """The school year of a day."""
    return await session.scalar(
        select(SchoolYear.id).where(SchoolYear.starts <= day, SchoolYear.ends >= day)
    )


async def make(session: AsyncSession, year: int, name: str, kind: str, label: str) -> int | None:
    """A new group; None where the year has one of that name."""
    made: int | None = await session.scalar(
        insert(session, ActivityGroup)
        .values(year_id=year, name=name, kind=kind, label=label)
        .on_conflict_do_nothing(index_elements=["year_id", "name"])
        .returning(ActivityGroup.id)
    )
    return made


async def set_group(session: AsyncSession, group_id: int, **values: Any) -> None:
    """Change a group's own facts."""
    await session.execute(
        update(ActivityGroup).where(ActivityGroup.id == group_id).values(**values),
        execution_options=BLIND,
    )


async def members(session: AsyncSession, group_id: int, day: date) -> set[int]:
    """Who is in a group on a day."""
    found = await session.scalars(
        select(GroupMember.pupil_id).where(
            GroupMember.group_id == group_id,
            GroupMember.starts <= day,
            or_(GroupMember.ends.is_(None), GroupMember.ends >= day),
        )
    )
    return set(found)


async def join(session: AsyncSession, group_id: int, pupil_ids: Collection[int], day: date) -> None:
    """Let pupils be in a group from a day on. Who left only then goes on as if they never had."""
    for pupil_id in pupil_ids:
        row = await session.get(GroupMember, (group_id, pupil_id), populate_existing=True)
        if row is None:
            session.add(GroupMember(group_id=group_id, pupil_id=pupil_id, starts=day))
        else:
            if row.ends is not None and (day - row.ends).days > 1:
                row.starts = day
            row.ends = None
    await session.flush()


async def part(session: AsyncSession, group_id: int, pupil_id: int, last: date) -> bool:
    """Let a pupil be in a group until a day; whether they were in it."""
    found = await session.scalar(
        update(GroupMember)
        .where(
            GroupMember.group_id == group_id,
            GroupMember.pupil_id == pupil_id,
            or_(GroupMember.ends.is_(None), GroupMember.ends > last),
        )
        .values(ends=last)
        .returning(GroupMember.pupil_id),
        execution_options=BLIND,
    )
    return found is not None
