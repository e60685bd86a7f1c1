"""The small school with bells, copied for every test."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support import bells as support
from tests.support.bells import Bells


@pytest.fixture(scope="session")
def bells_school(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """The school, built once."""
    path = tmp_path_factory.mktemp("bells") / "school.db"
    return path, asyncio.run(support.build(path))


@pytest.fixture
async def bells(bells_school: tuple[Path, dict[str, int]], tmp_path: Path) -> AsyncIterator[Bells]:
    """See `tests.support.bells`."""
    async with support.bells(bells_school, tmp_path) as made:
        yield made
