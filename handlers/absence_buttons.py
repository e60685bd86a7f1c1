"""The buttons of a missing child's messages: the family's answers, the staff's steps, P or K.

They carry the case and its round, so that a button of before a correction is known to be old.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.texts import Texts

Rows = list[list[InlineKeyboardButton]]


class LeaveWords(StatesGroup):
    """Where a guardian's answer in words stands."""

    reason = State()
    which_child = State()


class AlertAnswer(CallbackData, prefix="ab"):
    """A guardian's answer: leave, left, call or why."""

    case: int
    round: int
    say: str


class WordsFor(CallbackData, prefix="abw"):
    """The child that a guardian's words are about."""

    case: int
    round: int


class LeaveReason(CallbackData, prefix="abr"):
    """Why leave is asked: sick, family, other (typed) or skip."""

    leave: int
    reason: str


class CaseStep(CallbackData, prefix="abs"):
    """What a member of staff did: seeking, met or called."""

    case: int
    round: int
    step: str


class LeaveStep(CallbackData, prefix="abl"):
    """What a teacher decides: grant, talk or refuse."""

    leave: int
    step: str


LINE = "ll"  # the prefix of the other buttons of a line, in list_buttons


class SettleAbsence(CallbackData, prefix="abk"):
    """P or K for one pupil of a roll; `state` is a `services.attendance_states.State`."""

    roll: int
    pupil: int
    state: str


ANSWERS = {
    "leave": "absence-button-leave",
    "left": "absence-button-left",
    "call": "absence-button-call",
    "why": "absence-button-why",
}
STILL_OPEN = {
    "told": ("leave", "left", "call", "why"),
    "call_back": ("leave", "left", "why"),
    "called": ("leave", "left", "why"),
    "on_leave": ("why",),
    "left_home": ("why",),
    "searching": ("why",),
}
STEPS = {
    "met": "absence-button-met",
    "seeking": "absence-button-seeking",
    "called": "absence-button-called",
    "grant": "absence-button-grant",
    "talk": "absence-button-talk",
    "refuse": "absence-button-refuse",
}
SETTLE = {"excused": "absence-button-p", "unexcused": "absence-button-k"}
REASONS = {
    "sick": "absence-reason-sick",
    "family": "absence-reason-family",
    "other": "absence-reason-other",
    "skip": "absence-reason-skip",
}


def _button(text: str, data: CallbackData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, callback_data=data.pack())


def _markup(rows: Rows) -> InlineKeyboardMarkup | None:
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def answers(t: Texts, shown: Mapping[str, Any]) -> InlineKeyboardMarkup | None:
    """What a guardian can still answer to a case."""
    case, round = shown["case"], shown["round"]
    return _markup(
        [
            [_button(t.plain(ANSWERS[say]), AlertAnswer(case=case, round=round, say=say))]
            for say in STILL_OPEN.get(shown["status"], ())
        ]
    )


def reasons(t: Texts, leave_id: int) -> InlineKeyboardMarkup | None:
    """The quick reasons of a request for leave."""
    made = [
        _button(t.plain(REASONS[reason]), LeaveReason(leave=leave_id, reason=reason))
        for reason in REASONS
    ]
    return _markup([made[:2], made[2:]])


def children(t: Texts, cases: Iterable[tuple[int, int, str]]) -> InlineKeyboardMarkup | None:
    """Which child words are about: case, round and name of each."""
    return _markup([[_button(name, WordsFor(case=id, round=n))] for id, n, name in cases])


def steps(t: Texts, shown: Mapping[str, Any]) -> InlineKeyboardMarkup | None:
    """What a member of staff can still do about a case, by the kind of card."""
    card, status = shown["card"], shown["status"]
    if card == "leave" and status == "on_leave" and shown["leave"]:
        talked = bool(shown["handled"].get("name"))
        wanted = ("grant", "refuse") if talked else ("grant", "talk", "refuse")
        return _markup(
            [
                [_button(t.plain(STEPS[s]), LeaveStep(leave=shown["leave"]["id"], step=s))]
                for s in wanted
            ]
        )
    open_steps = {
        ("search", "left_home"): ("met", "seeking"),
        ("search", "searching"): ("met",),
        ("call", "call_back"): ("called",),
    }.get((card, status), ())
    case, round = shown["case"], shown["round"]
    row = [_button(t.plain(STEPS[s]), CaseStep(case=case, round=round, step=s)) for s in open_steps]
    return _markup([row] if row else [])


def settle_rows(t: Texts, roll_id: int, pupils: Iterable[tuple[int, str, int | None]]) -> Rows:
    """A row with P and K for each absence that is not yet explained: id, name, list number."""
    return [
        [
            _button(
                t.plain(SETTLE[state], name=short_name(name, number)),
                SettleAbsence(roll=roll_id, pupil=id, state=state),
            )
            for state in SETTLE
        ]
        for id, name, number in pupils
    ]


def short_name(name: str, number: int | None) -> str:
    """The last two words of a name, which a button has room for, after the list number."""
    last = " ".join(name.split()[-2:])
    return last if number is None else f"{number}. {last}"


def without(
    markup: InlineKeyboardMarkup | None, gone: SettleAbsence
) -> InlineKeyboardMarkup | None:
    """A keyboard without the buttons of this pupil's line."""
    if markup is None:
        return None
    prefixes = (SettleAbsence.__prefix__, LINE)
    stems = tuple(f"{prefix}:{gone.roll}:{gone.pupil}:" for prefix in prefixes)
    rows = [
        [b for b in row if not (b.callback_data or "").startswith(stems)]
        for row in markup.inline_keyboard
    ]
    return _markup([row for row in rows if row])
