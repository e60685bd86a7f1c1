"""How a request for leave looks: the card that decides it, notes for staff, news for the family."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.absence_buttons import STEPS, LeaveStep
from handlers.absence_words import (
    guardian_words,
    phone_words,
    reason_words,
    teacher_words,
    time_words,
)
from handlers.capabilities import Capabilities
from handlers.leave_buttons import comes_keyboard, paper_button
from handlers.leave_words import days_words, moment_words, spans_of
from handlers.notices import Params, Rendered, notice
from handlers.roll_words import day_words
from handlers.texts import Texts

Shown = Mapping[str, Any]
ENDED = {
    "granted": "absence-card-granted",
    "refused": "absence-card-refused",
    "withdrawn": "leave-card-withdrawn",
    "replaced": "leave-card-replaced",
    "lapsed": "leave-card-lapsed",
}
OTHERS = {"leave": "leave-other-leave", "late": "leave-other-late", "early": "leave-other-early"}
NOTES = {
    "late": "leave-note-late",
    "early": "leave-note-early",
    "withdrawn": "leave-note-withdrawn",
    "back": "leave-note-back",
    "disputed": "leave-note-disputed",
}
NEWS = {"granted": "leave-news-granted", "refused": "leave-news-refused", "talk": "leave-news-talk"}


@notice("leave-card")
def card(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """Who asks for which days and why, with the three buttons while it waits.

    What comes of it by somebody else's hand is news; one's own steps are not.
    """
    status = params["status"]
    key = "leave-card-after" if params["after"] else "leave-card"
    lines = [t(key, count=params.get("count", 0), **_about(t, params))]
    lines += _reason(t, params)
    if params["long"]:
        lines.append(t("leave-card-long", cap=params["cap"]))
    lines += [_other(t, each) for each in params.get("fellow", ())]
    if params["disputed"] is not None:
        lines.append(t("leave-card-disputed", who=guardian_words(t, params["disputed"])))
    if status == "asked" and params.get("marked") == "present" and not params["after"]:
        lines.append(t("leave-marked-present"))
    if params["talked"].get("name"):
        at = time_words(t, params["talked"]["at"])
        lines.append(t("absence-card-talk", who=teacher_words(t, params["talked"]), at=at))
    if status in ENDED:
        lines.append(_ended(t, params))
    text = "\n".join(lines)
    rows = _steps(t, params) if status == "asked" and params["decides"] else []
    if params.get("papers"):
        rows.append([paper_button(t, params["leave"], params["papers"])])
    keyboard = InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
    return Rendered(text, keyboard, news=not params.get("own", False))


def _steps(t: Texts, shown: Shown) -> list[list[InlineKeyboardButton]]:
    wanted = ("grant", "refuse") if shown["talked"].get("name") else ("grant", "talk", "refuse")
    return [
        [
            InlineKeyboardButton(
                text=t.plain(STEPS[step]),
                callback_data=LeaveStep(leave=shown["leave"], step=step).pack(),
            )
        ]
        for step in wanted
    ]


def _about(t: Texts, shown: Shown) -> dict[str, str]:
    """The child, the days, and the guardian with their number."""
    return {
        "pupil": shown["pupil"],
        "class": shown["class"],
        "days": days_words(t, spans_of(shown["days"])),
        "who": guardian_words(t, shown["who"]),
        "phone": phone_words(t, shown["who"]["phone"]),
    }


def _reason(t: Texts, shown: Shown) -> list[str]:
    """The reason for whoever may read it; others learn where it is."""
    if shown["reason"]:
        return [t("absence-reason", reason=reason_words(t, shown["reason"]))]
    return [t("leave-card-reason-elsewhere")] if shown.get("has_reason") else []


def _other(t: Texts, other: Shown) -> str:
    """What another guardian has said of the same days."""
    return t(OTHERS[other["kind"]], who=guardian_words(t, other))


def _ended(t: Texts, shown: Shown) -> str:
    decided = shown["decided"]
    if shown["status"] in ("granted", "refused"):
        at = time_words(t, decided["at"])
        return t(ENDED[shown["status"]], who=teacher_words(t, decided), at=at)
    return t(ENDED[shown["status"]])


@notice("leave-note")
def note(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """Something that asks for no decision: late, early, back again, taken back, contradicted."""
    event = params["event"]
    values: dict[str, str] = _about(t, params)
    if event in ("late", "early"):
        values["when"] = moment_words(t, params["at"], params["period"])
    else:
        speaks = params["speaks"]
        values |= {"who": guardian_words(t, speaks), "phone": phone_words(t, speaks["phone"])}
        values["day"] = day_words(t, date.fromisoformat(params["day"]))
    lines = [t(NOTES[event], **values)]
    if event in ("late", "early"):
        lines += _reason(t, params)
        lines += [_other(t, each) for each in params.get("fellow", ())]
    elif params.get("marked") == "absent":
        lines.append(t("leave-marked-absent"))
    return Rendered("\n".join(lines))


@notice("leave-paper")
def paper(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """A family has sent a paper with its request; who may see it opens it from here."""
    text = t("leave-paper-came", **_about(t, params))
    row = [paper_button(t, params["leave"], 1)]
    return Rendered(text, InlineKeyboardMarkup(inline_keyboard=[row]))


@notice("leave-news")
def news(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """How a guardian's own request went."""
    event = params["event"]
    who = params["talked"] if event == "talk" else params["decided"]
    text = t(
        NEWS[event],
        pupil=params["pupil"],
        days=days_words(t, spans_of(params["days"])),
        who=teacher_words(t, who),
        **{"class": params["class"]},
    )
    return Rendered(text, comes_keyboard(t, params["leave"]) if params["comes"] else None)
