"""What evaluation speaks of: marks of a subject, levels, and the reasons for a level."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import IntEnum, StrEnum

TENTH = Decimal("0.1")


class Level(IntEnum):
    """Levels of results and of conduct under circular 22/2021; the higher the better."""

    FAILED = 0  # Chưa đạt
    PASSED = 1  # Đạt
    GOOD = 2  # Khá
    VERY_GOOD = 3  # Tốt


class Passing(IntEnum):
    """The mark of a subject by remarks."""

    FAILED = 0
    PASSED = 1


Mark = Decimal | Passing


class Missing(StrEnum):
    """What is lacking for a conclusion."""

    REGULAR = "regular"
    MIDTERM = "midterm"
    FINAL = "final"
    TERM_ONE = "term_one"
    TERM_TWO = "term_two"
    SUBJECT = "subject"
    CONDUCT = "conduct"
    RESULTS = "results"
    ATTENDANCE = "attendance"


@dataclass(frozen=True, slots=True)
class TermMarks:
    """The marks of a subject in a term; None where one has not been given yet. `asked` is how many
    regular marks the term needs."""

    regular: tuple[Mark | None, ...]
    midterm: Mark | None
    final: Mark | None
    asked: int

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What the term still needs: every regular mark that was begun or is asked for, and both
        tests (circular 22/2021 art. 9)."""
        found = []
        given = [mark for mark in self.regular if mark is not None]
        if len(given) < self.asked or len(given) < len(self.regular):
            found.append(Missing.REGULAR)
        if self.midterm is None:
            found.append(Missing.MIDTERM)
        if self.final is None:
            found.append(Missing.FINAL)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class SubjectResult:
    """A subject's result in a term or year: an average, or Đạt or Chưa đạt."""

    code: str
    mark: Mark

    @property
    def is_scored(self) -> bool:
        """Whether it is a figure."""
        return isinstance(self.mark, Decimal)


def rounded(value: Decimal) -> Decimal:
    """One decimal, half up (circular 22/2021 art. 5.3 and 9)."""
    return value.quantize(TENTH, ROUND_HALF_UP)


def scored(results: Iterable[SubjectResult]) -> list[tuple[str, Decimal]]:
    """The figures among some results, by subject."""
    return [(r.code, r.mark) for r in results if isinstance(r.mark, Decimal)]


def failed_remarks(results: Iterable[SubjectResult]) -> list[str]:
    """The subjects by remarks that are Chưa đạt."""
    return [r.code for r in results if r.mark is Passing.FAILED]
