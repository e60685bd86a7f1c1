"""The product's conversations, each told once and held to the same end on every messenger.

Every story of `tests/stories` is told on the other messengers, too, unless it is among the
exceptions, with the reason. It joins by speaking to phones only through `say`, `choose`, `tap`,
`press_again` and `read`.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Awaitable, Callable, Iterator
from types import ModuleType

from tests import stories
from tests.contract.exceptions import EXCEPTIONS, ONLY_ON_AN_ACCOUNT
from tests.support.stage import Stage

Conversation = Callable[[Stage], Awaitable[None]]


def name_of(story: Conversation) -> str:
    """ "roll_grid.a_roll_is_tapped_and_saved" """
    module = story.__module__.rpartition(".test_")[2]
    return f"{module}.{story.__name__.removeprefix('test_')}"


def _stories() -> Iterator[Conversation]:
    for found in pkgutil.iter_modules(stories.__path__):
        if found.name.startswith("test_"):
            yield from _of(importlib.import_module(f"{stories.__name__}.{found.name}"))


def _of(module: ModuleType) -> Iterator[Conversation]:
    for name, story in vars(module).items():
        ours = getattr(story, "__module__", "") == module.__name__
        if name.startswith("test_") and ours and inspect.iscoroutinefunction(story):
            yield story


def reason_against(story: Conversation) -> str | None:
    """Why a story is not told on other messengers; None where it is."""
    name = name_of(story)
    for reason, names in EXCEPTIONS.items():
        if name in names or name.partition(".")[0] in names:
            return reason
    return None


STORIES = tuple(_stories())
CONVERSATIONS = tuple(story for story in STORIES if reason_against(story) is None)


def messengers_of(conversation: Conversation) -> tuple[str, ...]:
    """The messengers a conversation is told on besides Telegram."""
    name = name_of(conversation)
    marks = (name, name.partition(".")[0])
    if any(mark in names for names in ONLY_ON_AN_ACCOUNT.values() for mark in marks):
        return ("zalo_oa",)
    return ("zalo_bot", "zalo_oa")
