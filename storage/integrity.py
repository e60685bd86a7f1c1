"""Whether the database's own structure is sound: pages, indexes and references (SQLite)."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def faults(session: AsyncSession, most: int = 20) -> list[str]:
    """What SQLite finds wrong, at most `most` lines; nothing on PostgreSQL, which checks itself."""
    if session.get_bind().dialect.name != "sqlite":
        return []
    pages = await session.execute(text(f"PRAGMA integrity_check({int(most)})"))
    found = [line for (line,) in pages if line != "ok"]
    references = await session.execute(text("PRAGMA foreign_key_check"))
    found += [f"{row[0]} #{row[1]} → {row[2]}" for row in references]
    return found[:most]
