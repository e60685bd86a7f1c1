"""Counts, separators, and the small words that turn a sentence."""

from services.attendance_states import State
from services.roll_text.drafts import Expected
from services.roll_text.items import PEOPLE, SEPARATORS, VERBS, Item, Part
from services.roll_text.tokens import Cut
from services.roll_text.walk_state import PASSED, WalkState
from services.roll_text.words import Key


class Counts(WalkState):
    """Takes counts and what stands between the names."""

    def _count(self, item: Item) -> None:
        if item.kind is Part.STATE_COUNT:
            self._expect(Key.ABSENT, item.state, item)
            return
        state = self._state_ahead()
        fresh = self._empty is not None and self._empty[1] == len(self.said.drafts)
        verb = self._head.verb if fresh or state is not None else None
        for later in self.items[self._at + 1 :]:
            if verb is not None or later.kind is Cut.HARD or later.kind in PEOPLE:
                break
            verb = later.kind if later.kind in VERBS and isinstance(later.kind, Key) else None
        verb = verb or (self._head.verb if self._head.verb is not None else None)
        if verb is None and state is not None:
            verb = Key.ABSENT
        if verb is None:
            self._lose(item)
            return
        self._touching = False
        self._expect(verb, state, item)

    def _state_ahead(self) -> State | None:
        """The state in "2 em có phép", "2 em vắng có phép"."""
        for item in self.items[self._at + 1 : self._at + 4]:
            if item.kind is Key.STATE:
                return item.state
            if item.kind not in PASSED and item.kind is not Key.ABSENT:
                return None
        return None

    def _present_count(self) -> None:
        """ "có mặt 37": the number is what was under this heading."""
        if self._empty is not None and self._head.verb is Key.PRESENT:
            self._empty = None

    def _expect(self, verb: Key, state: State | None, item: Item) -> None:
        if item.number == 0 and state is None and verb is Key.ABSENT:
            self.said.all_claim = item
        else:
            self.said.expected.append(Expected(verb, state, item.number, item.start, item.end))
        self._empty = None

    def _zero(self, item: Item) -> None:
        before = self.items[self._at - 1].kind if self._at else None
        if self._empty is not None and (before is Cut.COLON or " " in item.word):
            if self._head.verb is Key.ABSENT:
                self.said.all_claim = item
            self._empty = None
        else:
            self._lose(item)

    def _instead(self, item: Item) -> None:
        following = self._next()
        if following is not None and following.kind is Key.STATE and self._group:
            self._at = self.items.index(following, self._at)
            return
        at = self._at
        while at + 1 < len(self.items) and self.items[at + 1].kind not in SEPARATORS:
            at += 1
        self._lose(item, self.items[at])
        self._at = at

    def _title(self, item: Item) -> None:
        following = self.items[self._at + 1] if self._at + 1 < len(self.items) else None
        if following is None or following.kind not in (Part.NAME, Part.NEAR, Part.UNKNOWN):
            return
        self._at += 1
        if self.said.drafts or self.said.headed or self.said.all_claim is not None:
            self._lose(item, following)

    def _separator(self, item: Item) -> None:
        if item.kind is Cut.OPEN:
            self._depth += 1
            self._aside = self._touching
        elif item.kind is Cut.CLOSE:
            self._depth = max(0, self._depth - 1)
            self._aside = False
        elif item.kind is Cut.COMMA:
            self._touching = bool(self._depth and self._touching)
        elif item.kind is Cut.HARD:
            self._touching = self._rest = False
            self._clause, self._period, self._depth = [], None, 0
