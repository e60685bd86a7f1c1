"""Marks by name: "Lan 8, Minh 7", "Huy8", "3 Nguyễn Văn An 8,5", a pasted list with names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from services.names import Fit, NameIndex
from services.score_text.values import Value, read_value

_CHUNKS = re.compile(r"[;\n|]+|,(?!\d)|(?<!\d),")
_GLUED = re.compile(r"(?<!\d[đĐdD])(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_đĐdD])")
_SURE = frozenset(("đ", "cđ", "kđ", "cd", "v", "-", "kd", "m"))
_FILLERS = frozenset(("được", "duoc", "là", "la", "=", ":", "điểm", "diem", "em", "bạn"))
_JOINTS = ("rưỡi", "ruoi", "phẩy", "phay", "chấm", "cham", "đạt", "dat", "thi", "dự", "du", "bài")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name with its mark: `value` is None where none was written; `number` the list number
    before the name; `text` as typed."""

    name: str
    value: Value | None
    text: str
    number: int | None = None


def names_somebody(text: str, index: NameIndex) -> bool:
    """Whether a word of the text is somebody's name, also one that is a mark ("Đạt", "Năm")."""
    words = re.findall(r"[^\W\d_][^\W\d_'’]+", text)
    return any(w.casefold() not in _SURE and index.fits(w).fit is not Fit.NONE for w in words)


def entries(text: str, index: NameIndex, scored: bool) -> list[Entry]:
    """What is written by name, in order; what has no name either comes as an entry without."""
    return [entry for chunk in _CHUNKS.split(text) for entry in _chunk(chunk, index, scored)]


def _chunk(chunk: str, index: NameIndex, scored: bool) -> Iterator[Entry]:
    words = [word for word in _GLUED.sub(" ", chunk.replace("\t", " ")).split() if word]
    words = [part for word in words for part in _unglued(word)]
    name: list[str] = []
    number: int | None = None
    at = 0
    while at < len(words):
        word = words[at]
        if not name and number is None and _is_number(words, at):
            number = int(word.rstrip(".):"))
            at += 1
            continue
        taken = _mark(words, at, name, index, scored)
        if taken is None:
            if word.casefold() not in _FILLERS or not name:
                name.append(word)
            at += 1
            continue
        value, count = taken
        written = " ".join([*name, *words[at : at + count]])
        yield Entry(" ".join(name), value, written, number)
        name, number, at = [], None, at + count
    if name:
        yield Entry(" ".join(name), None, " ".join(name), number)


def _unglued(word: str) -> list[str]:
    """A colon or a stop between name and mark set apart: "Lan:8" as "Lan" "8"."""
    return [part for part in re.split(r"[:=]|(?<=\D)\.$", word) if part]


def _is_number(words: list[str], at: int) -> bool:
    """A list number: figures before a word that is no mark's second half."""
    if not re.fullmatch(r"\d{1,2}[.):]?", words[at]) or at + 1 >= len(words):
        return False
    after = words[at + 1]
    return after[:1].isalpha() and after.casefold() not in _JOINTS


def _mark(
    words: list[str], at: int, name: list[str], index: NameIndex, scored: bool
) -> tuple[Value, int] | None:
    """The mark that begins here, and of how many words; None where the name goes on."""
    if not name:
        return None
    for count in (3, 2, 1):
        piece = " ".join(words[at : at + count])
        if at + count > len(words) or any(w[:1].isdigit() for w in words[at + 1 : at + count]):
            continue
        value = read_value(piece, scored)
        if value is None:
            continue
        first = words[at].casefold()
        sure = words[at][0].isdigit() or first in _SURE or count > 1
        if sure or _ends_name(name, words[at], index):
            return value, count
    return None


def _ends_name(name: list[str], word: str, index: NameIndex) -> bool:
    """Whether a word that is a name too ("Đạt", "Năm") is the mark here: the name before it is
    somebody's, and with it nobody's."""
    before = index.fits(" ".join(name)).fit
    return before is not Fit.NONE and index.fits(" ".join([*name, word])).fit is Fit.NONE
