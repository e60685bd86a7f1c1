"""The school in which a child is missing, built once and copied for every test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support import missing
from tests.support.missing import World


@pytest.fixture(scope="session")
def missing_school(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """The school, built once."""
    return missing.template(tmp_path_factory.mktemp("missing"))


@pytest.fixture
async def world(
    missing_school: tuple[Path, dict[str, int]], tmp_path: Path
) -> AsyncIterator[World]:
    """See `tests.support.missing`."""
    async with missing.world(missing_school, tmp_path) as made:
        yield made
