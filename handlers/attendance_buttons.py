"""The buttons around a child's attendance: which child, which period."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from handlers.attendance_words import period_label
from handlers.showing import button, keyboard, rows_of
from handlers.texts import Texts
from services.attendance_periods import Period, Span, neighbours
from services.attendance_whose import Whose
from services.pupil_attendance import ClassLine, Look
from services.unit import Unit

NAMED = 10  # pupils of a class who get a button


class LookAt(CallbackData, prefix="ccl"):
    """Show a pupil's attendance over a period (its code, or "" for this month); `onto` 1: on the
    picture that carries the button."""

    pupil: int
    code: str
    onto: int


class ListOf(CallbackData, prefix="ccc"):
    """Show what the pupils of a class missed this year."""

    of: int


class Talked(CallbackData, prefix="cct"):
    """The family was spoken with about a warning; `undo` 1: that was a slip."""

    warning: int
    round: int
    undo: int


def periods(t: Texts, seen: Look, unit: Unit) -> InlineKeyboardMarkup | None:
    """Month before and after, the terms begun, the year; not the one that is shown."""
    before, after = neighbours(seen.year, unit.today, seen.period)
    months = [month for month in (before, after) if month is not None]
    if seen.period.span is not Span.MONTH:
        months = [month for month in seen.year.months if month.first <= unit.today][-1:]
    longer = [
        Period(Span.TERM, term.first, term.last, term.number)
        for term in seen.year.terms
        if term.first <= unit.today
    ]
    longer.append(seen.year.whole)

    def of(period: Period) -> str:
        return LookAt(pupil=seen.pupil.id, code=period.code, onto=1).pack()

    return keyboard(
        *(
            [
                button(period_label(t, period), of(period))
                for period in some
                if period.code != seen.period.code
            ]
            for some in (months, longer)
        )
    )


def picks(t: Texts, found: Whose, code: str | None) -> InlineKeyboardMarkup | None:
    """Who may be meant, each a button, and below them one's classes."""
    twins = {(one.name, one.number) for one in found.choices}
    plain = len(twins) == len(found.choices)
    pupils = [
        button(
            f"{one.number}. {one.name}"
            if one.number is not None and plain
            else t.plain("attendance-of-class", name=one.name, **{"class": one.class_name}),
            LookAt(pupil=one.pupil_id, code=code or "", onto=0).pack(),
        )
        for one in found.choices
    ]
    lists = [
        button(
            t.plain("attendance-button-class", **{"class": of.name}),
            ListOf(of=of.class_id or 0).pack(),
        )
        for of in found.lists
    ]
    return keyboard(*rows_of(pupils, 1), *rows_of(lists, 2))


def pupils(lines: Sequence[ClassLine]) -> InlineKeyboardMarkup | None:
    """Those who missed most, each a button."""
    made = [
        button(f"{line.number}. {line.name}", LookAt(pupil=line.pupil_id, code="", onto=0).pack())
        for line in lines[:NAMED]
        if line.number is not None
    ]
    return keyboard(*rows_of(made, 1))
