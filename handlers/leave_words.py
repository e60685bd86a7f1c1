"""Phrases that the messages about leave share: days, hours, guardians."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from handlers.absence_words import time_words
from handlers.roll_words import day_words
from handlers.texts import Texts
from services.attendance_states import Half
from services.leave_text import Span


def span_words(t: Texts, span: Span) -> str:
    """ "sáng thứ Hai 30/11/2026", "từ thứ Năm … đến thứ Bảy …", "3 ngày từ …"; plain text."""
    half = span.half.value if span.half else "whole"
    if span.count is not None and span.count > 1:
        return t.plain("leave-days-count", count=span.count, first=day_words(t, span.first))
    if span.first == span.last:
        return t.plain("leave-day", half=half, day=day_words(t, span.first))
    first, last = day_words(t, span.first), day_words(t, span.last)
    return t.plain("leave-days", half=half, first=first, last=last)


def days_words(t: Texts, spans: Iterable[Span]) -> str:
    """Several of them; plain text."""
    return "; ".join(span_words(t, span) for span in spans)


def spans_of(shown: Iterable[Mapping[str, Any]]) -> list[Span]:
    """The days of a notice's parameters."""
    return [
        Span(
            date.fromisoformat(each["first"]),
            date.fromisoformat(each["last"]),
            Half(each["half"]) if each["half"] else None,
        )
        for each in shown
    ]


def moment_words(t: Texts, at: str | None, period: int | None) -> str:
    """ "8 giờ 5 (tiết 2)"; plain text."""
    hour = time_words(t, at or "00:00")
    return t.plain("leave-moment-lesson", time=hour, lesson=period) if period else hour
