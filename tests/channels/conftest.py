"""An empty database, fresh for each test, and a sandbox whose clock shows the same morning."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.empty_database import NOW, database, empty, file, now
from tests.support.sandbox import Phones, sandbox_server

__all__ = ["database", "empty", "file", "now"]


@pytest.fixture
async def url(tmp_path: Path) -> AsyncIterator[str]:
    """A sandbox, its clock at the same morning."""
    async with sandbox_server(tmp_path / "sandbox", clock_start=NOW.isoformat()) as url:
        yield url


@pytest.fixture
async def phones(url: str) -> AsyncIterator[Phones]:
    """The people in it."""
    async with Phones(url) as phones:
        yield phones
