"""Who may decide in the principal's place: what kinds, from when, until when.

A delegation runs while the one who gave it is an active principal, the one who holds it is active
staff, and nobody has taken it back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Delegation, Person, Staff, StaffRole


@dataclass(frozen=True, slots=True)
class Running:
    """A delegation in force; `until` is the first instant at which it is over."""

    delegation_id: int
    from_person_id: int
    to_person_id: int
    name: str
    kinds: tuple[str, ...]
    until: datetime


def _principal() -> Any:
    return exists().where(
        StaffRole.person_id == Delegation.from_person_id,
        StaffRole.role == "principal",
        Staff.person_id == StaffRole.person_id,
        Staff.active,
    )


async def running(session: AsyncSession, now: datetime) -> Sequence[Running]:
    """The delegations in force at an instant, oldest first."""
    holder = exists().where(Staff.person_id == Delegation.to_person_id, Staff.active)
    rows = await session.execute(
        select(Delegation, Person.full_name)
        .join(Person, Person.id == Delegation.to_person_id)
        .where(
            Delegation.revoked_at.is_(None),
            Delegation.starts_at <= now,
            Delegation.until > now,
            _principal(),
            holder,
        )
        .order_by(Delegation.id)
    )
    return [
        Running(d.id, d.from_person_id, d.to_person_id, name, tuple(d.kinds), d.until)
        for d, name in rows
    ]


async def add(
    session: AsyncSession,
    *,
    by: int,
    to: int,
    kinds: Sequence[str],
    starts: datetime,
    until: datetime,
) -> int:
    """Record a delegation; its number."""
    row = Delegation(
        from_person_id=by, to_person_id=to, kinds=list(kinds), starts_at=starts, until=until
    )
    session.add(row)
    await session.flush()
    return row.id


async def revoke(session: AsyncSession, delegation_id: int, now: datetime) -> Delegation | None:
    """End a delegation that still runs; the delegation that was ended."""
    taken = await session.scalar(
        update(Delegation)
        .where(
            Delegation.id == delegation_id,
            Delegation.revoked_at.is_(None),
            Delegation.until > now,
        )
        .values(revoked_at=now)
        .returning(Delegation.id),
        execution_options={"synchronize_session": False},
    )
    return None if taken is None else await session.get(Delegation, taken, populate_existing=True)
