"""The small school with bells, copied for every test."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support import bells as support
from tests.support.bells import Bells


@pytest.fixture(scope="session")
def book_school(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """The school, built once."""
    path = tmp_path_factory.mktemp("books") / "school.db"
    return path, asyncio.run(support.build(path))


@pytest.fixture
async def bells(book_school: tuple[Path, dict[str, int]], tmp_path: Path) -> AsyncIterator[Bells]:
    """See `tests.support.bells`; 7A1 has lessons on Tuesdays, morning and afternoon."""
    async with support.bells(book_school, tmp_path) as made:
        for name in support.CLASSES:
            await made.add(made.slot(name, 1, None), made.slot(name, 1, "binh", half="afternoon"))
        yield made
