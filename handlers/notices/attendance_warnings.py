"""How an early warning looks to the homeroom teacher, and a drop-out note to a vice principal."""

from collections.abc import Mapping
from typing import Any

from aiogram.types import InlineKeyboardMarkup

from handlers.absence_words import guardian_words, phone_words, teacher_words, time_words
from handlers.attendance_buttons import LookAt, Talked
from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.roll_words import bold
from handlers.showing import button, keyboard
from handlers.texts import Html, Texts

Shown = Mapping[str, Any]
WORDS = {
    "month": "attendance-warning-month",
    "row": "attendance-warning-row",
    "year": "attendance-warning-year",
    "dropout": "attendance-warning-dropout",
}


@notice("attendance-warning")
def warning(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The warning as it stands; what it lost its ground for is told in a message of its own."""
    words = warning_words(t, params)
    if params["withdrawn"]:
        return Rendered(f"<s>{words}</s>\n{t('attendance-warning-gone')}", news=False)
    lines: list[str] = [words]
    if params["kind"] == "dropout":
        lines.append(t("attendance-warning-quiet"))
    elif params["talked"] is None:
        lines.append(t("attendance-warning-ask"))
    contacts = [
        t("attendance-warning-contact", who=guardian_words(t, c), phone=phone_words(t, c["phone"]))
        for c in params["contacts"]
    ]
    if params["talked"] is None:
        lines += contacts
    else:
        lines.append(talk_words(t, params["talked"]))
    return Rendered("\n".join(lines), _buttons(t, params))


def warning_words(t: Texts, shown: Shown) -> Html:
    """What was noticed, in one sentence."""
    number = "" if shown["number"] is None else f"{shown['number']}. "
    return Html(
        t(
            WORDS[shown["kind"]],
            name=bold(f"{number}{shown['name']}"),
            count=shown["count"],
            month=shown["month"],
            days=_days(t, shown),
            since=shown["since"],
            occasion=shown["occasion"] or "",
            excused=shown["excused"],
            unexcused=shown["unexcused"],
            limit=shown["limit"],
            **{"class": shown["class"]},
        )
    )


def _days(t: Texts, shown: Shown) -> str:
    named = ", ".join(shown["days"])
    return t.plain("attendance-days", days=named, more=shown["more"]) if named else ""


def talk_words(t: Texts, talk: Shown) -> str:
    """Who has spoken with the family, and when."""
    return t(
        "attendance-talked",
        who=teacher_words(t, talk),
        at=time_words(t, talk["at"]),
        day=talk["day"],
    )


def _buttons(t: Texts, shown: Shown) -> InlineKeyboardMarkup | None:
    """Kept or to be kept, and the child's calendar."""
    look = LookAt(pupil=shown["pupil"], code="", onto=0).pack()
    of = {"warning": shown["id"], "round": shown["round"]}
    undo = shown["talked"] is not None
    key = "attendance-button-not-talked" if undo else "attendance-button-talked"
    talk = button(t.plain(key), Talked(undo=int(undo), **of).pack())
    return keyboard(
        [talk] if shown["kind"] != "dropout" else [],
        [button(t.plain("attendance-button-look"), look)],
    )


@notice("attendance-warning-news")
def news(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """A correction took the warning back."""
    head = t("attendance-warning-withdrawn", name=params["name"], **{"class": params["class"]})
    return Rendered(f"{head}\n{warning_words(t, params)}")
