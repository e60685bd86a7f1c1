"""Names a slip or two away from what was typed; whatever comes of this is asked, never taken.

Slips are looked for syllable by syllable, since a school has a few hundred syllables and
thousands of names: a dictionary of syllables with one letter left out finds those one slip away.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from services.name_match import FormTable
from services.name_readings import cuts
from services.name_syllables import Syllable, syllable
from services.telex import decode


class Neighbours:
    """Finds people whose name is nearly what was typed."""

    def __init__(self, table: FormTable) -> None:
        self._table = table
        self._lacking: dict[str, list[str]] | None = None  # made when first needed

    def near(self, typed: Sequence[str], most: int) -> tuple[int, ...]:
        """Places of the nearest people, best first, at most `most`; empty if none is near."""
        plain = [word.casefold() for word in typed]
        keyed = [decode(token) or token for token in plain]
        costs: dict[int, float] = {}
        for tokens in (plain,) if keyed == plain else (plain, keyed):
            self._slips([syllable(token) for token in tokens], costs, 1)
            self._blanks(tokens, costs)
        if not costs:
            for tokens in (plain,) if keyed == plain else (plain, keyed):
                self._slips([syllable(token) for token in tokens], costs, 2)
        if not costs:
            self._parts([syllable(token) for token in plain], costs)
            if len(costs) > most:
                return ()  # "Thị", "Nguyễn": half the class is no suggestion
        return tuple(sorted(costs, key=lambda place: (costs[place], place))[:most])

    def _slips(self, query: Sequence[Syllable], costs: dict[int, float], most: int) -> None:
        bases = [part.base for part in query]
        self._take(bases, query, 0, costs)
        near = [self._near_bases(base, most) for base in bases]
        for changes in range(1, most + 1):
            for places in combinations(range(len(bases)), changes):
                for choice in product(*(near[place] for place in places)):
                    total = sum(cost for _, cost in choice)
                    if total > 2:
                        continue
                    changed = list(bases)
                    for place, (base, _) in zip(places, choice, strict=True):
                        changed[place] = base
                    self._take(changed, query, total, costs)

    def _blanks(self, tokens: Sequence[str], costs: dict[int, float]) -> None:
        """A blank too many ("La n") or one lost inside ("Thian")."""
        for at in range(len(tokens) - 1):
            joined = [*tokens[:at], tokens[at] + tokens[at + 1], *tokens[at + 2 :]]
            query = [syllable(token) for token in joined]
            self._take([part.base for part in query], query, 1, costs)
        for at, token in enumerate(tokens):
            for cut in cuts(token, self._table.vocabulary, 2):
                query = [syllable(part) for part in (*tokens[:at], *cut, *tokens[at + 1 :])]
                self._take([part.base for part in query], query, 1, costs)

    def _take(
        self, bases: list[str], query: Sequence[Syllable], cost: float, costs: dict[int, float]
    ) -> None:
        for place, form in self._table.forms.get(" ".join(bases), ()):
            whole = cost + sum(map(_disagreement, query, form))
            if whole < costs.get(place, 99):
                costs[place] = whole

    def _parts(self, query: Sequence[Syllable], costs: dict[int, float]) -> None:
        """Somebody's middle name, surname or clan, or words of a name with one left out."""
        for entries in self._table.forms.values():
            for place, form in entries:
                rest = iter(form)
                if all(any(mine.admits(its) for its in rest) for mine in query):
                    costs[place] = 3

    def _near_bases(self, base: str, most: int) -> list[tuple[str, float]]:
        if self._lacking is None:
            self._lacking = defaultdict(list)
            for known in self._table.vocabulary:
                for key in {known, *_one_less(known)}:
                    self._lacking[key].append(known)
        found: dict[str, float] = {}
        for key in {base, *_one_less(base)}:
            for known in self._lacking.get(key, ()):
                if known != base and known not in found and (cost := distance(base, known)) <= 2:
                    found[known] = cost
        if most > 1 and len(base) > 4 and len(base) < 12:
            for known in self._table.vocabulary:
                if known not in found and abs(len(known) - len(base)) < 3:
                    cost = distance(base, known)
                    if 0 < cost <= 2:
                        found[known] = cost
        return list(found.items())


def _one_less(base: str) -> Iterator[str]:
    return (base[:at] + base[at + 1 :] for at in range(len(base)))


def _disagreement(mine: Syllable, its: Syllable) -> float:
    if not mine.marked or (mine.marks == its.marks and mine.tone == its.tone):
        return 0
    off = 0.4 if mine.tone and mine.tone != its.tone else 0.0
    typed = [mark for mark in mine.marks if mark]
    return off + (0.4 if any(mark not in its.marks for mark in typed) else 0.0)


def distance(left: str, right: str) -> int:
    """Letters added, lost, changed, or swapped with the next one."""
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
