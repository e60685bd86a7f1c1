"""A child's attendance as a small calendar: the facts of the template `attendance.typ`."""

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from handlers.attendance_words import GROUPS, kind_word, month_words, period_words
from handlers.texts import Texts
from services.attendance_states import State
from services.periods import Kind
from services.pupil_attendance import Look, Mark

TEMPLATE = "attendance.typ"
MISSED = {
    State.EXCUSED: Mark.EXCUSED,
    State.UNEXCUSED: Mark.UNEXCUSED,
    State.UNEXPLAINED: Mark.UNEXPLAINED,
}
LEGEND = {
    Mark.PRESENT: "attendance-legend-present",
    Mark.EXCUSED: "attendance-legend-excused",
    Mark.UNEXCUSED: "attendance-legend-unexcused",
    Mark.UNEXPLAINED: "attendance-legend-unexplained",
    Mark.LATE: "attendance-legend-late",
    Mark.EARLY: "attendance-legend-early",
    Mark.LESSON: "attendance-legend-lesson",
}
HEADS = "attendance-weekday"


def facts(t: Texts, seen: Look) -> dict[str, Any]:
    """What the template draws: months of weeks, the counts, a legend of the marks that occur."""
    marks = {mark for _, mark in seen.days}
    counts = [(Mark.PRESENT, seen.present), *((MISSED[s], _count(seen, s)) for s, _ in GROUPS)]
    counts.append((Mark.LATE, seen.sums.late))
    word = t.plain(kind_word(seen), name=seen.pupil.name) if seen.own else None
    return {
        "title": seen.pupil.name,
        "under": t.plain(
            "attendance-picture-under",
            period=period_words(t, seen.period),
            **{"class": seen.pupil.class_name or ""},
        ),
        "heads": [t.plain(HEADS, weekday=weekday) for weekday in seen.weekdays],
        "months": [
            {
                "title": t.plain("attendance-month", month=month_words(days[0][0])),
                "weeks": _weeks(seen, days),
            }
            for _, group in groupby(seen.days, key=lambda each: (each[0].year, each[0].month))
            if (days := list(group)) and (seen.period.kind is Kind.MONTH or _is_shown(days))
        ],
        "small": seen.period.kind is not Kind.MONTH,
        "counts": [
            {"mark": mark, "label": t.plain(LEGEND[mark]), "count": count}
            for mark, count in counts
            if count or mark in (Mark.PRESENT, Mark.EXCUSED, Mark.UNEXCUSED)
        ],
        "legend": [
            {"mark": mark, "label": t.plain(key)} for mark, key in LEGEND.items() if mark in marks
        ],
        "year": None
        if seen.limit is None
        else t.plain("attendance-picture-limit", count=seen.of_year.total, limit=seen.limit),
        "word": word,
    }


def _count(seen: Look, state: State) -> int:
    return sum(each.state is state for each in seen.sums.missed)


def _is_shown(days: list[tuple[date, Mark]]) -> bool:
    """Whether anything of a month is worth its place: not where all of it is still ahead."""
    return any(mark not in (Mark.AHEAD, Mark.OFF, Mark.ELSEWHERE) for _, mark in days)


def _weeks(seen: Look, days: list[tuple[date, Mark]]) -> list[list[dict[str, Any] | None]]:
    """The rows of a month; a place outside of it is empty."""
    marks = dict(days)
    first, last = days[0][0], days[-1][0]
    monday = first - timedelta(days=first.weekday())
    weeks: list[list[dict[str, Any] | None]] = []
    while monday <= last:
        week = [monday + timedelta(days=weekday) for weekday in seen.weekdays]
        row = [{"n": day.day, "mark": marks[day]} if day in marks else None for day in week]
        if any(row):
            weeks.append(row)
        monday += timedelta(days=7)
    return weeks
