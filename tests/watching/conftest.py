"""The demo school with the real bot, watched."""

from tests.stories.conftest import stage

__all__ = ["stage"]
