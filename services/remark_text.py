"""Reading a remark: "khen Lan phát biểu tốt", "7A1 nhắc Minh, Huy: nói chuyện", "khen cả lớp …".

The message begins with the verb, or with the class before it; the names follow as long as they
name pupils of the class, the rest is what is said of them. Which pupil is meant where several fit
is asked, never picked. A message is one remark: where another begins behind it ("khen Lan …, nhắc
Minh …"), that is told, lest it become part of what is said of the first pupil.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from services.name_syllables import fold
from services.names import Fit, NameIndex
from services.remarks import PRAISE, REMIND
from services.roll_text.frame_place import find_class

_VERBS = {
    ("khen",): PRAISE,
    ("khen", "ngoi"): PRAISE,
    ("khen", "thuong"): PRAISE,
    ("tuyen", "duong"): PRAISE,
    ("bieu", "duong"): PRAISE,
    ("nhac",): REMIND,
    ("nhac", "nho"): REMIND,
    ("phe", "binh"): REMIND,
}
_WHOLE = (("ca", "lop"), ("tap", "the", "lop"), ("toan", "lop"), ("lop",))
_CLASS = "lop"
_BEFORE_CLASS = tuple(" ".join(words[:-1]) for words in _WHOLE if len(words) > 1)
_TITLES = frozenset(["em", "e", "ban", "cac", "be", "tro", "hs", "hai", "ba"])
_AND = frozenset(["va", "voi", "cung", "and"])
_MARKS = ",;&+"
_SIGNS = ",;:&+–—-"
_WORD = re.compile(r"[^\s,;:&+–—-]+|[,;:&+–—-]")
_EDGES = " \t\n,;:.-–—"
_MOST_NAMES = 45
_CLAUSE = re.compile(r"[,;.!?+&–—\n]+|\s-+\s|(?<!\S)(?:và|còn|va|con)(?!\S)", re.IGNORECASE)
_COUNTED = frozenset(["lan", "luot", "ban", "em", "bai", "buoi", "tiet", "ngay", "viec"])


@dataclass(frozen=True, slots=True)
class Opening:
    """A message that begins like a remark; `rest` is what follows the verb, without the class.
    `second`: a remark that names its class begins behind it."""

    kind: str
    class_name: str | None
    rest: str
    second: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """Who is named: for each name the pupils who fit, equally well or (`near`) nearly; none at all
    for the whole class. `unknown` are words that should have been a name and are nobody's.
    `second`: a remark on somebody of the class, or on all of it, begins behind this one."""

    slots: tuple[tuple[int, ...], ...]
    text: str
    whole: bool = False
    near: bool = False
    unknown: str | None = None
    second: bool = False


def read_opening(text: str, classes: Sequence[str]) -> Opening | None:
    """The verb and the class of a message; None for any other message. Never raises."""
    place, name = find_class(text, classes), None
    before = text[: place.start].strip(_EDGES) if place is not None else None
    if place is not None and not before:  # "7A1 khen Lan", "lớp 7A1: khen Lan"
        name, text = place.class_name, text[place.end :].strip(_EDGES)
    lines = unicodedata.normalize("NFC", text).splitlines()
    text = "\n".join(" ".join(line.split()) for line in lines)
    plain = [fold(word).strip(_EDGES) for word in text.split()]
    length = max((len(verb) for verb in _VERBS if tuple(plain[: len(verb)]) == verb), default=0)
    if not length:
        return None
    kind = _VERBS[tuple(plain[:length])]
    rest = "".join(text.split(maxsplit=length)[length:]).strip(_EDGES)
    second = any(
        other is not None and other.class_name is not None
        for other in (read_opening(clause, classes) for clause in _CLAUSE.split(rest)[1:])
    )
    if name is None and (place := find_class(rest, classes)) is not None:
        name = place.class_name
        head, tail = rest[: place.start].rstrip(), rest[place.end :].lstrip(" ")
        whole = fold(head) in _BEFORE_CLASS  # "cả lớp 7A1": the class is all of it
        rest = f"{head} {_CLASS if whole else ''} {tail}".strip(_EDGES)
    return Opening(kind, name, rest, second)


def read_names(rest: str, index: NameIndex, numbers: Mapping[int, int]) -> Named:
    """The pupils at the beginning of `rest`, and what is said of them. Never raises."""
    pieces = _WORD.findall(rest)
    plain = [fold(piece) for piece in pieces]
    for whole in _WHOLE:
        if tuple(plain[: len(whole)]) == whole:
            said = _rest(rest, pieces, len(whole))
            return Named((), said.strip(_EDGES), whole=True, second=_second(said, index, numbers))
    slots: list[tuple[int, ...]] = []
    at = 0
    while at < len(pieces) and len(slots) < _MOST_NAMES:
        start = at
        while start < len(pieces) - 1 and plain[start] in _TITLES | _AND:
            start += 1  # "em Lan", "và em Minh"
        found = _one(pieces, start, index, numbers)
        if found is None and start > at:
            start = at
            found = _one(pieces, at, index, numbers)
        if found is None:
            break
        count, ids = found
        slots.append(ids)
        at = start + count
        if at >= len(pieces) or (pieces[at] not in _MARKS and plain[at] not in _AND):
            break
        if _one(pieces, _after(plain, at + 1), index, numbers) is None:
            break
        at += 1
    if slots:
        said, clear = _rest(rest, pieces, at), tuple(dict.fromkeys(slots))
        return Named(clear, said.strip(_EDGES), second=_second(said, index, numbers))
    return _nearest(rest, pieces, index, numbers)


def _second(said: str, index: NameIndex, numbers: Mapping[int, int]) -> bool:
    """Whether a clause after the first begins with a verb and somebody of the class, or all of it:
    "…, nhắc Minh chưa làm bài"; not "…, nhắc 3 lần"."""
    for clause in _CLAUSE.split(said)[1:]:
        other = read_opening(clause, ())
        if other is None:
            continue
        pieces = _WORD.findall(other.rest)
        plain = [fold(piece) for piece in pieces]
        if any(tuple(plain[: len(whole)]) == whole for whole in _WHOLE):
            return True
        start = _after(plain, 0)
        counts = pieces[start:][:1] and pieces[start].isdecimal()
        if counts and set(plain[start + 1 : start + 2]) & _COUNTED:
            continue
        if _one(pieces, start, index, numbers) or _one(pieces, 0, index, numbers):
            return True
    return False


def _after(plain: Sequence[str], at: int) -> int:
    while at < len(plain) - 1 and plain[at] in _TITLES | _AND:
        at += 1
    return at


def _one(
    pieces: Sequence[str], at: int, index: NameIndex, numbers: Mapping[int, int]
) -> tuple[int, tuple[int, ...]] | None:
    """The name or list number that begins at a piece: of how many pieces, and who fits."""
    if at >= len(pieces):
        return None
    if pieces[at].isdecimal() and int(pieces[at]) in numbers:
        return 1, (numbers[int(pieces[at])],)
    end = next((i for i in range(at, len(pieces)) if pieces[i] in _SIGNS), len(pieces))
    found = index.longest(pieces[:end], at)
    return None if found is None else (found[0], found[1].ids)


def _nearest(
    rest: str, pieces: Sequence[str], index: NameIndex, numbers: Mapping[int, int]
) -> Named:
    """Nobody fits: the nearest to the first words, to be asked about."""
    for count in (2, 1):
        found = index.resolve(" ".join(pieces[:count])) if len(pieces) >= count else None
        if found is not None and found.fit is not Fit.NONE:
            said = _rest(rest, pieces, count)
            second = _second(said, index, numbers)
            return Named((found.ids,), said.strip(_EDGES), near=True, second=second)
    return Named((), "", unknown=" ".join(pieces[:2]))


def _rest(text: str, pieces: Sequence[str], count: int) -> str:
    """What of the text follows its first pieces."""
    at = 0
    for piece in pieces[:count]:
        at = text.index(piece, at) + len(piece)
    return text[at:]
