"""What the conversation about pupils who come and go looks like: questions, preview, what is saved.

Names of pupils are shown only to those who keep the list of their class.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from handlers.linking_looks import Face
from handlers.roll_words import day_words
from handlers.showing import button, keyboard, rows_of
from handlers.texts import Texts
from services.class_changes import ClassChange
from services.pupil_dialogue import Draft
from services.pupil_moves import Done
from services.pupil_words import Newcomer
from storage.class_changes import Stay
from storage.tables import SchoolClass

KINDS = {
    "out": "pupil-kind-out",
    "dropped": "pupil-kind-dropped",
    "moved": "pupil-kind-moved",
    "returned": "pupil-kind-returned",
    "in": "pupil-kind-in",
}
CHANGES = {
    "out": "pupil-change-out",
    "dropped": "pupil-change-dropped",
    "moved": "pupil-change-moved",
    "returned": "pupil-change-returned",
    "in": "pupil-change-in",
}
PREVIEWS = {
    "out": "pupil-preview-out",
    "dropped": "pupil-preview-dropped",
    "moved": "pupil-preview-moved",
    "returned": "pupil-preview-returned",
    "in": "pupil-preview-in",
}
SAVED = {
    "out": "pupil-saved-out",
    "dropped": "pupil-saved-dropped",
    "moved": "pupil-saved-moved",
    "returned": "pupil-saved-returned",
    "in": "pupil-saved-in",
}
MOST = 12  # changes that an overview lists


class PupilStep(CallbackData, prefix="pm"):
    """An answer to the open question; `token` tells it from an older one."""

    token: str
    code: str


class PupilBegin(CallbackData, prefix="pb"):
    """Begin an entry of a kind."""

    kind: str


class PupilUndo(CallbackData, prefix="pu"):
    """Take an entry back."""

    move: int


def overview(t: Texts, found: Sequence[ClassChange], kinds: Sequence[str], klass: str) -> Face:
    """What has changed lately, how it is written, and the kinds as buttons; `klass` is a class for
    the examples."""
    lines = [t("pupil-head"), t("pupil-examples", klass=klass)]
    if found:
        lines += ["", t("pupil-changes-head"), *(change_line(t, each) for each in found[-MOST:])]
    buttons = [button(t.plain(KINDS[kind]), PupilBegin(kind=kind).pack()) for kind in kinds]
    return "\n".join(lines), keyboard(*rows_of(buttons, 2))


def of_class(t: Texts, klass: str, size: int, found: Sequence[ClassChange]) -> str:
    """A class's size, and who came and left this year."""
    lines = [t("pupil-class-head", klass=klass, size=size, changed="yes" if found else "no")]
    return "\n".join([*lines, *(change_line(t, each) for each in found)])


def change_line(t: Texts, change: ClassChange) -> str:
    """One change of a class list."""
    return t(
        CHANGES[change.kind],
        day=f"{change.day:%d/%m/%Y}",
        name=change.name,
        left=change.from_class or "",
        now=change.to_class or "",
    )


def card(t: Texts, stays: Sequence[Stay], kinds: Sequence[str], token: str) -> Face:
    """One pupil: the classes so far, and what can be entered."""
    last = stays[-1]
    lines = [t("pupil-card", name=last.name, number=last.number, klass=last.class_name)]
    for stay in stays:
        lines.append(
            t(
                "pupil-stay",
                klass=stay.class_name,
                starts=f"{stay.starts:%d/%m/%Y}",
                ends=f"{stay.ends:%d/%m/%Y}" if stay.ends else "none",
                how=stay.outcome or "none",
            )
        )
    lines.append(t("pupil-ask-kind"))
    row = [button(t.plain(KINDS[kind]), _step(token, f"k{kind}")) for kind in kinds]
    return "\n".join(lines), keyboard(*rows_of(row, 2), [stop(t, token)])


