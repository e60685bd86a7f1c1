"""Where one name ends and the next begins, and which words are no names at all.

Every run of words is read in all ways that cost least: as keywords, as names that fit by the rules,
and only then as unknown words. "Minh Lan" in a class with a Minh, a Lan and a Trần Minh Lan has two
readings that name different pupils; such a place is kept as a choice, for the person to decide.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services.name_syllables import is_plausible, syllable
from services.names import Fit, NameIndex, Resolution
from services.roll_text.items import Item, Part, named
from services.roll_text.spelling import SLIP, roll_lexicon
from services.roll_text.tokens import Token
from services.roll_text.words import LETTERS, NAME_LIKE, PHRASES, POLITE, SAFE_BARE, YIELDING, Key

_LONGEST_NAME = 6
_STRANGE = 10  # cost of a word that is nothing known
_MOST_WAYS = 64
_NOT_ALONE = frozenset(["chau", "be"])  # before a name polite, without one a name: Châu, Bé


@dataclass(frozen=True, slots=True)
class Arc:
    """One way to read the words `start` to `end` of a run, and what that costs."""

    start: int
    end: int
    item: Item
    cost: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a run: its readings, the first one preferred; more than one must be asked."""

    readings: tuple[tuple[Item, ...], ...]


class Reader:
    """Reads runs of words against the names of one class."""

    def __init__(self, index: NameIndex, marked: bool) -> None:
        self._index = index
        self._marked = marked

    def stretches(self, run: Sequence[Token]) -> list[Stretch]:
        """The run in parts, each with its cheapest readings."""
        lows = [token.low for token in run]
        arcs = [list(self._arcs(run, lows, at)) for at in range(len(run))]
        best = _costs(arcs)
        arcs = [[a for a in some if a.cost + best[a.end] == best[a.start]] for some in arcs]
        polite = [_is_polite(low) for low in lows]
        return [_stretch(arcs, start, end, polite[start]) for start, end in _cuts(arcs)]

    def _arcs(self, run: Sequence[Token], lows: Sequence[str], at: int) -> Iterator[Arc]:
        here = run[at]
        is_state, is_name = True, False
        for arc in self._names(run, lows, at):
            is_name = is_name or arc.end == at + 1
            marker = lows[at] == "k" and not _plausible(lows[at + 1])
            is_state = is_state and not (marker and not self._after_name(run, at))
            yield arc
        for found in roll_lexicon().at(lows, at, self._marked) if is_state else ():
            end = at + found.length
            key, state = found.means
            cost = found.cost + _yielding(key, lows[at:end], found.cost)
            if key is Key.PERSONS and (is_name or (lows[at] in _NOT_ALONE and at > 0)):
                follows = end < len(run) and not any(roll_lexicon().at(lows, end, False))
                follows = follows or any(self._names(run, lows, end))
                cost += 0 if follows else _STRANGE  # "chau k": Châu, and not cháu
            if found.cost >= SLIP and self._may_be_name(run, at):
                continue  # "Trln Vinh": a slip of a name, not of a keyword
            words = " ".join(lows[at:end])
            item = Item(key, here.start, run[end - 1].end, (), state, word=words)
            yield Arc(at, end, item, cost)
        yield Arc(at, at + 1, Item(Part.UNKNOWN, here.start, here.end, word=here.text), _STRANGE)

    def _names(self, run: Sequence[Token], lows: Sequence[str], at: int) -> Iterator[Arc]:
        if at >= len(run) or lows[at] in LETTERS:
            return
        alone = False  # the first word is a name by itself: Châu, not cháu
        for end in range(at + 1, min(at + _LONGEST_NAME, len(run)) + 1):
            if lows[end - 1] in LETTERS:
                return
            found = self._fits(run, at, end)
            if found.fit is Fit.NONE:
                continue
            if end - at > 1 and not alone and _is_polite(lows[at]):
                bare = self._fits(run, at + 1, end)
                if set(bare.ids) == set(found.ids):
                    continue  # "em Lan": the pupil is Lan
            alone = alone or end == at + 1
            if lows[at] == "k" and end - at > 1 and self._is_reason(run, at, found):
                continue
            yield Arc(at, end, named(found, run[at].start, run[end - 1].end), 0)

    def _is_reason(self, run: Sequence[Token], at: int, found: Resolution) -> bool:
        """Whether "k" belongs to the pupil before ("Minh k Lan"), not to the name after it.

        The same pupils must be meant either way, and a highland name ("K Brêm") stays a name.
        """
        if not _plausible(run[at + 1].low) or not self._after_name(run, at):
            return False
        return self._fits(run, at + 1, at + 2) == found

    def _after_name(self, run: Sequence[Token], at: int) -> bool:
        return at > 0 and self._fits(run, at - 1, at).fit is not Fit.NONE

    def _may_be_name(self, run: Sequence[Token], at: int) -> bool:
        words = " ".join(token.text for token in run[at : at + 2])
        return len(run) > at + 1 and self._index.resolve(words).fit is not Fit.NONE

    def _fits(self, run: Sequence[Token], start: int, end: int) -> Resolution:
        return self._index.fits(" ".join(token.text for token in run[start:end]))


