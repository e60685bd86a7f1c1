"""Verbs: "vắng Lan" heads a list, "Lan vắng" speaks of its subject."""

from services.roll_text.drafts import Draft
from services.roll_text.items import Item, Part
from services.roll_text.walk_state import WalkState
from services.roll_text.words import Key


class Verbs(WalkState):
    """Takes verbs."""

    def _verb(self, item: Item) -> None:
        key = item.kind
        if not isinstance(key, Key):
            return
        if key is Key.LEFT_IF_TIMED:
            following = self._next()
            timed = following is not None and following.kind in (Part.LESSON, Part.CLOCK)
            if not timed and self._period is None and not any(d.at for d in self._group):
                self._lose(item)
                return
            key = Key.LEFT
        if self._rest:
            self._rest_verb(item, key)
            return
        subjects = self._subjects()
        if subjects is not None:
            self._after_subjects(item, key, subjects)
        elif key is Key.NOT_ABSENT and not self._names_follow():
            self._all(item)
        else:
            self._heading(item, Key.PRESENT if key is Key.NOT_ABSENT else key)

    def _rest_verb(self, item: Item, key: Key) -> None:
        self._rest = False
        if key in (Key.PRESENT, Key.NOT_ABSENT):
            self.said.rest_present = True
        else:
            self._lose(item)

    def _subjects(self) -> list[Draft] | None:
        """Those of whom a verb at this place speaks; None where it heads a list."""
        follows = self._names_follow() and not self._next_has_verb()
        waiting = [d for d in self._clause if d.verb is None and d.state is None]
        if waiting:
            return waiting
        if self._touching and not follows:
            return self._group
        if self._touching and self._next_has_verb() and self._head.verb is None:
            return self._group
        return None

    def _after_subjects(self, item: Item, key: Key, subjects: list[Draft]) -> None:
        for draft in subjects:
            if key is Key.NOT_ABSENT:
                draft.verb = draft.verb if draft.verb in (Key.LATE, Key.ARRIVED) else Key.PRESENT
            else:
                draft.verb = key
            if item.state is not None and draft.state is None:
                draft.state, draft.state_word = item.state, self._words(item)
        self._group, self._touching, self._joined = list(subjects), True, False
        if self._head.verb is None:
            self._weak = key
