"""A pupil of a message while it is being read, and the mark or the question that comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import time

from services.attendance_states import State
from services.roll_text.reading import Doubt, Mark, Question
from services.roll_text.words import Key

_MINUTES = range(1, 301)
_STATES = {
    Key.LATE: State.LATE,
    Key.ARRIVED: State.LATE,
    Key.LEFT: State.LEFT_EARLY,
    Key.SKIP: State.UNEXCUSED,
    Key.PRESENT: State.PRESENT,
}


@dataclass(slots=True)
class Draft:
    """Someone who was written of; `ids` are all who fit, or come near."""

    start: int
    end: int
    ids: tuple[int, ...]
    doubt: Doubt | None
    verb: Key | None = None
    weak: Key | None = (
        None  # verb of the name before, if nothing else is said: "Lan vắng, Minh nữa"
    )
    state: State | None = None
    state_word: str = ""
    minutes: int | None = None
    minutes_word: str = ""
    period: int | None = None
    at: time | None = None
    notes: list[str] = field(default_factory=list)

    def final_state(self) -> State | None:
        """What is said of the pupil; None if nothing is."""
        verb = self.verb if self.verb is not None or self.state is not None else self.weak
        if verb in _STATES:
            return _STATES[verb]
        if verb is None and self.state is None:
            return None
        return self.state or State.UNEXPLAINED

    def counts_as_absent(self) -> bool:
        """Whether a count of absentees counts this one; who skips one lesson is not in it."""
        state = self.final_state()
        return (
            state is not None and state.is_absent and self.verb is not Key.SKIP and not self.period
        )

    def entries(self, text: str) -> list[Mark | Question]:
        """The mark, or what must be asked first."""
        words = text[self.start : self.end]
        state = self.final_state()
        if state is None:
            return [Question(Doubt.UNREADABLE, words)]
        extra: list[Mark | Question] = []
        notes, minutes = list(self.notes), self.minutes
        if self.state is not None and state not in (self.state, State.UNEXPLAINED):
            if state is State.PRESENT:
                extra.append(Question(Doubt.UNREADABLE, self.state_word))
            else:
                notes.insert(0, self.state_word)
        if minutes is not None and state not in (State.LATE, State.LEFT_EARLY):
            extra.append(Question(Doubt.UNREADABLE, self.minutes_word))
            minutes = None
        bad = minutes is not None and minutes not in _MINUTES
        note = "; ".join(dict.fromkeys(notes)) or None
        facts = (state, None if bad else minutes, self.period, self.at, note)
        if self.doubt is not None or len(self.ids) != 1:
            ask = Question(self.doubt or Doubt.WHO_OF, words, self.ids, *facts)
            return [ask, *extra] + ([Question(Doubt.BAD_MINUTES, self.minutes_word)] if bad else [])
        mark = Mark(self.ids[0], *facts)
        if bad:
            about = f"{words} {self.minutes_word}"
            return [Question(Doubt.BAD_MINUTES, about, choices=((mark,),)), *extra]
        return [mark, *extra]


@dataclass(frozen=True, slots=True)
class Expected:
    """A count in the message: so many absent, late, or of one state."""

    verb: Key
    state: State | None
    number: int
    start: int
    end: int

    def found(self, drafts: Sequence[Draft]) -> int:
        """How many of these the message names."""
        people = set()
        for draft in drafts:
            if self.verb is Key.ABSENT:
                counted = draft.counts_as_absent()
            else:
                counted = (draft.verb or draft.weak) is self.verb
            if counted and self.state in (None, draft.final_state()):
                known = draft.doubt is None and len(draft.ids) == 1
                people.add(draft.ids if known else (-1, draft.start))
        return len(people)
