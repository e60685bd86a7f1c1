"""How a homeroom teacher sees a roll that somebody else took of their class."""

from collections.abc import Mapping
from typing import Any

from aiogram.types import InlineKeyboardMarkup

from handlers.absence_buttons import settle_rows
from handlers.absence_words import guardian_words, phone_words, teacher_words, time_words
from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.roll_words import bold, escape, state_words
from handlers.texts import Texts
from services.standing import Standing

FACTS = ("state", "minutes", "period", "arrived", "note")
ROOM = 3900  # of the 4,096 characters a message holds
CUT = 250  # left for the line that counts what did not fit
BUTTON_ROWS = 45


@notice("absence-summary")
def summary(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """Who is missing, whom to phone, and P or K for what is not explained.

    A change by somebody else is news, since it may spare a call; a newer summary speaks for itself.
    """
    head = t(
        "absence-summary",
        half=params["half"],
        day=params["day"],
        who=teacher_words(t, params["taker"]),
        at=time_words(t, params["at"]),
        **{"class": params["class"]},
    )
    if params["replaced"]:
        return Rendered("\n".join([head, t("absence-summary-replaced")]), news=False)
    news = not params.get("own", False)
    if params["withdrawn"]:
        return Rendered("\n".join([head, t("absence-summary-withdrawn")]), news=news)
    lines = [_line(t, row) for row in params["rows"]] or [t("absence-summary-full")]
    calls = [_call(t, family) for family in params["call"]]
    if calls:
        lines += ["", t("absence-summary-call"), *calls]
    open_rows = [r for r in params["rows"] if r["state"] == "unexplained"]
    rows = settle_rows(
        t, params["roll"], [(r["pupil"], r["name"], r["number"]) for r in open_rows]
    )[: min(BUTTON_ROWS, capabilities.buttons // 2)]
    text = _fitting(t, [head, *lines], min(ROOM, capabilities.text_length) - CUT)
    markup = InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
    return Rendered(text, markup, news=news)


def _line(t: Texts, row: Mapping[str, Any]) -> str:
    """ "15. Nguyễn Thị Ngọc Lan: vắng, chưa rõ lí do" """
    standing = Standing.from_json({k: row[k] for k in FACTS if row.get(k) is not None})
    number = "" if row["number"] is None else f"{row['number']}. "
    return f"{bold(number + row['name'])}: {escape(state_words(t, standing))}"


def _call(t: Texts, family: Mapping[str, Any]) -> str:
    """A pupil whose family no message tells, with the guardians' numbers."""
    contacts = "; ".join(
        f"{guardian_words(t, c)}, {phone_words(t, c['phone'])}" for c in family["contacts"]
    )
    return t(
        "absence-summary-contact",
        pupil=family["name"],
        contacts=contacts or t.plain("absence-summary-nobody"),
    )


@notice("absence-unreached")
def unreached(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """An alert that did not arrive, with the numbers to phone instead."""
    lines = [t("absence-unreached", pupil=params["pupil"], **{"class": params["class"]})]
    for contact in params["contacts"]:
        key = "absence-unreached-failed" if contact["failed"] else "absence-unreached-uncertain"
        phone = phone_words(t, contact["phone"])
        lines.append(t(key, who=guardian_words(t, contact), phone=phone))
    return Rendered("\n".join(lines))


def _fitting(t: Texts, lines: list[str], room: int) -> str:
    """As many lines as a message holds, and how many are missing."""
    kept: list[str] = []
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            return "\n".join([*kept, t("absence-summary-more", count=len(lines) - len(kept))])
        kept.append(line)
    return "\n".join(kept)
