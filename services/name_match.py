"""A table of the forms by which people are called, and who fits a typed query.

Exact by the rules: nothing here counts letters that differ. The key is the bare letters, so that
one look-up finds the few forms whose marks are then compared.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product

from services.name_parts import Forms
from services.name_readings import (
    abbreviates,
    capital_reading,
    glued_readings,
    initial_readings,
    is_initial,
)
from services.name_syllables import Syllable, is_plausible, syllable
from services.telex import decode

Entry = tuple[int, tuple[Syllable, ...]]
Match = tuple[int, bool]  # a person's place; whether every syllable typed with marks is the same


class FormTable:
    """Forms of many people, found by what was typed."""

    def __init__(self) -> None:
        self.forms: dict[str, list[Entry]] = {}
        self.vocabulary: set[str] = set()
        self._ends: dict[str, list[Entry]] = {}  # forms of two words and more, by the last one

    def add(self, place: int, forms: Forms) -> None:
        """Let the person at `place` be called by these forms."""
        for form in forms.spelled:
            entry = (place, form)
            self.forms.setdefault(" ".join([part.base for part in form]), []).append(entry)
            self.vocabulary.update([part.base for part in form])
            if forms.abbreviable:
                self._ends.setdefault(form[-1].base, []).append(entry)

    def fitting(self, typed: Sequence[str]) -> tuple[int, ...]:
        """The places of all who fit these words (case kept, NFC), in the order of adding.

        The reading as typed comes first; only if it fits nobody are lost blanks put back, and
        only then Telex and VNI keys replayed.
        """
        plain = [word.casefold() for word in typed]
        found = self._read(plain)
        if (seamed := capital_reading(typed)) is not None:
            found += self._read(seamed)
        if not found:
            for reading in glued_readings(plain, self.vocabulary):
                found += self._spelled([syllable(token) for token in reading])
        if not found:
            for reading in self._decoded(plain):
                found += self._read(reading)
        return _best(found)

    def _read(self, typed: Sequence[str]) -> list[Match]:
        query = [syllable(token) for token in typed]
        found = self._spelled(query)
        if not is_plausible(query[-1].base) or any(
            len(part.base) < 5 and (is_initial(part.base) or not is_plausible(part.base))
            for part in query[:-1]
        ):
            for reading in initial_readings(typed, self._ends):
                found += self._abbreviated([syllable(token) for token in reading])
        return found

    def _spelled(self, query: Sequence[Syllable]) -> list[Match]:
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

    def _abbreviated(self, query: Sequence[Syllable]) -> list[Match]:
        found = []
        for place, form in self._ends.get(query[-1].base, ()):
            if len(form) != len(query) or not query[-1].admits(form[-1]):
                continue
            if all(_stands_for(mine, its) for mine, its in zip(query[:-1], form, strict=False)):
                found.append((place, all(map(_agrees, query, form))))
        return found

    def _decoded(self, typed: Sequence[str]) -> Iterator[tuple[str, ...]]:
        ways: list[list[str]] = []
        for token in typed:
            keyed = decode(token)
            if keyed is None:
                ways.append([token])
            elif syllable(token).base in self.vocabulary:
                ways.append([keyed, token])
            else:
                ways.append([keyed])
        return (way for way in islice(product(*ways), 16) if list(way) != list(typed))


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
