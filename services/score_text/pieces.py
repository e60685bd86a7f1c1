"""How the marks of a message are laid out: by list number, in the order of the list, or by name."""

import re
import unicodedata
from dataclasses import dataclass

from services.name_syllables import fold
from services.score_text.values import Value, read_value

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_PAIR = re.compile(r"(?:(?:số|so|stt|em số)\s*)?(\d{1,2})\s?[:=]\s?(\S.*)|(\d{1,2})-(\S+)", re.I)
_BETWEEN_PAIRS = re.compile(r"[\s;|]+|,(?=\s|$)|,(?=\d{1,2}[:=])")
_BETWEEN = re.compile(r"(?:[\s;|/]|,(?=\s|$|[^\d\s]))+")
_SEPARATORS = re.compile(r"\d{1,2}(?:[,.]\d{1,2}){2,}")
_MOST_WORDS = 3  # of one mark: "tám phẩy năm"


@dataclass(frozen=True, slots=True)
class Piece:
    """A mark with the text it was read from; `number` is the list number it was written with."""

    text: str
    value: Value
    number: int | None = None


def clean(text: str) -> str:
    """NFC without invisible signs, one kind of blank and dash, lines kept."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    plain = plain.replace("\u00a0", " ").replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"[–—−]", "-", plain).strip(" \n")


def glued_figures(text: str) -> str | None:
    """What stands in "8,7,5,9" or "8.7.5": commas that part marks or decimals; None where every
    comma can be only one thing."""
    found = _SEPARATORS.search(text)
    return found[0] if found else None


def pairs(text: str, scored: bool) -> list[Piece] | None:
    """Marks with list numbers: "3:8 5:7.5", "3-8 5-7", "số 3: tám rưỡi"; None where it is another
    layout."""
    near = re.sub(r"(\d)\s*([:=])\s*", r"\1\2", text)
    near = re.sub(r"(?:(?<=\s)|^)(?:stt|em số|số|so)\s*(?=\d)", "", near, flags=re.I)
    found: list[Piece] = []
    for part in _BETWEEN_PAIRS.split(near):
        if not part:
            continue
        match = _PAIR.fullmatch(part)
        if match is None:
            joined = _joined(found, part, scored)
            if joined is None:
                return None
            found[-1] = joined
            continue
        written = match[2] or match[4]
        value = read_value(written, scored)
        if value is None:
            return None
        found.append(Piece(written, value, int(match[1] or match[3])))
    return found or None


def _joined(found: list[Piece], part: str, scored: bool) -> Piece | None:
    """The mark before with a word more: "3:tám" "rưỡi"."""
    if not found:
        return None
    text = f"{found[-1].text} {part}"
    value = read_value(text, scored)
    return None if value is None else Piece(text, value, found[-1].number)


def listed(text: str, scored: bool, pupils: int) -> list[Piece] | None:
    """Marks in the order of the list; a column with one mark a line keeps its empty lines where
    there are as many lines as `pupils`. None where something is no mark."""
    lines = text.split("\n")
    if len(lines) == pupils and all(_one(line, scored) is not None for line in lines):
        return [piece for line in lines if (piece := _one(line, scored)) is not None]
    words = [word for word in _BETWEEN.split(text) if word]
    found: list[Piece] = []
    at = 0
    while at < len(words):
        for count in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            joined = " ".join(words[at : at + count])
            value = read_value(joined, scored)
            if value is not None:
                found.append(Piece(joined, value))
                at += count
                break
        else:
            return None
    return found or None


def _one(line: str, scored: bool) -> Piece | None:
    text = line.strip() or "-"
    value = read_value(text, scored)
    return None if value is None else Piece(line.strip(), value)


def is_adding(text: str) -> bool:
    """Whether marks are to be changed by so much ("cộng Lan 1 điểm", "Lan +1")."""
    low = fold(text)
    return bool(
        re.search(r"(?:^|\s)(?:cong|cong them|nang|bot|giam|tru bot)\s(?=.*\d)", low)
        or re.search(r"(?:^|\s)them\s(?=.*\d)", low)
        or re.search(r"\+\s?\d", low)
    )
