"""The buttons of the board. A day travels as its ordinal number, so that any of them fits."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from handlers.showing import button, keyboard, rows_of
from handlers.texts import Texts
from services.attendance_states import Half
from services.errors import Outdated

MISSING, WIDE, CLASSES = 8, 3, 4


class _OfSession(CallbackData, prefix="hn"):
    """Something about a day and half-day; "m" is the morning."""

    day: int
    half: str

    @property
    def session(self) -> tuple[date, Half]:
        """The day and half-day; raises `Outdated` for what no board of ours has."""
        try:
            return date.fromordinal(self.day), {"m": Half.MORNING, "a": Half.AFTERNOON}[self.half]
        except (ValueError, OverflowError, KeyError):
            raise Outdated from None


class BoardShow(_OfSession, prefix="hns"):
    """Draw the board again, or its other half-day, where it stands."""


class BoardAnew(_OfSession, prefix="hna"):
    """Open the board in a message of its own."""


class BoardTrend(_OfSession, prefix="hnt"):
    """The chart of the last weeks."""


class BoardAllOpen(_OfSession, prefix="hnu"):
    """Everybody whose absence has waited too long."""


class BoardAllChanges(_OfSession, prefix="hnz"):
    """Every change of class size."""


class BoardGrade(_OfSession, prefix="hng"):
    """The classes of a grade; `here`: in place of what was tapped."""

    grade: int
    here: bool


class BoardClass(_OfSession, prefix="hnk"):
    """One class; `here` as above."""

    klass: int
    here: bool


Shown = Mapping[str, Any]


def of_session(facts: Shown) -> dict[str, Any]:
    """The day and half-day of some facts, as buttons carry them."""
    day = date.fromisoformat(facts["day"]).toordinal()
    return {"day": day, "half": "m" if facts["half"] == Half.MORNING else "a"}


def board_keyboard(
    t: Texts, facts: Shown, *, more_open: bool, more_changes: bool
) -> InlineKeyboardMarkup | None:
    """Refresh and chart, the classes that are missing, the grades, the other half-day."""
    at = of_session(facts)
    missing = [
        button(
            t.plain("board-button-class", name=one["class"]),
            BoardClass(**at, klass=one["id"], here=False).pack(),
        )
        for one in facts["missing"][:MISSING]
    ]
    grades = [
        button(
            t.plain("board-button-grade", grade=str(one["grade"])),
            BoardGrade(**at, grade=one["grade"], here=False).pack(),
        )
        for one in facts["grades"]
    ]
    others = [
        button(
            t.plain("board-button-half", half=half),
            BoardShow(day=at["day"], half="m" if half == Half.MORNING else "a").pack(),
        )
        for half in facts["halves"]
        if half != facts["half"]
    ]
    lists = []
    if more_open:
        lists.append(button(t.plain("board-button-open"), BoardAllOpen(**at).pack()))
    if more_changes:
        lists.append(button(t.plain("board-button-changes"), BoardAllChanges(**at).pack()))
    return keyboard(
        [
            button(t.plain("board-button-refresh"), BoardShow(**at).pack()),
            button(t.plain("board-button-trend"), BoardTrend(**at).pack()),
        ],
        *rows_of(missing, CLASSES),
        *rows_of(grades, WIDE + 1),
        others,
        *rows_of(lists, 1),
    )


def grade_keyboard(t: Texts, facts: Shown) -> InlineKeyboardMarkup | None:
    """The classes of a grade."""
    at = of_session(facts)
    classes = [
        button(
            t.plain("board-button-class", name=one["class"]),
            BoardClass(**at, klass=one["id"], here=True).pack(),
        )
        for one in facts["classes"]
    ]
    return keyboard(*rows_of(classes, WIDE))


def summary_keyboard(t: Texts, at: Mapping[str, Any]) -> InlineKeyboardMarkup | None:
    """From the day's summary to its board and the chart."""
    return keyboard(
        [
            button(t.plain("board-button-board"), BoardAnew(**at).pack()),
            button(t.plain("board-button-trend"), BoardTrend(**at).pack()),
        ]
    )
