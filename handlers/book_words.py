"""The phrases of the roll book that many messages share."""

from collections.abc import Iterable, Mapping
from datetime import datetime, tzinfo
from typing import Any

from handlers.absence_words import teacher_words
from handlers.texts import Texts
from services.periods import Period

MARKS = {
    "excused": "book-mark-p",
    "unexcused": "book-mark-k",
    "unexplained": "book-mark-open",
    "left_early": "book-mark-early",
}


def period_words(t: Texts, kind: str, number: int, label: str) -> str:
    """ "tháng 11/2026", "học kì 1", "năm học 2026-2027"; plain text."""
    return t.plain("book-period", kind=kind, number=str(number), label=label)


def words_of(t: Texts, period: Period) -> str:
    """The same of a period."""
    return period_words(t, period.kind.value, period.number or 0, period.label)


def session_words(t: Texts, day: str, half: str) -> str:
    """ "sáng 03/11", or the day alone; plain text."""
    return t.plain("book-session", half=half or "day", day=day)


def mark_words(t: Texts, standing: Mapping[str, Any] | None) -> str:
    """ "P", "K", "muộn 10 phút", "có mặt"; plain text."""
    if standing is None:
        return t.plain("book-mark-present")
    if standing["state"] == "late":
        return t.plain("book-mark-late", minutes=standing.get("minutes") or 0)
    return t.plain(MARKS[standing["state"]])


def pupil_words(number: int | None, name: str) -> str:
    """ "15. Nguyễn Thị Ngọc Lan" """
    return name if number is None else f"{number}. {name}"


def moment_words(at: datetime, zone: tzinfo) -> str:
    """ "17:05 30/11/2026" """
    local = at.astimezone(zone)
    return f"{local:%H:%M} {local:%d/%m/%Y}"


def who_words(t: Texts, name: str, gender: str) -> str:
    """ "Thầy Trần Anh Khoa"; plain text."""
    return teacher_words(t, {"name": name, "gender": gender})


def some(t: Texts, items: Iterable[str], most: int, joint: str = "; ") -> str:
    """At most so many of a list, and how many more there are; plain text."""
    every = list(items)
    told = joint.join(every[:most])
    if len(every) <= most:
        return told
    return told + joint + t.plain("book-more", count=len(every) - most)
