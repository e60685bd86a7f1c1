"""How a roll card looks: asking, moved to a colleague, or closed by whoever took the roll."""

from collections.abc import Mapping
from typing import Any

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.absence_words import teacher_words, time_words
from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.roll_buttons import Edit, Undo
from handlers.roll_card_buttons import ask_keyboard, mine_keyboard
from handlers.roll_words import bold, escape, state_words
from handlers.texts import Html, Texts
from services.standing import Standing

Shown = Mapping[str, Any]
HEADS = {
    "card": "roll-card-head",
    "reminder": "roll-card-head-reminder",
    "homeroom": "roll-card-head-homeroom",
}
NAMED = 20  # pupils with leave that a card names


@notice("roll-card")
def roll_card(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The card as it stands for this reader.

    A later face is news to whoever is asked, and to whoever need not answer any more; not the
    writer's own roll, which its echo shows, and not leave, which [Đủ] counts anyway.
    """
    since, newest = params.get("since"), params.get("newest", True)
    own, asked = params.get("own", False), params["mine"] or params["face"] == "homeroom"
    if params.get("closed") is not None:
        why = params["closed"] or "none"
        text = t("roll-card-closed", session=session_of(t, params), why=why)
        return Rendered(text, news=asked and newest)
    if params["taken"] is not None:
        if params.get("echo"):
            return _echo(t, params)
        return Rendered(_taken(t, params), news=asked and newest and not own)
    if not asked:
        return Rendered(
            _moved(t, params),
            mine_keyboard(t, params["card"]),
            news=newest and since == "moved",
        )
    news = newest and (since in ("moved", "open") or (since == "reopened" and not own))
    keyboard = ask_keyboard(t, params["card"], len(params["leave"]))
    return Rendered(_asks(t, params), keyboard, news=news)


def session_of(t: Texts, shown: Shown) -> str:
    """ "lớp 7A1, sáng thứ Hai 30/11/2026"; plain text."""
    return t.plain(
        "roll-session",
        list=t.plain("roll-class", name=shown["class"]),
        kind="main",
        half=shown["half"],
        day=t.plain("roll-day", weekday=shown["weekday"], date=shown["day"]),
    )


def _asks(t: Texts, shown: Shown) -> str:
    """Which class and session, how many, who has leave, and what to tap."""
    head = t(
        HEADS[shown["face"]],
        session=session_of(t, shown),
        who=teacher_words(t, shown["holder"]),
        known="yes" if shown["holder"] else "no",
        at=time_words(t, shown["handed"] or shown["made"]),
    )
    lines = [head]
    if shown.get("since") == "reopened":
        lines.append(t("roll-card-reopened"))
    elif shown.get("since") == "open":
        lines.append(t("roll-card-open-again"))
    lines.append(t("roll-card-size", count=shown["size"]))
    leave = shown["leave"]
    if leave:
        names = [_on_leave(t, one) for one in leave[:NAMED]]
        more = max(0, len(leave) - NAMED)
        lines.append(t("roll-card-leave", names=Html("; ".join(names)), more=more))
    lines.append(t("roll-card-ask", leave=len(leave)))
    return "\n".join(lines)


def _on_leave(t: Texts, one: Shown) -> str:
    key = "roll-card-leave-granted" if one["granted"] else "roll-card-leave-asked"
    return t(key, name=f"{one['number']}. {one['name']}")


def _moved(t: Texts, shown: Shown) -> str:
    return t(
        "roll-card-moved",
        session=session_of(t, shown),
        who=teacher_words(t, shown["holder"]),
        at=time_words(t, shown["handed"] or shown["made"]),
    )


def _taken(t: Texts, shown: Shown) -> str:
    """Who took it and when; one's own in the words of its echo."""
    if shown.get("own"):
        return t("roll-saved", session=session_of(t, shown))
    taken = shown["taken"]
    return t(
        "roll-card-taken",
        session=session_of(t, shown),
        who=teacher_words(t, taken),
        at=time_words(t, taken["at"]),
        present=taken["present"],
        total=taken["total"],
    )


def _echo(t: Texts, shown: Shown) -> Rendered:
    """The answer to [Đủ]: what was saved, who is marked for leave, and the way back."""
    taken, echo = shown["taken"], shown["echo"]
    lines = [
        t("roll-saved", session=session_of(t, shown)),
        t("roll-present", present=taken["present"], total=taken["total"]),
    ]
    for row in echo["rows"]:
        facts = {name: value for name, value in row.items() if name not in ("name", "number")}
        state = state_words(t, Standing.from_json(facts))
        name = bold(f"{row['number']}. {row['name']}")
        lines.append(f"{name}: {escape(state)}")
    if echo["rows"]:
        lines.append(t("roll-card-kept", count=len(echo["rows"])))
    roll, version = echo["roll"], echo["version"]
    undo = Undo(roll=roll, version=version).pack()
    buttons = [
        InlineKeyboardButton(text=t.plain("roll-undo"), callback_data=undo),
        InlineKeyboardButton(text=t.plain("roll-edit"), callback_data=Edit(roll=roll).pack()),
    ]
    return Rendered("\n".join(lines), InlineKeyboardMarkup(inline_keyboard=[buttons]))


@notice("missing-rolls")
def missing_rolls(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The classes whose roll is missing; worth a message of its own only once all have come."""
    day = t.plain("roll-day", weekday=params["weekday"], date=params["day"])
    half, missing = params["half"], params["missing"]
    if not missing:
        return Rendered(t("missing-rolls-none", half=half, day=day, count=params["came"]))
    names = ", ".join(one["class"] for one in missing)
    lines = [t("missing-rolls", half=half, day=day, names=names)]
    for one in missing:
        if one["holder"]:
            who = teacher_words(t, one["holder"])
            lines.append(t("missing-rolls-asked", name=one["class"], who=who))
        else:
            lines.append(t("missing-rolls-nobody", name=one["class"]))
    if params["came"]:
        lines.append(t("missing-rolls-came", count=params["came"]))
    return Rendered("\n".join(lines), news=False)
