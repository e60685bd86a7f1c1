"""Who is meant by a typed name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from services.name_match import FormTable
from services.name_near import Neighbours
from services.name_parts import Forms, forms_of, given_name, sort_key
from services.name_syllables import fold, syllable, syllables, words

__all__ = ["Fit", "NameIndex", "Named", "Resolution", "fold", "given_name", "sort_key"]

_TITLES = tuple(map(syllable, ["em", "e", "bạn", "cháu", "bé", "trò", "con", "hs"]))
_LONGEST_QUERY = 10  # words; no name has more
_NEAREST = 4


@dataclass(frozen=True, slots=True)
class Named:
    """One person who can be called: a pupil of a class, or an adult."""

    id: int
    full_name: str
    called: str | None = None  # set by school or family; replaces the derived given name
    number: int | None = None  # list number in the class


class Fit(StrEnum):
    """How a query fits."""

    ONE = "one"
    SEVERAL = "several"
    NEAR = "near"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who fits: ONE id; SEVERAL, all equally; NEAR, at most 4, best first; NONE."""

    fit: Fit
    ids: tuple[int, ...]


_NOBODY = Resolution(Fit.NONE, ())


class NameIndex:
    """The people of one class, group or school, found by what a person typed."""

    def __init__(self, people: Iterable[Named], aliases: Mapping[str, int] | None = None) -> None:
        """`aliases`: a teacher's own short names ("Huy nhỏ") → id; they win over derived names."""
        self._ids: list[int] = []
        self._table = FormTable()
        for place, person in enumerate(people):
            self._ids.append(person.id)
            self._table.add(place, forms_of(person.full_name, person.called))
        self._alias_ids: list[int] = []
        self._aliases = FormTable()
        for alias, person_id in (aliases or {}).items():
            if short := syllables(alias):
                self._aliases.add(len(self._alias_ids), Forms((short,), False))
                self._alias_ids.append(person_id)
        self._neighbours = Neighbours(self._table)

    def fits(self, query: str) -> Resolution:
        """ONE, SEVERAL or NONE by the rules; never by counting letters that differ."""
        return self._fits(words(query))

    def resolve(self, query: str) -> Resolution:
        """As fits(); where nobody fits, the NEAR ones, which the caller must ask about."""
        typed = words(query)
        found = self._fits(typed)
        if found.fit is not Fit.NONE or not 0 < len(typed) <= _LONGEST_QUERY:
            return found
        near = self._neighbours.near(_without_titles(typed) or typed, _NEAREST)
        if not near:
            return _NOBODY
        return Resolution(Fit.NEAR, tuple(self._ids[place] for place in near))

    def longest(
        self, words: Sequence[str], start: int, limit: int = 6
    ) -> tuple[int, Resolution] | None:
        """The longest run of words from `start` that fits, as (number of words, resolution)."""
        for count in range(min(limit, len(words) - start), 0, -1):
            found = self.fits(" ".join(words[start : start + count]))
            if found.fit is not Fit.NONE:
                return count, found
        return None

    def _fits(self, typed: list[str]) -> Resolution:
        if not 0 < len(typed) <= _LONGEST_QUERY:
            return _NOBODY
        if self._alias_ids and (places := self._aliases.fitting(typed)):
            return _resolution(self._alias_ids[place] for place in places)
        if places := self._table.fitting(typed):
            return _resolution(self._ids[place] for place in places)
        if (rest := _without_titles(typed)) and len(rest) < len(typed):
            return self._fits(rest)
        return _NOBODY


def _resolution(ids: Iterable[int]) -> Resolution:
    distinct = tuple(dict.fromkeys(ids))
    return Resolution(Fit.ONE if len(distinct) == 1 else Fit.SEVERAL, distinct)


def _without_titles(typed: list[str]) -> list[str]:
    """The words after "em", "bạn", "cháu" …; empty if there is nothing else."""
    at = 0
    while at < len(typed) and any(syllable(typed[at].casefold()).admits(t) for t in _TITLES):
        at += 1
    return typed[at:]
