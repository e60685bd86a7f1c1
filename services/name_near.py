"""Names a slip or two away from what was typed; whatever comes of this is asked, never taken.

Slips are looked for syllable by syllable, since a school has a few hundred syllables and
thousands of names: a dictionary of syllables with one letter left out finds those one slip away.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations, product

from services.name_match import FormTable
from services.name_readings import cuts
from services.name_syllables import Syllable, spellings, syllable
from services.telex import decode

_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {frozenset(row[at : at + 2]) for row in _KEYBOARD for at in range(len(row) - 1)}
_TWO_SLIPS_FROM = 5  # letters: in a shorter syllable two slips could be any other
_OTHER_MARKS = 0.7  # beside a slip in the letters of the same syllable
_SLIP = 1.35  # one slip costs no more than this
_MOST_WORDS_TWICE = 5  # words among which two slips are looked for
Costs = dict[int, float]


class Neighbours:
    """Finds people whose name is nearly what was typed."""

    def __init__(self, table: FormTable) -> None:
        self._table = table
        self._lacking: dict[str, list[str]] = {}  # made when first needed
        self._near_known: dict[tuple[str, int], dict[str, float]] = {}

    def near(self, typed: Sequence[str], most: int) -> tuple[int, ...]:
        """Places of the nearest people, best first, at most `most`; empty if none is near."""
        costs = self.one_slip(typed)
        if not costs and len(typed) <= _MOST_WORDS_TWICE:
            for tokens in _as_typed(typed):
                self._slips([syllable(token) for token in tokens], costs, 2)
        if not costs:
            self._parts([syllable(word.casefold()) for word in typed], costs)
            if len(costs) > most:
                return ()  # "Thị", "Nguyễn": half the class is no suggestion
        return tuple(sorted(costs, key=lambda place: (costs[place], place))[:most])

    def rivals(self, typed: Sequence[str]) -> set[int]:
        """Places of those whose name may have been typed with one slip and no other fault."""
        return {place for place, cost in self.one_slip(typed).items() if cost < _SLIP}

    def one_slip(self, typed: Sequence[str]) -> Costs:
        """People one slip away (a letter, a mark, a blank), with what the slip costs."""
        costs: Costs = {}
        for extra, tokens in zip((0.0, 0.5), _as_typed(typed), strict=False):
            found: Costs = {}
            self._slips([syllable(token) for token in tokens], found, 1)
            self._blanks(tokens, found)
            for place, cost in found.items():
                costs[place] = min(costs.get(place, 99), cost + extra)
        return costs

    def _slips(self, query: Sequence[Syllable], costs: Costs, most: int) -> None:
        bases = [part.base for part in query]
        self._take(bases, query, 0, costs)
        near = [self._near_bases(base, most) for base in bases]
        for changes in range(1, most + 1):
            for places in combinations(range(len(bases)), changes):
                for choice in product(*(near[place].items() for place in places)):
                    total = sum(cost for _, cost in choice)
                    if total > most + 0.35:
                        continue
                    changed = list(bases)
                    for place, (base, _) in zip(places, choice, strict=True):
                        changed[place] = base
                    self._take(changed, query, total, costs)

    def _blanks(self, tokens: Sequence[str], costs: Costs) -> None:
        """A blank too many ("La n") or one lost inside ("Thian")."""
        for at in range(len(tokens) - 1):
            joined = [*tokens[:at], tokens[at] + tokens[at + 1], *tokens[at + 2 :]]
            query = [syllable(token) for token in joined]
            self._take([part.base for part in query], query, 1, costs)
        for at, token in enumerate(tokens):
            for cut in cuts(token, self._table.spellings, 2):
                query = [syllable(part) for part in (*tokens[:at], *cut, *tokens[at + 1 :])]
                self._take([part.base for part in query], query, 1, costs)

    def _take(self, bases: list[str], query: Sequence[Syllable], cost: float, costs: Costs) -> None:
        for place, form in self._table.forms.get(" ".join(bases), ()):
            whole = cost + sum(map(_disagreement, query, form))
            if whole < costs.get(place, 99):
                costs[place] = whole

    def _parts(self, query: Sequence[Syllable], costs: Costs) -> None:
        """Somebody's middle name, surname or clan, or words of a name with one left out."""
        if any(part.base not in self._table.vocabulary for part in query):
            return
        for entries in self._table.forms.values():
            for place, form in entries:
                rest = iter(form)
                if all(any(mine.admits(its) for its in rest) for mine in query):
                    costs[place] = 3

    def _near_bases(self, base: str, most: int) -> dict[str, float]:
        """Syllables of this school one slip (or two, in a long one) from these letters."""
        if (base, most) in self._near_known:
            return self._near_known[base, most]
        if not self._lacking:
            for known in self._table.vocabulary:
                for key in _keys(known):
                    self._lacking.setdefault(key, []).append(known)
        if most > 1 and len(base) >= _TWO_SLIPS_FROM:
            candidates = {k for k in self._table.vocabulary if abs(len(k) - len(base)) < 3}
        else:
            candidates = {known for key in _keys(base) for known in self._lacking.get(key, ())}
        candidates.discard(base)
        found = {}
        for known in candidates:
            cost = min(slip_cost(mine, its) for mine in spellings(base) for its in spellings(known))
            if cost == 2 and most > 1:
                cost = distance(base, known)
            if cost <= most + 0.35:
                found[known] = cost
        if base in self._table.vocabulary:
            self._near_known[base, most] = found
        return found


