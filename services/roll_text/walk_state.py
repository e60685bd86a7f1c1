"""Where a walk over a message stands: the heading in force, the names last met, what comes next."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from services.attendance_states import State
from services.name_syllables import fold
from services.roll_text.drafts import Draft
from services.roll_text.items import PEOPLE, VERBS, Item, Part
from services.roll_text.said import Said
from services.roll_text.tokens import Cut
from services.roll_text.words import Key

_NOT_YET = re.compile("chua|ch|k")  # "chưa đến Lan" lists nobody else
PASSED = frozenset([Key.FILLER, Key.PERSONS, Key.MORE])
COUNTS = frozenset([Part.COUNT, Part.STATE_COUNT])


@dataclass(slots=True)
class Head:
    """What a list's heading gives to every name below it."""

    verb: Key | None = None
    state: State | None = None
    state_word: str = ""
    minutes: int | None = None
    minutes_word: str = ""
    note: str = ""


class WalkState:
    """What the parts of a walk share."""

    def __init__(self, items: Sequence[Item], text: str) -> None:
        self.items = items
        self.text = text
        self.said = Said()
        self._at = 0
        self._head = Head()
        self._period: Item | None = None
        self._weak: Key | None = None
        self._group: list[Draft] = []  # the last name and those joined to it
        self._clause: list[Draft] = []  # names since the last sentence
        self._touching = False
        self._joined = False
        self._rest = False
        self._depth = 0
        self._aside = False  # in brackets after a name, before any other name
        self._empty: tuple[Item, int] | None = None  # a heading and how many drafts there were

    def _next(self, past: frozenset[object] = PASSED) -> Item | None:
        at = self._at + 1
        while at < len(self.items) and self.items[at].kind in past:
            at += 1
        return self.items[at] if at < len(self.items) else None

    def _names_follow(self) -> bool:
        following = self._next()
        return following is not None and (
            following.kind in PEOPLE or following.kind in COUNTS or following.kind is Cut.COLON
        )

    def _next_has_verb(self) -> bool:
        """Whether the names that follow have a verb of their own in the same clause."""
        seen = False
        for item in self.items[self._at + 1 :]:
            if item.kind in (Cut.HARD, Cut.COMMA, Cut.COLON):
                return False
            if item.kind in VERBS:
                return seen
            seen = seen or item.kind in PEOPLE
        return False

    def _lose(self, first: Item, last: Item | None = None) -> None:
        self.said.lost.append((first.start, (last or first).end))

    def _words(self, item: Item) -> str:
        return self.text[item.start : item.end]

    def _set_period(self, draft: Draft, item: Item) -> None:
        draft.period = item.number
        if item.other:  # more than one lesson: the words say which
            draft.notes.append(self._words(item))

    def _heading(self, item: Item, key: Key) -> None:
        self._close_heading()
        self._head = Head(key, item.state, self._words(item) if item.state else "")
        self._group, self._clause = [], []
        self._touching = self._joined = False
        self._empty = (item, len(self.said.drafts))
        if key is Key.ABSENT and (" " not in item.word or not _NOT_YET.match(fold(item.word))):
            self.said.headed = True

    def _close_heading(self) -> None:
        """A heading with nothing under it was not understood."""
        if self._empty is not None and self._empty[1] == len(self.said.drafts):
            self._lose(self._empty[0])
        self._empty = None

    def _all(self, item: Item) -> None:
        waiting = [d for d in self._clause if d.verb is None and d.state is None]
        if self._rest:
            self.said.rest_present = True
        elif waiting:
            for draft in waiting:
                draft.verb = Key.PRESENT
        else:
            self._close_heading()
            self.said.all_claim = item
        self._head, self._group, self._clause = Head(), [], []
        self._touching = self._rest = False
