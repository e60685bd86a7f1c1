"""One database per test, copied from a migrated one."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import upgrade
from storage.database import Database
from tests.support.imported_school import ImportedSchool


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "school.db"

    async def make() -> None:
        async with Database(f"sqlite+aiosqlite:///{path}") as db:
            await upgrade.upgrade(db.engine)

    asyncio.run(make())
    return path


@pytest.fixture
async def school(migrated: Path, tmp_path: Path) -> AsyncIterator[ImportedSchool]:
    path = tmp_path / "school.db"
    shutil.copy(migrated, path)
    async with Database(f"sqlite+aiosqlite:///{path}") as db:
        yield ImportedSchool(db)
