"""Keeps what the sandbox knows, so that a restart or a kill forgets nothing.

Everything lives in memory; a change marks its record, and the marks of one turn of the event loop
are written as one SQLite commit. In WAL mode a commit is in the system's hands when it returns, so
it survives the death of the process (not necessarily a power cut, which no test needs).
"""

import asyncio
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

Json = dict[str, Any]


class Kept(Protocol):
    """Something that can be written down."""

    def record(self) -> Json:
        """The facts to keep, as JSON values."""


def dumps(value: Any) -> str:
    """JSON as the sandbox writes it everywhere: compact, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is not JSON")


_DECODER = json.JSONDecoder(parse_constant=_refuse)


def loads(source: str | bytes) -> Any:
    """JSON from outside; raises ValueError, also for what could not be written down again."""
    text = source if isinstance(source, str) else source.decode()
    try:
        value = _DECODER.decode(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if "\\u" in text:
        dumps(value).encode()  # half of a surrogate pair is no text: UnicodeEncodeError
    return value


class InUseError(OSError):
    """Another sandbox works in the same folder."""


class Store:
    """Records by kind and key."""

    def __init__(self, path: Path) -> None:
        """Open or create the file; raises InUseError."""
        self._db = sqlite3.connect(path, isolation_level=None, timeout=1)
        self._db.execute("PRAGMA locking_mode=EXCLUSIVE")
        try:
            self._db.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            self._db.close()
            raise InUseError(f"another sandbox has {path}") from error
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.execute("PRAGMA wal_autocheckpoint=4000")
        self._db.execute(
            "CREATE TABLE IF NOT EXISTS kept (kind TEXT NOT NULL, key TEXT NOT NULL,"
            " value TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID"
        )
        self._dirty: dict[tuple[str, str], Kept | str | None] = {}
        self._scheduled = False

    def load(self, kind: str) -> Iterator[tuple[str, Json]]:
        """Every record of a kind, as it was last written."""
        rows = self._db.execute("SELECT key, value FROM kept WHERE kind = ?", (kind,))
        for key, value in rows:
            yield key, json.loads(value)

    def put(self, kind: str, key: str | int, thing: Kept | str) -> None:
        """Write `thing` (or a JSON text) at the end of this turn of the event loop."""
        self._mark(kind, str(key), thing)

    def drop(self, kind: str, key: str | int) -> None:
        """Forget a record at the end of this turn."""
        self._mark(kind, str(key), None)

    def flush(self) -> None:
        """Write all marks now, in one commit."""
        self._scheduled = False
        if not self._dirty:
            return
        dirty = self._dirty
        gone = [place for place, thing in dirty.items() if thing is None]
        kept = [
            (*place, thing if isinstance(thing, str) else dumps(thing.record()))
            for place, thing in dirty.items()
            if thing is not None
        ]
        self._db.execute("BEGIN")
        try:
            self._db.executemany("DELETE FROM kept WHERE kind = ? AND key = ?", gone)
            self._db.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", kept)
        except BaseException:
            self._db.execute("ROLLBACK")  # the marks stay: the next flush tries again
            raise
        self._db.execute("COMMIT")
        self._dirty = {}

    def close(self) -> None:
        """Write what is left and let go of the file."""
        self.flush()
        self._db.close()

    def _mark(self, kind: str, key: str, thing: Kept | str | None) -> None:
        self._dirty[(kind, key)] = thing
        if self._scheduled:
            return
        try:
            asyncio.get_running_loop().call_soon(self.flush)
            self._scheduled = True
        except RuntimeError:  # no loop yet: the caller is setting up, and close() will write
            return
