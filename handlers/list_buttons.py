"""The buttons of the four lists: per line what can be done about it, and per pupil's card."""

from collections.abc import Mapping
from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.absence_buttons import LINE, Rows, settle_rows, short_name
from handlers.texts import Texts


class ListStates(StatesGroup):
    """Where a line of the lists waits for words."""

    reason = State()


class ListLine(CallbackData, prefix=LINE):
    """One pupil of a roll and what to do: here, call, again, absent, p, k, or the kind of
    discrepancy that is cleared up."""

    roll: int
    pupil: int
    do: str


LABELS = {
    "here": "lists-button-here",
    "call": "lists-button-call",
    "present": "lists-button-present",
    "absent": "lists-button-absent",
    "parents": "lists-button-talked",
    "not_asked": "lists-button-talked",
}
OF_CARD = {
    "again": "lists-card-again",
    "p": "lists-card-p",
    "k": "lists-card-k",
    "here": "lists-card-here",
}
BY_KIND = {
    "present": ("present", "absent", "call"),
    "left_home": ("here", "call"),
    "parents": ("parents", "here", "call"),
    "not_asked": ("not_asked", "call"),
}
TODAY_ONLY = ("here",)


def _button(text: str, roll: int, pupil: int, do: str) -> InlineKeyboardButton:
    data = ListLine(roll=roll, pupil=pupil, do=do).pack()
    return InlineKeyboardButton(text=text, callback_data=data)


def line_rows(t: Texts, shown: Mapping[str, Any], row: Mapping[str, Any]) -> Rows:
    """The buttons of one open line: P and K where it is not settled, then the rest in twos."""
    roll, pupil = shown["roll"], row["pupil"]
    rows: Rows = []
    if row["list"] == "unexplained":
        rows += settle_rows(t, roll, [(pupil, row["name"], row["number"])])
    steps = BY_KIND.get(row["kind"] or "", ("here", "call"))
    wanted = [do for do in steps if shown["live"] or do not in TODAY_ONLY]
    name = short_name(row["name"], row["number"])
    made = [_button(t.plain(LABELS[do], name=name), roll, pupil, do) for do in wanted]
    return [*rows, *(made[at : at + 2] for at in range(0, len(made), 2))]


def card_keyboard(
    t: Texts, roll: int, pupil: int, *, absent: bool, open_: bool, again: bool, today: bool
) -> InlineKeyboardMarkup | None:
    """Below a pupil's numbers: tell again, P or K with a reason, arrived."""
    wanted = ["again"] if again else []
    wanted += ["p", "k"] if open_ else []
    wanted += ["here"] if absent and today else []
    rows = [[_button(t.plain(OF_CARD[do]), roll, pupil, do)] for do in wanted]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
