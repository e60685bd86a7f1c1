"""Keys of Telex and VNI that the input method did not swallow."""

import pytest

from services.name_syllables import syllable
from services.telex import decode


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("huwowng", "hương"),
        ("huongw", "hương"),
        ("hwowng", "hương"),
        ("hu7o7ng", "hương"),
        ("huong7", "hương"),
        ("huong77", "hương"),
        ("dungx", "dũng"),
        ("dunxg", "dũng"),
        ("du4ng", "dũng"),
        ("ddatj", "đạt"),
        ("datdj", "đạt"),
        ("d9at5", "đạt"),
        ("nguyeexn", "nguyễn"),
        ("nguyenxe", "nguyễn"),
        ("nguyen64", "nguyễn"),
        ("thawngs", "thắng"),
        ("tha8ng1", "thắng"),
        ("nhw", "như"),
        ("huuwx", "hữu"),
        ("huu74", "hữu"),
        ("hươngf", "hường"),
        ("dũngx", "dũng"),
        ("hoangf", "hoàng"),
    ],
)
def test_keys_become_letters(typed: str, word: str) -> None:
    assert syllable(decode(typed)[0]) == syllable(word)


@pytest.mark.parametrize(
    "word", ["lan", "thanh", "trâm", "minh", "tran", "lan7", "8", "10", "", "w"]
)
def test_words_without_keys_stay(word: str) -> None:
    assert decode(word) == ()


def test_a_final_r_may_be_a_letter() -> None:
    assert "kbuôr" in decode("kbuoor")
