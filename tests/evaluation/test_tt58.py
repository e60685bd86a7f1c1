"""Circular 58/2011 as amended by 26/2020, for old books."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.evaluation.kinds import Passing, SubjectResult, TermMarks
from services.evaluation.promotion import Outcome
from services.evaluation.tt58 import (
    Rank,
    is_advanced,
    is_excellent,
    overall,
    passes_term,
    rank_of,
    year_end,
)

CODES = ("TOAN", "NV", "NN1", "LI", "SINH", "SU", "DIA", "GDCD")
D, CD = Passing.PASSED, Passing.FAILED


def subjects(figures: str, gym: Passing = D) -> list[SubjectResult]:
    scored = [SubjectResult(c, Decimal(f)) for c, f in zip(CODES, figures.split(), strict=True)]
    return [*scored, SubjectResult("TD", gym)]


@pytest.mark.parametrize(
    ("figures", "gym", "rank"),
    [
        ("8 8 8 8 8 8 8 8", D, Rank.EXCELLENT),
        ("7.9 7.9 7.9 9 9 9 9 9", D, Rank.GOOD),  # none of the three at 8,0
        ("6.5 6 6 7 7 7 7 7", D, Rank.GOOD),
        ("5 4 4 6 6 6 6 6", D, Rank.AVERAGE),
        ("3 3 3 4 4 4 4 4", D, Rank.WEAK),
        ("1 1 1 2 2 2 2 2", D, Rank.POOR),
        ("9 9 9 9 9 9 9 4", D, Rank.GOOD),  # one subject alone: average, raised to good
        ("9 9 9 9 9 9 9 2", D, Rank.AVERAGE),  # weak, raised to average
        ("7.5 7.5 7.5 7.5 7.5 7.5 7.5 2.5", D, Rank.AVERAGE),  # good by average, weak by one
        ("8 8 8 8 8 8 8 8", CD, Rank.AVERAGE),
    ],
)
def test_ranks_and_the_adjustment(figures: str, gym: Passing, rank: Rank) -> None:
    assert rank_of(subjects(figures, gym)) is rank


def test_there_is_an_average_of_all_and_it_needs_all() -> None:
    assert overall(subjects("8 8 8 8 8 8 8 8.3")) == Decimal("8.0")
    assert rank_of(subjects("8 8 8 8 8 8 8 8")[1:], CODES) is None


def test_a_subject_by_remarks_needs_two_thirds_and_the_final() -> None:
    assert passes_term(TermMarks((D, D, CD), D, D, 3)) is D
    assert passes_term(TermMarks((D, D, D), D, CD, 3)) is CD
    assert passes_term(TermMarks((CD, CD, D), D, D, 3)) is CD
    assert passes_term(TermMarks((D, D), D, None, 2)) is None


@pytest.mark.parametrize(
    ("results", "conduct", "absent", "outcome"),
    [
        (Rank.AVERAGE, Rank.AVERAGE, 45, Outcome.PROMOTED),
        (Rank.EXCELLENT, Rank.EXCELLENT, 46, Outcome.REPEATS),
        (Rank.POOR, Rank.EXCELLENT, 0, Outcome.REPEATS),
        (Rank.WEAK, Rank.WEAK, 0, Outcome.REPEATS),
        (Rank.WEAK, Rank.AVERAGE, 0, Outcome.RETEST),
        (Rank.AVERAGE, Rank.WEAK, 0, Outcome.TRAINING),
    ],
)
def test_promotion_of_old(results: Rank, conduct: Rank, absent: int, outcome: Outcome) -> None:
    assert year_end(results, conduct, absent) is outcome
    assert year_end(None, conduct, absent) is None


def test_titles_of_old() -> None:
    assert is_excellent(Rank.EXCELLENT, Rank.EXCELLENT)
    assert is_advanced(Rank.EXCELLENT, Rank.GOOD)
    assert not is_advanced(Rank.EXCELLENT, Rank.EXCELLENT)
    assert not is_advanced(Rank.GOOD, Rank.AVERAGE)


@given(
    st.lists(st.integers(0, 100), min_size=8, max_size=8),
    st.integers(0, 7),
    st.integers(0, 100),
    st.sampled_from([D, CD]),
)
def test_a_higher_mark_never_lowers_the_rank(
    tenths: list[int], place: int, higher: int, gym: Passing
) -> None:
    def rank(of: list[int]) -> Rank:
        found = rank_of(subjects(" ".join(str(Decimal(t) / 10) for t in of), gym))
        assert found is not None
        return found

    raised = [max(t, higher) if n == place else t for n, t in enumerate(tenths)]
    assert rank(raised) >= rank(tenths)


def test_an_average_of_gioi_with_one_subject_of_kem_is_lifted_as_that_of_kha_is() -> None:
    """Art. 13.6 names Khá that falls to Kém; Giỏi that does cannot be worse off."""
    assert rank_of(subjects("9 9 9 9 9 9 9 0.5")) is Rank.WEAK
    assert rank_of(subjects("10 10 10 10 9 9 9 1")) is Rank.WEAK
