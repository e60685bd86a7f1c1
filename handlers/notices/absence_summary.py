"""How a homeroom teacher sees the four lists of their class."""

from collections.abc import Iterable, Mapping
from typing import Any

from aiogram.types import InlineKeyboardMarkup

from handlers.absence_buttons import Rows, answers, settle_rows
from handlers.absence_words import (
    about,
    guardian_words,
    phone_words,
    reason_words,
    teacher_words,
    time_words,
)
from handlers.capabilities import Capabilities
from handlers.list_buttons import line_rows
from handlers.notices import Params, Rendered, notice
from handlers.roll_words import bold, escape, state_words
from handlers.texts import Texts
from services.standing import Standing

Row = Mapping[str, Any]
FACTS = ("state", "minutes", "period", "arrived", "note")
ROOM = 3900  # of the 4,096 characters a message holds
CUT = 250  # left for the line that counts what did not fit
MOST_BUTTONS = 90
A_LINE = 5  # marked pupils in one line
HEADS = {
    "unexplained": "lists-unexplained",
    "discrepancy": "lists-discrepancy",
    "explained": "lists-explained",
}


@notice("absence-summary")
def summary(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The lists, the most urgent first, whom to phone, and per open line what can be done.

    A roll changed by somebody else is news, since it may spare a call; a newer message speaks for
    itself, and so do a family's answers, which come as cards of their own.
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
    lines = [head, *_lists(t, params["rows"])]
    calls = [_call(t, family) for family in params["call"]]
    if calls:
        lines += ["", t("absence-summary-call"), *calls]
    text = fitting(t, lines, min(ROOM, capabilities.text_length) - CUT)
    rows = _buttons(t, params, min(MOST_BUTTONS, capabilities.buttons))
    markup = InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
    return Rendered(text, markup, news=news)


def _lists(t: Texts, rows: list[Row]) -> list[str]:
    """The four lists; a list that is empty is left out."""
    marked = [row for row in rows if row["state"] != "present"]
    if not rows:
        return [t("absence-summary-full")]
    lines = []
    for which, head in HEADS.items():
        found = [row for row in rows if row["list"] == which]
        if found:
            lines += ["", t(head, count=len(found)), *(_line(t, row) for row in found)]
    if not any(row["list"] in ("unexplained", "discrepancy") for row in rows):
        lines += ["", t("lists-all-clear")]
    if marked:
        names = [_marked(t, row) for row in marked]
        chunks = ["; ".join(names[at : at + A_LINE]) for at in range(0, len(names), A_LINE)]
        lines += ["", t("lists-marked", count=len(marked)), *chunks]
    return lines


def _named(row: Row) -> str:
    number = "" if row["number"] is None else f"{row['number']}. "
    return f"{number}{row['name']}"


def _state(t: Texts, row: Row) -> str:
    if row["state"] == "present":
        return t.plain("roll-state-present")
    return state_words(t, Standing.from_json({k: row[k] for k in FACTS if row.get(k) is not None}))


def _marked(t: Texts, row: Row) -> str:
    return escape(f"{_named(row)} ({_state(t, row)})")


def _line(t: Texts, row: Row) -> str:
    """ "15. Nguyễn Thị Ngọc Lan: đã báo gia đình lúc 7 giờ 45, chưa có trả lời" """
    if row["kind"]:
        said = t.plain("lists-differs", kind=row["kind"], state=_state(t, row))
    elif row["list"] == "unexplained":
        told = row["told"]
        at = time_words(t, told["at"]) if told["at"] else ""
        said = t.plain("lists-told", how=told["how"], at=at)
    elif row["leave"] == "asked" and row["state"] == "unexplained":
        said = t.plain("lists-leave-asked")
    else:
        said = _state(t, row)
    if row["reason"]:
        said = f"{said}. {t.plain('absence-reason', reason=reason_words(t, row['reason']))}"
    return f"{bold(_named(row))}: {escape(said)}"


def _buttons(t: Texts, params: Params, room: int) -> Rows:
    """All that can be done, if there is room for it; else P and K, which settle most."""
    live = {**params, "live": params.get("live", True)}
    rows: Rows = []
    for row in params["rows"]:
        if row["list"] in ("unexplained", "discrepancy"):
            rows += line_rows(t, live, row)
    if sum(map(len, rows)) <= room:
        return rows
    open_rows = [r for r in params["rows"] if r["list"] == "unexplained"]
    named = [(r["pupil"], r["name"], r["number"]) for r in open_rows]
    return settle_rows(t, params["roll"], named)[: room // 2]


def _call(t: Texts, family: Mapping[str, Any]) -> str:
    """A pupil whose family no message tells, with the guardians' numbers."""
    return t(
        "absence-summary-contact",
        pupil=family["name"],
        contacts=_numbers(t, family["contacts"]) or t.plain("absence-summary-nobody"),
    )


def _numbers(t: Texts, contacts: Iterable[Mapping[str, Any]]) -> str:
    return "; ".join(f"{guardian_words(t, c)}, {phone_words(t, c['phone'])}" for c in contacts)


@notice("absence-again")
def again(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The family is asked once more; the answers are those of the first message."""
    text = t("absence-again", **about(t, params))
    return Rendered(text, answers(t, params))


@notice("absence-unreached")
def unreached(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """An alert that did not arrive, with the numbers to phone instead."""
    lines = [t("absence-unreached", pupil=params["pupil"], **{"class": params["class"]})]
    for contact in params["contacts"]:
        key = "absence-unreached-failed" if contact["failed"] else "absence-unreached-uncertain"
        phone = phone_words(t, contact["phone"])
        lines.append(t(key, who=guardian_words(t, contact), phone=phone))
    return Rendered("\n".join(lines))


def fitting(t: Texts, lines: list[str], room: int) -> str:
    """As many lines as a message holds, and how many are missing."""
    kept: list[str] = []
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            return "\n".join([*kept, t("absence-summary-more", count=len(lines) - len(kept))])
        kept.append(line)
    return "\n".join(kept)
