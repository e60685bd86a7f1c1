"""Numbers for people on messengers whose own ids are not numbers, and when they were heard."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import MessengerContact
from storage.upsert import insert

TELEPHONE = "tel:"


async def meet(
    session: AsyncSession,
    channel: str,
    native_id: str,
    now: datetime,
    *,
    name: str | None = None,
    is_group: bool = False,
) -> MessengerContact:
    """The contact of this native id, made at the first sight; a new name is kept."""
    contact = await by_native(session, channel, native_id)
    if contact is None:
        values = {
            "channel": channel,
            "native_id": native_id,
            "is_group": is_group,
            "first_seen_at": now,
        }
        await session.execute(
            insert(session, MessengerContact)
            .values(**values)
            .on_conflict_do_nothing(index_elements=["channel", "native_id"])
        )
        contact = await by_native(session, channel, native_id)
        if contact is None:
            raise RuntimeError("a contact that was just kept is not there")
    if name and contact.name != name[:120]:
        contact.name = name[:120]
    return contact


async def by_native(session: AsyncSession, channel: str, native_id: str) -> MessengerContact | None:
    """The contact of a messenger's own id."""
    return await session.scalar(
        select(MessengerContact).where(
            MessengerContact.channel == channel, MessengerContact.native_id == native_id
        )
    )


async def by_chat(session: AsyncSession, channel: str, chat: str) -> MessengerContact | None:
    """The contact behind a chat's number."""
    if not chat.isdecimal():
        return None
    contact = await session.get(MessengerContact, int(chat))
    return contact if contact is not None and contact.channel == channel else None


async def shut_window(session: AsyncSession, channel: str, chat: str, now: datetime) -> None:
    """The messenger says that this person's window is closed, whatever we had reckoned."""
    if chat.isdecimal():
        await session.execute(
            update(MessengerContact)
            .where(MessengerContact.id == int(chat), MessengerContact.channel == channel)
            .values(window_shut_at=now)
        )
