"""Phrases that the messages about notices share: for whom, why, from whom, about which children."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from handlers.person_texts import channel_name
from handlers.texts import Html, Texts

AUDIENCES = {
    "class": "notice-to-class",
    "grade": "notice-to-grade",
    "school": "notice-to-school",
    "staff": "notice-to-staff",
}
WHY = {
    "money": "notice-why-money",
    "trip": "notice-why-trip",
    "routine": "notice-why-routine",
    "other": "notice-why-other",
    "grade": "notice-why-grade",
    "school": "notice-why-school",
    "staff": "notice-why-staff",
    "other-class": "notice-why-other-class",
}
SUBJECTS = {
    "routine": "notice-subject-routine",
    "trip": "notice-subject-trip",
    "money": "notice-subject-money",
    "other": "notice-subject-other",
}
WAYS = {
    "plain": "reach-plain",
    "free": "reach-free",
    "consultation": "reach-consultation",
    "template": "reach-template",
    "phone": "reach-phone",
}
LOST = {"beyond": "reach-beyond", "none": "reach-none"}
CHILDREN_ROOM = 250  # characters for naming children, so that the frame of a notice stays short


def audience_words(t: Texts, audience: Mapping[str, Any]) -> str:
    """ "phụ huynh lớp 7A1", from an audience as it is stored; plain text."""
    names = audience["names"]
    if audience["kind"] == "pupil":
        return t.plain("notice-to-pupil", name=names[0], **{"class": names[1]})
    if audience["kind"] in ("school", "staff"):
        return t.plain(AUDIENCES[audience["kind"]])
    return t.plain(AUDIENCES[audience["kind"]], names=", ".join(names))


def why_words(t: Texts, why: Iterable[str]) -> str:
    """ "có nội dung về tiền; gửi cả khối"; plain text."""
    return "; ".join(t.plain(WHY[each]) for each in why)


def subject_words(t: Texts, subject: str) -> str:
    """ "Việc thường ngày"; plain text."""
    return t.plain(SUBJECTS.get(subject, "notice-subject-other"))


def children_words(t: Texts, about: Sequence[Sequence[str]]) -> str:
    """ "em Nguyễn Thị Ngọc Lan, lớp 7A1; em …", as many as there is room for; plain text."""
    said: list[str] = []
    for name, class_name in about:
        said.append(t.plain("notice-child", name=name, **{"class": class_name}))
        if len("; ".join(said)) > CHILDREN_ROOM and len(said) > 1:
            said.pop()
            break
    left = len(about) - len(said)
    more = f" {t.plain('notice-more-children', count=left)}" if left else ""
    return "; ".join(said) + more


def author_words(t: Texts, author: Mapping[str, Any]) -> str:
    """ "Thầy Trần Anh Khoa, giáo viên chủ nhiệm 7A1"; plain text."""
    name = t.plain("notice-author", name=author["name"], gender=author["gender"]).strip()
    post = t.plain("notice-post", role=author["role"], classes=author["classes"]).strip()
    return f"{name}, {post}" if post else name


def reach_words(t: Texts, reach: Mapping[str, Any] | None) -> str:
    """ "Dự kiến: Telegram 120 · Zalo OA tư vấn 50 (2.750đ) · không tới được 10."; "" where nothing
    has to be said."""
    if reach is None:
        return ""
    parts = [
        t(
            WAYS[row["way"]],
            channel=channel_name(t, row["channel"]),
            count=row["count"],
            cost=row["cost"],
        )
        for row in reach["by"]
    ]
    for key in ("beyond", "none"):
        if reach[key]:
            parts.append(t(LOST[key], count=reach[key]))
    return t("reach-line", parts=Html(" · ".join(parts)))
