"""The buttons by which families ask for leave: choices of an open question, and below the echo."""

from collections.abc import Callable, Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.awaiting import figures
from handlers.leave_words import span_words
from handlers.roll_words import day_words
from handlers.showing import button, rows_of
from handlers.texts import Texts
from services.leave_changes import Open
from services.leave_dialogue import Choices
from services.leave_draft import Ask, Draft
from services.leave_text import Kind

STOP = "x"
Maker = Callable[[str, str], InlineKeyboardButton]


class LeaveTalk(StatesGroup):
    """A question about leave is open; `day`: dates may be typed; `which`: of several requests;
    `reason`: it is typed; `paper`: a paper was sent, and it is not clear with which."""

    asking = State()
    day = State()
    which = State()
    reason = State()
    paper = State()


figures(LeaveTalk.day)  # "1/12" is a date, not the first and the twelfth choice
ASKING = (LeaveTalk.asking, LeaveTalk.day)
DAYS = (Ask.DAY, Ask.FIRST, Ask.LAST)


class LeavePick(CallbackData, prefix="lvp"):
    """A choice of the open question; `code` as in `services.leave_dialogue`."""

    token: str
    code: str


class LeaveAct(CallbackData, prefix="lva"):
    """What a guardian does with a request: edit, undo, comes, or gives a reason."""

    leave: int
    act: str


class LeavePaperLook(CallbackData, prefix="lvl"):
    """Show the papers of a request."""

    leave: int


class LeavePaperFor(CallbackData, prefix="lvf"):
    """The request that a paper belongs to."""

    leave: int
    token: str


REASONS = {
    "sick": "absence-reason-sick",
    "family": "absence-reason-family",
    "other": "absence-reason-other",
}
PARTS = {
    "pw": "leave-button-whole",
    "pm": "leave-button-morning",
    "pa": "leave-button-afternoon",
    "pl": "leave-button-late",
    "pe": "leave-button-early",
}
HALVES = {"hm": "leave-button-morning", "ha": "leave-button-afternoon"}


def question_keyboard(
    t: Texts, draft: Draft, asked: Ask, offered: Choices, token: str
) -> InlineKeyboardMarkup:
    """The choices of a question, and the way out of it."""

    def made(text: str, code: str) -> InlineKeyboardButton:
        return button(text, LeavePick(token=token, code=code).pack())

    rows: list[list[InlineKeyboardButton]] = []
    rows += [[made(child.name, f"c{child.id}")] for child in offered.children]
    if draft.stranger is not None and asked is Ask.CHILD:
        rows.append([made(t.plain("leave-button-not-mine"), STOP)])
        return InlineKeyboardMarkup(inline_keyboard=rows)
    rows += [[made(span_words(t, span), f"s{at}")] for at, span in enumerate(offered.spans)]
    days = [made(day_words(t, day), f"d{day.isoformat()}") for day in offered.days]
    rows += rows_of(days, 2)
    if offered.many:
        rows.append([made(t.plain("leave-button-many"), "m")])
    rows += rows_of([_lesson(t, draft, n, made) for n in offered.lessons], 2)
    fixed = {Ask.PART: PARTS, Ask.HALF: HALVES}.get(asked, {})
    rows += rows_of([made(t.plain(key), code) for code, key in fixed.items()], 2)
    rows.append([made(t.plain("leave-button-stop"), STOP)])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _lesson(
    t: Texts, draft: Draft, number: int, made: Callable[[str, str], InlineKeyboardButton]
) -> InlineKeyboardButton:
    """Late children come for a lesson; early ones go after the one before."""
    if draft.kind is Kind.EARLY:
        return made(t.plain("leave-button-after-lesson", lesson=number - 1), f"l{number}")
    return made(t.plain("leave-button-from-lesson", lesson=number), f"l{number}")


def which_keyboard(t: Texts, found: Sequence[Open]) -> InlineKeyboardMarkup:
    """Which of several own requests is taken back."""
    rows = [
        [
            button(
                f"{each.pupil.name}: {', '.join(span_words(t, span) for span in each.spans)}",
                LeaveAct(leave=each.leave.id, act="undo").pack(),
            )
        ]
        for each in found
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def own_keyboard(t: Texts, leave_id: int, *, with_reason: bool) -> InlineKeyboardMarkup:
    """Below the echo of an own request."""
    rows = []
    if with_reason:
        rows.append([_act(t, key, leave_id, act) for act, key in REASONS.items()])
    rows.append(
        [
            _act(t, "leave-button-edit", leave_id, "edit"),
            _act(t, "leave-button-undo", leave_id, "undo"),
        ]
    )
    return InlineKeyboardMarkup(inline_keyboard=rows)


def comes_keyboard(t: Texts, leave_id: int) -> InlineKeyboardMarkup:
    """Below a refusal that still lies ahead: the child comes to school after all."""
    return InlineKeyboardMarkup(inline_keyboard=[[_act(t, "leave-button-comes", leave_id, "undo")]])


def _act(t: Texts, key: str, leave_id: int, act: str) -> InlineKeyboardButton:
    return button(t.plain(key), LeaveAct(leave=leave_id, act=act).pack())


def paper_button(t: Texts, leave_id: int, count: int) -> InlineKeyboardButton:
    """Opens the papers of a request."""
    return button(t.plain("leave-button-paper", count=count), LeavePaperLook(leave=leave_id).pack())


def paper_for_keyboard(t: Texts, found: Sequence[Open], token: str) -> InlineKeyboardMarkup:
    """Which of several own requests a paper belongs to."""
    rows = [
        [
            button(
                f"{each.pupil.name}: {', '.join(span_words(t, span) for span in each.spans)}",
                LeavePaperFor(leave=each.leave.id, token=token).pack(),
            )
        ]
        for each in found
    ]
    rows.append([button(t.plain("leave-button-stop"), LeavePaperFor(leave=0, token=token).pack())])
    return InlineKeyboardMarkup(inline_keyboard=rows)
