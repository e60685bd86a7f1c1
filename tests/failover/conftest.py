"""Every story plays on a stage with all three messengers, on a copy of the demo school."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.stage import Stage, staged


@pytest.fixture
async def stage(school: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    """See `tests.support.stage`."""
    async with staged(tmp_path, school, messenger="zalo_oa") as stage:
        yield stage
