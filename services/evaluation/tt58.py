"""Circular 58/2011 as amended by 26/2020, for books of years before circular 22 reached a grade."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from enum import IntEnum

from services.evaluation.kinds import (
    Passing,
    SubjectResult,
    TermMarks,
    failed_remarks,
    rounded,
    scored,
)
from services.evaluation.promotion import MOST_ABSENT, Outcome

CORE = ("TOAN", "NV", "NN1")  # one of three since circular 26/2020; of Toán and Văn before


class Rank(IntEnum):
    """Học lực, and with Kém left out hạnh kiểm; the higher the better."""

    POOR = 0  # Kém
    WEAK = 1  # Yếu
    AVERAGE = 2  # Trung bình
    GOOD = 3  # Khá
    EXCELLENT = 4  # Giỏi; of conduct Tốt


_BOUNDS = {  # average of all, one core subject, lowest subject
    Rank.EXCELLENT: (Decimal("8.0"), Decimal("8.0"), Decimal("6.5")),
    Rank.GOOD: (Decimal("6.5"), Decimal("6.5"), Decimal("5.0")),
    Rank.AVERAGE: (Decimal("5.0"), Decimal("5.0"), Decimal("3.5")),
    Rank.WEAK: (Decimal("3.5"), Decimal(0), Decimal("2.0")),
}


_LIFTED = {  # art. 13.6: by the rank that the average reaches, from the rank fallen to
    Rank.EXCELLENT: {Rank.AVERAGE: Rank.GOOD, Rank.WEAK: Rank.AVERAGE},
    Rank.GOOD: {Rank.WEAK: Rank.AVERAGE, Rank.POOR: Rank.WEAK},
}


def passes_term(marks: TermMarks) -> Passing | None:
    """A subject by remarks in a term: two thirds of the tests Đạt, the final among them."""
    every = [*marks.regular, marks.midterm, marks.final]
    if marks.missing or any(mark is None for mark in every):
        return None
    passed = sum(mark is Passing.PASSED for mark in every)
    return Passing(passed * 3 >= len(every) * 2 and marks.final is Passing.PASSED)


def overall(results: Sequence[SubjectResult]) -> Decimal | None:
    """ĐTB of all scored subjects, to one decimal."""
    figures = [value for _, value in scored(results)]
    return rounded(sum(figures, Decimal(0)) / len(figures)) if figures else None


def rank_of(
    results: Sequence[SubjectResult], needed: Collection[str] = (), core: Collection[str] = CORE
) -> Rank | None:
    """Học lực of a term or year (art. 13), adjusted where one subject alone pulled it down
    (art. 13.6); None while a needed subject has no result."""
    average = overall(results)
    if average is None or set(needed) - {r.code for r in results}:
        return None
    base = _base(results, average, core)
    # An average that reaches Giỏi reaches Khá as well: the better of the two readings holds, or a
    # higher mark could lower the rank (Giỏi that falls to Kém is not in the circular's list).
    lifted = [
        _LIFTED[wish].get(base, base)
        for wish in _LIFTED
        if average >= _BOUNDS[wish][0] and _one_subject_only(results, average, wish, core)
    ]
    return max([base, *lifted])


def _base(results: Sequence[SubjectResult], average: Decimal, core: Collection[str]) -> Rank:
    for rank in (Rank.EXCELLENT, Rank.GOOD, Rank.AVERAGE, Rank.WEAK):
        if _fits(results, average, rank, core):
            return rank
    return Rank.POOR


def _fits(
    results: Sequence[SubjectResult], average: Decimal, rank: Rank, core: Collection[str]
) -> bool:
    least, one, lowest = _BOUNDS[rank]
    figures = scored(results)
    return (
        average >= least
        and any(value >= one for code, value in figures if code in core or rank is Rank.WEAK)
        and all(value >= lowest for _, value in figures)
        and (rank is Rank.WEAK or not failed_remarks(results))
    )


def _one_subject_only(
    results: Sequence[SubjectResult], average: Decimal, wish: Rank, core: Collection[str]
) -> bool:
    """Whether without one subject the conditions of `wish` hold; the average stays as it is."""
    return any(
        _fits([*results[:at], *results[at + 1 :]], average, wish, core)
        for at in range(len(results))
    )


def year_end(results: Rank | None, conduct: Rank | None, absent: int | None) -> Outcome | None:
    """Promotion (art. 15 to 17); None while anything is missing."""
    if results is None or conduct is None or absent is None:
        return None
    if absent > MOST_ABSENT or results is Rank.POOR:
        return Outcome.REPEATS
    if results < Rank.AVERAGE and conduct < Rank.AVERAGE:
        return Outcome.REPEATS
    if results < Rank.AVERAGE:
        return Outcome.RETEST
    return Outcome.TRAINING if conduct < Rank.AVERAGE else Outcome.PROMOTED


def is_excellent(results: Rank | None, conduct: Rank | None) -> bool:
    """Học sinh giỏi of a term or year (art. 18)."""
    return results is Rank.EXCELLENT and conduct is Rank.EXCELLENT


def is_advanced(results: Rank | None, conduct: Rank | None) -> bool:
    """Học sinh tiên tiến of a term or year (art. 18): at least Khá in both, and not giỏi."""
    if results is None or conduct is None or is_excellent(results, conduct):
        return False
    return results >= Rank.GOOD and conduct >= Rank.GOOD
