"""Counts in a message that the names in it do not match."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from services.attendance_states import State
from services.roll_text.drafts import Draft, Expected
from services.roll_text.items import Item
from services.roll_text.reading import Doubt, Mark, Question
from services.roll_text.said import Said
from services.roll_text.words import Key

_MOST_TO_SHARE_OUT = 3  # pupils among whom P and K are offered in every order


def miscounts(said: Said, text: str, size: int) -> list[tuple[int, Question]]:
    """The questions, with their places in the text; `size`: how many are in the class list."""
    found = [wrong for wrong in (_share(said, text), _named(said, text)) if wrong][:1]
    late = [count for count in said.expected if count.verb is not Key.ABSENT]
    for count in late:
        found += _check(count.number, count.found(said.drafts), count, text)
    if said.total is not None and size:
        found += _check(said.total.number, size, said.total, text)
    absent = sum(draft.counts_as_absent() for draft in said.drafts)
    if said.here is not None and (said.total is not None or size):
        total = said.total.number if said.total is not None else size
        found += _check(total - said.here.number, absent, said.here, text)
    if said.all_claim is not None and not said.except_some and not said.rest_present:
        found += _check(0, absent, said.all_claim, text)
    distinct = {(wrong.expected, wrong.found): (place, wrong) for place, wrong in reversed(found)}
    return sorted(distinct.values(), key=lambda wrong: wrong[0])


def _check(
    expected: int, found: int, item: Item | Expected, text: str
) -> list[tuple[int, Question]]:
    if expected == found:
        return []
    words = text[item.start : item.end]
    ask = Question(Doubt.COUNT_MISMATCH, words, expected=expected, found=found)
    return [(item.start, ask)]


def _named(said: Said, text: str) -> tuple[int, Question] | None:
    """The first count of absentees that is wrong: one doubt about them is enough."""
    for count in said.expected:
        wrong = _check(count.number, count.found(said.drafts), count, text)
        if wrong and count.verb is Key.ABSENT:
            return wrong[0][0], replace(wrong[0][1], state=count.state)
    return None


def _share(said: Said, text: str) -> tuple[int, Question] | None:
    """ "vắng 2 (1P 1K): Lan, Minh": as many states as pupils without one, so who has which?"""
    counts = [count for count in said.expected if count.state is not None]
    states = [count.state for count in counts for _ in range(min(count.number, 9)) if count.state]
    open_drafts = [d for d in said.drafts if d.final_state() is State.UNEXPLAINED]
    if not 1 < len(states) == len(open_drafts) <= _MOST_TO_SHARE_OUT or _unknown(open_drafts):
        return None
    ways = tuple(
        tuple(Mark(d.ids[0], state) for d, state in zip(open_drafts, way, strict=True))
        for way in dict.fromkeys(permutations(states))
    )
    first, last = counts[0], counts[-1]
    wrong = Question(
        Doubt.COUNT_MISMATCH,
        text[first.start : last.end],
        choices=ways if len(ways) > 1 else (),
        expected=first.number,
        found=first.found(said.drafts),
    )
    return (first.start, replace(wrong, state=first.state)) if wrong.choices else None


def _unknown(drafts: Sequence[Draft]) -> bool:
    return any(draft.doubt is not None or len(draft.ids) != 1 for draft in drafts)
