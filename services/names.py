"""Who is meant by a typed name: one, several to be asked about, the nearest, or nobody.

Method. A name is a row of syllables, each taken apart into letters, marks and tone
(name_syllables), so NFC and NFD, òa and oà, capitals and apostrophes do not matter. A pupil has
the forms that a teacher may type (name_parts): every suffix of the name, the surname before each,
an Ê Đê given name with and without Y or H' and clan, the called-by name in place of the given
one. The bare letters of a form are its key in a dictionary (name_match); then the marks are
compared: those typed must agree, those lacking match anything, and where somebody has exactly the
marked syllables typed, others drop out ("Tiên" is not Tiến, but "dung" ties Dung and Dũng, and
"Nguyễn Dung" does too: its last word carries no mark). A final i and y are one. Words before the
last may be initials. Only when nobody fits are Telex and VNI keys replayed (telex), words without
blanks cut (name_readings) and words after Thị left out; if a single slip explains such text as
well, it is not taken.
Letters that differ are counted only after that (name_near), and what they find is always asked.
A tie is asked, never picked: a full name beats nothing, and "bé Nhi" may be bé Nhi or a Bế Nhi.

Measured by benchmarks/names.py (46 ways of typing, a teacher's short names, and traps): in the
sample school's classes 99.98 % right or rightly asked of 99,618 queries, in invented classes of
45 99.97 % of 99,590, silently wrong 0 in both; a median of 25 and 28 µs. In a school of 1,500,
96.7 %, 0 silently wrong, 33 µs. Needlessly asked: 0.01 to 0.11 %. The tables are in
docs/benchmarks-names.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from services.name_match import FormTable
from services.name_near import Neighbours
from services.name_parts import Forms, forms_of, given_name, sort_key
from services.name_syllables import fold, syllable, syllables
from services.name_syllables import words as name_words

__all__ = ["Fit", "NameIndex", "Named", "Resolution", "fold", "given_name", "sort_key"]

_TITLES = tuple(map(syllable, ["em", "e", "bạn", "cháu", "bé", "trò", "con", "hs"]))
_MOST_WORDS, _LONGEST_WORD = 10, 40  # no name has more, even without its blanks
_NEAREST = 8


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
    """Who fits: ONE id; SEVERAL, all equally; NEAR, at most 8, best first; NONE."""

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
        return self._fits(name_words(query))[0]

    def resolve(self, query: str) -> Resolution:
        """As fits(); where nobody fits, the NEAR ones, which the caller must ask about."""
        typed = name_words(query)
        found, loose = self._fits(typed)
        if found.fit is not Fit.NONE or not _is_short(typed):
            return found
        *_, name = (typed, *_without_titles(typed))
        near = self._neighbours.near(name, _NEAREST)
        nearest = tuple(dict.fromkeys(self._ids[place] for place in (*loose, *near)))
        return Resolution(Fit.NEAR, nearest[:_NEAREST]) if nearest else _NOBODY

    def longest(
        self, words: Sequence[str], start: int, limit: int = 6
    ) -> tuple[int, Resolution] | None:
        """The longest run of words from `start` that fits, as (number of words, resolution)."""
        most = 0
        for word in words[start : start + limit]:
            if not self._may_name(word):
                break
            most += 1
        for count in range(most, 0, -1):
            found = self.fits(" ".join(words[start : start + count]))
            if found.fit is not Fit.NONE:
                return count, found
        return None

    def _may_name(self, word: str) -> bool:
        """Whether a word of a message can be part of a name, a title before it counting as one."""
        return all(
            self._table.may_name(part) or self._aliases.may_name(part) or _is_title(part)
            for part in name_words(word)
        )

    def _fits(self, typed: list[str]) -> tuple[Resolution, list[int]]:
        """Who fits; and the places of those who might, were it not as well a slip."""
        ids: dict[int, None] = {}
        loose: list[int] = []
        if _is_short(typed):
            for name in (typed, *_without_titles(typed)):  # "ban Mai": bạn Mai, or Ban Mai
                if self._alias_ids and (short := self._aliases.fitting(name)).places:
                    ids.update((self._alias_ids[place], None) for place in short.places)
                    continue
                found = self._table.fitting(name)
                if found.loose and self._may_be_slip(name, found.places):
                    loose += found.places
                    continue
                ids.update((self._ids[place], None) for place in found.places)
        if not ids:
            return _NOBODY, loose
        return Resolution(Fit.ONE if len(ids) == 1 else Fit.SEVERAL, tuple(ids)), loose

    def _may_be_slip(self, name: list[str], places: tuple[int, ...]) -> bool:
        """Whether words that fit loosely ("nggan", Ng G An; "vaan", Vân) may be another's slip."""
        return not self._neighbours.rivals(name) <= set(places)


def _without_titles(typed: list[str]) -> Iterator[list[str]]:
    """What is left after "em", "em bé", "bạn" … before a name."""
    for at in range(min(len(typed) - 1, 3)):
        if not _is_title(typed[at]):
            return
        yield typed[at + 1 :]


def _is_title(word: str) -> bool:
    typed = syllable(word.casefold())
    return any(typed.admits(title) for title in _TITLES)


def _is_short(typed: list[str]) -> bool:
    return 0 < len(typed) <= _MOST_WORDS and max(map(len, typed)) <= _LONGEST_WORD
