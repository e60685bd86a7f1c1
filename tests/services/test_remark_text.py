"""A remark in a message, and a second one that begins behind it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from services.name_syllables import fold
from services.names import Named, NameIndex
from services.remark_text import read_names, read_opening
from services.remarks import PRAISE, REMIND

CLASSES = ("7A1", "7A2")
PUPILS = NameIndex(
    [Named(1, "Nguyễn Thị Ngọc Lan"), Named(2, "Trần Đức Minh"), Named(3, "Nguyễn Thành Huy")]
)
NUMBERS = {4: 1, 16: 2, 9: 3}

TWO = [
    "khen Lan 7A1 phát biểu tốt, nhắc Minh chưa làm bài",
    "khen Lan phát biểu tốt; nhắc nhở em Minh chưa làm bài",
    "khen Lan phát biểu tốt. Nhắc Minh, Huy chưa làm bài",
    "7A1 khen Lan: phát biểu tốt\nnhắc Minh: chưa làm bài",
    "7A1 khen Lan\n7A1 nhắc Minh",
    "khen Lan phát biểu tốt và nhắc Minh chưa làm bài",
    "khen Lan phát biểu tốt, còn nhắc bạn Minh chưa làm bài",
    "khen Lan phát biểu tốt - phê bình Minh nói chuyện",
    "khen Lan, nhắc Minh",
    "nhắc Minh quên vở, tuyên dương Lan giúp bạn",
    "khen cả lớp sôi nổi, nhắc Minh nói chuyện",
    "khen Lan gương mẫu, nhắc cả lớp giữ trật tự",
    "khen Lan 7A1 giỏi, nhắc Nam 7A2 quên vở",
    "khen Lan 7A1 giỏi; 7A2 nhắc Nam quên vở",
    "khen Lan giỏi, nhắc 16 quên vở",
    "khen Lann phát biểu tốt, nhắc Minh chưa làm bài",
]
ONE = [
    "khen Lan 7A1 phát biểu tốt",
    "khen Lan, Minh: phát biểu tốt, chăm chỉ",
    "khen Lan nhắc Minh học bài",
    "khen Lan: nhắc Minh học bài",
    "khen Lan phát biểu tốt, biết nhắc Minh giữ trật tự",
    "nhắc Minh nói chuyện, nhắc 3 lần vẫn chưa thôi",
    "nhắc Minh nói chuyện, nhắc nhiều lần",
    "khen Lan đạt giải Nhì, tuyên dương trước toàn trường",
    "khen Lan và Minh giúp bạn, được 7.5 điểm",
    "khen cả lớp sôi nổi, học tốt",
]


def second(text: str) -> bool:
    """Whether another remark is seen behind the first."""
    opening = read_opening(text, CLASSES)
    assert opening is not None
    return opening.second or read_names(opening.rest, PUPILS, NUMBERS).second


@pytest.mark.parametrize("text", TWO)
def test_a_second_remark_is_seen(text: str) -> None:
    assert second(text)
    assert second(unicodedata.normalize("NFD", text))
    assert second(fold(text))


@pytest.mark.parametrize("text", ONE)
def test_one_remark_is_one(text: str) -> None:
    assert not second(text)
    assert not second(unicodedata.normalize("NFD", text))
    assert not second(fold(text))


def test_who_and_what_is_read() -> None:
    opening = read_opening("7A1  khen \n em Lan,  Minh:  giúp bạn\nhọc Toán", CLASSES)
    assert opening is not None
    assert (opening.kind, opening.class_name) == (PRAISE, "7A1")
    named = read_names(opening.rest, PUPILS, NUMBERS)
    assert named.slots == ((1,), (2,))
    assert named.text.split() == ["giúp", "bạn", "học", "Toán"]


@given(
    some.sampled_from(["khen", "Khen ngợi", "nhắc", "PHÊ BÌNH", "tuyen duong"]),
    some.sampled_from(["Lan", "em Minh", "bạn Huy", "Ngoc Lan", "cả lớp"]),
    some.sampled_from([",", ";", ".", "\n", " - ", " và", "!", ", rồi là,"]),
    some.sampled_from(["phát biểu tốt", "chưa làm bài", "quên vở", "giúp bạn học Toán"]),
)
def test_any_two_remarks_are_never_taken_for_one(verb: str, who: str, sign: str, said: str) -> None:
    assert second(f"khen Lan {said}{sign} {verb} {who} {said}")


@given(some.text(max_size=80))
def test_nothing_breaks_it(text: str) -> None:
    for words in (text, f"khen {text}", f"nhắc Minh {text}, nhắc {text}"):
        opening = read_opening(words, CLASSES)
        if opening is not None:
            assert opening.kind in (PRAISE, REMIND)
            read_names(opening.rest, PUPILS, NUMBERS)
