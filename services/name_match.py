"""A table of the forms by which people are called, and who fits a typed query.

Exact by the rules: nothing here counts letters that differ. The key is the bare letters, so that
one look-up finds the few forms whose marks are then compared.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

from services.name_parts import Forms
from services.name_readings import (
    abbreviates,
    capital_reading,
    glued_readings,
    initial_readings,
    is_initial,
)
from services.name_syllables import Syllable, is_plausible, spellings, syllable
from services.telex import as_slip, decode

Entry = tuple[int, tuple[Syllable, ...]]
_SHORTEST = 3  # words: surname, Thị, given name
Match = tuple[int, bool]  # a person's place; whether every syllable typed with marks is the same


class Fitting(NamedTuple):
    """Who fits, as places in the order of adding."""

    places: tuple[int, ...]
    loose: bool  # by a cut without a seam or a key hit twice: a slip may look the same


class FormTable:
    """Forms of many people, found by what was typed."""

    def __init__(self) -> None:
        self.forms: dict[str, list[Entry]] = {}
        self.vocabulary: set[str] = set()
        self.spellings: set[str] = set()
        self._full: dict[int, tuple[Syllable, ...]] = {}  # the longest form of each
        self._ends: dict[str, list[Entry]] = {}  # forms of two words and more, by the last one

    def add(self, place: int, forms: Forms) -> None:
        """Let the person at `place` be called by these forms."""
        for form in forms.spelled:
            entry = (place, form)
            bases = [part.base for part in form]
            if forms.abbreviable and len(form) > len(self._full.get(place, ())):
                self._full[place] = form
            self.forms.setdefault(" ".join(bases), []).append(entry)
            if forms.abbreviable and len(bases) > 1:
                self._ends.setdefault(bases[-1], []).append(entry)
            for base in bases:
                if base not in self.vocabulary:
                    self.vocabulary.add(base)
                    self.spellings.update(spellings(base))

    def fitting(self, typed: Sequence[str]) -> Fitting:
        """All who fit these words (case kept, NFC).

        The reading as typed and the one that capitals show come first; only if they fit nobody
        are Telex and VNI keys replayed, and only then words cut without any sign of a seam.
        """
        if not typed:
            return Fitting((), False)
        plain = [word.casefold() for word in typed]
        found = self._spelled(plain) + self._with_initials(plain)
        if (seamed := capital_reading(typed)) is not None:
            found += self._spelled(seamed) + self._with_initials(seamed)
        rivals: set[int] = set()
        if not found:
            for reading in self._decoded(plain):
                keyed = self._spelled(reading) + self._with_initials(reading)
                meant = tuple(map(as_slip, plain, reading))
                if keyed and meant != reading:
                    keyed = [(place, True) for place, _ in keyed]
                    rivals.update(_best(self._spelled(meant) + self._with_initials(meant)))
                found += keyed
        if found or seamed is not None:
            places = _best(found)
            return Fitting(places, not rivals <= set(places))
        for reading in initial_readings(plain, self._ends):
            found += self._abbreviated(reading)
        for reading in glued_readings(plain, self.spellings):
            found += self._spelled(reading)
        found = found or self._shortened(plain)
        return Fitting(_best(found), bool(found))

    def may_name(self, word: str) -> bool:
        """Whether a word can be part of a query that fits; quick, and never wrongly no."""
        token = word.casefold()
        base = syllable(token).base
        if base in self.vocabulary or is_initial(base) or not is_plausible(base):
            return True
        return any(syllable(keyed).base in self.vocabulary for keyed in decode(token))

    def _spelled(self, typed: Sequence[str]) -> list[Match]:
        query = [syllable(token) for token in typed]
        found = []
        for place, form in self.forms.get(" ".join([part.base for part in query]), ()):
            exact = True
            for mine, its in zip(query, form, strict=True):
                if mine.marked and (mine.tone != its.tone or mine.marks != its.marks):
                    if not mine.admits(its):
                        break
                    exact = False
            else:
                found.append((place, exact))
        return found

    def _with_initials(self, typed: Sequence[str]) -> list[Match]:
        heads = typed[:-1]
        if any(len(head) < 4 and is_initial(syllable(head).base) for head in heads):
            return self._abbreviated(typed)
        return []

    def _abbreviated(self, typed: Sequence[str]) -> list[Match]:
        *heads, last = (syllable(token) for token in typed)
        found = []
        for place, form in self._ends.get(last.base, ()):
            if len(form) != len(typed) or not last.admits(form[-1]):
                continue
            if all(map(_stands_for, heads, form)):
                found.append((place, _agrees(last, form[-1]) and all(map(_agrees, heads, form))))
        return found

    def _shortened(self, typed: Sequence[str]) -> list[Match]:
        """ "Nguyễn Thị Lan" for Nguyễn Thị Ngọc Lan: what stands after Thị is left out. Other
        middle words are not: "Mai Anh Dung" may be three pupils."""
        query = [syllable(token) for token in typed]
        if len(query) < _SHORTEST or query[1].base != "thi":
            return []
        return [
            (place, True)
            for place, form in self._ends.get(query[-1].base, ())
            if len(form) > len(query) and form == self._full.get(place)
            if query[0].admits(form[0]) and query[1].admits(form[1]) and _in_order(query, form)
        ]

    def _decoded(self, typed: Sequence[str]) -> Iterator[tuple[str, ...]]:
        ways: list[list[str]] = []
        for token in typed:
            keyed = [word for word in decode(token) if syllable(word).base in self.vocabulary]
            if not keyed or syllable(token).base in self.vocabulary:
                keyed.append(token)
            ways.append(keyed)
        return (way for way in islice(product(*ways), 16) if list(way) != list(typed))


def _in_order(query: Sequence[Syllable], form: Sequence[Syllable]) -> bool:
    """Whether the words typed stand in the name in this order, the last one at its end."""
    rest = iter(form[:-1])
    heads = all(any(mine.admits(its) for its in rest) for mine in query[:-1])
    return heads and query[-1].admits(form[-1])


def _stands_for(mine: Syllable, its: Syllable) -> bool:
    if is_initial(mine.base) and abbreviates(mine.base, mine.marks[0], its.base, its.marks[0]):
        return True
    return mine.admits(its)


def _agrees(mine: Syllable, its: Syllable) -> bool:
    if not mine.marked or mine.base != its.base:
        return True
    return mine.tone == its.tone and mine.marks == its.marks


def _best(found: Iterable[Match]) -> tuple[int, ...]:
    """Those who agree in every mark typed, or else all; each once."""
    matches = list(found)
    exact = {place for place, is_exact in matches if is_exact}
    return tuple(sorted(exact or {place for place, _ in matches}))
