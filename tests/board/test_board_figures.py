"""Rates as they are written, who is a change of class, and what a label means."""

from hypothesis import given
from hypothesis import strategies as some

from handlers.board_words import rate_words, share_words
from handlers.texts import texts

VI, EN = texts("vi"), texts("en")


def test_rates_are_written_as_people_write_them() -> None:
    assert rate_words(VI, 455, 463) == "98,2%"
    assert rate_words(EN, 455, 463) == "98.2%"
    assert rate_words(VI, 0, 0) == "0,0%"
    assert share_words(VI, 8, 463) == "1,7%"


@given(some.integers(1, 3000).flatmap(lambda n: some.tuples(some.integers(0, n), some.just(n))))
def test_a_hundred_per_cent_is_nobody_missing(figures: tuple[int, int]) -> None:
    present, size = figures
    assert (rate_words(VI, present, size) == "100,0%") is (present == size)
