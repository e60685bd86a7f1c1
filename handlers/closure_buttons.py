"""The buttons below called-off lessons, and the states of the talk that leads there."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.closure_look import days_words, scope_words
from handlers.roll_words import day_words
from handlers.showing import button, keyboard, rows_of
from handlers.texts import Texts
from services.closing import Standing
from services.leave_text.said import Span
from services.makeups import Choice

STOP, SURE = "stop", "sure"


class Closing(StatesGroup):
    """What is asked for."""

    whom = State()
    days = State()
    preview = State()


class ClosurePick(CallbackData, prefix="clp"):
    """A choice of the open question; `token` is of its message."""

    token: str
    code: str


class ClosureBack(CallbackData, prefix="clb"):
    """Lessons are held after all; `sure` once that was asked."""

    closure: int
    sure: bool = False


class ClosureMakeup(CallbackData, prefix="clm"):
    """Make up a closed day on another (ordinals of both; 0: show the choices)."""

    closure: int
    lost: int = 0
    day: int = 0


class MakeupDrop(CallbackData, prefix="cld"):
    """A make-up day is none any more."""

    makeup: int


def whom_keyboard(t: Texts, token: str, grades: Sequence[int]) -> InlineKeyboardMarkup | None:
    """The school, or a grade; classes are typed."""
    whole = button(scope_words(t, "school", ()), _pick(token, "school"))
    some = [button(scope_words(t, "grade", [str(n)]), _pick(token, f"g{n}")) for n in grades]
    return keyboard([whole], *rows_of(some, 2), [_stop(t, token)])


def days_keyboard(t: Texts, token: str, spans: Sequence[Span]) -> InlineKeyboardMarkup | None:
    """Days to choose from; others are typed."""
    made = [
        [button(days_words(t, span.first, span.last, span.half), _pick(token, f"d{at}"))]
        for at, span in enumerate(spans)
    ]
    return keyboard(*made, [_stop(t, token)])


def preview_keyboard(t: Texts, token: str) -> InlineKeyboardMarkup | None:
    """Do it, or leave it."""
    return keyboard(
        [button(t.plain("closure-button-close"), _pick(token, SURE))], [_stop(t, token)]
    )


def standing_keyboard(
    t: Texts, closures: Sequence[Standing], *, named: bool
) -> InlineKeyboardMarkup | None:
    """What can be done with closures that stand; `named` where there is more than one."""
    rows = []
    for each in closures:
        of = ""
        if named:
            of = f": {scope_words(t, each.scope, each.names)}, {each.first:%d/%m}"
        makeup = ClosureMakeup(closure=each.id).pack()
        back = ClosureBack(closure=each.id).pack()
        rows.append([button(t.plain("closure-button-makeup") + of, makeup)])
        rows += [
            [
                button(
                    t.plain("closure-button-drop", day=f"{day:%d/%m}"), MakeupDrop(makeup=id).pack()
                )
            ]
            for id, _, day in each.makeups
        ]
        rows.append([button(t.plain("closure-button-back") + of, back)])
    return keyboard(*rows)


def back_keyboard(t: Texts, closure_id: int) -> InlineKeyboardMarkup | None:
    """Whether lessons are really held after all."""
    sure = ClosureBack(closure=closure_id, sure=True).pack()
    return keyboard([button(t.plain("closure-button-sure-back"), sure)])


def makeup_keyboard(t: Texts, choice: Choice) -> InlineKeyboardMarkup | None:
    """Free days."""
    rows = [
        [
            button(
                day_words(t, day),
                ClosureMakeup(
                    closure=choice.closure_id,
                    lost=choice.for_day.toordinal(),
                    day=day.toordinal(),
                ).pack(),
            )
        ]
        for day in choice.days
    ]
    return keyboard(*rows)


def _pick(token: str, code: str) -> str:
    return ClosurePick(token=token, code=code).pack()


def _stop(t: Texts, token: str) -> InlineKeyboardButton:
    return button(t.plain("closure-button-stop"), _pick(token, STOP))
