"""One mark as people write it: 8 · 8,5 · 8.5 · 8đ5 · 85 · tám rưỡi · Đ · CĐ · - · v."""

import re
from dataclasses import dataclass
from decimal import Decimal

from services.name_syllables import fold
from services.score_cells import FAILED, MAKE_UP, NOT_SAT, PASSED, Cell, score
from services.score_text.kinds import Doubt, Note, Trouble

_NUMBER = re.compile(r"(\d{1,2})(?:[.,]|[dđ])(\d{1,3})|(\d{1,4})", re.I)
_UNIT = r"(?:\s?(?:điểm|diem|đ|d|pts?))?"
_DIGITS = {
    "khong": 0,
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "nam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi": 10,
}
_AFTER = _DIGITS | {"lam": 5, "mot": 1}
BLANK = frozenset(("-", "–", "—", "_", "trong", "chua co", "chua co diem"))
ABSENT = frozenset(("v", "vang", "cho bu", "kt bu", "bu"))
NOT_SITTING = frozenset(
    ("kd", "kt", "khong thi", "bo thi", "khong du", "khong lam bai", "khong nop")
)
EXEMPT = frozenset(("m", "mien"))
PASS = frozenset(("đ", "đạt", "dat", "d"))
FAIL = frozenset(("cđ", "cd", "chưa đạt", "chua dat", "c", "kđ", "không đạt", "khong dat"))


@dataclass(frozen=True, slots=True)
class Value:
    """A mark read from a piece: its cell (None with `blank`: take the mark out), a note, a doubt
    with the marks it may be, or the trouble with it."""

    cell: Cell | None = None
    note: Note | None = None
    doubt: Doubt | None = None
    options: tuple[Cell, ...] = ()
    trouble: Trouble | None = None
    blank: bool = False


def read_value(piece: str, scored: bool) -> Value | None:
    """The mark that a piece is, in a subject of figures or of remarks; None where it is no mark."""
    text = " ".join(piece.casefold().split()).strip(" .;")
    low = fold(text)
    if low in BLANK or text in BLANK:
        return Value(blank=True)
    if low in ABSENT:
        return Value(MAKE_UP)
    if low in NOT_SITTING and text not in FAIL:
        return Value(doubt=Doubt.ZERO, options=(NOT_SAT, MAKE_UP if scored else FAILED))
    if low in EXEMPT:
        return Value(trouble=Trouble.EXEMPT)
    if text in PASS or text in FAIL:
        if scored:
            return Value(trouble=Trouble.REMARKS)
        return Value(PASSED if text in PASS else FAILED)
    found = _figure(text) or _in_words(low)
    if found is not None and not scored:
        return Value(trouble=Trouble.FIGURES)
    return found


def _figure(text: str) -> Value | None:
    half = re.fullmatch(r"(\d{1,2})\s?(?:rưỡi|ruoi)", text)
    if half:
        return _value(Decimal(half[1]) + Decimal("0.5"))
    bare = re.fullmatch(rf"(?P<number>{_NUMBER.pattern}){_UNIT}", text, re.I)
    if bare is None:
        return None
    match = _NUMBER.fullmatch(bare["number"])
    assert match is not None  # the pattern was part of the one before
    whole, tenths, plain = match.groups()
    if plain is None:
        return _value(Decimal(f"{int(whole)}.{tenths}"))
    if plain == "10" or len(plain) == 1:
        return _value(Decimal(plain))
    if plain.startswith("0"):
        return _leading_zero(plain)
    if len(plain) == 2 and plain >= "20":  # 85: the point was left out; 15 is rather a slip
        return Value(score(Decimal(plain) / 10), Note.POINT)
    return Value(trouble=Trouble.RANGE)


def _leading_zero(plain: str) -> Value:
    if len(plain) != 2 or plain == "00":
        return Value(trouble=Trouble.UNREADABLE)
    return Value(
        doubt=Doubt.LEADING_ZERO,
        options=(score(Decimal(plain[1]) / 10), score(Decimal(plain[1]))),
    )


def _in_words(low: str) -> Value | None:
    """ "tám rưỡi", "bảy phẩy năm", "mười"."""
    words = low.removesuffix(" diem").split()
    if not words or words[0] not in _DIGITS:
        return None
    whole = Decimal(_DIGITS[words[0]])
    if len(words) == 1:
        return _value(whole)
    if words[1:] == ["ruoi"]:
        return _value(whole + Decimal("0.5"))
    if words[1] in ("phay", "cham") and 3 <= len(words) <= 4:
        rest = [_AFTER.get(word) for word in words[2:]]
        if all(digit is not None and digit < 10 for digit in rest):
            return _value(Decimal(f"{whole}.{''.join(map(str, rest))}"))
    return None


def _value(number: Decimal) -> Value:
    if number > 10:
        return Value(trouble=Trouble.RANGE)
    if number == 0:
        return Value(doubt=Doubt.ZERO, options=(score(0), NOT_SAT))
    found = score(number)
    return Value(found, Note.ROUNDED if found.value != number else None)


def shown(cell: Cell | None) -> str:
    """A mark in the shortest form that `read_value` takes back: "7,5", "8", "Đ", "CĐ", "v", "-"."""
    if cell is None:
        return "-"
    if cell.value is not None:
        figure = f"{cell.value.normalize():f}"
        return figure.replace(".", ",")
    return {
        PASSED.state: "Đ",
        FAILED.state: "CĐ",
        MAKE_UP.state: "v",
        NOT_SAT.state: "kd",
    }[cell.state]
