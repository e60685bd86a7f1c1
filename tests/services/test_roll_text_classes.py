"""A class after a name in a group's roll: it tells namesakes apart, and nothing is guessed."""

from datetime import date

import pytest

from services.names import Named, NameIndex
from services.roll_text import name_in_full, read_frame

NAMES = {1: "Lê Minh Huy", 2: "Nguyễn Thành Huy", 3: "Trần Văn Bảo", 4: "Đỗ Tân", 5: "Đỗ Tân"}
CLASSES = {1: "7A1", 2: "8A1", 3: "7A2", 4: "7A1", 5: "8A1"}
INDEX = NameIndex([Named(id, name) for id, name in NAMES.items()])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("vắng Huy 8A1", "vắng Nguyễn Thành Huy"),
        ("vắng huy lớp 8a1 p", "vắng Nguyễn Thành Huy p"),
        ("vắng Huy (7A1) p, Bảo 7A2 k", "vắng Lê Minh Huy p, Trần Văn Bảo k"),
        ("vắng Huy và Bảo (7a2)", "vắng Huy và Trần Văn Bảo"),
        ("Huy 7.A1 muộn 10", "Lê Minh Huy muộn 10"),
        ("vắng Bảo 8A1, Huy", "vắng Bảo 8A1, Huy"),  # no Bảo in 8A1: asked
        ("vắng Huy, 8A1", "vắng Huy, 8A1"),  # not the name's
        ("vắng Tân 7A1", "vắng Tân"),  # the same full name in two classes: asked
        ("vắng Zét 7A1 p", "vắng Zét p"),  # nobody: asked about the name alone
        ("vắng 7A1", "vắng 7A1"),
    ],
)
def test_a_class_tells_namesakes_apart(text: str, read: str) -> None:
    assert " ".join(name_in_full(text, INDEX, CLASSES, NAMES).split()) == read


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("CLB bóng đá vắng Huy 8A1", "vắng Huy 8A1"),
        ("CLB bóng đá: Huy 8A1 vắng", "Huy 8A1 vắng"),
        ("8A1 CLB bóng đá vắng Huy", "vắng Huy"),
    ],
)
def test_a_class_in_a_clubs_message_is_a_pupils(text: str, rest: str) -> None:
    today = date(2026, 11, 30)
    frame = read_frame(text, classes=["7A1", "8A1"], groups={1: "CLB Bóng đá"}, today=today)
    assert (frame.class_name, frame.group_id, frame.rest) == (None, 1, rest)
