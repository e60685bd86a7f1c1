"""No story is forgotten: it is told on every messenger, or it says why not."""

import inspect
from collections import Counter

from tests.contract.conversations import CONVERSATIONS, STORIES, name_of
from tests.contract.exceptions import EXCEPTIONS, ONLY_ON_AN_ACCOUNT

NAMES = {name_of(story) for story in STORIES}
MODULES = {name.partition(".")[0] for name in NAMES}


def test_every_exception_is_a_story_that_there_is_and_stands_there_once() -> None:
    listed = [
        name for group in (EXCEPTIONS, ONLY_ON_AN_ACCOUNT) for g in group.values() for name in g
    ]
    assert set(listed) <= NAMES | MODULES
    assert [name for name, times in Counter(listed).items() if times > 1] == []
    whole = {name for name in listed if "." not in name and name != "linking_numbers"}
    assert [name for name in listed if "." in name and name.partition(".")[0] in whole] == []


def test_a_conversation_needs_nothing_but_its_stage() -> None:
    """Whatever has a stage or values of its own is an exception, with its reason."""
    needs = {name_of(s): list(inspect.signature(s).parameters) for s in CONVERSATIONS}
    assert {name: has for name, has in needs.items() if has != ["stage"]} == {}
