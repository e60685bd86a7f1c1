"""Circular 22/2021: the level of results with its reasons, the one-subject adjustment, conduct of
the year (articles 8.2 and 9.2 to 9.3)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from services.evaluation.kinds import Level, SubjectResult, failed_remarks, scored

HIGH, UPPER, MIDDLE, LOWEST = Decimal("8.0"), Decimal("6.5"), Decimal("5.0"), Decimal("3.5")
STRONG = 6  # so many scored subjects carry a level
BIG_FALL = 2  # levels


class Why(StrEnum):
    """A condition of a level; the value begins the key of its text."""

    ALL_AT_LEAST = "all_at_least"  # every scored subject ≥ bound
    STRONG_AT_LEAST = "strong_at_least"  # so many of them ≥ bound
    NONE_BELOW = "none_below"
    REMARKS_PASSED = "remarks_passed"  # every subject by remarks Đạt
    REMARKS_ONE_FAILED = "remarks_one_failed"  # at most one Chưa đạt


@dataclass(frozen=True, slots=True)
class Reason:
    """A condition that holds or not: of `count` subjects against `bound`, with those that fail."""

    why: Why
    holds: bool
    bound: Decimal | None = None
    count: int = 0
    against: tuple[tuple[str, Decimal | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """A level with its reasons: what carries it, and what stood against the next better one.

    `base` is the level before the adjustment; `ambiguous`: read with the subject replaced by the
    best instead of set aside, the adjustment would come out otherwise: the principal looks at it.
    """

    level: Level
    base: Level
    carried: tuple[Reason, ...] = ()
    against: tuple[Reason, ...] = ()
    adjusted_for: str | None = None
    ambiguous: bool = False


def conditions(level: Level, results: Sequence[SubjectResult]) -> tuple[Reason, ...]:
    """The conditions of a level (art. 9.2), each with whether it holds."""
    figures, failed = scored(results), failed_remarks(results)
    remarks = tuple((code, None) for code in failed)
    if level is Level.FAILED:
        return ()
    if level is Level.PASSED:
        return (
            _strong(figures, MIDDLE),
            _all(figures, LOWEST, Why.NONE_BELOW),
            Reason(Why.REMARKS_ONE_FAILED, len(failed) <= 1, count=len(failed), against=remarks),
        )
    every, strong = (UPPER, HIGH) if level is Level.VERY_GOOD else (MIDDLE, UPPER)
    return (
        _all(figures, every, Why.ALL_AT_LEAST),
        _strong(figures, strong),
        Reason(Why.REMARKS_PASSED, not failed, against=remarks),
    )


def _all(figures: Sequence[tuple[str, Decimal]], bound: Decimal, why: Why) -> Reason:
    below = tuple((code, value) for code, value in figures if value < bound)
    return Reason(why, not below, bound, len(figures), below)


def _strong(figures: Sequence[tuple[str, Decimal]], bound: Decimal) -> Reason:
    enough = sum(value >= bound for _, value in figures)
    below = tuple((code, value) for code, value in figures if value < bound)
    return Reason(Why.STRONG_AT_LEAST, enough >= STRONG, bound, enough, below)


def base_level(results: Sequence[SubjectResult]) -> Level:
    """The level by art. 9.2 alone."""
    for level in (Level.VERY_GOOD, Level.GOOD, Level.PASSED):
        if all(reason.holds for reason in conditions(level, results)):
            return level
    return Level.FAILED


def level_of(results: Sequence[SubjectResult], needed: Collection[str] = ()) -> Verdict | None:
    """The level of results in a term or year, with the one-subject adjustment (art. 9.3).

    `needed` are the codes of all subjects the pupil is assessed in; where one has no result there
    is no level (None). Exempt subjects are in neither.
    """
    codes = {result.code for result in results}
    if not results or set(needed) - codes:
        return None
    base = base_level(results)
    carried = conditions(base, results)
    better = Level(base + 1) if base < Level.VERY_GOOD else base
    against = tuple(r for r in conditions(better, results) if not r.holds) if better > base else ()
    lifted = _lifted_by(results, base)
    if lifted is None:
        ambiguous = _replaced(results, base)
        return Verdict(base, base, carried, against, ambiguous=ambiguous)
    return Verdict(Level(base + 1), base, carried, against, adjusted_for=lifted)


def _lifted_by(results: Sequence[SubjectResult], base: Level) -> str | None:
    """The one subject without which the rest alone has at least Khá and two levels more."""
    for at, result in enumerate(results):
        rest = [*results[:at], *results[at + 1 :]]
        without = base_level(rest)
        if without >= Level.GOOD and without - base >= BIG_FALL:
            return result.code
    return None


def _replaced(results: Sequence[SubjectResult], base: Level) -> bool:
    """Whether one subject at its best, rather than set aside, would lift the level by two."""
    for at, result in enumerate(results):
        best: Decimal | None = Decimal(10) if result.is_scored else None
        if best is None:
            continue  # a remark at its best is the same as set aside
        other = [*results[:at], SubjectResult(result.code, best), *results[at + 1 :]]
        if base_level(other) - base >= BIG_FALL:
            return True
    return False


_CONDUCT = {  # second term → by first term (art. 8.2b)
    Level.VERY_GOOD: {3: 3, 2: 3, 1: 2, 0: 2},
    Level.GOOD: {3: 2, 2: 2, 1: 2, 0: 1},
    Level.PASSED: {3: 2, 2: 1, 1: 1, 0: 1},
    Level.FAILED: {3: 0, 2: 0, 1: 0, 0: 0},
}


def year_conduct(first: Level | None, second: Level | None) -> Level | None:
    """The conduct of the year by the table of art. 8.2b; None while a term is missing."""
    if first is None or second is None:
        return None
    return Level(_CONDUCT[second][first])
