"""How called-off lessons are put into words: for whom, which days, why; shared by talk and news."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from handlers.roll_words import day_words
from handlers.texts import Texts
from services.attendance_states import Half
from services.closing import Standing

SCOPES = {"school": "closure-of-school", "grade": "closure-of-grade", "class": "closure-of-class"}
NAMED = 6  # children whom a message names


def scope_words(t: Texts, scope: str, names: Iterable[str]) -> str:
    """ "toàn trường", "khối 6, 7", "lớp 6A1"; plain text."""
    return t.plain(SCOPES[scope], names=", ".join(names))


def days_words(t: Texts, first: date, last: date, half: Half | str | None) -> str:
    """ "sáng thứ Ba 01/12/2026", "từ … đến …"; plain text."""
    if first == last:
        key = "closure-one-day"
        return t.plain(key, day=day_words(t, first), half=half or "whole")
    return t.plain(
        "closure-several-days",
        first=day_words(t, first),
        last=day_words(t, last),
        half=half or "whole",
    )


def shown_days(t: Texts, params: Mapping[str, Any]) -> str:
    """The same from the parameters of a notice."""
    first, last = params["first"], params["last"]
    half = params["half"] or "whole"
    if first == last:
        return t.plain("closure-one-day", day=t.plain("roll-day", **first), half=half)
    return t.plain(
        "closure-several-days",
        first=t.plain("roll-day", **first),
        last=t.plain("roll-day", **last),
        half=half,
    )


def standing_words(t: Texts, closure: Standing) -> str:
    """One line about a closure that stands, in HTML."""
    line = t(
        "closure-line",
        whom=scope_words(t, closure.scope, closure.names),
        days=days_words(t, closure.first, closure.last, closure.half),
        why=closure.reason or "none",
    )
    return "\n".join([line, *makeup_lines(t, closure.makeups)])


def makeup_lines(t: Texts, makeups: Sequence[tuple[int, date, date]]) -> list[str]:
    """A line for each make-up day, in HTML."""
    return [
        t("closure-makeup-line", day=day_words(t, day), lost=day_words(t, lost))
        for _, lost, day in makeups
    ]


def pupils_words(t: Texts, pupils: Sequence[Sequence[str]]) -> str:
    """ "em Nguyễn Thị Lan (7A1), em Nguyễn Văn Nam (6A2)"; plain text."""
    named = [t.plain("closure-pupil", name=name, **{"class": of}) for name, of in pupils[:NAMED]]
    return ", ".join(named)
