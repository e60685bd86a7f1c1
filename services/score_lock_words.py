"""What part of the gradebook a principal names to close or open it, until when and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from services.duties import read_day
from services.errors import Invalid
from services.score_cells import ColumnKind
from services.score_text.head import folded, read_head

_GRADE = re.compile(r"\b(?:khoi|grade)\s*([6-9])\b")
_UNTIL = re.compile(
    r"\b(?:den het ngay|den ngay|den het|den|until|toi)\s+(\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{4})?)"
)
_ALL = re.compile(r"\b(?:ca nam|tat ca|toan truong|ca truong|all)\b")
_WHY = re.compile(r"[:;]|\b(?:vi|li do|ly do|because)\b")


@dataclass(frozen=True, slots=True)
class LockWish:
    """A part of the gradebook: what is None means all. `until` is the last day of an opening."""

    class_name: str | None = None
    subject_code: str | None = None
    grade: int | None = None
    term: int | None = None
    kind: ColumnKind | None = None
    number: int | None = None
    until: date | None = None
    reason: str = ""


def read_lock(
    text: str, today: date, classes: Sequence[str], own: Sequence[tuple[str, str]] = ()
) -> LockWish:
    """ "7A1 toán tx1", "khối 7 gk hk1 đến 30/11: nhập sót", "cả năm".

    Raises `Invalid` where nothing is named, or where a word is not understood.
    """
    why = _WHY.search(folded(text))
    said, reason = (text, "") if why is None else (text[: why.start()], text[why.end() :])
    low = folded(said)
    until = _UNTIL.search(low)
    grade = _GRADE.search(low)
    every = _ALL.search(low)
    for match in (until, grade, every):
        if match is not None:
            said = said[: match.start()] + " " * (match.end() - match.start()) + said[match.end() :]
    head = read_head(said, classes, own)
    if head.body or head.unclear or len(head.class_names) > 1:
        raise Invalid("score-lock-unclear", words=(head.body or head.unclear or text)[:60])
    found = LockWish(
        head.class_names[0] if head.class_names else None,
        head.subject.code if head.subject else None,
        int(grade[1]) if grade else None,
        head.term,
        head.kind,
        head.number if head.kind is ColumnKind.REGULAR else None,
        _day(until[1], today) if until else None,
        reason.strip(" :;,.")[:500],
    )
    if every is None and found == LockWish(until=found.until, reason=found.reason):
        raise Invalid("score-lock-what")
    return found


def _day(text: str, today: date) -> date:
    day = read_day(text, today)
    if day is None or day < today:
        raise Invalid("score-lock-day", words=text)
    return day
