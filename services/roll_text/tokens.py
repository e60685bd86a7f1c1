"""A message of a teacher cut into words, numbers and separators.

Phones send NFD, invisible direction marks, emoji, bold tags and glued pieces ("3p", "7h20", "10'").
Here they come apart once, each with its place in the text, so that nothing can be lost unnoticed.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

from services.name_syllables import APOSTROPHES
from services.telex import decode

_TAG = re.compile(r"</?(?:b|i|u|s|a|strong|em|del|ins|code|pre|span|br|div)(?:\s[^<>]*)?/?>", re.I)
_LETTER = r"[^\W\d_][\u0300-\u036f]*"  # some highland letters have no precomposed form
_INITIALS = rf"(?:(?![PpKkVvMm]\.){_LETTER}\.)+(?:{_LETTER})+"
_MARKER = rf"[HhKkYy][{APOSTROPHES}](?!\w)"
_WORD = rf"(?:{_LETTER})+(?:[{APOSTROPHES}](?:{_LETTER})+)*"
_CLOCK = (
    r"\d{1,2}\s?(?:[hHgG]|(?i:giờ|gio))\s?\d{2}(?!\d)(?:(?:p|ph)\b|\s?(?i:ph[uú]t)\b)?"
    r"|(?:0?[5-9]|1\d|2[0-2]):[0-5]\d(?!\d)"
)
_HOUR = r"\d{1,2}\s?(?:[hHgG]|(?i:giờ|gio))(?!\w)"
_VNI = rf"(?:{_LETTER})+\d(?:{_LETTER}|\d)*(?:{_LETTER})(?:{_LETTER}|\d)*(?<!\d[pPkK])"
_LETTERS = re.compile(rf"(?:{_LETTER})+")
_PIECES = re.compile(
    rf"(?P<kp>(?<!\w)[kKcC]\s?/\s?[pP](?!\w))|(?P<time>{_CLOCK}|{_HOUR})"
    rf"|(?P<ratio>\d{{1,3}}\s?/\s?\d{{1,3}}(?!\d))|(?P<vni>{_VNI})"
    rf"|(?P<num>\d+)|(?P<word>{_INITIALS}|{_MARKER}|{_WORD})"
    r"|(?P<hard>[;!?|\n\r]+|\.+(?=\s|$|[^\W\d_]))|(?P<comma>[,،、]|/)"
    r"|(?P<dash>[-–—−*•·→=]+>?)|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<colon>:)|(?P<link>[+&])"
    rf"|(?P<tick>(?<=\d)\s?[{APOSTROPHES}])"
)


class Cut(Enum):
    """What a token is."""

    WORD = auto()
    NUM = auto()
    TIME = auto()
    RATIO = auto()
    HARD = auto()  # ends a sentence or a line
    COMMA = auto()
    DASH = auto()
    OPEN = auto()
    CLOSE = auto()
    COLON = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text, `text[start:end]`; `values` are the numbers in it."""

    cut: Cut
    text: str
    start: int
    end: int
    values: tuple[int, ...] = ()

    @property
    def low(self) -> str:
        """The text in lower case."""
        return self.text.casefold()


_CUTS = {
    "hard": Cut.HARD,
    "comma": Cut.COMMA,
    "dash": Cut.DASH,
    "open": Cut.OPEN,
    "close": Cut.CLOSE,
    "colon": Cut.COLON,
    "word": Cut.WORD,
}


def clean(text: str) -> str:
    """NFC, without invisible marks, control signs and the tags of bold or links; lines kept."""
    text = _TAG.sub(" ", unicodedata.normalize("NFC", text))
    kept = []
    for sign in text:
        category = unicodedata.category(sign)
        if category in ("Cf", "Me", "Cs", "Co", "Cn") or sign in "\ufe0f\ufe0e":
            continue
        kept.append(" " if category == "Cc" and sign not in "\n\r" else sign)
    return unicodedata.normalize("NFKC", "".join(kept).replace("_", " ").replace("…", ";"))


def tokenise(text: str) -> list[Token]:
    """The tokens of a cleaned text, in order; emoji and quotes are nobody's words and left out."""
    tokens: list[Token] = []
    at = 0
    while found := _PIECES.search(text, at):
        kind, piece = found.lastgroup or "", found.group()
        start, end = found.span()
        if kind == "vni" and not decode(piece.casefold()):  # "v3p" is v, 3, p
            piece = _LETTERS.match(piece).group()  # type: ignore[union-attr]  # starts with one
            kind, end = "word", start + len(piece)
        at = end
        if kind == "kp":
            tokens.append(Token(Cut.WORD, piece[0] + "p", start, end))
        elif kind == "time":
            tokens.append(_time(piece, start, end))
        elif kind in ("ratio", "num"):
            values = tuple(int(n[:9]) for n in re.findall(r"\d+", piece))
            tokens.append(
                Token(Cut.RATIO if kind == "ratio" else Cut.NUM, piece, start, end, values)
            )
        elif kind == "tick":
            tokens.append(Token(Cut.WORD, "phút", start, end))
        elif kind == "vni":
            tokens.append(Token(Cut.WORD, piece, start, end))
        elif kind == "link":
            tokens.append(Token(Cut.WORD, "và", start, end))
        else:
            tokens.append(Token(_CUTS[kind], piece, start, end))
    return tokens


def _time(piece: str, start: int, end: int) -> Token:
    hour, *rest = (int(n) for n in re.findall(r"\d+", piece))
    return Token(Cut.TIME, piece, start, end, (hour, rest[0] if rest else 0))
