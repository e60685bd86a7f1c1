"""The quiet question about a P that no family has asked for, and what the homeroom teacher sees."""

from datetime import date

from aiogram.types import InlineKeyboardMarkup

from handlers.absence_words import guardian_words, phone_words, teacher_words, time_words
from handlers.capabilities import Capabilities
from handlers.excused_buttons import ExcusedSay, ExcusedStep
from handlers.notices import Params, Rendered, notice
from handlers.roll_words import day_words
from handlers.showing import button
from handlers.texts import Texts

STEPS = {
    "unexcused": "excused-button-k",
    "keep": "excused-button-p",
    "present": "excused-button-present",
}


def _about(t: Texts, params: Params) -> dict[str, str]:
    return {
        "pupil": params["pupil"],
        "class": params["class"],
        "half": params["half"],
        "day": day_words(t, date.fromisoformat(params["day"])),
        "who": teacher_words(t, params["marked"]),
    }


def _say(t: Texts, params: Params, key: str, say: str) -> InlineKeyboardMarkup:
    data = ExcusedSay(question=params["question"], round=params["round"], say=say).pack()
    return InlineKeyboardMarkup(inline_keyboard=[[button(t.plain(key), data)]])


@notice("excused-question")
def question(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """What is marked, in neutral words, and the one button; the answer opens the next."""
    status, about = params["status"], _about(t, params)
    if status == "asked":
        keyboard = _say(t, params, "excused-button-deny", "deny")
        return Rendered(t("excused-question", **about), keyboard)
    if status == "denied" and params["today"]:
        keyboard = _say(t, params, "excused-button-left", "left")
        return Rendered(t("excused-denied-own", **about), keyboard)
    if status == "denied":
        return Rendered(t("excused-denied-late", **about))
    key = "excused-withdrawn" if status == "withdrawn" else "excused-closed"
    return Rendered(t(key, **about), news=status == "withdrawn")


@notice("excused-denied")
def denied(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The discrepancy: who marked what, who says otherwise, whom to ring up, what to do."""
    answered = params["answered"]
    lines = [
        t(
            "excused-card",
            guardian=guardian_words(t, answered),
            phone=phone_words(t, answered["phone"]),
            at=time_words(t, answered["at"]),
            **_about(t, params),
        )
    ]
    if params["status"] != "denied":
        settled = params["settled"]
        at = time_words(t, settled["at"] or "00:00")
        lines.append(t("excused-card-settled", who=teacher_words(t, settled), at=at))
        return Rendered("\n".join(lines), news=False)
    lines.append(t("excused-card-ask"))
    rows = [
        [button(t.plain(key), ExcusedStep(question=params["question"], step=step).pack())]
        for step, key in STEPS.items()
    ]
    return Rendered("\n".join(lines), InlineKeyboardMarkup(inline_keyboard=rows))
