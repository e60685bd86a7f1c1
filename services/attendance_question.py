"""What a message asks about attendance: whose, and over which month, term or year.

"Lan 7A1 tháng 11", "học kì 1", "cháu nghỉ mấy buổi rồi cô": what names the period and the class is
taken off; what is left may be a name.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from services.name_syllables import fold
from services.roll_text.frame_place import find_class, unknown_class
from services.roll_text.tokens import clean

LONGEST = 200  # characters; what is longer asks for something else
TERMS = {"1": "1", "i": "1", "2": "2", "ii": "2"}
NAMES_IT = re.compile(
    r"\b(?:chuyen can|attendance)\b|\bhow many (?:days|sessions)\b.*\b(?:absent|missed?|off)\b"
)
ASKS = re.compile(r"\b(?:nghi|vang)(?: hoc| mat)? (?:(?:may|bao nhieu) buoi|bao nhieu ngay)\b")
ABOUT_PAST = re.compile(r"\b(?:da|roi|thang|hoc k[iy]|hk ?[12i]*|nam|tong|tu dau)\b")
# "cho cháu nghỉ mấy buổi ạ" asks for leave; "cháu ốm nghỉ mấy buổi rồi" tells why.
ASKS_LEAVE = re.compile(
    r"\bxin\b|\bcho (?:phep )?(?:chau|con|em|be)\b|\b(?:om|sot|dau|benh|vien|tang|viec)\b"
)
MONTH = re.compile(r"(\d{1,2})(?:[/-](20\d\d))?")  # whether there is such a month is told later


@dataclass(frozen=True, slots=True)
class Question:
    """`code` as in `attendance_periods.Period`, empty where no period is named; `words` are what
    is left, as typed."""

    code: str | None
    words: tuple[str, ...]
    class_name: str | None = None
    unknown_class: str | None = None

    @property
    def name(self) -> str:
        """What is left as one text."""
        return " ".join(self.words)


def asks(text: str) -> bool:
    """Whether free words ask about attendance."""
    if not text or text.startswith("/") or len(text) > LONGEST:
        return False
    words = fold(clean(text))
    letters = " ".join("".join(sign if sign.isalnum() else " " for sign in words).split())
    if NAMES_IT.search(letters):
        return True
    past = "?" in words or ABOUT_PAST.search(letters) is not None
    return past and ASKS.search(letters) is not None and not ASKS_LEAVE.search(letters)


def read(text: str, today: date, classes: Collection[str]) -> Question:
    """Take period and class off a message; never raises."""
    text = clean(text)[:LONGEST]
    words = [word.strip(",.:;?!()") for word in text.split()]
    code, left = _period([word for word in words if word], today)
    rest = " ".join(left)
    place, unknown = find_class(rest, classes), None
    if place is not None:
        rest = f"{rest[: place.start]} {rest[place.end :]}"
    elif (strange := unknown_class(rest)) is not None:
        unknown, start, end = strange
        rest = f"{rest[:start]} {rest[end:]}"
    return Question(
        code,
        tuple(word for word in rest.split() if fold(word) not in ("lop",)),
        place.class_name if place is not None else None,
        unknown,
    )


def _period(words: list[str], today: date) -> tuple[str | None, list[str]]:
    """The period's code and the words that do not name it; of several the last counts."""
    folded = [fold(word) for word in words]
    code: str | None = None
    left: list[str] = []
    at = 0
    while at < len(words):
        found = _at(folded, at, today)
        if found is None:
            left.append(words[at])
            at += 1
            continue
        code, length = found
        at += length
    return code, left


def _at(folded: list[str], at: int, today: date) -> tuple[str, int] | None:
    """The period that begins at a word, and how many words it has."""
    one, two, three = (*folded[at : at + 3], "", "", "")[:3]
    if one in ("thang", "month"):
        return _month(two, today)
    if one in ("hoc", "term") or one.startswith("hk"):
        return _term(one, two, three)
    if (one, two) in (("ca", "nam"), ("nam", "hoc"), ("school", "year")):
        return "y", 3 if (one, two, three) == ("ca", "nam", "hoc") else 2
    return None


def _month(word: str, today: date) -> tuple[str, int] | None:
    if word in ("nay", "this"):
        return f"m{today:%Y-%m}", 2
    if word in ("truoc", "roi", "ngoai"):
        first = date(today.year - (today.month == 1), (today.month - 2) % 12 + 1, 1)
        return f"m{first:%Y-%m}", 2
    found = MONTH.fullmatch(word)
    if found is None:
        return None
    month, year = int(found[1]), found[2]
    return (f"m{year}-{month:02d}" if year else f"m{month}"), 2


def _term(one: str, two: str, three: str) -> tuple[str, int] | None:
    if one == "hoc":
        return (f"t{TERMS[three]}", 3) if two in ("ki", "ky") and three in TERMS else None
    if one in ("hk", "term"):
        return (f"t{TERMS[two]}", 2) if two in TERMS else None
    return (f"t{TERMS[one[2:]]}", 1) if one[2:] in TERMS else None
