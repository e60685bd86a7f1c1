"""Reading the marks of a roll: who is absent, late or gone, and what must be asked first.

The message is read once for every place that has several readings. What all of them agree on is
certain; where they differ, one that leaves words without sense gives way, and if two are left the
person is asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from services.names import NameIndex
from services.roll_text.clauses import Walk
from services.roll_text.figures import settle_figures
from services.roll_text.forks import Fork, Forks
from services.roll_text.items import Item, Part
from services.roll_text.miscounts import miscounts
from services.roll_text.numbers import decide_numbers
from services.roll_text.pieces import pieces, stands_alone
from services.roll_text.reading import Doubt, Mark, Question, Reading, settle
from services.roll_text.said import Said
from services.roll_text.segments import Stretch
from services.roll_text.strangers import offer_nearest
from services.roll_text.tokens import clean, tokenise
from services.roll_text.words import Key

_MOST_FORKS = 12
_MOST_TEXT = 4096
_NONSENSE = frozenset(
    [Doubt.UNREADABLE, Doubt.NOBODY, Doubt.COUNT_MISMATCH, Doubt.NEAREST, Doubt.BAD_NUMBER]
)

Entry = tuple[int, Mark | Question]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """One way to read the whole message."""

    entries: tuple[Entry, ...]
    said: Said
    forks: tuple[Fork, ...]


def read_marks(rest: str, index: NameIndex, numbers: Mapping[int, int]) -> Reading:
    """Read what is left of a message once class, day and session are taken off.

    `numbers`: list number → pupil id of everyone in the list. Never raises; whatever is not
    understood is among the questions, but for words of politeness.
    """
    text = clean(rest)[:_MOST_TEXT]
    parts = pieces(tokenise(text), index, text)
    chosen: dict[int, int] = {}
    asked: list[tuple[int, Question, tuple[Entry, ...]]] = []
    done: set[int] = set()
    outcome = _read(parts, text, index, numbers, chosen)
    while fork := next((fork for fork in outcome.forks if fork.place not in done), None):
        if len(outcome.forks) > _MOST_FORKS:  # no roll: nobody would answer that many questions
            return Reading(False, (), (Question(Doubt.UNREADABLE, text),), partial=True)
        done.add(fork.place)
        ways = {
            pick: _read(parts, text, index, numbers, chosen | {fork.place: pick})
            for pick in range(fork.options)
        }
        best = min(map(_nonsense, ways.values()))
        if fork.both_stand:
            ways = {0: ways[0]} if _counted_right(ways[0]) else ways
        elif fork.doubt is Doubt.ONE_OR_TWO:
            ways = {pick: way for pick, way in ways.items() if _nonsense(way) == best}
        if fork.first_goes and 0 in ways:
            ways = {0: ways[0]}
        chosen[fork.place] = min(ways)
        outcome = ways[min(ways)]
        question, own = _ask(fork, list(ways.values()), text)
        if question is not None:
            asked.append((fork.start, question, own))
    return _reading(outcome, asked, text)


def _read(
    parts: Sequence[Item | Stretch],
    text: str,
    index: NameIndex,
    numbers: Mapping[int, int],
    chosen: Mapping[int, int],
) -> _Outcome:
    forks = Forks(chosen)
    items: list[Item] = []
    for at, part in enumerate(parts):
        if isinstance(part, Item):
            items.append(part)
            continue
        pick, first, last = 0, part.readings[0][0], part.readings[0][-1]
        if len(part.readings) > 1:
            alone = stands_alone(parts, at)
            pick = forks.take(Doubt.ONE_OR_TWO, len(part.readings), first, last, alone)
        items += part.readings[pick]
    named = settle_figures(offer_nearest(items, index, text, forks))
    read = decide_numbers(named, numbers, forks)
    said = Walk([_known(item, numbers) for item in read], text).run()
    return _Outcome(tuple(_entries(said, text, len(numbers))), said, tuple(forks.met))


def _known(item: Item, numbers: Mapping[int, int]) -> Item:
    if item.kind is Part.PUPIL and item.number in numbers:
        return replace(item, ids=(numbers[item.number],))
    return item


def _entries(said: Said, text: str, size: int) -> list[Entry]:
    entries: list[Entry] = []
    for draft in said.drafts:
        entries += [(draft.start, entry) for entry in draft.entries(text)]
    entries += [(a, Question(Doubt.UNREADABLE, text[a:b])) for a, b in said.lost]
    entries += miscounts(said, text, size)
    return sorted(entries, key=lambda entry: entry[0])


def _nonsense(outcome: _Outcome) -> int:
    return sum(
        isinstance(entry, Question) and entry.doubt in _NONSENSE
        for _place, entry in outcome.entries
    )


def _counted_right(outcome: _Outcome) -> bool:
    """Whether the message says how many are absent, and this reading has so many."""
    wrong = any(
        isinstance(entry, Question) and entry.doubt is Doubt.COUNT_MISMATCH
        for _place, entry in outcome.entries
    )
    counts = any(count.verb is Key.ABSENT for count in outcome.said.expected)
    return not wrong and (counts or outcome.said.here is not None)


def _ask(
    fork: Fork, ways: Sequence[_Outcome], text: str
) -> tuple[Question | None, tuple[Entry, ...]]:
    """The question of a fork, and the entries of its first way that depend on the answer."""
    common = set(ways[0].entries).intersection(*(way.entries for way in ways))
    marked = {entry for _place, entry in common if isinstance(entry, Mark)}
    own = [tuple(e for e in way.entries if e not in common and e[1] not in marked) for way in ways]
    options = dict.fromkeys(
        (
            settle(e for _place, e in some if isinstance(e, Mark))[0],
            tuple(e for _place, e in some if isinstance(e, Question)),
        )
        for some in own
    )
    if len(options) < 2:
        return None, ()
    choices, follows = zip(*options, strict=True)
    fragment = text[fork.start : fork.end]
    question = Question(fork.doubt, fragment, choices=choices, follows=follows)
    return question, own[0]


def _reading(
    outcome: _Outcome, asked: Sequence[tuple[int, Question, tuple[Entry, ...]]], text: str
) -> Reading:
    said = outcome.said
    open_entries = {entry for _place, _question, own in asked for entry in own}
    entries = [entry for entry in outcome.entries if entry not in open_entries]
    entries += [(place, question) for place, question, _own in asked]
    entries.sort(key=lambda entry: entry[0])
    words: dict[int, str] = {}
    for draft in said.drafts:
        if len(draft.ids) == 1:
            fragment = text[draft.start : draft.end]
            earlier = words.get(draft.ids[0])
            words[draft.ids[0]] = f"{earlier}; {fragment}" if earlier else fragment
    marks, clashes = settle((e for _place, e in entries if isinstance(e, Mark)), words)
    questions = (*(e for _place, e in entries if isinstance(e, Question)), *clashes)
    counted = said.here is not None or any(count.verb is Key.ABSENT for count in said.expected)
    claim = said.all_claim is not None or (
        said.here is not None and said.total is not None and said.here.number == said.total.number
    )
    absent = any(draft.counts_as_absent() for draft in said.drafts)
    absent = absent or any(mark.state.is_absent for mark in marks)  # "đủ, Lan trốn"
    listed = said.headed and any(
        not draft.period for draft in said.drafts if draft.final_state() is not None
    )
    full = claim or said.except_some or said.rest_present or counted or listed
    return Reading(
        all_present=claim and not absent and not said.except_some,
        marks=marks,
        questions=questions,
        partial=said.more or not full,
    )
