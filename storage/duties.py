"""The duties granted to named people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Duty, Person


@dataclass(frozen=True, slots=True)
class Granted:
    """A duty that runs; `until` is its last day, None for no end."""

    duty_id: int
    person_id: int
    name: str
    kind: str
    until: date | None


async def running(
    session: AsyncSession, day: date, person_id: int | None = None
) -> Sequence[Granted]:
    """The duties in force on a day, of everybody or of one person."""
    statement = (
        select(Duty.id, Person.id, Person.full_name, Duty.kind, Duty.until)
        .join(Person, Person.id == Duty.person_id)
        .where(Duty.revoked_at.is_(None), or_(Duty.until.is_(None), Duty.until >= day))
        .order_by(Duty.kind, Person.full_name, Duty.id)
    )
    if person_id is not None:
        statement = statement.where(Duty.person_id == person_id)
    return [Granted(*row) for row in await session.execute(statement)]


async def add(
    session: AsyncSession, *, person_id: int, kind: str, by: int, starts: date, until: date | None
) -> int:
    """Grant a duty; its number."""
    duty = Duty(person_id=person_id, kind=kind, granted_by=by, starts=starts, until=until)
    session.add(duty)
    await session.flush()
    return duty.id


async def revoke(session: AsyncSession, duty_id: int, now: datetime) -> Duty | None:
    """End a duty, if it still runs; the duty that was ended."""
    taken = await session.scalar(
        update(Duty)
        .where(Duty.id == duty_id, Duty.revoked_at.is_(None))
        .values(revoked_at=now)
        .returning(Duty.id),
        execution_options={"synchronize_session": False},
    )
    return None if taken is None else await session.get(Duty, taken, populate_existing=True)


async def scopes(
    session: AsyncSession, person_id: int, kind: str, day: date
) -> list[dict[str, Any]]:
    """What each running duty of a kind is limited to; an empty one reaches everywhere."""
    rows = await session.scalars(
        select(Duty).where(
            Duty.person_id == person_id,
            Duty.kind == kind,
            Duty.revoked_at.is_(None),
            or_(Duty.until.is_(None), Duty.until >= day),
        ),
        execution_options={"populate_existing": True},
    )
    return [row.scope or {} for row in rows]


async def limit(
    session: AsyncSession, duty_id: int, scope: dict[str, Any], until: date | None
) -> None:
    """Limit a duty, and set its last day where one is given."""
    values: dict[str, Any] = {"scope": scope or None}
    if until is not None:
        values["until"] = until
    await session.execute(
        update(Duty).where(Duty.id == duty_id).values(**values),
        execution_options={"synchronize_session": False},
    )
