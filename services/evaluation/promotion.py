"""Circular 22/2021: promotion, retest, summer training and titles (articles 12 to 15)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from services.evaluation.kinds import Level, Missing, Passing, SubjectResult, scored

MOST_ABSENT = 45  # sessions of the year, with or without leave (art. 12.1c)
RETEST_BELOW = Decimal("5.0")
EXCELLENT, EXCELLENT_SUBJECTS = Decimal("9.0"), 6


class Outcome(StrEnum):
    """What a year comes to."""

    PROMOTED = "promoted"
    RETEST = "retest"  # in summer, in `subjects`
    TRAINING = "training"  # of conduct, in summer
    PRINCIPAL = "principal"  # both failed: whether the retest is open is the principal's word
    REPEATS = "repeats"


class Title(StrEnum):
    """Titles of the year (art. 15); there are none of a term."""

    EXCELLENT = "excellent"  # Học sinh Xuất sắc
    GOOD = "good"  # Học sinh Giỏi


@dataclass(frozen=True, slots=True)
class YearEnd:
    """The outcome with why: `absent` sessions above the limit, or what failed; `subjects` are those
    a retest is open in."""

    outcome: Outcome
    subjects: tuple[str, ...] = ()
    failed: tuple[Missing, ...] = ()


def year_end(
    results: Level | None,
    conduct: Level | None,
    absent: int | None,
    subjects: Sequence[SubjectResult],
    *,
    after_summer: bool = False,
    own_plan: bool = False,
) -> YearEnd | None:
    """What a year comes to; None while anything is missing: that never makes a pupil repeat.

    `after_summer`: retest and training are over, so there is no remedy left. A pupil with a plan of
    their own (art. 11) is never decided here.
    """
    if results is None or conduct is None or absent is None or own_plan:
        return None
    if absent > MOST_ABSENT:
        return YearEnd(Outcome.REPEATS, failed=(Missing.ATTENDANCE,))
    failed = tuple(
        what
        for what, level in ((Missing.RESULTS, results), (Missing.CONDUCT, conduct))
        if level < Level.PASSED
    )
    if not failed:
        return YearEnd(Outcome.PROMOTED)
    if after_summer:
        return YearEnd(Outcome.REPEATS, failed=failed)
    open_in = retest_subjects(subjects)
    if len(failed) > 1:
        return YearEnd(Outcome.PRINCIPAL, open_in, failed)
    if failed == (Missing.CONDUCT,):
        return YearEnd(Outcome.TRAINING, failed=failed)
    return YearEnd(Outcome.RETEST, open_in, failed)


def retest_subjects(subjects: Sequence[SubjectResult]) -> tuple[str, ...]:
    """The subjects a retest is open in: below 5,0 or Chưa đạt (art. 14)."""
    return tuple(
        s.code
        for s in subjects
        if s.mark is Passing.FAILED or (isinstance(s.mark, Decimal) and s.mark < RETEST_BELOW)
    )


def with_retests(
    subjects: Sequence[SubjectResult], again: Sequence[SubjectResult]
) -> list[SubjectResult]:
    """The year's subjects with retests in place of what they replace (art. 14)."""
    replaced = {result.code: result for result in again}
    return [replaced.get(result.code, result) for result in subjects]


def title_of(
    results: Level | None, conduct: Level | None, subjects: Sequence[SubjectResult]
) -> Title | None:
    """The title of the year (art. 15): both levels Tốt; Xuất sắc with six subjects of 9,0."""
    if results is not Level.VERY_GOOD or conduct is not Level.VERY_GOOD:
        return None
    high = sum(value >= EXCELLENT for _, value in scored(subjects))
    return Title.EXCELLENT if high >= EXCELLENT_SUBJECTS else Title.GOOD
