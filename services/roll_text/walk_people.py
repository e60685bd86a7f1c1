"""Names met on the walk, and words in the place of a name that are nobody's."""

from services.roll_text.drafts import Draft
from services.roll_text.items import SEPARATORS, VERBS, Item, Part
from services.roll_text.reading import Doubt
from services.roll_text.tokens import Cut
from services.roll_text.walk_state import PASSED, WalkState
from services.roll_text.words import Key

_LONGEST_STRANGER = 4  # words


class People(WalkState):
    """Takes names."""

    def _person(self, item: Item) -> None:
        doubt = Doubt.NEAREST if item.kind is Part.NEAR else None
        if item.kind is Part.PUPIL and not item.ids:
            doubt = Doubt.BAD_NUMBER
        self._add(Draft(item.start, item.end, item.ids, doubt))

    def _add(self, draft: Draft) -> None:
        head = self._head
        draft.verb, draft.weak = head.verb, self._weak
        draft.state, draft.state_word = head.state, head.state_word
        draft.minutes, draft.minutes_word = head.minutes, head.minutes_word
        if head.note:
            draft.notes.append(head.note)
        if self._period is not None:
            self._set_period(draft, self._period)
        self._group = [*self._group, draft] if self._joined and self._group else [draft]
        self._joined, self._touching, self._aside = False, True, False
        self._clause.append(draft)
        self.said.drafts.append(draft)

    def _stranger(self, item: Item) -> None:
        if self._aside and self._group:
            self._group[-1].notes.append(self.text[item.start : item.end])
        elif self._is_name_place(item):
            self._add(Draft(item.start, item.end, (), Doubt.NOBODY))
        else:
            self._lose(item)
            self._group, self._touching = [], False  # what follows is said of the stranger

    def _is_name_place(self, item: Item) -> bool:
        words = self.text[item.start : item.end]
        if len(words.split()) > _LONGEST_STRANGER or not words[0].isalpha():
            return False
        names = [d for d in self.said.drafts if d.doubt is not Doubt.BAD_NUMBER]
        if words[0].islower() and any(self.text[d.start].isupper() for d in names):
            return False
        following = self._next(PASSED | {Cut.OPEN, Cut.DASH})
        if following is not None and following.kind in (Key.STATE, Part.MINUTES, *VERBS):
            return True
        following = self._next()
        before = self.items[self._at - 1] if self._at else None
        opened = before is not None and (before.kind in SEPARATORS or before.kind in VERBS)
        closed = following is None or following.kind in SEPARATORS or following.kind is Key.AND
        return self._head.verb is not None and opened and closed
