"""What extra classes and clubs are called: their names and kinds.

What circular 29/2024 leaves to schools is free of charge and is called phụ đạo, bồi dưỡng or ôn
tập; "học thêm" is understood when it is typed, and never shown. No group has to do with money.
"""

import re
from dataclasses import dataclass

from services.plain_words import clean
from services.plain_words import plain as plain_of

LONGEST = 60
CLUB = "CLB"
LABELS = ("Phụ đạo", "Bồi dưỡng", "Ôn tập", CLUB)
_KINDS = (
    ("Phụ đạo", r"phu dao"),
    ("Bồi dưỡng", r"boi duong|hoc sinh gioi|hsg"),
    ("Ôn tập", r"on (tap|thi)|luyen thi"),
    (CLUB, r"clb|cau lac bo|club|doi (tuyen|bong)"),
)
_PAID = re.compile(r"(lop )?(hoc|day) them")
_MONEY = re.compile(
    r"\b(hoc phi|le phi|thu (tien|phi)|dong (tien|hoc)|co thu|tien hoc|fee|vnd)\b"
    r"|\d[\d.,]* ?(k|d|dong|nghin|ngan|trieu|vnd|ty)\b"
)


@dataclass(frozen=True, slots=True)
class GroupName:
    """A name for a group; `label` its kind where the words give it; `money`: they speak of fees."""

    name: str
    label: str | None
    money: bool = False


def label_of(text: str) -> str | None:
    """The kind that the words name."""
    plain = plain_of(clean(text))
    for label, words in _KINDS:
        if re.search(rf"\b({words})\b", plain):
            return label
    return None


def kind_of(label: str) -> str:
    """ "club" or "extra", as groups are kept."""
    return "club" if label == CLUB else "extra"


def without_paid(name: str, label: str | None) -> str:
    """The name without "học thêm", which its kind takes the place of ("Phụ đạo" where nothing
    else is known)."""
    plain = plain_of(name)
    hit = _PAID.search(plain)
    if hit is None:
        return name
    known = label if label in LABELS else None
    rest = clean(f"{name[: hit.start()]} {name[hit.end() :]}")
    word = known or label_of(rest) or LABELS[0]
    return rest if label_of(rest) is not None else clean(f"{word} {rest}")


def read_name(text: str, label: str | None = None) -> GroupName:
    """A group's name as typed; `label` is the kind where it was chosen."""
    typed = clean(text)
    plain = plain_of(typed)
    known = label or label_of(typed)
    paid = _PAID.search(plain) is not None
    money = _MONEY.search(plain) is not None
    if paid and known is None:
        return GroupName(typed, None, money)
    name = without_paid(typed, known)
    if known is not None and label_of(name) is None:
        name = f"{known} {name}"
    return GroupName(name[:1].upper() + name[1:], known, money)
