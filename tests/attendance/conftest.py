"""The small school with bells, copied for every test."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support import bells as support
from tests.support.bells import Bells


@pytest.fixture(scope="session")
def school_of_bells(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """The school, built once."""
    path = tmp_path_factory.mktemp("warnings") / "school.db"
    return path, asyncio.run(support.build(path))


@pytest.fixture
async def bells(
    school_of_bells: tuple[Path, dict[str, int]], tmp_path: Path
) -> AsyncIterator[Bells]:
    """See `tests.support.bells`."""
    async with support.bells(school_of_bells, tmp_path) as made:
        yield made
