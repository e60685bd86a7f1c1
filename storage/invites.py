"""One-time invites and the count of wrong guesses.

A code is known only by its hash, and whether it is still good is decided by one conditional
update, so that two phones that open the same link cannot both win.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Invite, LinkAttempt

KEPT = timedelta(days=7)  # wrong guesses are forgotten after a week
OPTIONS = {"synchronize_session": False}


async def by_hash(session: AsyncSession, code_hash: str) -> Invite | None:
    """The invite of a code, long or short, in whatever state it is."""
    either = or_(Invite.code_hash == code_hash, Invite.short_hash == code_hash)
    return await session.scalar(select(Invite).where(either))


async def by_id(session: AsyncSession, invite_id: int) -> Invite | None:
    """The invite with this number."""
    return await session.get(Invite, invite_id)


async def add_many(
    session: AsyncSession,
    codes: Sequence[tuple[str, str, int, int | None]],
    *,
    now: datetime,
    expires_at: datetime,
) -> list[int]:
    """Keep new invites, each the hashes of a code and its short form, a person and a pupil; their
    numbers in order."""
    rows = await session.execute(
        insert(Invite).returning(Invite.id, Invite.code_hash),
        [
            {
                "code_hash": code_hash,
                "short_hash": short_hash,
                "person_id": person_id,
                "pupil_id": pupil_id,
                "created_at": now,
                "expires_at": expires_at,
            }
            for code_hash, short_hash, person_id, pupil_id in codes
        ],
    )
    ids = {code_hash: id for id, code_hash in rows}
    return [ids[code_hash] for code_hash, *_ in codes]


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


async def open_of(
    session: AsyncSession, wanted: Collection[tuple[int, int | None]], now: datetime
) -> list[int]:
    """The invites of these people, each for one child or as staff, that could still be used."""
    rows = await session.execute(
        select(Invite.id, Invite.person_id, Invite.pupil_id).where(
            Invite.person_id.in_({person_id for person_id, _ in wanted}),
            Invite.used_at.is_(None),
            Invite.revoked_at.is_(None),
            Invite.expires_at > now,
        )
    )
    return [id for id, person_id, pupil_id in rows if (person_id, pupil_id) in wanted]


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
