"""A small school with bells, and one in which a child is missing; each test has its own copy."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support import bells
from tests.support.bells import Bells
from tests.support.missing_fixtures import missing_school, world

__all__ = ["belled", "missing_school", "school", "world"]


@pytest.fixture(scope="session")
def belled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """The school with bells, built once."""
    path = tmp_path_factory.mktemp("bells") / "school.db"
    return path, asyncio.run(bells.build(path))


@pytest.fixture
async def school(belled: tuple[Path, dict[str, int]], tmp_path: Path) -> AsyncIterator[Bells]:
    """See `tests.support.bells`."""
    async with bells.bells(belled, tmp_path) as made:
        yield made
