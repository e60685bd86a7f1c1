"""One small school, copied for every test."""

from tests.support.missing_fixtures import missing_school, world

__all__ = ["missing_school", "world"]
