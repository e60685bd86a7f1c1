"""All rows of one database into another of the same schema, on SQLite or PostgreSQL."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Integer, Table, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.tables import Base

AT_ONCE = 500  # rows


class NotEmptyError(Exception):
    """The database that shall take the rows has some already."""


class CountError(Exception):
    """A table has another number of rows than it was copied from."""


async def counts(connection: AsyncConnection) -> dict[str, int]:
    """How many rows each table has."""
    found = {}
    for table in Base.metadata.sorted_tables:
        number = await connection.scalar(select(func.count()).select_from(table))
        found[table.name] = int(number or 0)
    return found


async def copy_all(source: AsyncEngine, target: AsyncEngine) -> Mapping[str, int]:
    """Copy every table as it is at one instant; how many rows each has.

    All or nothing; both have today's schema. Raises `NotEmptyError` and `CountError`.
    """
    async with source.connect() as old, target.begin() as new:
        if old.dialect.name == "postgresql":
            await old.execution_options(isolation_level="REPEATABLE READ")
        if any((await counts(new)).values()):
            raise NotEmptyError
        if new.dialect.name == "sqlite":
            await new.execute(text("PRAGMA defer_foreign_keys=ON"))
        wanted = await counts(old)
        for table in Base.metadata.sorted_tables:
            await _copy(old, new, table)
            if new.dialect.name == "postgresql":
                await _go_on_counting(new, table)
        if await counts(new) != wanted:
            raise CountError
        await old.rollback()
    return wanted


async def _copy(old: AsyncConnection, new: AsyncConnection, table: Table) -> None:
    """In the order of the keys: what a row refers to in its own table came before it."""
    rows = await old.stream(select(table).order_by(*table.primary_key.columns))
    async for part in rows.mappings().partitions(AT_ONCE):
        values: list[dict[str, Any]] = [dict(row) for row in part]
        await new.execute(insert(table), values)


async def _go_on_counting(new: AsyncConnection, table: Table) -> None:
    """The next number that PostgreSQL gives follows the highest that came along."""
    key = list(table.primary_key.columns)
    if len(key) != 1 or not isinstance(key[0].type, Integer) or key[0].foreign_keys:
        return
    name = key[0].name
    sequence = await new.scalar(
        text("SELECT pg_get_serial_sequence(:table, :name)"), {"table": table.name, "name": name}
    )
    highest = await new.scalar(select(func.max(key[0])))
    if sequence is not None and highest is not None:
        await new.execute(text("SELECT setval(:of, :at)"), {"of": sequence, "at": highest})
