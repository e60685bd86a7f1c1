"""Typed text made ready for reading: one line, composed, and its twin without marks."""

import unicodedata

from services.name_syllables import fold


def clean(text: str) -> str:
    """NFC, one line, single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def plain(text: str) -> str:
    """The text without marks and capitals, letter for letter at the same places."""
    return "".join((fold(letter) or " ")[0] for letter in text)
