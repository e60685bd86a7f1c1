"""The refusals that people read. Each carries the key of its text and what the text needs.

    Refusal                  something asked for cannot be done; the person is told why
    ├─ NotAllowed            their roles, classes or children do not give it
    ├─ NotFound              it is not there (any more)
    ├─ AlreadyDecided        somebody decided before; says who and when
    ├─ Outdated              the button or list is of another moment
    └─ Invalid               what was written cannot be taken; says what and shows an example

Anything else that is raised is a fault of ours: logged with an id that the person is told.
"""

from typing import Any


class Refusal(Exception):  # noqa: N818 - it is an answer, not an error
    """Told to the person as the text `key` with `params`."""

    def __init__(self, key: str, **params: Any) -> None:
        super().__init__(key)
        self.key = key
        self.params = params


class NotAllowed(Refusal):
    """The person's roles, classes or children do not give this."""

    def __init__(self, key: str = "refused-not-allowed", **params: Any) -> None:
        super().__init__(key, **params)


class NotFound(Refusal):
    """It is not there."""


class AlreadyDecided(Refusal):
    """Somebody decided before."""


class Outdated(Refusal):
    """The button or list is of another moment."""

    def __init__(self, key: str = "refused-outdated", **params: Any) -> None:
        super().__init__(key, **params)


class Invalid(Refusal):
    """What was written cannot be taken."""