def _as_typed(typed: Sequence[str]) -> Iterable[list[str]]:
    """The words in lower case; and with Telex and VNI keys replayed, where there are any."""
    plain = [word.casefold() for word in typed]
    yield plain
    keyed = [next(iter(decode(token)), token) for token in plain]
    if keyed != plain:
        yield keyed


def _keys(base: str) -> set[str]:
    """The letters in every spelling, whole and with one left out."""
    keys = set(spellings(base))
    for way in spellings(base):
        keys.update([way[:at] + way[at + 1 :] for at in range(len(way))])
    return keys


def _disagreement(mine: Syllable, its: Syllable) -> float:
    """What it costs that marks typed are not the name's: little if only lacking, more if others."""
    if not mine.marked or (mine.marks == its.marks and mine.tone == its.tone):
        return 0
    other_tone = mine.tone not in (0, its.tone)
    if other_tone or any(mark and mark not in its.marks for mark in mine.marks):
        return 0.2 if mine.base == its.base else _OTHER_MARKS
    return 0.1


def slip_cost(typed: str, name: str) -> float:
    """What one letter added, lost, changed, or swapped with the next costs; 2 if it was more."""
    first = next(
        (at for at, (one, two) in enumerate(zip(typed, name, strict=False)) if one != two), -1
    )
    if first < 0:
        first = min(len(typed), len(name))
    if len(typed) == len(name):
        if typed[first + 1 :] == name[first + 1 :]:
            return 0.9 if frozenset((typed[first], name[first])) in _BESIDE else 1.3
        swapped = typed[first + 1] + typed[first] + typed[first + 2 :]
        return 0.8 if swapped == name[first:] else 2
    longer, shorter = (typed, name) if len(typed) > len(name) else (name, typed)
    if longer[first + 1 :] != shorter[first:]:
        return 2
    if first and longer[first] == longer[first - 1]:
        return 0.7
    return 0.8 if longer is name else 1.2


def distance(left: str, right: str) -> int:
    """The least number of letters added, lost, changed, or swapped with the next one."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for at, one in enumerate(left, 1):
        older, before, row = before, row, [at]
        for to, other in enumerate(right, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (one != other))
            if at > 1 and to > 1 and one == right[to - 2] and left[at - 2] == other:
                cost = min(cost, older[to - 2] + 1)
            row.append(cost)
    return row[-1]
