"""How a question of the roll looks: what was not sure, and every answer that is possible."""

import re
from dataclasses import dataclass

from aiogram.types import InlineKeyboardMarkup
from aiogram.utils.keyboard import InlineKeyboardBuilder

from handlers.roll_buttons import ACCEPT, LEAVE_OUT, REWRITE, Reply
from handlers.roll_words import escape, list_words, pupil_words, session_words, state_words
from handlers.texts import Texts
from services.names import given_name
from services.roll_dialogue import Pending, absent_count
from services.roll_text import Doubt, Mark, Question
from services.roll_typed import unnamed
from services.roll_view import twins
from services.rosters import Roster
from services.sessions import Session
from services.standing import Standing
from storage.rosters import Place

LABEL = 60  # characters of a button that a phone shows in one or two lines
FRAGMENT = 200
FEW = 5  # names of those counted

_TEXTS = {
    Doubt.WHO_OF: "roll-ask-who",
    Doubt.NEAREST: "roll-ask-nearest",
    Doubt.NOBODY: "roll-ask-nobody",
    Doubt.ONE_OR_TWO: "roll-ask-one-or-two",
    Doubt.NUMBER_OR_COUNT: "roll-ask-number-or-count",
    Doubt.NUMBER_OR_MINUTES: "roll-ask-number-or-minutes",
    Doubt.BAD_NUMBER: "roll-ask-bad-number",
    Doubt.STATE_CLASH: "roll-ask-clash",
    Doubt.COUNT_MISMATCH: "roll-ask-count",
    Doubt.BAD_MINUTES: "roll-ask-bad-minutes",
    Doubt.UNREADABLE: "roll-ask-unreadable",
}


@dataclass(frozen=True, slots=True)
class Asking:
    """What is needed to show the open question of a roll."""

    session: Session
    of: Roster
    pending: Pending
    token: str


def question_text(t: Texts, asking: Asking) -> str:
    """The question in HTML; the first line says that nothing is saved yet."""
    asked = asking.pending.reading.questions[0]
    fragment = asked.fragment
    if len(fragment) > FRAGMENT:
        fragment = fragment[:FRAGMENT] + "…"
    lines = [t("roll-not-saved-yet", session=session_words(t, asking.session))]
    if unnamed(asking.pending):
        return "\n".join([*lines, t("roll-ask-unnamed", number=asked.expected or 0)])
    lines.append(
        t(
            _TEXTS[asked.doubt],
            fragment=fragment,
            list=list_words(t, asking.session.of),
            numbered="no" if asking.session.of.class_id is None else "yes",
            expected=asked.expected or 0,
            written=_written(asked),
            found=asked.found or 0,
            names=_counted(asking, asked),
        )
    )
    more = len(asking.pending.reading.questions) - 1
    if more:
        lines.append(t("roll-more-questions", count=more))
    return "\n".join(lines)


def _written(asked: Question) -> str:
    """Whether the words typed show the count that they come to, or are nothing but it."""
    count = str(asked.expected)
    if asked.fragment.strip() == count:
        return "alone"
    return "yes" if count in re.findall(r"\d+", asked.fragment) else "no"


def _counted(asking: Asking, asked: Question) -> str:
    """ ": Lan, Minh", where few were counted; else nothing."""
    absent = [m.pupil_id for m in asking.pending.reading.marks if m.state.is_absent]
    if asked.doubt is not Doubt.COUNT_MISMATCH or not 0 < len(absent) <= FEW:
        return ""
    if len(absent) != asked.found:
        return ""
    return ": " + ", ".join(_called(asking.of.by_id[id]) for id in absent)


def _called(place: Place) -> str:
    return place.called or given_name(place.full_name)


def question_keyboard(t: Texts, asking: Asking) -> InlineKeyboardMarkup:
    """One button for each answer, and the ways out."""
    asked = asking.pending.reading.questions[0]
    builder = InlineKeyboardBuilder()
    for at, label in enumerate(_options(t, asking, asked)):
        short = label if len(label) <= LABEL else label[: LABEL - 1] + "…"
        builder.button(text=short, callback_data=Reply(token=asking.token, pick=at))
    if unnamed(asking.pending):
        label = t.plain("roll-rewrite")
    elif asked.doubt is Doubt.COUNT_MISMATCH:
        label = t.plain("roll-count-is-right", count=absent_count(asking.pending))
        builder.button(text=label, callback_data=Reply(token=asking.token, pick=LEAVE_OUT))
        label = t.plain("roll-correct")
    else:
        leave = t.plain("roll-leave-out")
        builder.button(text=leave, callback_data=Reply(token=asking.token, pick=LEAVE_OUT))
        label = t.plain("roll-rewrite")
    builder.button(text=label, callback_data=Reply(token=asking.token, pick=REWRITE))
    builder.adjust(*[1] * len(list(_options(t, asking, asked))), 2)
    return builder.as_markup()


def rest_keyboard(t: Texts, token: str) -> InlineKeyboardMarkup:
    """The answers to "are the others present?"."""
    builder = InlineKeyboardBuilder()
    builder.button(text=t.plain("roll-rest-present"), callback_data=Reply(token=token, pick=ACCEPT))
    builder.button(text=t.plain("roll-rewrite"), callback_data=Reply(token=token, pick=REWRITE))
    builder.adjust(1)
    return builder.as_markup()


def _options(t: Texts, asking: Asking, asked: Question) -> list[str]:
    if asked.candidates:
        same = twins(asking.of)
        in_group = asking.session.of.class_id is None
        return [
            pupil_words(
                asking.of.by_id[id],
                in_group=in_group,
                twin=id in same or asked.doubt is Doubt.WHO_OF,
            )
            for id in asked.candidates
        ]
    return [_choice(t, asking, asked, at) for at in range(len(asked.choices))]


def _choice(t: Texts, asking: Asking, asked: Question, at: int) -> str:
    marks = asked.choices[at]
    follows = asked.follows[at] if asked.follows else ()
    if asked.doubt is Doubt.STATE_CLASH:
        return _state(t, marks[0])
    if not marks:
        counted = any(q.doubt is Doubt.COUNT_MISMATCH for q in follows)
        key = "roll-choice-count" if counted else "roll-choice-number"
        number = re.sub(r"\D", "", asked.fragment) or asked.fragment
        return t.plain(key, number=number)
    said = "; ".join(_mark(t, asking, mark) for mark in marks)
    names = ", ".join(q.fragment for q in follows if q.doubt is not Doubt.COUNT_MISMATCH)
    return f"{said}; {names}?" if names else said


def _mark(t: Texts, asking: Asking, mark: Mark) -> str:
    place = asking.of.by_id[mark.pupil_id]
    number = "" if place.number is None else f"{place.number}. "
    return f"{number}{_called(place)}: {_state(t, mark)}"


def _state(t: Texts, mark: Mark) -> str:
    arrived = None if mark.at is None else f"{mark.at:%H:%M}"
    return state_words(t, Standing(mark.state, mark.minutes, mark.period, arrived, mark.note))


def original(t: Texts, text: str) -> str:
    """The message as it was written, to be copied and corrected."""
    return t("roll-write-again", text=escape(text[:3000]))
