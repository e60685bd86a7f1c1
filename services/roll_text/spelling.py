"""Finding phrases as people type them.

Without marks, with some of them, with Telex keys left in the text, or with one letter wrong. Every
reading has a cost, so that a name that fits exactly is preferred to a keyword that almost fits.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Generic, TypeVar

from services.attendance_states import State
from services.name_syllables import Syllable, is_plausible, syllable
from services.roll_text.words import FORGIVEN, ONLY_INSIDE, PHRASES, SHORT, Key
from services.telex import decode

Meaning = TypeVar("Meaning")
SLIP = 3  # cost of a word with one wrong letter


@dataclass(slots=True)
class _Node(Generic[Meaning]):
    after: dict[str, "_Node[Meaning]"] = field(default_factory=dict)
    means: Meaning | None = None
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Spelled(Generic[Meaning]):
    """A phrase found: how many words it takes, what it means, how far it is from its spelling."""

    length: int
    means: Meaning
    cost: int
    word: str  # the phrase as it is written properly


class Lexicon(Generic[Meaning]):
    """Phrases written with their marks, found however they are typed."""

    def __init__(
        self,
        phrases: Mapping[str, Meaning],
        forgiven: Collection[str] = (),
        only_inside: Collection[str] = (),
    ) -> None:
        """`forgiven`: words allowed a slip; `only_inside`: short forms that never stand alone."""
        self._root: _Node[Meaning] = _Node()
        self._words: dict[str, list[str]] = {}
        self._forgiven = forgiven
        self._only_inside = only_inside
        self._longest = 0
        for phrase, meaning in phrases.items():
            node, words = self._root, phrase.split()
            self._longest = max(self._longest, len(words))
            for word in words:
                node = node.after.setdefault(word, _Node())
                same = self._words.setdefault(syllable(word).base, [])
                if word not in same:
                    same.append(word)
            node.means, node.phrase = meaning, phrase
        self.readings = lru_cache(maxsize=4096)(self._readings)

    def at(self, words: Sequence[str], start: int, marked: bool) -> Iterator[Spelled[Meaning]]:
        """All phrases that begin at `words[start]` (lower case).

        `marked`: the text carries marks, so that a word without them is less likely to need them.
        """
        paths = [(self._root, 0)]
        for length in range(1, min(self._longest, len(words) - start) + 1):
            low = words[start + length - 1]
            grown = []
            for node, cost in paths:
                for word, more in self.readings(low):
                    after = node.after.get(word)
                    if after is not None:
                        bare = marked and low not in SHORT and _lacks_marks(low, word)
                        grown.append((after, cost + max(more, int(bare))))
            paths = grown
            for node, cost in paths:
                inside = length == 1 and low in self._only_inside
                if node.means is None or (inside and node is not self._root.after.get(low)):
                    continue
                yield Spelled(length, node.means, cost, node.phrase)

    def _readings(self, low: str) -> tuple[tuple[str, int], ...]:
        """The words of the phrases that this may be, each with its cost (0 as written)."""
        found: dict[str, int] = {}
        typed = syllable(low)
        for word in self._words.get(typed.base, ()):
            if typed.admits(syllable(word)):
                found[word] = 0 if not typed.marked or typed == syllable(word) else 1
        for word in SHORT.get(low, ()):
            found.setdefault(word, 0)
        for keyed in decode(low):
            meant = syllable(keyed)
            for word in self._words.get(meant.base, ()):
                if meant.admits(syllable(word)):
                    found.setdefault(word, 0 if meant == syllable(word) else 1)
        long_enough = len(typed.base) > 3 or (typed.marked and len(typed.base) > 2)
        if not found and long_enough and not is_plausible(typed.base):
            found.update((word, SLIP) for word in self._forgiven if _slipped(typed, syllable(word)))
        return tuple(found.items())


@cache
def roll_lexicon() -> Lexicon[tuple[Key, State | None]]:
    """The phrases of the roll, built when first needed."""
    return Lexicon(PHRASES, FORGIVEN, ONLY_INSIDE)


def _lacks_marks(low: str, word: str) -> bool:
    return low != word and not syllable(low).marked and syllable(word).marked


def _slipped(typed: Syllable, word: Syllable) -> bool:
    """Whether one letter is missing, added, wrong or swapped, with no mark that `word` lacks."""
    if typed.base[0] != word.base[0] or not _one_edit(typed.base, word.base):
        return False
    marks = {mark for mark in word.marks if mark}
    if typed.tone not in (0, word.tone):
        return False
    return all(not mark or mark in marks for mark in typed.marks)


def _one_edit(one: str, two: str) -> bool:
    if abs(len(one) - len(two)) > 1:
        return False
    at = 0
    while at < min(len(one), len(two)) and one[at] == two[at]:
        at += 1
    left, right = one[at:], two[at:]
    swapped = len(left) > 1 and left[1::-1] + left[2:] == right
    return swapped or left[1:] == right or left == right[1:] or left[1:] == right[1:]
