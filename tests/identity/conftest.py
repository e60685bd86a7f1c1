"""The demo school imported once, a copy for every test, and services called as its people."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import upgrade
from storage.database import Database
from tests.support.identity import DEMO, IdentityWorld, fixed_clock
from tests.support.school import import_school


@pytest.fixture(scope="session")
def identity_school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("identity") / "solienlac.db"

    async def make() -> None:
        async with Database(f"sqlite+aiosqlite:///{path}") as db:
            await upgrade.upgrade(db.engine)
            await import_school(db, fixed_clock(), DEMO)

    asyncio.run(make())
    return path


@pytest.fixture
async def world(identity_school: Path, tmp_path: Path) -> AsyncIterator[IdentityWorld]:
    path = tmp_path / "solienlac.db"
    shutil.copy(identity_school, path)
    async with Database(f"sqlite+aiosqlite:///{path}") as db:
        yield IdentityWorld(db)
