"""What a full name is made of, and how its owner may be called.

A Kinh, Mông or M'nông pupil is called by the last word, an Ê Đê pupil by the word after Y or H'
(after K' in Mạ and K'ho names), whatever clan follows. From these parts come the spelled forms
that a query may have, and the key that sorts a class list the Vietnamese way.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from services.name_syllables import APOSTROPHES, TONES, Syllable, fold, syllable, tokens

_MARKERS = frozenset("yhk")
_AFTER_APOSTROPHE = re.compile(rf"(?<![^\W_])([^\W\d_])[{APOSTROPHES}]\s*(?=\w)")
_GLUED_MARKER = re.compile(r"([HY](?![HY])|K(?!H))([BCDĐGHKLMNPQRSTVX][^\W\d_]*[^\W\d_A-ZĐ])")
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: chr(ord("0") + at) for at, letter in enumerate(_ALPHABET)}


@dataclass(frozen=True, slots=True)
class NameParts:
    """The words of one name as written (NFC): what precedes the given name, it, what follows."""

    before: tuple[str, ...]  # surname and middle names; or a clan that stands first
    marker: str  # Y, H, K of the highland names, or ""
    given: str
    clan: tuple[str, ...]


def name_parts(full_name: str) -> NameParts:
    """Take a full name apart; an empty name has an empty given name."""
    text = unicodedata.normalize("NFC", full_name)
    marked = [found.start(1) for found in _AFTER_APOSTROPHE.finditer(text)]
    words: list[str] = []
    markers: list[int] = []
    for found in re.finditer(rf"[^\s{APOSTROPHES}]+", text):
        word = found.group().strip(".,;")
        if not word:
            continue
        glued = _GLUED_MARKER.fullmatch(word) if not words else None
        if glued is not None:
            markers.append(0)
            words += glued.groups()
            continue
        if found.start() in marked or (not words and word.casefold() in _MARKERS):
            markers.append(len(words))
        words.append(word)
    at = next((at for at in markers if at + 1 < len(words)), None)
    if at is None:
        return NameParts(tuple(words[:-1]), "", words[-1] if words else "", ())
    return NameParts(tuple(words[:at]), words[at], words[at + 1], tuple(words[at + 2 :]))


def given_name(full_name: str) -> str:
    """The word a pupil is called by: "Nguyễn Thị Lan" → "Lan", "Y Sơn Buôn Yă" → "Sơn"."""
    return name_parts(full_name).given


def _letters(word: str) -> tuple[Syllable, ...]:
    return tuple(map(syllable, tokens(word)))


@dataclass(frozen=True, slots=True)
class Forms:
    """The runs of syllables that name a person."""

    spelled: tuple[tuple[Syllable, ...], ...]
    abbreviable: bool  # all but the last word may be cut to initials (not so in highland names)


@lru_cache(maxsize=4096)
def forms_of(full_name: str, called: str | None) -> Forms:
    """Every run of syllables that names this person.

    The forms are the suffixes of the name and the surname before each of them; in a highland name
    the given name with and without marker and clan. A called-by name takes the place of the bare
    given name, so that the bare one is free for a classmate.
    """
    parts = name_parts(full_name)
    before = tuple(chain.from_iterable(map(_letters, parts.before)))
    given, clan = _letters(parts.given), tuple(chain.from_iterable(map(_letters, parts.clan)))
    forms: dict[tuple[Syllable, ...], None] = {}
    if parts.marker:
        marker = _letters(parts.marker)
        glued = (syllable(parts.marker.casefold() + parts.given.casefold()),)
        for head in (marker + given, given, glued):
            for form in (before + head + clan, head + clan, before + head, head, clan + head):
                forms[form] = None
    else:
        whole = before + given
        for at in range(len(whole)):
            forms[whole[at:]] = None
            if at > 1:
                forms[whole[:1] + whole[at:]] = None
    full = next(iter(forms), ())
    if called and (calling := tuple(chain.from_iterable(map(_letters, tokens(called))))):
        if len(full) > 1 and calling != given:
            forms.pop(given, None)
        forms[calling] = None
        if len(calling) > 1 and len(calling[0].base) == 1:
            forms[(syllable("".join(tokens(called)[:2])), *calling[2:])] = None
    forms.pop((), None)
    return Forms(tuple(forms), not parts.marker)


@lru_cache(maxsize=4096)
def _sort_word(word: str) -> str:
    """A word as a string that sorts by the Vietnamese alphabet first, then by tone."""
    known = syllable(word)
    bare = unicodedata.normalize("NFC", _untoned(word))
    return (
        "".join(_RANK.get(sign) or _RANK.get(fold(sign), sign) for sign in bare) + f"!{known.tone}"
    )


def _untoned(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if c not in TONES)


def sort_key(full_name: str) -> tuple[str, ...]:
    """Sorts as class lists do: given name, surname (or clan), middle names; tone after letters."""
    parts = name_parts(full_name)
    rest = parts.clan + parts.before
    return tuple(_sort_word(word.casefold()) for word in (parts.given, *rest, parts.marker) if word)
