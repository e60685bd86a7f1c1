"""One-time invites and the count of wrong guesses.

A code is known only by its hash, and whether it is still good is decided by one conditional
update, so that two phones that open the same link cannot both win.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Invite, LinkAttempt

KEPT = timedelta(days=7)  # wrong guesses are forgotten after a week
OPTIONS = {"synchronize_session": False}


async def by_hash(session: AsyncSession, code_hash: str) -> Invite | None:
    """The invite of a code, in whatever state it is."""
    return await session.scalar(select(Invite).where(Invite.code_hash == code_hash))


async def by_id(session: AsyncSession, invite_id: int) -> Invite | None:
    """The invite with this number."""
    return await session.get(Invite, invite_id)


async def add(
    session: AsyncSession,
    *,
    code_hash: str,
    person_id: int,
    pupil_id: int | None,
    now: datetime,
    expires_at: datetime,
) -> int:
    """Keep a new invite; its number."""
    invite = Invite(
        code_hash=code_hash,
        person_id=person_id,
        pupil_id=pupil_id,
        created_at=now,
        expires_at=expires_at,
    )
    session.add(invite)
    await session.flush()
    return invite.id


async def use(session: AsyncSession, invite_id: int, account_id: int, now: datetime) -> bool:
    """Use an invite up, if it is still open; whether it was."""
    taken = await session.scalar(
        update(Invite)
        .where(
            Invite.id == invite_id,
            Invite.used_at.is_(None),
            Invite.revoked_at.is_(None),
            Invite.expires_at > now,
        )
        .values(used_at=now, used_by=account_id)
        .returning(Invite.id),
        execution_options=OPTIONS,
    )
    return taken is not None


async def revoke(session: AsyncSession, invite_ids: Collection[int], now: datetime) -> int:
    """Take back those of the invites that are unused; how many were."""
    rows = await session.scalars(
        update(Invite)
        .where(Invite.id.in_(invite_ids), Invite.used_at.is_(None), Invite.revoked_at.is_(None))
        .values(revoked_at=now)
        .returning(Invite.id),
        execution_options=OPTIONS,
    )
    return len(rows.all())


async def open_ids(
    session: AsyncSession, person_id: int, pupil_id: int | None, now: datetime
) -> Sequence[int]:
    """The invites of a person, for one child or as staff, that could still be used."""
    rows = await session.scalars(
        select(Invite.id).where(
            Invite.person_id == person_id,
            Invite.pupil_id.is_(None) if pupil_id is None else Invite.pupil_id == pupil_id,
            Invite.used_at.is_(None),
            Invite.revoked_at.is_(None),
            Invite.expires_at > now,
        )
    )
    return rows.all()


async def add_attempt(session: AsyncSession, channel: str, external_id: str, now: datetime) -> None:
    """Count a wrong guess, and forget old ones."""
    await session.execute(delete(LinkAttempt).where(LinkAttempt.at < now - KEPT))
    session.add(LinkAttempt(channel=channel, external_id=external_id, at=now))
    await session.flush()


async def attempts_of(
    session: AsyncSession, channel: str, external_id: str, since: datetime
) -> Sequence[datetime]:
    """When this chat guessed wrong, oldest first."""
    rows = await session.scalars(
        select(LinkAttempt.at)
        .where(
            LinkAttempt.channel == channel,
            LinkAttempt.external_id == external_id,
            LinkAttempt.at > since,
        )
        .order_by(LinkAttempt.at)
    )
    return rows.all()


async def attempts_in_all(session: AsyncSession, since: datetime) -> int:
    """How many wrong guesses the whole school saw."""
    count = await session.scalar(
        select(func.count()).select_from(LinkAttempt).where(LinkAttempt.at > since)
    )
    return count or 0
