"""One running bot per PostgreSQL database: a lock of the session, which ends with the process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import text

from services.errors import Refusal
from storage.database import Database

NUMBER = 0x5011E71AC  # any number that nothing else on the database locks


class AlreadyServedError(Refusal):
    """Another bot is running on this database."""

    def __init__(self, place: str) -> None:
        super().__init__("already-running", path=place)


@asynccontextmanager
async def held(database: Database, place: str) -> AsyncIterator[None]:
    """Hold the lock meanwhile; raises `AlreadyServedError`."""
    async with database.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        taken = await connection.scalar(
            text("SELECT pg_try_advisory_lock(:number)"), {"number": NUMBER}
        )
        if not taken:
            raise AlreadyServedError(place)
        try:
            yield
        finally:
            await connection.execute(text("SELECT pg_advisory_unlock(:number)"), {"number": NUMBER})