def ask_pupil(t: Texts, draft: Draft, found: Sequence[Stay], token: str) -> Face:
    """Which pupil: a name to type, or those who fit."""
    rows = [[button(pupil_label(stay), _step(token, f"p{stay.pupil_id}"))] for stay in found]
    kind = draft.kind or "any"
    key = "pupil-which" if found else "pupil-ask-name"
    return t(key, kind=kind), keyboard(*rows, [stop(t, token)])


def pupil_label(stay: Stay) -> str:
    """ "7A1 · 15. Nguyễn Thị Ngọc Lan" """
    return f"{stay.class_name} · {stay.number}. {stay.name}"


def ask_new(t: Texts, klass: str, token: str) -> Face:
    """The newcomer in one line."""
    return t("pupil-ask-new", klass=klass), keyboard([stop(t, token)])


def ask_class(t: Texts, draft: Draft, classes: Sequence[SchoolClass], token: str) -> Face:
    """Which class."""
    buttons = [button(klass.name, _step(token, f"c{klass.id}")) for klass in classes]
    text = t("pupil-ask-class", kind=draft.kind or "any")
    return text, keyboard(*rows_of(buttons, 4), [stop(t, token)])


def ask_day(t: Texts, draft: Draft, name: str, today: date, token: str) -> Face:
    """From which day: the first on which the new state holds."""
    tomorrow = today + timedelta(days=1)
    buttons = [
        button(t.plain("pupil-today", day=f"{today:%d/%m}"), _step(token, f"d{today}")),
        button(t.plain("pupil-tomorrow", day=f"{tomorrow:%d/%m}"), _step(token, f"d{tomorrow}")),
    ]
    text = t("pupil-ask-day", kind=draft.kind or "any", name=name)
    return text, keyboard(buttons, [stop(t, token)])


def preview(
    t: Texts,
    draft: Draft,
    token: str,
    *,
    stay: Stay | None,
    klass: str,
    namesakes: Sequence[Stay],
) -> Face:
    """All that will be entered, to be agreed to."""
    assert draft.day is not None  # else something else is asked
    assert draft.kind is not None
    name = draft.new.name if draft.new is not None else stay.name if stay else ""
    lines = [
        t(
            PREVIEWS[draft.kind],
            name=name,
            number=stay.number if stay else 0,
            left=stay.class_name if stay else "",
            now=klass,
            day=day_words(t, draft.day),
        )
    ]
    if draft.new is not None:
        lines += _newcomer(t, draft.new)
    if namesakes:
        numbers = ", ".join(str(each.number) for each in namesakes)
        lines.append(t("pupil-namesake", klass=klass, numbers=numbers))
    lines += ["", t("pupil-not-yet")]
    row = [button(t.plain("pupil-save"), _step(token, "y")), stop(t, token)]
    return "\n".join(lines), keyboard(row)


def _newcomer(t: Texts, new: Newcomer) -> list[str]:
    lines = [
        t(
            "pupil-new-facts",
            birth=f"{new.birth:%d/%m/%Y}" if new.birth else "none",
            gender=new.gender or "none",
            code=new.code or "none",
        )
    ]
    for adult in new.adults:
        facts = {"relation": adult.relation, "name": adult.name, "phone": adult.phone or "none"}
        lines.append(t("pupil-new-adult", **facts))
    if not new.adults:
        lines.append(t("pupil-new-alone"))
    return lines


def saved(t: Texts, done: Done) -> Face:
    """What was entered, what follows, and the way back."""
    lines = [
        t(
            SAVED[done.kind],
            name=done.name,
            number=done.number,
            left=done.from_class or "",
            now=done.to_class or "",
            day=day_words(t, done.day),
        )
    ]
    if done.recounted:
        lines.append(t("pupil-recounted"))
    undo = button(t.plain("pupil-undo"), PupilUndo(move=done.move_id).pack())
    return "\n".join(lines), keyboard([undo])


def stop(t: Texts, token: str) -> InlineKeyboardButton:
    """The way out of a question."""
    return button(t.plain("pupil-stop"), _step(token, "x"))


def _step(token: str, code: str) -> str:
    return PupilStep(token=token, code=code).pack()
