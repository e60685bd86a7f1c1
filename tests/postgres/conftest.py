"""A server for each worker that has tests for it."""

from collections.abc import Iterator

import pytest

from tests.support.postgres import postgres_server


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a real PostgreSQL server."""
    with postgres_server() as url:
        yield url
