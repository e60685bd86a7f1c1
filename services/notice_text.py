"""The text of a notice as it is kept: composed letters, and no signs that nobody sees."""

import re
import unicodedata

from services.errors import Invalid

LONGEST = 3500  # characters as messengers count them (UTF-16), which leaves room for the frame
_HIDDEN = frozenset(["Cc", "Cf", "Co", "Cs", "Cn"])
_JOINS = "\u200d"  # joins the parts of an emoji


def tidy(text: str) -> str:
    """NFC, with line breaks, without control signs and direction marks."""
    text = unicodedata.normalize("NFC", re.sub(r"\r\n?|[\u2028\u2029\v\f]", "\n", text))
    return "".join(
        sign
        for sign in text.replace("\t", " ")
        if sign in ("\n", _JOINS) or unicodedata.category(sign) not in _HIDDEN
    )


def length_of(text: str) -> int:
    """The length as messengers count it."""
    return len(text.encode("utf-16-le")) // 2


def clean_text(text: str) -> str:
    """The text of a notice; raises `Invalid` where it is empty or too long."""
    lines = [line.rstrip() for line in tidy(text).split("\n")]
    clean = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(f"\n {_JOINS}")
    if not any(c.isalnum() for c in clean):
        raise Invalid("notice-empty")
    length = length_of(clean)
    if length > LONGEST:
        raise Invalid("notice-too-long", length=length, limit=LONGEST)
    return clean
