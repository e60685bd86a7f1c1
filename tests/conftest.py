"""Makes `tests.support` importable from every folder of tests."""