def _yielding(key: Key, lows: Sequence[str], slip: int) -> int:
    """What a single small word costs beside a name that is written like it."""
    if len(lows) > 1 or key not in YIELDING:
        return 0
    if _is_polite(lows[0]) and key is Key.FILLER:
        return 0
    typed = syllable(lows[0])
    if typed.marked or lows[0] in PHRASES:
        return _STRANGE if slip and typed.marked else 1  # "Tâm" is not "tầm"
    named = typed.base not in SAFE_BARE if key is Key.FILLER else typed.base in NAME_LIKE
    return _STRANGE if named else 2 if key is Key.TITLE else 1


def _is_polite(word: str) -> bool:
    return any(syllable(word).admits(syllable(polite)) for polite in POLITE)


def _plausible(word: str) -> bool:
    """Whether a word could be a common Vietnamese syllable ("Lan" can, "Brêm" cannot)."""
    return is_plausible(syllable(word).base)


def _costs(arcs: Sequence[Sequence[Arc]]) -> list[int]:
    """The least cost from each word to the end of the run."""
    best = [0] * (len(arcs) + 1)
    for at in range(len(arcs) - 1, -1, -1):
        best[at] = min(arc.cost + best[arc.end] for arc in arcs[at])
    return best


def _cuts(arcs: Sequence[Sequence[Arc]]) -> list[tuple[int, int]]:
    """The places through which every cheapest reading passes, as stretches between them."""
    reached = {0}
    furthest, start, cuts = 0, 0, []
    for at in range(len(arcs)):
        if at not in reached:
            continue
        if at == furthest and at > start:
            cuts.append((start, at))
            start = at
        for arc in arcs[at]:
            reached.add(arc.end)
            furthest = max(furthest, arc.end)
    if arcs:
        cuts.append((start, len(arcs)))
    return cuts


def _stretch(arcs: Sequence[Sequence[Arc]], start: int, end: int, polite: bool) -> Stretch:
    """The readings of one part; `polite`: its first word may be no part of a name."""
    ways: dict[tuple[tuple[int, int], ...], tuple[Item, ...]] = {}
    pending: list[tuple[int, tuple[Arc, ...]]] = [(start, ())]
    seen = 0
    while pending:
        at, path = pending.pop()
        if at == end:
            seen += 1
            names = tuple((a.start, a.end) for a in path if a.item.kind is Part.NAME)
            items = tuple(a.item for a in path)
            if names not in ways or len(items) < len(ways[names]):
                ways[names] = items
            if seen > _MOST_WAYS:
                first, last = items[0], items[-1]
                return Stretch(((Item(Part.LOST, first.start, last.end),),))
            continue
        pending += [(arc.end, (*path, arc)) for arc in arcs[at]]
    whole = ways.get(((start, end),))
    if whole is not None and end - start - polite > 2:
        return Stretch((whole,))
    return Stretch(tuple(ways[names] for names in sorted(ways, key=len)))
