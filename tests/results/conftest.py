"""The gradebook's small school, for results of terms and years."""

from tests.scores.conftest import *  # noqa: F403 - the same fixtures
