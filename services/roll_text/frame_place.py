"""Which class or group a message speaks of."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from services.name_syllables import fold, syllable
from services.roll_text.tokens import Cut, Token

_LIKE_A_CLASS = re.compile(
    r"(?P<lead>(?:lớp|lop|l)\s*)?(?<![\w/.])(?P<name>(?:1[0-2]|[6-9])\s?[./]?\s?(?P<letter>[a-zđ])\s?\d{1,2})(?!\w)",
    re.IGNORECASE,
)
_NAMED_A_CLASS = re.compile(
    r"(?<!\w)(?:lớp|lop)\s+(?P<name>\d{1,2}\s?(?:[a-zđ](?!\w))?\s?\d{0,2})(?!\w)", re.IGNORECASE
)
_SETS_APART = {"h", "g"}  # "7h20" is a time
_KINDS = (
    "câu lạc bộ",
    "clb",
    "phụ đạo",
    "bồi dưỡng",
    "ôn tập",
    "ôn thi",
    "học thêm",
    "đội",
    "nhóm",
)


@dataclass(frozen=True, slots=True)
class Place:
    """A class or a group found in the text, at `start` to `end`."""

    start: int
    end: int
    class_name: str | None = None
    group_id: int | None = None


@lru_cache(maxsize=512)
def class_pattern(name: str) -> re.Pattern[str]:
    """How a class is written, in lower case: "7a1", "7/1", "lớp 7 a 1"."""
    parts = re.findall(r"\d+|[^\W\d_]+", name)
    body = r"\s?[./_\-]?\s?".join(
        "[dđ]" if fold(part) == "d" else re.escape(part.casefold()) for part in parts
    )
    return re.compile(
        rf"(?:(?<!\w)(?:lớp|lop|l)\s*)?(?<![\w/.]){body}(?![\w/])|(?<!\w)(?:lớp|lop|l){body}(?![\w/])"
    )


def find_class(text: str, classes: Collection[str]) -> Place | None:
    """The first class of the school in the text; the longest name where two begin alike."""
    low = text.lower()
    best: Place | None = None
    for name in classes:
        found = class_pattern(name).search(low)
        if found is None or len(low) != len(text):
            continue
        place = Place(found.start(), found.end(), name)
        if best is None or (place.start, -place.end) < (best.start, -best.end):
            best = place
    return best


def unknown_class(text: str) -> tuple[str, int, int] | None:
    """Something like a class ("7A9", "lớp 7a") as it would be written, and where."""
    found = _NAMED_A_CLASS.search(text) or next(
        (
            hit
            for hit in _LIKE_A_CLASS.finditer(text)
            if hit["lead"] or hit["letter"].casefold() not in _SETS_APART | set("pkvm")
        ),
        None,
    )
    if found is None:
        return None
    return re.sub(r"[\s./]", "", found["name"]).upper(), found.start(), found.end()


def find_group(
    tokens: Sequence[Token], groups: Mapping[int, str], kind: tuple[str, int] | None, head_end: int
) -> Place | None:
    """The group whose name stands in the text, whole or without its kind ("bóng đá").

    `kind`: "CLB", "phụ đạo" … and where it ends, if it was written: after it the beginning of a
    name is enough where only one group begins so. `head_end`: a name without its kind counts only
    before this place.
    """
    best: Place | None = None
    for group_id, name in groups.items():
        whole = _parts(name)
        short = _without_kind(name)
        for parts, needs_head in ((whole, False), (short, True)):
            place = _at(tokens, parts, group_id) if parts else None
            after_kind = place is not None and kind is not None and place.start >= kind[1]
            if place is None or (needs_head and not after_kind and place.start >= head_end):
                continue
            if best is None or place.end - place.start > best.end - best.start:
                best = place
    return best or _begun(tokens, groups, kind)


def _parts(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+|[^\W\d_]+", name.casefold()))


def _without_kind(name: str) -> tuple[str, ...]:
    parts = _parts(name)
    for kind in _KINDS:
        lead = tuple(kind.split())
        if tuple(map(fold, parts[: len(lead)])) == tuple(map(fold, lead)):
            rest = parts[len(lead) :]
            return rest if any(len(part) > 1 and part.isalpha() for part in rest) else ()
    return ()


def _same(token: Token, part: str) -> bool:
    if token.cut is Cut.NUM:
        return token.text == part
    return token.cut is Cut.WORD and syllable(token.low).admits(syllable(part))


def _at(tokens: Sequence[Token], parts: Sequence[str], group_id: int) -> Place | None:
    for at in range(len(tokens) - len(parts) + 1):
        run = tokens[at : at + len(parts)]
        if all(map(_same, run, parts)):
            return Place(run[0].start, run[-1].end, None, group_id)
    return None


def _begun(
    tokens: Sequence[Token], groups: Mapping[int, str], kind: tuple[str, int] | None
) -> Place | None:
    if kind is None:
        return None
    run = [token for token in tokens if token.start >= kind[1]]
    same = {at: name for at, name in groups.items() if fold(name).startswith(fold(kind[0]))}
    fitting: dict[int, int] = {}
    for group_id, name in (same or groups).items():
        length = 0
        for token, part in zip(run, _without_kind(name), strict=False):
            if not _same(token, part):
                break
            length += 1
        if length:
            fitting[group_id] = length
    longest = max(fitting.values(), default=0)
    ids = [group_id for group_id, length in fitting.items() if length == longest]
    if len(ids) != 1:
        return None
    return Place(run[0].start, run[longest - 1].end, None, ids[0])
