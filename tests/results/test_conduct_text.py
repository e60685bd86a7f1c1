"""Levels of conduct as homeroom teachers write them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.evaluation.kinds import Level
from services.names import Named, NameIndex
from services.results.conduct_text import read_head, read_levels

PUPILS = (
    "Lê Hoàng Lan",
    "Trần Gia Huy",
    "Phạm Quang Huy",
    "H'Hương Niê",
    "Vũ Đức Minh",
    "Lý Tiến Đạt",
)
NUMBERS = {n: n for n in range(1, len(PUPILS) + 1)}
INDEX = NameIndex(Named(n, name, number=n) for n, name in enumerate(PUPILS, start=1))
T, K, D, CD = Level.VERY_GOOD, Level.GOOD, Level.PASSED, Level.FAILED


def levels(body: str) -> dict[int, Level]:
    read = read_levels(body, INDEX, NUMBERS)
    assert not read.unread, read.unread
    return dict(read.by_pupil)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("cả lớp tốt", dict.fromkeys(NUMBERS, T)),
        ("cả lớp tốt trừ Gia Huy khá, 5 đạt", {1: T, 2: K, 3: T, 4: T, 5: D, 6: T}),
        ("ca lop tot tru Gia Huy kha, Minh chua dat", {1: T, 2: K, 3: T, 4: T, 5: CD, 6: T}),
        ("Lan, Minh: tốt; H'Hương khá", {1: T, 5: T, 4: K}),
        ("1 T\n2 K\n5 CĐ", {1: T, 2: K, 5: CD}),
        ("1-3 tốt, 4 khá, còn lại đạt", {1: T, 2: T, 3: T, 4: K, 5: D, 6: D}),
        ("Tiến Đạt: đạt", {6: D}),
        ("Đạt khá, Lan tốt", {6: K, 1: T}),
    ],
)
def test_levels_are_read_as_they_are_meant(body: str, expected: dict[int, Level]) -> None:
    assert levels(body) == expected
    assert levels(unicodedata.normalize("NFD", body)) == expected


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("Huy khá", "several"),
        ("Tiến Đạt", "level"),
        ("Lan tốt, Lan khá", "twice"),
        ("Sơn tốt", "nobody"),
        ("9 tốt", "nobody"),
        ("Lan", "level"),
    ],
)
def test_what_is_unclear_is_said_and_never_guessed(body: str, why: str) -> None:
    read = read_levels(body, INDEX, NUMBERS)
    assert why in {each.why for each in read.unread}


def test_the_whole_class_is_not_set_while_an_exception_is_unclear() -> None:
    """Or Huy, who was to be khá, would be Tốt with all the others."""
    read = read_levels("cả lớp tốt trừ Huy khá", INDEX, NUMBERS)
    assert read.by_pupil == {}
    assert {each.why for each in read.unread} == {"several", "whole"}


@given(st.lists(st.sampled_from([T, K, D, CD]), min_size=6, max_size=6))
def test_what_is_written_by_number_or_name_is_what_is_read(chosen: list[Level]) -> None:
    words = {T: "tốt", K: "khá", D: "đạt", CD: "chưa đạt"}
    expected = dict(enumerate(chosen, start=1))
    by_number = ", ".join(f"{n} {words[level]}" for n, level in expected.items())
    by_name = "\n".join(f"{PUPILS[n - 1]}: {words[level]}" for n, level in expected.items())
    assert levels(by_number) == expected
    assert levels(by_name) == expected


def test_the_head_names_class_and_term() -> None:
    head = read_head("Rèn luyện 7A1 hk2: cả lớp tốt", ["7A1", "7A2"])
    assert head is not None
    assert (head.class_name, head.term, head.body) == ("7A1", 2, "cả lớp tốt")
    summer = read_head("ren luyen he 7A1: Lan dat", ["7A1"])
    assert summer is not None
    assert summer.term == 3
    assert read_head("7A1 toán tx1: 8 7", ["7A1"]) is None
