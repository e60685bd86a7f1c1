"""An empty database of the newest state, fresh for each test, and what is often read from it."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from storage.database import Database
from storage.upgrade import upgrade

NOW = datetime(2026, 11, 30, 7, 40, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with all tables and no rows."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"

    async def make() -> None:
        async with Database(f"sqlite+aiosqlite:///{path}") as database:
            await upgrade(database.engine)

    asyncio.run(make())
    return path


@pytest.fixture
def file(empty: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copy(empty, tmp_path / "solienlac.db"))


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    """The same, open."""
    async with Database(f"sqlite+aiosqlite:///{file}") as database:
        yield database


@pytest.fixture
def now() -> datetime:
    """A school morning."""
    return NOW
