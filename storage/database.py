"""The one way into the database: units of work that commit once and are answered only then.

SQLite knows one writer, so units of work follow one another there, and those that wait together
share one `BEGIN IMMEDIATE … COMMIT`, each in a savepoint of its own: one fails, the others stand.
On PostgreSQL every unit of work has a transaction to itself. `run` returns after the commit.
"""

import asyncio
import contextvars
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import event, make_url, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine

from storage import quick_sqlite

T = TypeVar("T")
Work = Callable[[AsyncSession], Awaitable[T]]
log = logging.getLogger(__name__)

SHARED = 64  # units of work that may share one commit


@dataclass(slots=True)
class _Waiting:
    work: Work[Any]
    done: asyncio.Future[Any]
    context: contextvars.Context = field(default_factory=contextvars.copy_context)


def create_engine(url: str) -> AsyncEngine:
    """An engine for `url`; SQLite gets WAL, full synchronisation, foreign keys, IMMEDIATE."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_async_engine(parsed, pool_pre_ping=True)
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    file = parsed.database or ":memory:"
    engine = create_async_engine(
        parsed.set(drivername="sqlite+aiosqlite"),
        async_creator=lambda: quick_sqlite.connect(file, **parsed.query),
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "busy_timeout=15000",
            "cache_size=-8000",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


class Database:
    """Runs units of work. Use as an async context manager, or call `close`."""

    def __init__(self, url: str) -> None:
        self.engine = create_engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self._waiting: asyncio.Queue[_Waiting] = asyncio.Queue()
        self._writer: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Database":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Finish what waits, then let go of the database."""
        if self._writer is not None:
            await self._waiting.join()
            self._writer.cancel()
            await asyncio.gather(self._writer, return_exceptions=True)
            self._writer = None
        await self.engine.dispose()

    async def run(self, work: Work[T]) -> T:
        """Run `work` in one unit of work; its result comes back after the commit.

        Raises whatever `work` raised, with everything it did rolled back.
        """
        if not self.is_sqlite:
            async with AsyncSession(self.engine, expire_on_commit=False) as session:
                result = await work(session)
                await session.commit()
                return result
        if self._writer is None:
            self._writer = asyncio.create_task(self._write(), name="database writer")
        waiting = _Waiting(work, asyncio.get_running_loop().create_future())
        self._waiting.put_nowait(waiting)
        done: T = await waiting.done
        return done

    async def _write(self) -> None:
        """The single writer of a SQLite database."""
        connection: AsyncConnection | None = None
        try:
            while True:
                batch = [await self._waiting.get()]
                try:
                    if connection is None:
                        connection = await self.engine.connect()
                    await self._write_batch(connection, batch)
                except Exception as error:
                    log.exception("a commit failed")
                    for waiting in batch:
                        if not waiting.done.done():
                            waiting.done.set_exception(error)
                    if connection is not None:
                        await connection.invalidate(error)
                        await connection.close()  # its place in the pool is free again
                        connection = None
                finally:
                    for _ in batch:
                        self._waiting.task_done()
        finally:
            if connection is not None:
                await connection.close()

    async def _write_batch(self, connection: AsyncConnection, batch: list[_Waiting]) -> None:
        finished: list[tuple[_Waiting, Any, BaseException | None]] = []
        index = 0
        async with connection.begin():
            while index < len(batch):
                finished.append(await self._one(connection, batch[index]))
                index += 1
                if index == len(batch) < SHARED and not self._waiting.empty():
                    batch.append(self._waiting.get_nowait())
        for waiting, result, error in finished:
            if waiting.done.cancelled():
                continue
            if error is not None:
                waiting.done.set_exception(error)
            else:
                waiting.done.set_result(result)

    async def _one(
        self, connection: AsyncConnection, waiting: _Waiting
    ) -> tuple[_Waiting, Any, BaseException | None]:
        """One unit of work in a savepoint, in the context of the one who asked for it."""
        task = asyncio.get_running_loop().create_task(
            self._in_savepoint(connection, waiting.work), context=waiting.context
        )
        try:
            return waiting, await task, None
        except asyncio.CancelledError as error:
            if not task.cancelled():
                raise  # it is the writer that is asked to end
            return waiting, None, error
        except Exception as error:  # noqa: BLE001 - handed to the one who asked
            return waiting, None, error

    async def _in_savepoint(self, connection: AsyncConnection, work: Work[T]) -> T:
        async with AsyncSession(
            connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
        ) as session:
            result = await work(session)
            await session.commit()
            return result

    async def ping(self) -> None:
        """Raise if the database cannot be reached."""

        async def work(session: AsyncSession) -> None:
            await session.execute(text("SELECT 1"))

        await self.run(work)
