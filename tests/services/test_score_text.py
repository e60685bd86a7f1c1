"""Marks as teachers write them: worked examples, and what holds for any column in any form."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from services.score_cells import Column
from services.score_text.head import folded, read_head
from services.score_text.kinds import Doubt, Note, Reading, Trouble
from services.score_text.reading import read_column
from services.score_text.values import read_value, shown
from services.subject_words import find_subject
from services.subjects import PROGRAMME
from tests.services.score_columns import INDEX, NAMES, PUPILS, a_column

LAN, HUY, HUY2, MINH, DAT = 1, 2, 3, 5, 6
CLASSES = ("6A1", "7A1", "7A2", "8A1")


def read(text: str, *, scored: bool = True, **options: object) -> Reading:
    return read_column(text, PUPILS, INDEX, scored=scored, **options)  # type: ignore[arg-type]


def cells(text: str, *, scored: bool = True) -> dict[int, str]:
    return {id: shown(cell) for id, cell in read(text, scored=scored).cells.items()}


@pytest.mark.parametrize(
    ("piece", "mark"),
    [
        ("8", "8"),
        ("8.5", "8,5"),
        ("8,5", "8,5"),
        ("8đ5", "8,5"),
        ("8đ", "8"),
        ("8 điểm", "8"),
        ("85", "8,5"),
        ("10", "10"),
        ("6,25", "6,3"),
        ("6.24", "6,2"),
        ("tám rưỡi", "8,5"),
        ("tam ruoi", "8,5"),
        ("8 rưỡi", "8,5"),
        ("bảy phẩy năm", "7,5"),
        ("bốn", "4"),
        ("v", "v"),
        ("-", "-"),
    ],
)
def test_one_mark_in_its_forms(piece: str, mark: str) -> None:
    value = read_value(piece, True)
    assert value is not None
    assert value.trouble is None
    assert shown(value.cell) == mark


@pytest.mark.parametrize(
    ("piece", "note"), [("85", Note.POINT), ("6,25", Note.ROUNDED), ("8,5", None), ("8.50", None)]
)
def test_what_is_read_otherwise_than_typed_is_said(piece: str, note: Note | None) -> None:
    value = read_value(piece, True)
    assert value is not None
    assert value.note is note


@pytest.mark.parametrize("piece", ["11", "15", "100", "825", "10,5", "mười rưỡi"])
def test_what_is_out_of_range(piece: str) -> None:
    value = read_value(piece, True)
    assert value is not None
    assert value.trouble is Trouble.RANGE


@pytest.mark.parametrize(
    ("text", "scored", "doubt", "options"),
    [
        ("8,7,5,9", True, Doubt.SEPARATOR, ("split", "decimal")),
        ("Lan 05", True, Doubt.LEADING_ZERO, ("0,5", "5")),
        ("Lan 0", True, Doubt.ZERO, ("0", "kd")),
        ("Lan không thi", True, Doubt.ZERO, ("kd", "v")),
        ("Huy 8", True, Doubt.WHO, (str(HUY), str(HUY2))),
        ("Lan 8, Lan 7", True, Doubt.TWICE, ("8", "7")),
        ("8 7 6", True, Doubt.COUNT, ("start",)),
    ],
)
def test_what_can_be_two_things_is_asked_and_nothing_of_it_is_taken(
    text: str, scored: bool, doubt: Doubt, options: tuple[str, ...]
) -> None:
    found = read(text, scored=scored)
    (question,) = found.questions
    assert (question.doubt, question.options) == (doubt, options)
    assert found.cells == {}
    again = read(text, scored=scored, answers={question.key: options[0]})
    assert not any(q.key == question.key for q in again.questions)


def test_the_answers_to_separators_are_the_two_readings() -> None:
    marks = "8,7,5,9" + ",6" * (len(NAMES) - 4)
    split = read(marks, answers={"separator": "split"})
    assert [shown(split.cells[n]) for n in (1, 2, 3, 4)] == ["8", "7", "5", "9"]
    pairs = ",".join(["8,7"] * len(NAMES))
    halves = read(pairs, answers={"separator": "decimal"})
    assert {shown(cell) for cell in halves.cells.values()} == {"8,7"}


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("cộng Lan 1 điểm", Trouble.ADDING),
        ("Lan +1", Trouble.ADDING),
        ("nâng Lan 0,5", Trouble.ADDING),
        ("Lan m", Trouble.EXEMPT),
        ("Lan Đ", Trouble.REMARKS),
        ("Xyzt 8", Trouble.NOBODY),
        ("99:8", Trouble.NUMBER),
        ("3 Lan 8", Trouble.DIFFERENT),
        ("Lan 8,5; Minh", Trouble.NO_MARK),
        (" ".join(["8"] * 30), Trouble.TOO_MANY),
    ],
)
def test_what_cannot_be_taken_is_said(text: str, trouble: Trouble) -> None:
    found = read(text)
    assert [problem.trouble for problem in found.problems] == [trouble]


def test_what_is_right_beside_it_is_kept() -> None:
    found = read("Lan 8; Xyzt 9; Minh 12; Linh 7,5")
    assert {id: shown(c) for id, c in found.cells.items()} == {LAN: "8", 8: "7,5"}
    assert [p.trouble for p in found.problems] == [Trouble.NOBODY, Trouble.RANGE]


def test_names_that_are_marks_too() -> None:
    assert cells("Đạt 8, Năm 7, Tám 9, Tư 5") == {6: "8", 7: "7", 16: "9", 18: "5"}
    assert cells("Đạt Đ, Lan Đạt, Năm cđ", scored=False) == {6: "Đ", LAN: "Đ", 7: "CĐ"}
    assert cells("Lan tám, Minh năm") == {LAN: "8", MINH: "5"}


def test_a_fill_with_exceptions_and_one_that_leaves_somebody_out() -> None:
    got = cells("cả lớp Đ trừ Lan CĐ, Minh", scored=False)
    assert got[LAN] == "CĐ"
    assert MINH not in got
    assert set(got.values()) == {"Đ", "CĐ"}
    assert len(got) == len(NAMES) - 1


def test_a_fill_that_is_not_clear_about_who_is_left_out_fills_nobody() -> None:
    assert read("tất cả 8 trừ Huy 6").cells == {}
    assert read("tất cả 8 trừ Xyzt 6").cells == {}


def test_a_column_with_blank_lines_is_blank_there() -> None:
    lines = ["8"] * len(NAMES)
    lines[2] = ""
    assert cells("\n".join(lines))[3] == "-"


def test_who_is_exempt_is_skipped_in_the_order_of_the_list() -> None:
    marks = " ".join(["7"] * (len(NAMES) - 1))
    found = read(marks, exempt={2})
    assert 2 not in found.cells
    assert len(found.cells) == len(NAMES) - 1


@given(some.integers())
def test_what_is_read_back_is_what_was_meant(seed: int) -> None:
    """In every form, in NFC, NFD and capitals; nothing is asked that was written in full."""
    made = a_column(random.Random(seed))
    found = read(made.text, scored=made.scored)
    got = {id: shown(cell) for id, cell in found.cells.items()}
    meant = {id: shown(cell) for id, cell in made.meant.items()}
    wrong = {id: mark for id, mark in got.items() if meant.get(id) != mark}
    assert wrong == {}, made
    asked = {q.doubt for q in found.questions} | {p.trouble for p in found.problems}
    assert got == meant or asked, made


@given(some.text(max_size=60))
def test_no_text_whatever_breaks_the_reader(text: str) -> None:
    found = read(text)
    assert set(found.cells) <= {pupil.pupil_id for pupil in PUPILS}
    read_head(text, CLASSES)


@pytest.mark.parametrize(
    ("text", "classes", "subject", "column", "body"),
    [
        ("7A1 toán tx1: 8 7,5", ("7A1",), "TOAN", "1tx1", "8 7,5"),
        ("tx2 anh 8a1 hk2 8 9", ("8A1",), "NN1", "2tx2", "8 9"),
        ("điểm giữa kì môn Sử lớp 7a2: Lan 8", ("7A2",), "LSDL", "1gk", "Lan 8"),
        ("7a1 VĂN ck Lan 8", ("7A1",), "NV", "1ck", "Lan 8"),
        ("7A1 KHTN phần lý tx3 8", ("7A1",), "KHTN", "1tx3", "8"),
        ("7A1 nhạc tx1 cả lớp Đ", ("7A1",), "NT", "1tx1", "cả lớp Đ"),
        ("7A1 gk2 toán 8 9", ("7A1",), "TOAN", "2gk", "8 9"),
        ("TOÁN 7A2 CUỐI KÌ 1: 8", ("7A2",), "TOAN", "1ck", "8"),
        ("7A1 Tin học tx1\n8\n7", ("7A1",), "TIN", "1tx1", "8\n7"),
        ("7A1 tiếng anh thường xuyên 2: Anh 8", ("7A1",), "NN1", "1tx2", "Anh 8"),
        ("nhập điểm 7A1 công nghệ tx 1 8", ("7A1",), "CN", "1tx1", "8"),
    ],
)
def test_heads(text: str, classes: tuple[str, ...], subject: str, column: str, body: str) -> None:
    head = read_head(text, CLASSES)
    assert (head.class_names, head.body) == (classes, body)
    assert head.subject is not None
    assert head.subject.code == subject
    assert head.column(1) == Column.of(column)


@pytest.mark.parametrize("word", ["1 tiết", "15p", "15 phút", "hs1", "hệ số 2", "miệng"])
def test_a_word_that_may_be_several_columns_is_no_column(word: str) -> None:
    head = read_head(f"7A1 toán {word}: 8 7", CLASSES)
    assert head.unclear is not None
    assert head.column(1) is None
    assert head.body == "8 7"


@pytest.mark.parametrize("text", ["7A1 vắng Lan p", "khen Lan 7A1", "mai nghỉ học", "7A1"])
def test_other_messages_have_no_subject_and_column(text: str) -> None:
    head = read_head(text, CLASSES)
    assert head.subject is None
    assert not head.names_column


@pytest.mark.parametrize("programme", PROGRAMME, ids=lambda p: p.code)
def test_every_subject_answers_to_its_official_name(programme: object) -> None:
    name = programme.name  # type: ignore[attr-defined]
    found = find_subject(folded(name))
    assert found is not None
    assert (found.code, found.start, found.end) == (programme.code, 0, len(name))  # type: ignore[attr-defined]
