"""Reading what is written behind `/lichnghi`: a day off, a day taught, a swap, or taking one back.

nghỉ 2/1/2027: nghỉ bù Tết Dương lịch
học 5/12/2026 theo thứ Năm: học bù
đổi 31/12 sang 26/12: nghỉ liền Tết Dương lịch
bỏ 5/12/2026
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from services.leave_text.reading import answer_days
from services.leave_text.said import Span
from services.name_syllables import fold

_ACT = re.compile(
    r"^\W*(?P<act>nghi bu|nghi le|cho nghi|nghi|hoc bu|day bu|hoc|day|mo|hoan doi|doi|chuyen"
    r"|bo|xoa|huy)"
    r"(?!\w)(?: hoc)?(?: ngay)?"
)
_ACTS = {"hoan doi": "swap", "doi": "swap", "chuyen": "swap"} | dict.fromkeys(
    ("bo", "xoa", "huy"), "forget"
)
_ACTS |= dict.fromkeys(("hoc bu", "day bu", "hoc", "day", "mo"), "teach")
_TO = re.compile(r"(?<!\w)(?:sang|lay|thanh|cho|voi|vao|qua)(?!\w)(?: ngay)?|->|→")
_LIKE = re.compile(
    r"(?<!\w)(?:theo|thay|nhu|bang)(?: thoi khoa bieu| tkb| lich)?(?: cua)?(?: ngay)?"
    r"\s*(?:thu\s*|t)(?P<day>hai|ba|tu|nam|sau|bay|[2-7])(?!\w)"
)
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_NOTE = re.compile(r"(?<!\w)(?:vi|do|ly do|li do)(?!\w)[:\s]+|:\s*|\s+[-–—]\s+")


class Act(StrEnum):
    """What is to be done with a day."""

    OFF = "off"
    TEACH = "teach"
    SWAP = "swap"
    FORGET = "forget"


@dataclass(frozen=True, slots=True)
class Wish:
    """What was written; `first` is empty where no day could be read, `to` is a swap's other day."""

    act: Act
    first: date | None = None
    last: date | None = None
    to: date | None = None
    follows: int | None = None
    note: str | None = None


def read_wish(text: str, today: date) -> Wish | None:
    """What the words ask for; None where they name nothing to do. Never raises."""
    words = unicodedata.normalize("NFC", text).strip()
    low = fold(words)
    if len(low) != len(words) or (act := _ACT.match(low)) is None:
        return None
    what = Act(_ACTS.get(act["act"], "off"))
    body, low = words[act.end() :], low[act.end() :]
    note = None
    if (found := _NOTE.search(low)) is not None:
        note = body[found.end() :].strip(" .,;") or None
        body, low = body[: found.start()], low[: found.start()]
    follows = None
    if (like := _LIKE.search(low)) is not None:
        said = like["day"]
        follows = _WEEKDAYS.get(said, int(said) - 2 if said.isdigit() else 0)
        body = f"{body[: like.start()]} {body[like.end() :]}"
        low = fold(body)
    if what is Act.SWAP:
        parts = _TO.split(low, maxsplit=1)
        if len(parts) != 2:
            return Wish(what, note=note)
        off, on = (_one(part, today) for part in parts)
        return Wish(what, off, off, on, note=note)
    span = _span(body, today)
    if span is None:
        return Wish(what, follows=follows, note=note)
    return Wish(what, span.first, span.last, follows=follows, note=note)


def _span(text: str, today: date) -> Span | None:
    days = answer_days(text, today)
    return days.spans[0] if len(days.spans) == 1 and days.spans[0].count is None else None


def _one(text: str, today: date) -> date | None:
    span = _span(text, today)
    return span.first if span is not None and span.first == span.last else None
