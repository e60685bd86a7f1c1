"""How a notice looks on a family's phone, its correction, and its progress on the author's.

The preview uses the same function as the message itself, so that what is shown is what is sent.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.capabilities import Capabilities
from handlers.notice_buttons import NotReachedList, WithdrawNotice
from handlers.notice_words import audience_words, author_words, children_words
from handlers.notices import Params, Rendered, notice
from handlers.showing import button, keyboard
from handlers.texts import Html, Texts

SCHOOL_ROOM = 120  # characters of the school's name
ROOM = 3900
REASONS = {
    "not-linked": "notice-reason-not-linked",
    "blocked": "notice-reason-blocked",
    "never-started": "notice-reason-never-started",
    "inactive": "notice-reason-inactive",
    "chat-not-found": "notice-reason-chat-not-found",
    "no-zalo": "notice-reason-no-zalo",
    "cannot-receive": "notice-reason-cannot-receive",
    "ceiling": "notice-reason-ceiling",
    "window": "notice-reason-window",
    "quota": "notice-reason-quota",
    "billing": "notice-reason-billing",
    "token": "notice-reason-token",
    "setup": "notice-reason-setup",
    "line": "notice-reason-line",
    "too-large": "notice-reason-too-large",
    "uncertain": "notice-reason-uncertain",
    "failed": "notice-reason-failed",
}
STATES = {
    "sending": "notice-progress-sending",
    "done": "notice-progress-done",
    "withdrawing": "notice-progress-withdrawing",
}


@notice("notice")
def family_notice(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """What a family or a member of staff gets; marked where it was taken back."""
    return Rendered(notice_text(t, params))


def notice_text(t: Texts, params: Mapping[str, Any]) -> str:
    """The notice with its frame: school, salutation, text, who wrote it."""
    lines = []
    taken_back = params.get("withdrawn", False)
    if taken_back:
        lines.append(t("notice-taken-back"))
    if params["urgent"]:
        lines.append(t("notice-urgent"))
    school = params["school"][:SCHOOL_ROOM]
    lines.append(t("notice-from-school", school=school) if school else t("notice-from-our-school"))
    if params["staff"]:
        lines.append(t("notice-dear-staff"))
    else:
        lines.append(t("notice-dear-family", children=children_words(t, params["about"])))
    text = _escaped(params["text"])
    lines += ["", f"<s>{text}</s>" if taken_back else text, ""]
    lines.append(f"<i>{_escaped(author_words(t, params['author']))}</i>")
    return "\n".join(lines)


@notice("notice-withdrawn")
def correction(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """Đính chính: what they got does not hold any more."""
    if params["staff"]:
        said = t("notice-correction-staff", at=params["at"])
    else:
        said = t("notice-correction", children=children_words(t, params["about"]), at=params["at"])
    return Rendered(f"{said}\n{t('notice-correction-about', text=params['text'])}")


@notice("notice-progress")
def progress(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The author's one message: figures that grow, at the end the names not reached.

    Where it cannot grow, only the end is worth a message.
    """
    figures, status = params["figures"], params["status"]
    lines = [t("notice-progress", audience=audience_words(t, params["audience"]), at=params["at"])]
    if params["urgent"]:
        lines.append(t("notice-urgent"))
    lines += [t("notice-progress-text", text=params["text"]), "", *figure_lines(t, figures)]
    if status == "cancelled":
        corrected = figures["delivered"] + figures["uncertain"]
        lines.append(
            t("notice-progress-withdrawn", stopped=figures["cancelled"], corrected=corrected)
        )
    else:
        lines.append(t(STATES[status]))
    spent = params.get("spent")
    if spent and spent["messages"]:
        lines.append(t("notice-spent", **spent))
    if params["missed"]:
        lines += ["", t("notice-missed-head")]
        if params["more"] and params.get("why"):
            lines.append(t("notice-missed-why", reasons=why_missed(t, params["why"])))
        lines += missed_lines(t, params["missed"])
    if params["more"]:
        lines.append(t("notice-missed-more", count=params["more"]))
    rows = []
    if params["more"]:
        count = params["more"] + len(params["missed"])
        label = t.plain("notice-button-missed", count=count)
        rows.append([button(label, NotReachedList(notice=params["notice"]).pack())])
    if status in ("sending", "done"):
        rows.append([_withdraw(t, params["notice"])])
    return Rendered("\n".join(lines), keyboard(*rows), news=status in ("done", "cancelled"))


def _withdraw(t: Texts, notice_id: int) -> InlineKeyboardButton:
    data = WithdrawNotice(notice=notice_id).pack()
    return button(t.plain("notice-button-withdraw"), data)


def withdraw_button(t: Texts, notice_id: int) -> InlineKeyboardMarkup | None:
    """[Thu hồi] alone."""
    return keyboard([_withdraw(t, notice_id)])


def figure_lines(t: Texts, figures: Mapping[str, int]) -> list[str]:
    """How many it has reached, and what became of the others."""
    lines = [
        t(
            "notice-progress-counts",
            delivered=figures["delivered"],
            people=sum(figures.values()),
            waiting=figures["waiting"],
            failed=figures["failed"],
        )
    ]
    if figures["uncertain"]:
        lines.append(t("notice-progress-uncertain", count=figures["uncertain"]))
    if figures["unlinked"]:
        lines.append(t("notice-progress-unlinked", count=figures["unlinked"]))
    if figures["cancelled"]:
        lines.append(t("notice-progress-cancelled", count=figures["cancelled"]))
    return lines


def why_missed(t: Texts, why: Sequence[Sequence[Any]]) -> str:
    """ "hết hạn mức chi: 12 · chưa liên kết: 3", the most frequent first; plain text."""
    return " · ".join(f"{t.plain(REASONS[reason])}: {count}" for reason, count in why)


def missed_lines(t: Texts, missed: Sequence[Mapping[str, Any]]) -> list[str]:
    """Each name with the children, the telephone and why, as far as a message holds."""
    lines: list[str] = []
    room = ROOM - 900
    for at, one in enumerate(missed):
        said = {
            "name": one["name"],
            "phone": one["phone"] or "none",
            "why": t.plain(REASONS[one["reason"]]),
        }
        if one["about"]:
            line = t("notice-missed-family", children=children_words(t, one["about"]), **said)
        else:
            line = t("notice-missed-staff", **said)
        room -= len(line) + 1
        if room < 0:
            return [*lines, t("notice-missed-more", count=len(missed) - at)]
        lines.append(line)
    return lines


def _escaped(text: str) -> Html:
    return Html(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
