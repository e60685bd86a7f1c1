"""How guardians see a missing child: the alert as its case goes on, and the news that follow it.

An alert that was corrected is struck through; nothing here says that a child has arrived unless a
teacher marked it.
"""

from collections.abc import Mapping
from typing import Any

from handlers.absence_buttons import answers
from handlers.absence_words import (
    about,
    alert_words,
    guardian_words,
    reason_words,
    teacher_words,
    time_words,
)
from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.roll_words import bold
from handlers.texts import Texts

Shown = Mapping[str, Any]
NEWS = {
    "present": "absence-news-present",
    "excused": "absence-news-excused",
    "withdrawn": "absence-news-withdrawn",
    "granted": "absence-news-granted",
    "refused": "absence-news-refused",
    "talk": "absence-news-talk",
    "searched": "absence-news-searched",
    "searching": "absence-news-searching",
    "found": "absence-news-found",
    "higher": "absence-news-higher",
    "phone": "absence-news-phone",
    "late": "absence-news-late",
}
BY_CLOSER = ("granted", "refused", "found")
BY_HANDLER = ("talk", "searching")


@notice("absence-alert")
def alert(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The alert, with what became of it since.

    Almost every step has an `absence-news` of its own. Only that the other parent has asked for
    leave has none; a call back that was asked for changes nothing for anybody else.
    """
    words = alert_words(t, params)
    status = params["status"]
    if status == "told":
        return Rendered(
            "\n".join([words, t("absence-alert-ask", day=params["day"])]), answers(t, params)
        )
    if status == "corrected":
        return Rendered(f"<s>{words}</s>\n{_outcome(t, params)}", news=False)
    leave, own = params["leave"], params.get("own", False)
    just_asked = status == "on_leave" and not params["handled"].get("name")
    news = just_asked and not own and leave is not None and not leave.get("explained")
    return Rendered(f"{words}\n\n{_since(t, params)}", answers(t, params), news=news)


HANDLED = {
    "called": "absence-since-called",
    "on_leave": "absence-since-talk",
    "searching": "absence-since-searching",
    "found": "absence-since-searching",
}


def _since(t: Texts, shown: Shown) -> str:
    """What was answered and done, oldest first."""
    lines: list[str] = []
    answered, handled, leave = shown["answered"], shown["handled"], shown["leave"]
    status = shown["status"]
    if answered is not None:
        who, at = guardian_words(t, answered), time_words(t, answered["at"])
        if leave is not None:
            lines.append(t("absence-since-leave", who=who, at=at))
            if leave["reason"]:
                lines.append(t("absence-reason", reason=reason_words(t, leave["reason"])))
        elif status in ("call_back", "called"):
            lines.append(t("absence-since-call", who=who, at=at))
        else:
            key = "absence-since-left" if shown["received"] else "absence-since-left-phone"
            lines.append(t(key, who=who, at=at))
    if handled.get("name"):
        step = HANDLED.get(status)
        if step is not None:
            at = time_words(t, handled["at"])
            lines.append(t(step, who=teacher_words(t, handled), at=at))
    if status in ("found", "closed"):
        lines.append(_outcome(t, shown))
    return "\n".join(lines)


def _outcome(t: Texts, shown: Shown) -> str:
    """How it ended."""
    closed = shown["closed"]
    at = time_words(t, closed["at"]) if closed.get("at") else ""
    who = teacher_words(t, closed)
    if shown["status"] == "found":
        return t("absence-since-found", who=who, at=at)
    if shown["status"] == "closed":
        granted = shown["outcome"] == "excused"
        return t("absence-since-granted" if granted else "absence-since-refused", who=who, at=at)
    if shown["outcome"] == "late":
        return t("absence-ended-late", arrived=arrived_words(t, shown))
    return t(ENDED[shown["outcome"]])


ENDED = {
    "present": "absence-ended-present",
    "excused": "absence-ended-excused",
    "withdrawn": "absence-ended-withdrawn",
}


def arrived_words(t: Texts, shown: Shown) -> str:
    """When a late child came, as far as the teacher has said it; plain text."""
    if shown["arrived"]:
        return t.plain("absence-arrived-at", at=time_words(t, shown["arrived"]))
    if shown["minutes"]:
        return t.plain("absence-arrived-minutes", minutes=shown["minutes"])
    return t.plain("absence-arrived-late")


@notice("absence-news")
def news(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """One step that the family hears of: a correction, an answer, how the search goes."""
    event = params["event"]
    values: dict[str, Any] = dict(about(t, params))
    if event in BY_CLOSER:
        closed = params["closed"]
        values |= {"who": teacher_words(t, closed), "at": time_words(t, closed["at"])}
    elif event in BY_HANDLER:
        handled = params["handled"]
        values |= {"who": teacher_words(t, handled), "at": time_words(t, handled["at"])}
    elif event == "searched":
        values["who"] = guardian_words(t, params["answered"])
    elif event == "late":
        values["arrived"] = arrived_words(t, params)
    if event in ("late", "present", "excused", "withdrawn"):
        head = bold(t.plain("absence-correction"))
        return Rendered(f"{head} {t(NEWS[event], **values)}")
    return Rendered(t(NEWS[event], **values))
