"""Reading remarks on a term: "nhận xét 7A1 toán: Lan: tiến bộ nhiều" and a line for each pupil;
"nhận xét chung 7A1" is the homeroom teacher's. Pure but for the index of names."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from services.name_syllables import fold
from services.names import Fit, NameIndex
from services.score_text.head import Head
from services.score_text.head import read_head as read_score_head

OPENING = "nhận xét"
_OPENING = re.compile(r"^(?:ghi\s+)?(?:nhận xét|nhan xet|remarks?)\b", re.IGNORECASE)
_GENERAL = re.compile(r"^(?:chung|general)\b", re.IGNORECASE)
_LINE = re.compile(
    r"^\s*(?:(?P<number>\d{1,2})\s*[.)]?\s*)?(?P<name>[^:–]*?)\s*[:–]\s*(?P<text>.+)$"
)
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class RemarkHead:
    """Whose remarks follow: of a subject, or in general; `name` where one pupil is in the head."""

    head: Head
    is_general: bool
    name: str
    body: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Remarks by pupil, and the lines that could not be taken with why: nobody, several, long."""

    by_pupil: Mapping[int, str]
    unread: tuple[tuple[str, str], ...]


def read_opening(text: str, classes: Collection[str]) -> RemarkHead | None:
    """What a message of remarks is about; None for any other message. Never raises."""
    text = unicodedata.normalize("NFC", text).strip()
    opening = _OPENING.match(text)
    if opening is None:
        return None
    rest = text[opening.end() :].strip()
    general = _GENERAL.match(rest)
    if general is not None:
        rest = rest[general.end() :].strip()
    first, sep, body = _cut(rest)
    words = first.split()
    for at in range(len(words) + 1):
        head = read_score_head(" ".join(words[at:]), classes)
        known = head.class_names or head.subject or head.term
        if (known and not head.body) or at == len(words):
            break
    return RemarkHead(head, general is not None, " ".join(words[:at]), body if sep else "")


def _cut(rest: str) -> tuple[str, str, str]:
    """The head ends at the first colon, or with the first line."""
    line, _, more = rest.partition("\n")
    first, colon, body = line.partition(":")
    if not colon:
        return line, "\n" if more else "", more
    return first, ":", f"{body}\n{more}".strip()


def read_lines(name: str, body: str, index: NameIndex, numbers: Mapping[int, int]) -> Lines:
    """The remarks of a body: of the one pupil named in the head, or one a line. Never raises."""
    found: dict[int, str] = {}
    unread: list[tuple[str, str]] = []
    if name:
        entries = [(name, " ".join(body.split()))]
    else:
        entries = []
        for line in body.splitlines():
            match = _LINE.match(line)
            if match is not None:
                entries.append((match["name"].strip() or match["number"] or "", match["text"]))
            elif line.strip():
                unread.append((line.strip(), "nobody"))
    for who, text in entries:
        said = " ".join(text.split())
        id, why = _who(who, index, numbers)
        if len(said) > LONGEST:
            id, why = None, "long"
        elif not said:
            id, why = None, "empty"
        if id is None:
            unread.append((who, why))
        else:
            found[id] = said
    return Lines(found, tuple(unread))


def _who(name: str, index: NameIndex, numbers: Mapping[int, int]) -> tuple[int | None, str]:
    plain = fold(name).removeprefix("so ").strip()
    if plain.isdecimal():
        id = numbers.get(int(plain))
        return id, "" if id is not None else "nobody"
    resolved = index.resolve(name)
    if resolved.fit is Fit.ONE:
        return resolved.ids[0], ""
    return None, "several" if resolved.fit is Fit.SEVERAL else "nobody"
