"""How a correction of a mark looks on the phones of teacher, principal and administrator."""

from aiogram.types import InlineKeyboardButton

from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.result_words import level_words
from handlers.score_correction_buttons import (
    FixConfirm,
    FixDecide,
    FixEvidence,
    FixMinutes,
    FixSign,
    FixWithdraw,
)
from handlers.score_words import column_words, mark
from handlers.showing import button, keyboard
from handlers.texts import Texts
from services.score_cells import Cell, Column

HEADS = {
    "asked": "score-fix-head-asked",
    "approved": "score-fix-head-approved",
    "written": "score-fix-head-written",
    "rejected": "score-fix-head-rejected",
    "withdrawn": "score-fix-head-withdrawn",
    "expired": "score-fix-head-expired",
    "overtaken": "score-fix-head-overtaken",
}
SIGNERS = {
    "principal": "score-fix-signer-principal",
    "admin": "score-fix-signer-admin",
    "teacher": "score-fix-signer-teacher",
}


@notice("score-correction")
def card(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The correction as it stands, with what this person may do now."""
    buttons = _buttons(t, params)
    return Rendered(
        "\n".join(_lines(t, params)),
        keyboard(*buttons),
        news=not params.get("older", False),
    )


def cell_words(fields: Params | None) -> str:
    """A cell as a correction keeps it: "7,5", "CĐ"; a blank one as a dash."""
    return "–" if fields is None else mark(Cell.from_json(fields))


def value_words(t: Texts, fields: Params | None) -> str:
    """A cell or a level as a correction keeps it."""
    level = None if fields is None else fields.get("level")
    return cell_words(fields) if level is None else level_words(t, level)


def place_words(t: Texts, of: Params) -> str:
    """ "Toán · TX1 (học kì I)", "Rèn luyện (học kì I)"."""
    if not of["column"]:
        return t.plain("conduct-fix-place", term=of["term"])
    column = Column.of(of["column"])
    words = column_words(t, column)
    return t.plain("score-fix-place", subject=of["subject"], column=words, term=column.term)


def signer_words(t: Texts, of: Params, role: str) -> str:
    """What one who signs is in this correction."""
    homeroom = role == "teacher" and not of["column"]
    return t.plain("score-fix-signer-homeroom") if homeroom else t.plain(SIGNERS[role])


def _lines(t: Texts, of: Params) -> list[str]:
    kind = "mark" if of["column"] else "conduct"
    lines = [
        t(HEADS[of["status"]], kind=kind),
        t(
            "score-fix-cell",
            pupil=of["pupil"],
            number=of["list_number"] or 0,
            place=place_words(t, of),
            old=value_words(t, of["old"]),
            new=value_words(t, of["new"]),
            **{"class": of["class"]},
        ),
        t("score-fix-reason", reason=of["reason"], at=of["asked_at"], **of["asked"]),
    ]
    if of["late"]:
        lines.append(t("score-fix-is-late"))
    if of["role"] == "principal":
        pieces = {"record": 0} | of["evidence"]
        lines.append(t("score-fix-evidence", kind=kind, **pieces))
        if of["earlier"]:
            shown = "; ".join(
                f"{_short(t, one)} {value_words(t, one['old'])} → {value_words(t, one['new'])}"
                for one in of["earlier_shown"]
            )
            lines.append(t("score-fix-earlier", count=of["earlier"], shown=shown))
    lines += _steps(t, of)
    return lines


def _short(t: Texts, one: Params) -> str:
    if not one["column"]:
        return t.plain("conduct-fix-short")
    return column_words(t, Column.of(one["column"]))


def _steps(t: Texts, of: Params) -> list[str]:
    """What was done so far, and by whom."""
    lines = []
    if of["decided"] and of["status"] in ("approved", "written", "rejected"):
        key = "score-fix-no" if of["status"] == "rejected" else "score-fix-yes"
        lines.append(t(key, at=of["decided_at"], why=of["why"], **of["decided"]))
    if of["teacher_at"]:
        lines.append(t("score-fix-teacher-confirmed", at=of["teacher_at"]))
    if of["admin"]:
        lines.append(t("score-fix-admin-confirmed", at=of["admin_at"], **of["admin"]))
    if of["status"] == "approved" and not (of["teacher_at"] and of["admin"]):
        lines.append(t("score-fix-two-taps"))
    if of["status"] == "written":
        lines.append(t("score-fix-written-at", at=of["written_at"], number=of["number"]))
        for role, (who, at) in of["signed"].items():
            signed = "yes" if at else "no"
            name = who["name"] if who else ""
            lines.append(
                t(
                    "score-fix-signature",
                    who=signer_words(t, of, role),
                    signed=signed,
                    name=name,
                    at=at,
                )
            )
        if of["late"]:
            lines.append(t("score-fix-related"))
    return lines


def _buttons(t: Texts, of: Params) -> list[list[InlineKeyboardButton]]:
    id, role, status = of["id"], of["role"], of["status"]
    rows: list[list[InlineKeyboardButton]] = []
    if role == "principal" and status == "asked":
        rows.append(
            [
                button(t.plain("score-fix-approve"), FixDecide(id=id, approved=True).pack()),
                button(t.plain("score-fix-reject"), FixDecide(id=id, approved=False).pack()),
            ]
        )
    if role == "principal" and sum(of["evidence"].values()):
        rows.append([button(t.plain("score-fix-look"), FixEvidence(id=id).pack())])
    waits = {"teacher": not of["teacher_at"], "admin": not of["admin"]}
    if status == "approved" and waits.get(role):
        rows.append([button(t.plain("score-fix-confirm"), FixConfirm(id=id).pack())])
    if role == "teacher" and status in ("asked", "approved"):
        rows.append([button(t.plain("score-fix-withdraw"), FixWithdraw(id=id).pack())])
    if status == "written":
        row = [button(t.plain("score-fix-minutes"), FixMinutes(id=id).pack())]
        if not of["signed"][role][1]:
            row.insert(0, button(t.plain("score-fix-sign"), FixSign(id=id).pack()))
        rows.append(row)
    return rows
