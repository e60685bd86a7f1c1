"""Bringing the database to the schema this version knows, by Alembic migrations.

Migrations are named by number (`0001_…`), so that the newest is known without loading Alembic,
which only runs when there is something to do.
"""

from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

MIGRATIONS = Path(__file__).parent / "migrations"


def newest() -> str:
    """The number of the newest migration ("0001")."""
    return max(p.name[:4] for p in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


async def current(engine: AsyncEngine) -> str | None:
    """The number of the migration the database stands at; None for an empty one."""
    async with engine.begin() as connection:
        return await connection.run_sync(_current)


async def upgrade(engine: AsyncEngine) -> bool:
    """Run what is missing, in one transaction; True if anything was."""
    if await current(engine) == newest():
        return False
    async with engine.begin() as connection:
        await connection.run_sync(_upgrade)
    return True
