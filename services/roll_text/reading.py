"""What was understood of a roll, what must be asked, and what an answer makes of it.

A Reading keeps everything that is certain while questions are open, so that a teacher who is asked
about one name need not write the rest again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum

from services.attendance_states import State


@dataclass(frozen=True, slots=True)
class Mark:
    """One pupil's state as the message has it."""

    pupil_id: int
    state: State
    minutes: int | None = None
    period: int | None = None  # lesson of the session, from 1
    at: time | None = None  # local time of day
    note: str | None = None


class Doubt(StrEnum):
    """Why something is asked."""

    WHO_OF = "who_of"  # several pupils fit: `candidates`
    NEAREST = "nearest"  # nobody fits: `candidates` are the nearest
    NOBODY = "nobody"  # a name that fits nobody and is near nobody
    ONE_OR_TWO = "one_or_two"  # "Minh Lan": one pupil or two
    NUMBER_OR_COUNT = "number_or_count"  # "v 2": pupil no. 2, or two pupils
    NUMBER_OR_MINUTES = "number_or_minutes"  # "m 7 10": no. 7 and 10, or no. 7 by 10 minutes
    BAD_NUMBER = "bad_number"  # no such number in the list
    STATE_CLASH = "state_clash"  # the same pupil twice with different states
    COUNT_MISMATCH = "count_mismatch"  # `expected` was written, `found` were named
    BAD_MINUTES = "bad_minutes"  # not 1 to 300
    UNREADABLE = "unreadable"  # words not understood


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask.

    The options are `candidates` (for a name) or else `choices`, each the marks that it sets;
    `follows[n]` are the questions that choice n leaves open. With neither there is nothing to
    choose: the person writes again or goes on without it.
    """

    doubt: Doubt
    fragment: str  # as typed
    candidates: tuple[int, ...] = ()
    state: State | None = None
    minutes: int | None = None
    period: int | None = None
    at: time | None = None
    note: str | None = None
    choices: tuple[tuple[Mark, ...], ...] = ()
    follows: tuple[tuple["Question", ...], ...] = ()
    expected: int | None = None
    found: int | None = None

    def mark_for(self, pupil_id: int) -> Mark:
        """The mark if this candidate is meant."""
        state = self.state or State.UNEXPLAINED
        return Mark(pupil_id, state, self.minutes, self.period, self.at, self.note)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message says of the pupils of one session."""

    all_present: bool  # nobody is absent, by the message's own words
    marks: tuple[Mark, ...]
    questions: tuple[Question, ...]
    # Only the named pupils change and nothing is said of the others. Where no roll was taken yet,
    # whoever calls decides what that means for the others.
    partial: bool


def answer(reading: Reading, question: int, choice: int | None) -> Reading:
    """The reading without that question, its answer applied.

    `choice` is an index into the question's candidates, or into its choices where it has no
    candidates; None leaves the fragment out. IndexError where there is no such thing.
    """
    asked = reading.questions[question]
    rest = [q for at, q in enumerate(reading.questions) if at != question]
    marks: Sequence[Mark] = ()
    if choice is not None:
        if choice < 0:
            raise IndexError(choice)
        if asked.candidates:
            marks = [asked.mark_for(asked.candidates[choice])]
        else:
            marks = asked.choices[choice]
            rest[question:question] = asked.follows[choice] if asked.follows else ()
    words = dict.fromkeys((mark.pupil_id for mark in marks), asked.fragment)
    kept, clashes = settle([*reading.marks, *marks], words)
    return replace(
        reading,
        marks=kept,
        questions=(*clashes, *rest),
        all_present=reading.all_present and not any(mark.state.is_absent for mark in kept),
    )


def settle(
    marks: Iterable[Mark], words: Mapping[int, str] | None = None
) -> tuple[tuple[Mark, ...], list[Question]]:
    """One mark per pupil; a pupil with two that do not go together becomes a question.

    `words`: what was typed of each pupil.
    """
    by_pupil: dict[int, list[Mark]] = {}
    for mark in marks:
        by_pupil.setdefault(mark.pupil_id, []).append(mark)
    kept, clashes = [], []
    for pupil_id, same in by_pupil.items():
        one = _joined(same)
        if one is not None:
            kept.append(one)
        else:
            choices = tuple((mark,) for mark in dict.fromkeys(same))
            clashes.append(
                Question(Doubt.STATE_CLASH, (words or {}).get(pupil_id, ""), choices=choices)
            )
    return tuple(kept), clashes


def _joined(marks: Sequence[Mark]) -> Mark | None:
    """The marks of one pupil as one, if they agree; "not yet known" gives way to P or K."""
    known = [mark for mark in marks if mark.state is not State.UNEXPLAINED]
    states = {mark.state for mark in known} or {State.UNEXPLAINED}
    if len(states) > 1 or (known and len(known) < len(marks) and not known[0].state.is_absent):
        return None
    minutes = {mark.minutes for mark in marks} - {None}
    periods = {mark.period for mark in marks} - {None}
    times = {mark.at for mark in marks} - {None}
    if len(minutes) > 1 or len(periods) > 1 or len(times) > 1:
        return None
    notes = dict.fromkeys(mark.note for mark in marks if mark.note)
    return Mark(
        marks[0].pupil_id,
        states.pop(),
        next(iter(minutes), None),
        next(iter(periods), None),
        next(iter(times), None),
        "; ".join(notes) or None,
    )
