"""Messenger accounts: whose they are, which are open, and what their owner is to the school."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.school_settings import REVISION
from storage.tables import (
    Account,
    ActivityGroup,
    Barring,
    Duty,
    Guardianship,
    Homeroom,
    Person,
    Setting,
    Staff,
    StaffRole,
    Teaching,
)


@dataclass(frozen=True, slots=True)
class Visitor:
    """An account as it stands when a message arrives, with the mark for caches."""

    account_id: int
    person_id: int | None
    language: str | None
    closed: bool
    revision: str
    menu: str | None = None


_A, _P, _S = (cast(Table, t.__table__) for t in (Account, Person, Setting))
_VISIT = (  # built once: every update of every chat begins with it
    select(
        _A.c.id,
        _A.c.person_id,
        _P.c.language,
        _A.c.language,
        _A.c.closed_at,
        select(_S.c.value).where(_S.c.key == REVISION).scalar_subquery(),
        _A.c.menu,
    )
    .select_from(_A.outerjoin(_P, _P.c.id == _A.c.person_id))
    .where(_A.c.channel == bindparam("on_channel"), _A.c.external_id == bindparam("chat"))
)


async def visit(session: AsyncSession, channel: str, external_id: str) -> Visitor:
    """The account behind a chat; one is opened for a chat that writes for the first time."""
    here = {"on_channel": channel, "chat": external_id}
    row = (await session.execute(_VISIT, here)).one_or_none()
    if row is not None:
        language = row[2] or row[3]
        return Visitor(row[0], row[1], language, row[4] is not None, str(row[5] or ""), row[6])
    account = Account(channel=channel, external_id=external_id)
    session.add(account)
    await session.flush()
    mark = await session.scalar(select(Setting.value).where(Setting.key == REVISION))
    return Visitor(account.id, None, None, False, str(mark or ""))


async def open_accounts(
    session: AsyncSession, person_ids: Collection[int]
) -> dict[int, list[Account]]:
    """Each person's accounts that can be written to: the preferred first, then the newest link."""
    rows = await session.scalars(
        select(Account)
        .where(Account.person_id.in_(person_ids), Account.closed_at.is_(None))
        .order_by(
            Account.preferred_at.is_(None),
            Account.preferred_at.desc(),
            Account.linked_at.desc(),
            Account.id.desc(),
        )
    )
    found: dict[int, list[Account]] = {}
    for account in rows:
        if account.person_id is not None:
            found.setdefault(account.person_id, []).append(account)
    return found


async def language_of(session: AsyncSession, channel: str, external_id: str) -> str | None:
    """The language of whoever is in this chat."""
    row = (
        await session.execute(
            select(Person.language, Account.language)
            .select_from(Account)
            .outerjoin(Person, Person.id == Account.person_id)
            .where(Account.channel == channel, Account.external_id == external_id)
        )
    ).one_or_none()
    return (row[0] or row[1]) if row is not None else None


async def person_of(session: AsyncSession, channel: str, external_id: str) -> Person | None:
    """Whose chat it is; None for a stranger's."""
    return await session.scalar(
        select(Person)
        .join(Account, Account.person_id == Person.id)
        .where(Account.channel == channel, Account.external_id == external_id)
    )


async def close(session: AsyncSession, channel: str, external_id: str, now: datetime) -> None:
    """The chat is gone (blocked, deleted) until its owner starts again."""
    await session.execute(
        update(Account)
        .where(
            Account.channel == channel,
            Account.external_id == external_id,
            Account.closed_at.is_(None),
        )
        .values(closed_at=now)
    )


async def reopen(session: AsyncSession, account_id: int) -> None:
    """The owner has started again."""
    await session.execute(update(Account).where(Account.id == account_id).values(closed_at=None))


async def ties(session: AsyncSession, person_id: int, day: date) -> dict[str, Any]:
    """All that decides what a person may do on `day`: roles, classes, children, duties."""

    def running(table: Any) -> Any:
        return (table.starts <= day) & or_(table.ends.is_(None), table.ends >= day)

    async def ids(statement: Any) -> Sequence[Any]:
        found: Sequence[Any] = (await session.scalars(statement)).all()
        return found

    person = await session.get_one(Person, person_id)
    barred = select(Barring.pupil_id).where(Barring.person_id == person_id)
    return {
        "name": person.full_name,
        "language": person.language,
        "roles": await ids(
            select(StaffRole.role)
            .join(Staff, Staff.person_id == StaffRole.person_id)
            .where(StaffRole.person_id == person_id, Staff.active)
        ),
        "homeroom_of": await ids(
            select(Homeroom.class_id)
            .join(Staff, Staff.person_id == Homeroom.person_id)
            .where(Homeroom.person_id == person_id, running(Homeroom), Staff.active)
        ),
        "teaches": await ids(
            select(Teaching.class_id)
            .join(Staff, Staff.person_id == Teaching.person_id)
            .where(Teaching.person_id == person_id, running(Teaching), Staff.active)
        ),
        "leads": await ids(
            select(ActivityGroup.id)
            .join(Staff, Staff.person_id == ActivityGroup.leader_id)
            .where(
                ActivityGroup.leader_id == person_id,
                or_(ActivityGroup.ends.is_(None), ActivityGroup.ends >= day),
                Staff.active,
            )
        ),
        "subjects": [
            (row[0], row[1])
            for row in await session.execute(
                select(Teaching.class_id, Teaching.subject_id)
                .join(Staff, Staff.person_id == Teaching.person_id)
                .where(Teaching.person_id == person_id, running(Teaching), Staff.active)
            )
        ],
        "department": await session.scalar(
            select(Staff.department).where(Staff.person_id == person_id, Staff.active)
        ),
        "children": await ids(
            select(Guardianship.pupil_id).where(
                Guardianship.person_id == person_id, Guardianship.pupil_id.not_in(barred)
            )
        ),
        "duties": await ids(
            select(Duty.kind)
            .join(Staff, Staff.person_id == Duty.person_id)
            .where(
                Duty.person_id == person_id,
                Staff.active,
                Duty.revoked_at.is_(None),
                Duty.starts <= day,
                or_(Duty.until.is_(None), Duty.until >= day),
            )
        ),
    }
