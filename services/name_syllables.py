"""Vietnamese syllables taken apart for comparison.

A syllable is its bare letters, the marks on them (â ă ơ ư đ, and the ŭ č ñ of the highland
languages) and one tone. Keeping the tone apart from the letters makes òa and oà the same and
NFC and NFD the same; keeping the marks apart lets "huong" be compared with "Hương".
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

APOSTROPHES = "'’ʼ‘`´′ʹʻ＇‛"  # what keyboards and exports put after the H of H'Hương
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # dictionary order
VOWELS = frozenset("aeiouy")
STROKE = "-"  # the mark of đ, which Unicode does not decompose
_STROKED = {"đ": "d", "ð": "d", "ɖ": "d", "ƀ": "b"}  # ð and ɖ: capitals that look like Đ

_COMBINING = dict.fromkeys(range(0x0300, 0x0370))
_FOLD = _COMBINING | dict.fromkeys(map(ord, APOSTROPHES)) | {ord(k): v for k, v in _STROKED.items()}
_INVISIBLE = (0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, 0xFEFF)
_SPLIT: dict[int, str | None] = {
    **dict.fromkeys(map(ord, APOSTROPHES + '.,;:!?()[]{}"“”«»/\\|-–—_+*&#~…·'), " "),
    **dict.fromkeys(_INVISIBLE, None),
}

_ONSET = "(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?"
_NUCLEUS = (
    "(?:a[iouy]?|e[ou]?|i(?:eu?|[au])?|o(?:a[ioy]?|eo?|[io])?|u(?:a[iy]?|o[iu]?|y[aeu]?|[eiu])?"
    "|y(?:eu?)?)"
)
_PLAUSIBLE = re.compile(f"{_ONSET}{_NUCLEUS}(?:ch?|m|ng|nh?|p|t)?")


class Syllable(NamedTuple):
    """One syllable: bare letters (final i and y made one), a mark per letter, a tone 0-5."""

    base: str
    marks: tuple[str, ...]
    tone: int
    marked: bool  # carries at least one mark or a tone

    def admits(self, name: "Syllable") -> bool:
        """Whether this, as typed, may stand for `name`: marks typed agree, lacking ones do not."""
        if self.base != name.base:
            return False
        if not self.marked:
            return True
        if self.tone and self.tone != name.tone:
            return False
        return all(
            not mine or mine == its for mine, its in zip(self.marks, name.marks, strict=True)
        )


def fold(text: str) -> str:
    """Bare lower-case letters for comparison: no diacritics, đ as d, no apostrophes.

    NFC and NFD give the same; blanks and line breaks stay as they are.
    """
    return unicodedata.normalize("NFD", text.casefold()).translate(_FOLD)


def words(text: str) -> list[str]:
    """The words of a name (NFC, case kept); apostrophes, dots and other signs part words."""
    return unicodedata.normalize("NFC", text).translate(_SPLIT).split()


def tokens(text: str) -> list[str]:
    """The same in lower case."""
    return [word.casefold() for word in words(text)]


def _i_or_y(base: str) -> bool:
    """Whether its last i or y may be either: Mỹ and Mĩ, Quý and Quí; but Thúy is not Thúi."""
    return len(base) > 1 and (base[-2] not in VOWELS or base[-3:-1] == "qu")


def spellings(base: str) -> tuple[str, ...]:
    """The bare letters as they may be typed: "mi" and "my"."""
    if base[-1:] == "i" and _i_or_y(base):
        return base, base[:-1] + "y"
    return (base,)


@lru_cache(maxsize=4096)
def syllable(token: str) -> Syllable:
    """Take one lower-case word apart."""
    letters: list[str] = []
    marks: list[str] = []
    tone = 0
    for sign in unicodedata.normalize("NFD", token):
        if not unicodedata.combining(sign):
            letters.append(_STROKED.get(sign, sign))
            marks.append(STROKE if sign in _STROKED else "")
        elif not letters:
            continue
        elif sign in TONES and letters[-1] in VOWELS:
            tone = TONES[sign]
        else:
            marks[-1] = "".join(sorted(marks[-1] + sign))
    base = "".join(letters)
    if base[-1:] == "y" and _i_or_y(base):
        base = base[:-1] + "i"
    return Syllable(base, tuple(marks), tone, bool(tone) or any(marks))


def syllables(text: str) -> tuple[Syllable, ...]:
    """The syllables of a name or of a query."""
    return tuple(map(syllable, tokens(text)))


@lru_cache(maxsize=4096)
def is_plausible(base: str) -> bool:
    """Whether bare letters can be one Vietnamese syllable ("thanh" can, "ntlan" cannot)."""
    return _PLAUSIBLE.fullmatch(base) is not None
