"""What a run leaves out, and why: a line that a folder's conftest keeps for the run's summary."""

import pytest

LEFT_OUT = pytest.StashKey[str]()
