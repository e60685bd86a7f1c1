"""A messenger's changing tokens: read, taken for a refresh, replaced, refused.

A refresh token is good once, so whoever wants to use it takes it first: one conditional update on
the token and on the last change, which a second process does not win.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import ChannelToken
from storage.upsert import insert

_BULK = {"synchronize_session": False}


async def get(session: AsyncSession, channel: str) -> ChannelToken | None:
    """The pair of a channel as it stands in the database now."""
    return await session.scalar(
        select(ChannelToken)
        .where(ChannelToken.channel == channel)
        .execution_options(populate_existing=True)
    )


async def begin(
    session: AsyncSession,
    channel: str,
    *,
    access_token: str,
    refresh_token: str,
    access_until: datetime,
    refresh_until: datetime,
    first: str,
    now: datetime,
) -> None:
    """Keep a pair that somebody entered, in the place of whatever there was."""
    values = {
        "access_token": access_token,
        "refresh_token": refresh_token,
        "access_until": access_until,
        "refresh_until": refresh_until,
        "first": first,
        "changed_at": now,
        "refused_at": None,
    }
    await session.execute(
        insert(session, ChannelToken)
        .values(channel=channel, **values)
        .on_conflict_do_update(index_elements=["channel"], set_=values)
    )


async def take(
    session: AsyncSession, channel: str, refresh_token: str, now: datetime, lease: timedelta
) -> bool:
    """Whether the refresh token is ours to use now; nobody else may for the time of `lease`.

    `changed_at` lies in the future for that time: a token that was taken and not replaced (a
    crash) is free again after it.
    """
    taken = await session.scalar(
        update(ChannelToken)
        .where(
            ChannelToken.channel == channel,
            ChannelToken.refresh_token == refresh_token,
            ChannelToken.changed_at <= now,
            ChannelToken.refused_at.is_(None),
        )
        .values(changed_at=now + lease)
        .returning(ChannelToken.channel),
        execution_options=_BULK,
    )
    return taken is not None


async def give_back(session: AsyncSession, channel: str, refresh_token: str, now: datetime) -> None:
    """The token may be used again, by anybody."""
    await session.execute(
        update(ChannelToken)
        .where(ChannelToken.channel == channel, ChannelToken.refresh_token == refresh_token)
        .values(changed_at=now, refused_at=None),
        execution_options=_BULK,
    )


async def replace(
    session: AsyncSession,
    channel: str,
    old_refresh_token: str,
    *,
    access_token: str,
    refresh_token: str,
    access_until: datetime,
    refresh_until: datetime,
    now: datetime,
) -> bool:
    """Keep the new pair in the place of the one it came from; whether that was still there."""
    replaced = await session.scalar(
        update(ChannelToken)
        .where(ChannelToken.channel == channel, ChannelToken.refresh_token == old_refresh_token)
        .values(
            access_token=access_token,
            refresh_token=refresh_token,
            access_until=access_until,
            refresh_until=refresh_until,
            changed_at=now,
            refused_at=None,
        )
        .returning(ChannelToken.channel),
        execution_options=_BULK,
    )
    return replaced is not None


async def refuse(session: AsyncSession, channel: str, refresh_token: str, now: datetime) -> bool:
    """The messenger takes this refresh token no more; whether it was still the one that is kept."""
    refused = await session.scalar(
        update(ChannelToken)
        .where(
            ChannelToken.channel == channel,
            ChannelToken.refresh_token == refresh_token,
            ChannelToken.refused_at.is_(None),
        )
        .values(refused_at=now)
        .returning(ChannelToken.channel),
        execution_options=_BULK,
    )
    return refused is not None


async def end_access(session: AsyncSession, channel: str, access_token: str, now: datetime) -> None:
    """The messenger takes this access token no more, whatever we had reckoned."""
    await session.execute(
        update(ChannelToken)
        .where(ChannelToken.channel == channel, ChannelToken.access_token == access_token)
        .values(access_until=now),
        execution_options=_BULK,
    )


async def ending(session: AsyncSession, before: datetime) -> Sequence[ChannelToken]:
    """The pairs whose refresh token ends before an instant or is refused already."""
    found = await session.scalars(
        select(ChannelToken).where(
            (ChannelToken.refresh_until <= before) | ChannelToken.refused_at.is_not(None)
        )
    )
    return found.all()
