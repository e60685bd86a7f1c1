"""Lists of choices that are answered by typing: kept when sent, read when answered."""

import random
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import ChoiceList, OutboxRow

TAG_LETTERS = "BEGHNQRUXY"  # each means nothing else here: not K P M V A, no Đ, no look-alikes
TAG_DIGITS = (
    "2345"  # not 6 to 9, which begin the names of classes; not 1 and 0, which look like I, O
)
TAGS_REST = 30  # the newest tags of a chat, which are not given again


async def new_tag(session: AsyncSession, channel: str, chat: str) -> str:
    """A code that none of the chat's newest lists carries."""
    newest = await session.scalars(
        select(ChoiceList.tag)
        .where(ChoiceList.channel == channel, ChoiceList.chat == chat, ChoiceList.tag.is_not(None))
        .order_by(ChoiceList.id.desc())
        .limit(TAGS_REST)
    )
    taken = set(newest)
    free = [f"{a}{b}" for a in TAG_LETTERS for b in TAG_DIGITS if f"{a}{b}" not in taken]
    return random.choice(free)


async def put(
    session: AsyncSession,
    *,
    row_id: int,
    channel: str,
    chat: str,
    root: int,
    tag: str | None,
    options: Sequence[dict[str, Any]],
    marks: Sequence[str],
    now: datetime,
) -> ChoiceList:
    """Keep a list before its message leaves; a row that is sent once more keeps the list it has."""
    there = await session.scalar(select(ChoiceList).where(ChoiceList.row_id == row_id))
    if there is None:
        there = ChoiceList(row_id=row_id)
        session.add(there)
    there.channel, there.chat, there.root, there.tag = channel, chat, root, tag
    there.options, there.marks, there.made_at = list(options), list(marks), now
    there.shown_at, there.closed_at, there.doubtful = None, None, False
    await session.flush()
    return there


async def of_row(session: AsyncSession, row_id: int) -> ChoiceList | None:
    """The list below one row's message."""
    return await session.scalar(select(ChoiceList).where(ChoiceList.row_id == row_id))


async def of_root(session: AsyncSession, channel: str, chat: str, root: int) -> ChoiceList | None:
    """The newest open list below a message that handlers know as `root`."""
    return await session.scalar(
        select(ChoiceList)
        .where(
            ChoiceList.channel == channel,
            ChoiceList.chat == chat,
            ChoiceList.root == root,
            ChoiceList.closed_at.is_(None),
        )
        .order_by(ChoiceList.id.desc())
        .limit(1)
    )


async def shown(
    session: AsyncSession, row_ids: Sequence[int], now: datetime, *, doubtful: bool = False
) -> None:
    """These messages have left: their lists count from now, and take the place of older faces."""
    if not row_ids:
        return
    lists = (await session.scalars(select(ChoiceList).where(ChoiceList.row_id.in_(row_ids)))).all()
    for one in lists:
        one.shown_at, one.doubtful = now, doubtful
        await close(session, one.channel, one.chat, one.root, now, but=one.id)


async def close(
    session: AsyncSession,
    channel: str,
    chat: str,
    root: int,
    now: datetime,
    *,
    but: int | None = None,
) -> None:
    """No list below this message is open any more, except `but`."""
    statement = update(ChoiceList).where(
        ChoiceList.channel == channel,
        ChoiceList.chat == chat,
        ChoiceList.root == root,
        ChoiceList.closed_at.is_(None),
    )
    if but is not None:
        statement = statement.where(ChoiceList.id < but)
    await session.execute(statement.values(closed_at=now))


def _came() -> ColumnElement[bool]:
    """Lists that a person may have before them: shown, or just on their way."""
    leaving = select(OutboxRow.id).where(
        OutboxRow.id == ChoiceList.row_id, OutboxRow.status == "sending"
    )
    return or_(ChoiceList.shown_at.is_not(None), leaving.exists())


async def newest(
    session: AsyncSession, channel: str, chat: str, limit: int = 20
) -> list[ChoiceList]:
    """The lists that came, the newest first, open or not; of one message its newest face only."""
    found = await session.scalars(
        select(ChoiceList)
        .where(ChoiceList.channel == channel, ChoiceList.chat == chat, _came())
        .order_by(func.coalesce(ChoiceList.shown_at, ChoiceList.made_at).desc())
        .order_by(ChoiceList.id.desc())
        .limit(limit)
    )
    faces: dict[int, ChoiceList] = {}
    for one in found:
        faces.setdefault(one.root, one)
    return list(faces.values())


async def tagged(session: AsyncSession, channel: str, chat: str, tag: str) -> ChoiceList | None:
    """The chat's newest list of this code that came, open or not."""
    return await session.scalar(
        select(ChoiceList)
        .where(ChoiceList.channel == channel, ChoiceList.chat == chat, ChoiceList.tag == tag)
        .where(_came())
        .order_by(ChoiceList.id.desc())
        .limit(1)
    )


async def numbered(
    session: AsyncSession, channel: str, chat: str, list_id: int
) -> ChoiceList | None:
    """A list of this chat by its number, as payloads of buttons carry it."""
    found = await session.get(ChoiceList, list_id)
    if found is None or (found.channel, found.chat) != (channel, chat):
        return None
    return found
