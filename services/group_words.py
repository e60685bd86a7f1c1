"""Which pupils a text names for the list of a group."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from services.plain_words import clean
from services.pupil_words import find_classes


@dataclass(frozen=True, slots=True)
class Called:
    """One pupil as written; the class may be missing."""

    who: str
    class_name: str | None


def read_members(text: str, classes: Collection[str]) -> list[Called]:
    """The pupils that a text names: "7A1: Lan, Minh; 7A2: Huy", "Lan 7A1, Huy 7A2", "7A1 5 12".

    A class before the names holds until the next one; one behind a name is for the names before it
    that have none.
    """
    found: list[Called] = []
    current: str | None = None
    for part in re.split(r"[,;\n]|\bvà\b|\s\+\s", clean(text.replace("\n", ";"))):
        words = clean(part)
        hits = find_classes(words, classes)
        for hit_at, (start, end, name) in enumerate(hits):
            upto = hits[hit_at + 1][0] if hit_at + 1 < len(hits) else len(words)
            before, after = _who(words[:start]), _who(words[end:upto])
            if hit_at == 0 and before:
                found = [
                    Called(each.who, name) if each.class_name is None else each for each in found
                ]
                found += _called(before, name)
                current = current if not after else name
            else:
                current = name
            found += _called(after, name)
        if not hits:
            found += _called(_who(words), current)
    return found


def _who(words: str) -> str:
    kept = re.sub(r"[:.()\-]", " ", words)
    return clean(re.sub(r"(?i)(?<!\w)(em|các em|bạn|lớp|số|thêm|bớt|của)(?!\w)", " ", kept))


def _called(words: str, class_name: str | None) -> list[Called]:
    """A name, or several list numbers."""
    parts = words.split()
    if parts and all(part.isdigit() for part in parts):
        return [Called(part, class_name) for part in parts]
    return [Called(words, class_name)] if words else []


@dataclass(frozen=True, slots=True)
class Order:
    """What follows `/nhom`: `act` new, add, remove or open; the group's name; and the rest."""

    act: str
    name: str
    rest: str


_NEW = re.compile(
    r"(?:mới|moi|tạo|tao|lập|lap|new)(?: nhóm| nhom)?\s*:?\s+(.*)|(?:mới|moi|tạo|tao)",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"^(.*?)\s*[:,]?\s+(thêm|them|add|bớt|bot|bỏ|xóa|xoa|remove)\s+(.*)$", re.IGNORECASE
)


def read_order(text: str) -> Order:
    """ "tạo CLB Cờ vua", "CLB Cờ vua: thêm Lan 7A1", "Phụ đạo Toán 7"."""
    words = clean(text)
    if made := _NEW.fullmatch(words):
        return Order("new", "", made[1] or "")
    if done := _ACT.match(words):
        act = "add" if done[2].casefold() in ("thêm", "them", "add") else "remove"
        return Order(act, done[1].strip(" :,"), done[3])
    return Order("open", words.strip(" :,"), "")
