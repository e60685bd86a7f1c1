"""A database as an earlier version of the program left it, with rows written by hand."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from storage import upgrade
from storage.database import Database


async def older_database(
    folder: Path, monkeypatch: pytest.MonkeyPatch, version: str, rows: str
) -> Path:
    """A file in `folder` whose newest migration is `version` ("0004"), filled with `rows` (SQL)."""
    file, migrations = folder / "old.db", folder / "migrations"
    shutil.copytree(upgrade.MIGRATIONS, migrations)
    for migration in (migrations / "versions").glob("*.py"):
        if migration.name[:4] > version:
            migration.unlink()
    with monkeypatch.context() as older:
        older.setattr(upgrade, "MIGRATIONS", migrations)
        async with Database(f"sqlite+aiosqlite:///{file}") as database:
            assert await upgrade.upgrade(database.engine)
    with sqlite3.connect(file) as hand:
        hand.executescript(rows)
    return file
