"""aiosqlite with one thread hop a statement instead of four.

aiosqlite asks its thread to make a cursor, to execute, to fetch and to close; each is a hop of a
tenth of a millisecond, and an update of a chat makes some eight statements. Making and closing a
cursor touches no file, and the rows can be fetched where the statement ran. One task at a time uses
a connection, so the cursor is never used from two threads at once.
"""

import sqlite3
from collections import deque
from collections.abc import Iterable
from typing import Any

import aiosqlite
from aiosqlite.context import Result


class QuickCursor(aiosqlite.Cursor):
    """A cursor that holds the rows of its statement."""

    def __init__(self, connection: aiosqlite.Connection, cursor: sqlite3.Cursor) -> None:
        super().__init__(connection, cursor)
        self._rows: deque[Any] = deque()

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> "QuickCursor":
        """Execute and fetch in one hop."""

        def both() -> deque[Any]:
            self._cursor.execute(sql, parameters or ())  # type: ignore[arg-type]  # SQLAlchemy passes sequences
            return deque(self._cursor) if self._cursor.description else deque()

        self._rows = await self._conn._execute(both)  # type: ignore[no-untyped-call]  # theirs
        return self

    async def fetchone(self) -> Any:
        """The next row."""
        return self._rows.popleft() if self._rows else None

    async def fetchmany(self, size: int | None = None) -> list[Any]:
        """Some rows."""
        count = min(size or self._cursor.arraysize, len(self._rows))
        return [self._rows.popleft() for _ in range(count)]

    async def fetchall(self) -> list[Any]:
        """All rows that are left."""
        rows, self._rows = list(self._rows), deque()
        return rows

    async def close(self) -> None:
        """Let go of the statement."""
        self._cursor.close()


class QuickConnection(aiosqlite.Connection):
    """A connection whose cursors are quick."""

    def cursor(self) -> Result[aiosqlite.Cursor]:
        """A cursor, without asking the thread."""

        async def made() -> aiosqlite.Cursor:
            return QuickCursor(self, self._conn.cursor())

        return Result(made())


def connect(file: str, **options: Any) -> QuickConnection:
    """A connection to `file`, to be awaited; `options` as for `sqlite3.connect`."""
    options["check_same_thread"] = False  # cursors are made here and used there, in turn

    def connector() -> sqlite3.Connection:
        opened: sqlite3.Connection = sqlite3.connect(file, **options)
        return opened

    connection = QuickConnection(connector, iter_chunk_size=64)
    connection._thread.daemon = True  # a program that ends does not wait for it
    return connection
