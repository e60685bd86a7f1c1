"""What is known of many people's ways to be written to, in two queries."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, and_, cast, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Account, MessengerContact, Person


@dataclass(frozen=True, slots=True)
class OpenChat:
    """An account that can be written to, with what its messenger's contact says."""

    person_id: int
    channel: str
    heard_at: datetime | None
    shut_at: datetime | None


async def open_chats(session: AsyncSession, person_ids: Collection[int]) -> list[OpenChat]:
    """Each person's chats in the order in which they are tried."""
    same = and_(
        MessengerContact.channel == Account.channel,
        cast(MessengerContact.id, String) == Account.external_id,
    )
    rows = await session.execute(
        select(
            Account.person_id,
            Account.channel,
            MessengerContact.heard_at,
            MessengerContact.window_shut_at,
        )
        .outerjoin(MessengerContact, same)
        .where(Account.person_id.in_(person_ids), Account.closed_at.is_(None))
        .order_by(
            Account.person_id,
            Account.preferred_at.is_(None),
            Account.preferred_at.desc(),
            Account.linked_at.desc(),
            Account.id.desc(),
        )
    )
    return [
        OpenChat(person, channel, heard_at, shut_at)
        for person, channel, heard_at, shut_at in rows
        if person is not None
    ]


async def numbers(session: AsyncSession, person_ids: Collection[int]) -> Sequence[tuple[int, str]]:
    """The telephone numbers that the school knows, as they are written there."""
    rows = await session.execute(
        select(Person.id, Person.phone).where(Person.id.in_(person_ids), Person.phone.is_not(None))
    )
    return [(id, phone) for id, phone in rows if phone is not None]
