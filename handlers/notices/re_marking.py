"""How a re-marking looks on each phone; the second marker sees neither family nor old mark."""

from aiogram.types import InlineKeyboardButton

from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.notices.score_corrections import cell_words
from handlers.re_marking_buttons import (
    ReMarkEnter,
    ReMarkMinutes,
    ReMarkName,
    ReMarkPapers,
    ReMarkRefuse,
    ReMarkWithdraw,
)
from handlers.score_words import column_words
from handlers.showing import button, keyboard
from handlers.texts import Texts
from services.score_cells import Column


@notice("re-marking")
def card(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The re-marking as it stands, with what this person may do now."""
    text = "\n".join(_lines(t, params))
    return Rendered(text, keyboard(_buttons(t, params)), news=not params.get("older", False))


def _lines(t: Texts, of: Params) -> list[str]:
    column, role, status = Column.of(of["column"]), of["role"], of["status"]
    lines = [
        t("re-marking-head", status=status),
        t(
            "re-marking-test",
            pupil=of["pupil"],
            subject=of["subject"],
            column=column_words(t, column),
            term=column.term,
            **{"class": of["class"]},
        ),
    ]
    if role != "marker":
        lines.append(t("re-marking-old", mark=cell_words(of["old"])))
        lines.append(t("re-marking-reason", reason=of["reason"]))
    if role in ("principal", "teacher") and of["marker"]:
        lines.append(t("re-marking-marker", name=of["marker"]))
    if status == "rejected":
        lines.append(t("re-marking-said", name=of["decided"], why=of["why"]))
    if status == "written":
        same = "yes" if of["new"] == of["old"] else "no"
        lines.append(t("re-marking-result", mark=cell_words(of["new"]), same=same))
    elif role == "family" and status in ("asked", "marking"):
        lines.append(t("re-marking-wait"))
    elif role == "marker" and status == "marking":
        lines.append(t("re-marking-please"))
    return lines


def _buttons(t: Texts, of: Params) -> list[InlineKeyboardButton]:
    id, role, status = of["id"], of["role"], of["status"]
    if role == "principal" and status == "asked":
        return [
            button(t.plain("re-marking-choose"), ReMarkName(id=id, person=0).pack()),
            button(t.plain("re-marking-refuse"), ReMarkRefuse(id=id).pack()),
        ]
    if role == "family" and status in ("asked", "marking"):
        return [button(t.plain("re-marking-withdraw"), ReMarkWithdraw(id=id).pack())]
    if role == "marker" and status == "marking":
        return [button(t.plain("re-marking-enter"), ReMarkEnter(id=id).pack())]
    if status == "written" and role in ("principal", "marker", "teacher"):
        found = [button(t.plain("re-marking-minutes"), ReMarkMinutes(id=id).pack())]
        if role != "teacher":
            found.append(button(t.plain("re-marking-papers"), ReMarkPapers(id=id).pack()))
        return found
    return []
