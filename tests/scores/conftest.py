"""The small school with a gradebook, copied for every test."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support import marks as support
from tests.support.marks import Marks


@pytest.fixture(scope="session")
def marks_school(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """The school, built once."""
    path = tmp_path_factory.mktemp("marks") / "school.db"
    return path, asyncio.run(support.build(path))


@pytest.fixture
async def marks(marks_school: tuple[Path, dict[str, int]], tmp_path: Path) -> AsyncIterator[Marks]:
    """See `tests.support.marks`."""
    async with support.marks(marks_school, tmp_path) as made:
        yield made
