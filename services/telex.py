"""Telex and VNI keystrokes that were left in the text, put back into letters.

A teacher who types on a machine without the input method, or too fast for it, sends "Huwowng" or
"Hu7o7ng" for Hương. Keys may stand at the letter or at the end of the word, as both methods allow.
"""

import unicodedata
from collections.abc import Callable
from functools import lru_cache

from services.name_syllables import VOWELS, fold

_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_TELEX_TONE = {"f": _GRAVE, "r": _HOOK, "x": _TILDE, "s": _ACUTE, "j": _DOT}
_VNI_TONE = {"2": _GRAVE, "3": _HOOK, "4": _TILDE, "1": _ACUTE, "5": _DOT}
_DOUBLED = ("a", "e", "o", "d")
_TELEX_KEYS = frozenset("sfrxjwaeod")


class _Word:
    """A word while its keys are replayed: letters, the mark on each, the tone."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.marks: list[str] = []
        self.tone = ""

    def add(self, letter: str, mark: str = "") -> None:
        self.letters.append(letter)
        self.marks.append(mark)

    def has_vowel(self) -> bool:
        return any(letter in VOWELS for letter in self.letters)

    def mark_last(self, letters: str, mark: str) -> bool:
        """Put a mark on the last of these letters that has none."""
        for at in range(len(self.letters) - 1, -1, -1):
            if self.letters[at] in letters and not self.marks[at]:
                self.marks[at] = mark
                return True
        return False

    def mark_horn(self) -> bool:
        """A horn on the last o or u without one, and on both of "uo" (huongw, huong7)."""
        for at in range(len(self.letters) - 1, -1, -1):
            if self.letters[at] not in "ou" or self.marks[at]:
                continue
            before = self.letters[at - 1] if at else ""
            if self.letters[at] == before == "u" and not self.marks[at - 1]:
                self.marks[at - 1] = _HORN  # "huuw" is hưu
                return True
            self.marks[at] = _HORN
            if self.letters[at] == "o" and before == "u" and not self.marks[at - 1]:
                is_qu = at > 1 and self.letters[at - 2] == "q"
                self.marks[at - 1] = "" if is_qu else _HORN
            return True
        return False

    def stroke(self) -> bool:
        if not self.letters or self.letters[0] != "d":
            return False
        self.letters[0] = "đ"
        return True

    def text(self) -> str:
        parts = [letter + mark for letter, mark in zip(self.letters, self.marks, strict=True)]
        vowels = [at for at, letter in enumerate(self.letters) if letter in VOWELS]
        if self.tone and vowels:
            parts[vowels[-1]] += self.tone
        return unicodedata.normalize("NFC", "".join(parts))


def _telex_key(word: _Word, key: str) -> bool:
    if key in _TELEX_TONE and word.has_vowel():
        word.tone = _TELEX_TONE[key]
        return True
    return _telex_mark(word, key)


def _telex_mark(word: _Word, key: str) -> bool:
    if key == "w":
        after_a = next((c for c in reversed(word.letters) if c in "aou"), "") == "a"
        ua = "".join(word.letters).rstrip("bcghmnpt").endswith("ua")
        if after_a and not ua and word.mark_last("a", _BREVE):
            return True
        if not word.mark_horn():
            word.add("u", _HORN)  # "Nhw" is Như
        return True
    if key in "aeo":
        return word.mark_last(key, _CIRCUMFLEX)
    return key == "d" and word.stroke()


def _vni_key(word: _Word, key: str) -> bool:
    if key in _VNI_TONE:
        word.tone = _VNI_TONE[key]
        return word.has_vowel()
    if not key.isdigit() or key == "0":
        return False
    if key == "7":
        return word.mark_horn() or _HORN in word.marks
    if key == "9":
        return word.stroke()
    return word.mark_last("a", _BREVE) if key == "8" else word.mark_last("aeo", _CIRCUMFLEX)


def _replay(token: str, keys: Callable[[_Word, str], bool]) -> str | None:
    """The word with every key that does something taken as a key; None if none does."""
    word = _Word()
    keyed = False
    for sign in unicodedata.normalize("NFD", token):
        if sign in _VNI_TONE.values():
            word.tone = sign
        elif unicodedata.combining(sign):
            if not word.letters:
                return None
            word.marks[-1] += sign
        elif word.letters and keys(word, sign):
            keyed = True
        elif sign.isdigit():
            return None
        else:
            word.add(sign)
    return word.text() if keyed else None


@lru_cache(maxsize=4096)
def decode(token: str) -> tuple[str, ...]:
    """The words that these keys may spell ("dungx", "du4ng" → "dũng"), likeliest first.

    `token` is one lower-case word; letters that already carry their marks are kept. A second
    reading leaves s f r x j as letters, for Kbuôr; empty if nothing in the word is a key.
    """
    if any(sign.isdigit() for sign in token):
        return tuple(filter(None, [_replay(token, _vni_key)]))
    if _TELEX_KEYS.isdisjoint(token[1:]) and token[:1] != "w":
        return ()
    found = (_replay(token, _telex_key), _replay(token, _telex_mark))
    return tuple(word for word in dict.fromkeys(found) if word)


def as_slip(token: str, word: str) -> str:
    """What was meant if the key that made `word` was a slip; `word` itself if it cannot be one.

    "tieen" is Tiên in Telex, and "tien" with a key hit twice, which may be Tiến; "ys" is Ý, and
    "sy" with two keys swapped.
    """
    if token == word:
        return word
    if token[1:2] in ("s", "r", "x") and fold(token[0]) in VOWELS:
        return token[1] + token[0] + token[2:]
    bare = fold(word)
    for at in range(1, len(token)):
        if token[at] == token[at - 1] in _DOUBLED and token[:at] + token[at + 1 :] == bare:
            return bare
    return word
