"""The buttons around a child's attendance: which child, which period."""

from collections.abc import Callable

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from handlers.attendance_words import period_label
from handlers.showing import Row, button, keyboard, rows_of
from handlers.texts import Texts
from services.attendance_periods import neighbours
from services.attendance_whose import Whose
from services.periods import Kind, Period, Year
from services.pupil_attendance import ClassLook, Look
from services.unit import Unit

NAMED = 10  # pupils of a class who get a button


class LookAt(CallbackData, prefix="ccl"):
    """Show a pupil's attendance over a period (its code, or "" for this month); `onto` 1: on the
    picture that carries the button."""

    pupil: int
    code: str
    onto: int


class ListOf(CallbackData, prefix="ccc"):
    """Show what the pupils of a class missed over a period (its code, or "" for the year)."""

    of: int
    code: str


class Talked(CallbackData, prefix="cct"):
    """The family was spoken with about a warning; `undo` 1: that was a slip."""

    warning: int
    round: int
    undo: int


def periods(t: Texts, seen: Look, unit: Unit) -> InlineKeyboardMarkup | None:
    """Month before and after, the terms begun, the year; not the one that is shown."""

    def data(period: Period) -> str:
        return LookAt(pupil=seen.pupil.id, code=period.code, onto=1).pack()

    return keyboard(*_periods(t, seen.year, seen.period, unit, data))


def _periods(
    t: Texts, year: Year, shown: Period, unit: Unit, data: Callable[[Period], str]
) -> list[Row]:
    """The rows of buttons of the periods near the one that is shown."""
    before, after = neighbours(year, unit.today, shown)
    months = [month for month in (before, after) if month is not None]
    if shown.kind is not Kind.MONTH:
        months = [month for month in year.months if month.first <= unit.today][-1:]
    longer = [term for term in year.terms if term.first <= unit.today]
    return [
        [
            button(period_label(t, period), data(period))
            for period in some
            if period.code != shown.code
        ]
        for some in (months, [*longer, year.whole])
    ]


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
            ListOf(of=of.class_id or 0, code=code or "").pack(),
        )
        for of in found.lists
    ]
    return keyboard(*rows_of(pupils, 1), *rows_of(lists, 2))


def pupils(t: Texts, seen: ClassLook, unit: Unit) -> InlineKeyboardMarkup | None:
    """Those who missed most, each a button, and the class's other periods."""
    code = seen.period.code
    made = [
        button(f"{line.number}. {line.name}", LookAt(pupil=line.pupil_id, code=code, onto=0).pack())
        for line in seen.lines[:NAMED]
        if line.number is not None
    ]

    def data(period: Period) -> str:
        return ListOf(of=seen.of.class_id or 0, code=period.code).pack()

    return keyboard(*rows_of(made, 1), *_periods(t, seen.year, seen.period, unit, data))
