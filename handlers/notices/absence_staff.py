"""How staff see a missing child: a card that asks for one thing, and what became of it."""

from collections.abc import Mapping
from typing import Any

from aiogram.types import InlineKeyboardMarkup

from handlers.absence_buttons import settle_rows, steps
from handlers.absence_words import (
    about,
    guardian_words,
    phone_words,
    reason_words,
    teacher_words,
    time_words,
)
from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.notices.absence import arrived_words
from handlers.texts import Texts

Shown = Mapping[str, Any]
CARDS = {
    "leave": "absence-card-leave",
    "search": "absence-card-search",
    "call": "absence-card-call",
}
ENDED = {
    "present": "absence-card-present",
    "excused": "absence-card-excused",
    "withdrawn": "absence-card-withdrawn",
}


@notice("absence-card")
def card(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """What one member of staff is asked to do, with the buttons that are still open."""
    answered = params["answered"]
    values: dict[str, Any] = about(t, params) | {
        "group": params["group"] or "",
        "where": "group" if params["group"] else "class",
        "who": guardian_words(t, answered),
        "phone": phone_words(t, answered["phone"]),
        "at": time_words(t, answered["at"]),
    }
    lines = [t(CARDS[params["card"]], **values)]
    leave = params["leave"]
    if leave is not None and leave["reason"]:
        lines.append(t("absence-reason", reason=reason_words(t, leave["reason"])))
    lines += _since(t, params)
    return Rendered("\n".join(lines), steps(t, params), news=_is_news(params))


def _is_news(shown: Shown) -> bool:
    """Whether a later face spares this reader a step, or gives them what they decide by.

    Not their own steps; not the end of a search, of which `absence-staff` tells; not what comes as
    another card.
    """
    kind, status = str(shown["card"]), str(shown["status"])
    if kind == "leave" and status == "on_leave" and not shown["handled"].get("name"):
        return True  # the reason of the leave was added
    if shown.get("own"):
        return False
    if kind == "search":
        return status == "searching"
    return kind == "leave" or status in ("called", "corrected")


def _since(t: Texts, shown: Shown) -> list[str]:
    """What became of it, where that is no longer what the card asks for."""
    status, kind = shown["status"], shown["card"]
    handled, closed = shown["handled"], shown["closed"]
    lines: list[str] = []
    if handled.get("name"):
        key = {
            "leave": "absence-card-talk",
            "search": "absence-card-searching",
            "call": "absence-card-called",
        }[kind]
        at = time_words(t, handled["at"])
        lines.append(t(key, who=teacher_words(t, handled), at=at))
    if kind == "call" and status in ("on_leave", "closed"):
        lines.append(t("absence-card-now-leave"))
    if kind == "call" and status in ("left_home", "searching"):
        lines.append(t("absence-card-now-left"))
    if status in ("found", "closed", "corrected") and closed.get("name"):
        lines.append(_ended(t, shown))
    return lines


def _ended(t: Texts, shown: Shown) -> str:
    """Who ended it, how and when."""
    closed, outcome = shown["closed"], shown["outcome"]
    values = {"who": teacher_words(t, closed), "at": time_words(t, closed["at"])}
    if shown["status"] == "found":
        return t("absence-card-found", **values)
    if shown["status"] == "closed":
        granted = outcome == "excused"
        return t("absence-card-granted" if granted else "absence-card-refused", **values)
    if outcome == "late":
        return t("absence-card-late", arrived=arrived_words(t, shown), **values)
    return t(ENDED[outcome], **values)


@notice("absence-staff")
def staff_news(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The end of an alarm, for those who were alarmed and did not end it themselves."""
    head = t("absence-staff-news", **about(t, params))
    return Rendered(f"{head} {_ended(t, params)}")


@notice("absence-words")
def words(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """A guardian's own words, with P and K while the absence is not explained."""
    text = t(
        "absence-words-from",
        who=guardian_words(t, params),
        phone=phone_words(t, params["phone"]),
        pupil=params["pupil"],
        words=params["words"],
        **{"class": params["class"]},
    )
    if not params["unexplained"]:
        return Rendered(text)
    rows = settle_rows(t, params["roll"], [(params["pupil_id"], params["pupil"], None)])
    return Rendered(text, InlineKeyboardMarkup(inline_keyboard=rows))
