"""Reading levels of conduct: "rèn luyện 7A1: cả lớp tốt trừ Huy khá, 5 đạt", "Lan, Minh: tốt".

Pure. A name is never guessed: where several fit or none, that part is told and the rest kept.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from services.evaluation.kinds import Level
from services.name_syllables import fold
from services.names import Fit, NameIndex
from services.roll_text.frame_place import find_class

OPENING = "rèn luyện"
_OPENING = re.compile(
    r"^(?:nhap\s+|xep\s+|danh gia\s+)?(?:kqrl|ren luyen|hanh kiem|conduct)"
    r"(?P<summer>\s+(?:trong\s+)?he\b)?"
)
TERM = re.compile(r"\b(?:hk|hoc k[iy]|term)\s*(?P<term>[12]|ii|i)\b")
_LEVELS = {
    ("tot",): Level.VERY_GOOD,
    ("t",): Level.VERY_GOOD,
    ("kha",): Level.GOOD,
    ("k",): Level.GOOD,
    ("dat",): Level.PASSED,
    ("d",): Level.PASSED,
    ("chua", "dat"): Level.FAILED,
    ("cd",): Level.FAILED,
}
_WHOLE = re.compile(r"^(?:ca lop|tat ca|toan lop|con lai|so con lai|cac em con lai)\b")
_REST = re.compile(r"^(?:con lai|so con lai|cac em con lai)\b")
_PARTS = re.compile(r"[,;\n]|(?:^|\s)(?:trừ|tru|riêng|rieng|còn(?!\s+lại)|và|va)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ConductHead:
    """What a message is about; `body` is who has which level. `term` 3: after the summer."""

    class_name: str | None
    term: int | None
    body: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A part that could not be taken: `why` nobody, several, level (none named) or twice."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Levels:
    """Levels by pupil as far as they are clear, and the parts that are not."""

    by_pupil: Mapping[int, Level]
    unread: tuple[Unread, ...]


def read_head(text: str, classes: Collection[str]) -> ConductHead | None:
    """What a message about conduct is about; None for any other message. Never raises."""
    text = unicodedata.normalize("NFC", text)
    opening = _OPENING.match(" ".join(fold(text.split(":", 1)[0]).split()))
    if opening is None:
        return None
    head, _, body = text.partition(":")
    place = find_class(head, list(classes))
    found = TERM.search(fold(head))
    term = {"i": 1, "ii": 2}.get(found["term"]) or int(found["term"]) if found else None
    if opening["summer"]:
        term = 3
    return ConductHead(None if place is None else place.class_name, term, body.strip())


def read_levels(body: str, index: NameIndex, pupils: Mapping[int, int]) -> Levels:
    """The levels in `body`; `pupils` are list numbers to pupils, in order. Never raises.

    "cả lớp tốt" is for all who are not named apart; names before a level share it.
    """
    found: dict[int, Level] = {}
    unread: list[Unread] = []
    whole: Level | None = None
    waiting: list[str] = []
    for part in _split(unicodedata.normalize("NFC", body)):
        words, level = level_of(part)
        if _WHOLE.match(fold(words)) and level is not None:
            whole = level
            continue
        if words and level is not None and _is_name(f"{part}", index):
            unread.append(Unread(part, "level"))  # "Tiến Đạt": a name, or Tiến with Đạt
            continue
        if level is None:
            waiting.append(words)
            continue
        for name in [*waiting, *([words] if words else [])]:
            ids, why = _who(name, index, pupils)
            if why:
                unread.append(Unread(name, why))
            for id in ids:
                if found.setdefault(id, level) is not level:
                    unread.append(Unread(name, "twice"))
        if not waiting and not words:
            unread.append(Unread(part, "nobody"))
        waiting = []
    unread += [Unread(name, "level") for name in waiting]
    if whole is not None:
        if not unread:  # else one who is excepted might be taken for the whole
            found = {id: found.get(id, whole) for id in pupils.values()}
        else:
            unread.append(Unread("", "whole"))
    return Levels(found, tuple(unread))


def _split(body: str) -> list[str]:
    return [part.strip(" .:=-") for part in _PARTS.split(body) if part and part.strip(" .:=-")]


def level_of(part: str) -> tuple[str, Level | None]:
    """The words before a level, and the level at the end; None where there is none."""
    words = part.replace(":", " ").replace("=", " ").split()
    plain = [fold(word).strip(".-") for word in words]
    for length in (2, 1):
        level = _LEVELS.get(tuple(plain[-length:])) if len(plain) >= length else None
        if level is not None:
            return " ".join(words[:-length]).strip(" -"), level
    return " ".join(words), None


def _is_name(part: str, index: NameIndex) -> bool:
    """Whether the whole part, level and all, is somebody's name and no sign parts the two."""
    return not re.search(r"[:=]|\s-\s", part) and index.resolve(part).fit in (Fit.ONE, Fit.SEVERAL)


def _who(name: str, index: NameIndex, pupils: Mapping[int, int]) -> tuple[tuple[int, ...], str]:
    """The pupils that a name, a number or "3-8" means, or why nobody."""
    plain = fold(name).removeprefix("em ").removeprefix("so ").strip()
    span = re.fullmatch(r"(\d+)\s*(?:-|den)\s*(\d+)", plain)
    if span and int(span[1]) <= int(span[2]) and {int(span[1]), int(span[2])} <= pupils.keys():
        return tuple(pupils[n] for n in range(int(span[1]), int(span[2]) + 1) if n in pupils), ""
    if plain and all(word.isdecimal() for word in plain.split()):
        numbers = [int(word) for word in plain.split()]
        there = all(number in pupils for number in numbers)
        return (tuple(pupils[n] for n in numbers), "") if there else ((), "nobody")
    resolved = index.resolve(name)
    if resolved.fit is Fit.ONE:
        return resolved.ids, ""
    return (), "several" if resolved.fit is Fit.SEVERAL else "nobody"
