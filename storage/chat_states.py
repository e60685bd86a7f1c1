"""The state of each conversation: one row a chat, read and written in the unit of work."""

from typing import Any, cast

from sqlalchemy import Table, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import ChatState
from storage.upsert import insert

_TABLE = cast(Table, ChatState.__table__)
_LOAD = select(_TABLE.c.state, _TABLE.c.data).where(_TABLE.c.key == bindparam("chat_key"))


async def load(session: AsyncSession, key: str) -> tuple[str | None, dict[str, Any]] | None:
    """State and data of a conversation; None where there never was one."""
    row = (await session.execute(_LOAD, {"chat_key": key})).one_or_none()
    return None if row is None else (row.state, dict(row.data))


async def save(session: AsyncSession, key: str, state: str | None, data: dict[str, Any]) -> None:
    """Put state and data into the commit."""
    values = {"state": state, "data": data}
    await session.execute(
        insert(session, _TABLE)
        .values(key=key, **values)
        .on_conflict_do_update(index_elements=["key"], set_=values)
    )
