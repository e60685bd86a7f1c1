"""A small school with bells, and one in which a child is missing; each test has its own copy."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support import bells, missing
from tests.support.bells import Bells
from tests.support.missing import World


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


@pytest.fixture(scope="session")
def missing_school(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """The school with a missing child, built once."""
    return missing.template(tmp_path_factory.mktemp("missing"))


@pytest.fixture
async def world(
    missing_school: tuple[Path, dict[str, int]], tmp_path: Path
) -> AsyncIterator[World]:
    """See `tests.support.missing`."""
    async with missing.world(missing_school, tmp_path) as made:
        yield made
