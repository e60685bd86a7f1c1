"""The small school of the roll cards, in which pupils come and go."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.bells import Bells, bells, build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    path = tmp_path_factory.mktemp("lists") / "bells.db"
    return path, asyncio.run(build(path))


@pytest.fixture
async def school(built: tuple[Path, dict[str, int]], tmp_path: Path) -> AsyncIterator[Bells]:
    async with bells(built, tmp_path) as at:
        yield at
