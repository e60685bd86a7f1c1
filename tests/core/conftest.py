"""An empty database, fresh for each test."""

from tests.support.empty_database import database, empty, file, now

__all__ = ["database", "empty", "file", "now"]
