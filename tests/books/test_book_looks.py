"""Every notice of the book, in both languages, says what it must and nothing that it must not."""

from typing import Any

import pytest

from handlers.capabilities import Capabilities
from handlers.notices import registry, render
from handlers.texts import texts

KHOA = {"name": "Trần Anh Khoa", "gender": "M"}
ROW: dict[str, Any] = {
    "page": 1,
    "pupil": 15,
    "name": "Nguyễn Thị <Ngọc> Lan",
    "class": "7A1",
    "month": "11/2026",
    "total": 2,
    "excused": 1,
    "unexcused": 0,
    "missed": [
        {"day": "12/11", "half": "morning", "state": "unexplained"},
        {"day": "13/11", "half": "", "state": "excused"},
    ],
    "late": 1,
    "early": 2,
    "skipped": 3,
    "face": "asked",
}
WISH: dict[str, Any] = {
    "id": 1,
    "page": 1,
    "class": "7A1",
    "month": "11/2026",
    "name": "Nguyễn Thị Ngọc Lan",
    "number": 15,
    "day": "12/11/2026",
    "half": "afternoon",
    "old": None,
    "new": {"state": "late", "minutes": 10},
    "reason": "ghi nhầm",
    "status": "pending",
    "asked": KHOA,
    "by": None,
    "at": "",
    "why": "",
}
ENDED = WISH | {"by": KHOA, "at": "17:40 01/12/2026", "why": "chưa có minh chứng"}
ASK: dict[str, Any] = {
    "page": 1,
    "class": "7A1",
    "kind": "month",
    "number": 11,
    "label": "11/2026",
    "step": "signed",
    "missing": 1,
    "unexplained": 2,
    "leave": 3,
    "doubts": 4,
    "read_out": True,
}
LIST: dict[str, Any] = {
    "kind": "term",
    "first": "2026-09-07",
    "number": 1,
    "label": "",
    "step": "filed",
    "classes": ["6A1", "7A1"],
}
DOUBT = ROW | {
    "number": 15,
    "relation": "mother",
    "guardian": "Nguyễn Diệu Thủy",
    "words": "Cháu <có> mặt",
    "locked": True,
}
KINDS = [
    *(("book-row", ROW | {"face": face}) for face in ("asked", "confirmed", "corrected", "seen")),
    ("book-row", ROW | {"total": 0, "missed": []}),
    ("book-doubt", DOUBT),
    ("book-doubt", DOUBT | {"locked": False}),
    ("book-correction", WISH),
    *(("book-correction", ENDED | {"status": s}) for s in ("approved", "rejected", "withdrawn")),
    *(("book-correction-result", ENDED | {"status": s}) for s in ("approved", "rejected")),
    *(("book-ask", ASK | {"step": step}) for step in ("shown", "confirmed", "signed")),
    ("book-ask", ASK | {"kind": "year", "label": "2026-2027"}),
    ("book-waiting", LIST),
    ("book-waiting", LIST | {"step": "approved", "kind": "month", "label": "11/2026"}),
    ("book-late", LIST | {"step": "late"}),
]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("kind", "params"), KINDS)
def test_a_notice_can_be_shown(kind: str, params: dict[str, Any], language: str) -> None:
    assert registry.book
    shown = render(kind, params, texts(language), Capabilities())
    assert "{" not in shown.text
    assert "<Ngọc>" not in shown.text
    assert "<có>" not in shown.text
    if kind == "book-correction-result":
        assert "ghi nhầm" not in shown.text
    for row in shown.keyboard.inline_keyboard if shown.keyboard else ():
        for each in row:
            assert len((each.callback_data or "").encode()) <= 64
            assert len(each.text) <= 64
