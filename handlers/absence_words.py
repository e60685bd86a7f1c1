"""Phrases that the messages about a missing child share: hours, teachers, guardians, the child."""

from collections.abc import Mapping
from typing import Any

from handlers.texts import Html, Texts

REASONS = {"sick": "absence-reason-sick", "family": "absence-reason-family"}
PARTS = {
    "morning": "absence-part-morning",
    "afternoon": "absence-part-afternoon",
    "evening": "absence-part-evening",
}


def time_words(t: Texts, clock: str) -> str:
    """ "07:35" as people say it: "7 giờ 35", "7 giờ"; plain text."""
    hour, minute = clock.split(":")
    key = "absence-clock-sharp" if minute == "00" else "absence-clock"
    return t.plain(key, hour=str(int(hour)), minute=minute)


def teacher_words(t: Texts, who: Mapping[str, Any]) -> str:
    """ "Thầy Trần Anh Khoa"; plain text."""
    return t.plain("absence-teacher", name=who.get("name", ""), gender=who.get("gender") or "")


def guardian_words(t: Texts, who: Mapping[str, Any]) -> str:
    """ "Mẹ em (Nguyễn Diệu Thủy)"; plain text."""
    return t.plain("absence-guardian", relation=who["relation"], name=who["name"])


def phone_words(t: Texts, phone: str | None) -> str:
    """The number, or that there is none; plain text."""
    return phone or t.plain("absence-no-phone")


def reason_words(t: Texts, reason: str) -> str:
    """A quick reason in the reader's language, or the family's own words; plain text."""
    return t.plain(REASONS[reason]) if reason in REASONS else reason


def alert_words(t: Texts, shown: Mapping[str, Any]) -> Html:
    """The alert itself, in neutral words."""
    values = {
        "pupil": shown["pupil"],
        "class": shown["class"],
        "time": time_words(t, shown["known"]),
        "part": t.plain(PARTS[shown["part"]]),
    }
    if shown["group"]:
        return Html(t("absence-alert-group", group=shown["group"], **values))
    if shown["kind"] != "main":
        return Html(t("absence-alert-extra", **values))
    return Html(t("absence-alert", **values))


def about(t: Texts, shown: Mapping[str, Any]) -> dict[str, str]:
    """The child and the day, as most texts name them."""
    return {"pupil": shown["pupil"], "class": shown["class"], "day": shown["day"]}
