"""What is added to a name: its state, minutes, the hour, the lesson, the reason."""

from services.roll_text.drafts import Draft
from services.roll_text.items import PEOPLE, Item, Part
from services.roll_text.tokens import Cut
from services.roll_text.walk_state import WalkState
from services.roll_text.words import Key

_REASONS = frozenset([Key.REASON, Key.BECAUSE])
_FREE = frozenset([Part.UNKNOWN, Key.FILLER, Key.PERSONS])


class Details(WalkState):
    """Takes what belongs to a name or, before the names, to all of a list."""

    def _state(self, item: Item) -> None:
        heads = self._names_follow()
        if self._touching and self._group:
            self._give_state(item)
            return
        waiting = [d for d in self._group if d.state is None]
        if heads and not (waiting and len(item.word) == 1 and self._after_comma()):
            self._head.state, self._head.state_word = item.state, self._words(item)
            self._group = []
        elif waiting and not heads:
            self._give_state(item)
        else:
            self._lose(item)

    def _after_comma(self) -> bool:
        return self._at > 0 and self.items[self._at - 1].kind is Cut.COMMA

    def _give_state(self, item: Item) -> None:
        waiting = [d for d in self._group if d.state is None]
        for draft in waiting:
            draft.state, draft.state_word = item.state, self._words(item)
        if not waiting and any(d.state is not item.state for d in self._group):
            last = self._group[-1]
            twin = Draft(last.start, item.end, last.ids, last.doubt, last.verb, state=item.state)
            twin.state_word = self._words(item)
            self.said.drafts.append(twin)

    def _time(self, item: Item) -> None:
        following = self._next()
        heads = following is not None and (following.kind in PEOPLE or following.kind is Cut.COLON)
        minutes = item.kind is Part.MINUTES
        waiting = [d for d in self._group if (d.minutes if minutes else d.at) is None]
        if waiting and (self._touching or not heads):
            for draft in waiting:
                if not minutes:
                    draft.at = item.at
                else:
                    draft.minutes, draft.minutes_word = item.number, self._words(item)
                    if item.word == "late":
                        draft.verb = Key.LATE
        elif minutes and heads and self._head.verb is Key.LATE:
            self._head.minutes, self._head.minutes_word = item.number, self._words(item)
        else:
            self._lose(item)

    def _lesson(self, item: Item) -> None:
        waiting = [d for d in self._group if d.period is None]
        following = self._next()
        opens = following is not None and following.kind in PEOPLE
        own = any(d.verb is not self._head.verb for d in self._group)
        if self._touching and waiting and not (opens and self._next_has_verb() and not own):
            for draft in waiting:
                self._set_period(draft, item)
        elif opens or not waiting:
            self._period = item
        else:
            for draft in waiting:
                self._set_period(draft, item)

    def _reason(self, item: Item) -> None:
        at, end = self._at, item
        free = self._aside or item.kind is Key.BECAUSE
        while at + 1 < len(self.items):
            kind = self.items[at + 1].kind
            named = self.text[self.items[at + 1].start].isupper() and not self._aside
            if kind not in _REASONS and not (free and kind in _FREE):
                break
            if kind is Part.UNKNOWN and named and not self.text[item.start].isupper():
                break  # "vì ốm Tuyết": a name, not a reason
            at, end = at + 1, self.items[at + 1]
        if item.kind is Key.BECAUSE and end is item:
            return
        words = self.text[item.start : end.end]
        following_item = self.items[at + 1] if at + 1 < len(self.items) else None
        if self._group:
            for draft in self._group:
                draft.notes.append(words)
        elif self._head.verb is not None and following_item is not None:
            self._head.note = words
        else:
            self._lose(item, end)
        self._at = at
