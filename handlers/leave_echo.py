"""What a guardian sees of their own request: what was written down, who was told, what is next."""

from aiogram.types import InlineKeyboardMarkup

from handlers.absence_words import reason_words
from handlers.leave_buttons import own_keyboard
from handlers.leave_words import days_words, moment_words, span_words
from handlers.texts import Texts
from services.leave_changes import Back, Open
from services.leave_text import Span
from services.leave_wish import Asked

SAVED = {"leave": "leave-saved", "late": "leave-saved-late", "early": "leave-saved-early"}


def echo(t: Texts, asked: Asked, cap: int) -> tuple[str, InlineKeyboardMarkup]:
    """The echo of a request, with what the guardian can still do."""
    leave = asked.leave
    values = {
        "pupil": asked.pupil.name,
        "class": asked.pupil.class_name or "",
        "days": days_words(t, asked.days),
    }
    if leave.kind == "leave":
        key = "leave-saved-after" if asked.after else "leave-saved"
        lines = [t(key, count=asked.count, **values)]
    else:
        when = moment_words(t, leave.at, leave.period)
        lines = [t(SAVED[leave.kind], when=when, **values)]
    if asked.known:
        lines.insert(0, t("leave-known"))
    elif asked.merged:
        lines.append(t("leave-merged"))
    if leave.reason:
        lines.append(t("absence-reason", reason=reason_words(t, leave.reason)))
    if asked.off:
        off = "; ".join(span_words(t, Span(day.day, day.day)) for day in asked.off)
        lines.append(t("leave-off-days", days=off))
    lines.append(_who_answers(t, asked, cap))
    with_reason = not leave.reason and leave.status in ("asked", "noted")
    if with_reason:
        lines.append(t("leave-reason-ask"))
    return "\n".join(lines), own_keyboard(t, leave.id, with_reason=with_reason)


def _who_answers(t: Texts, asked: Asked, cap: int) -> str:
    if not asked.reached:
        return t("leave-sent-nobody")
    if asked.leave.status in ("granted", "refused"):
        return t("leave-sent-granted" if asked.leave.status == "granted" else "leave-sent-refused")
    if asked.leave.kind != "leave":
        return t("leave-sent-noted")
    if asked.leave.is_long:
        return t("leave-sent-head", cap=cap)
    return t("leave-sent-after" if asked.after else "leave-sent-teacher")


def undone(t: Texts, mine: Open) -> str:
    """A request was taken back."""
    return t(
        "leave-undone",
        pupil=mine.pupil.name,
        days=days_words(t, mine.spans),
        **{"class": mine.pupil.class_name or ""},
    )


def comes_back(t: Texts, back: Back) -> str:
    """The child comes to school again."""
    key = "leave-back" if back.reached else "leave-back-nobody"
    return t(
        key,
        pupil=back.pupil.name,
        day=span_words(t, Span(back.day, back.day, back.half)),
        **{"class": back.pupil.class_name or ""},
    )
