"""One database per test, copied from a migrated one."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import upgrade
from storage.database import Database
from tests.support.imported_school import ImportedSchool
from tests.support.school import SAMPLE


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


@pytest.fixture(scope="session")
def imported(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("imported") / "school.db"
    shutil.copy(migrated, path)

    async def take() -> None:
        async with Database(f"sqlite+aiosqlite:///{path}") as db:
            await ImportedSchool(db).take(SAMPLE)

    asyncio.run(take())
    return path


@pytest.fixture
async def sample(imported: Path, tmp_path: Path) -> AsyncIterator[ImportedSchool]:
    """The tidy sample school, imported twice."""
    path = tmp_path / "school.db"
    shutil.copy(imported, path)
    async with Database(f"sqlite+aiosqlite:///{path}") as db:
        yield ImportedSchool(db)
