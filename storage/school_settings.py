"""The school's own settings, as rows; one of them, the revision, tells caches to reload."""

import secrets
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Setting

REVISION = "revision"


async def get(session: AsyncSession, key: str, default: Any = None) -> Any:
    """The value of `key`, or `default` where the school has not set it."""
    row = await session.get(Setting, key)
    return default if row is None else row.value


async def put(session: AsyncSession, key: str, value: Any) -> None:
    """Set `key` to a JSON value."""
    row = await session.get(Setting, key)
    if row is None:
        session.add(Setting(key=key, value=value))
    else:
        row.value = value
    await session.flush()


async def beginning(session: AsyncSession, start: str) -> dict[str, Any]:
    """The settings whose keys begin with `start`, by the rest of their keys."""
    rows = await session.scalars(
        select(Setting).where(Setting.key.startswith(start, autoescape=True)).order_by(Setting.key)
    )
    return {row.key.removeprefix(start): row.value for row in rows}


async def drop(session: AsyncSession, key: str) -> None:
    """Forget a setting."""
    await session.execute(delete(Setting).where(Setting.key == key))


async def revision(session: AsyncSession) -> str:
    """The mark under which people, classes and lists may be cached."""
    value = await session.scalar(select(Setting.value).where(Setting.key == REVISION))
    return str(value or "")


async def raise_revision(session: AsyncSession) -> None:
    """Make every cache of people, classes and lists reload.

    Random, so that a mark that was rolled back never comes again with other data behind it.
    """
    await put(session, REVISION, secrets.token_hex(8))
