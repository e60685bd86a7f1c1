"""A subject's term and year (circular 22/2021 art. 9.1; the same formulas in circular 26/2020)."""

from decimal import Decimal

from services.evaluation.kinds import Mark, Passing, TermMarks, rounded

MIDTERM_WEIGHT, FINAL_WEIGHT = 2, 3


def term_result(marks: TermMarks) -> Mark | None:
    """ĐTBmhk = (ΣĐĐGtx + 2·ĐĐGgk + 3·ĐĐGck) / (number of ĐĐGtx + 5), or Đạt where every
    assessment is Đạt; None while anything is missing."""
    if marks.missing or marks.midterm is None or marks.final is None:
        return None
    regular = [mark for mark in marks.regular if mark is not None]
    every = [*regular, marks.midterm, marks.final]
    if all(isinstance(mark, Passing) for mark in every):
        return Passing(all(mark is Passing.PASSED for mark in every))
    figures = [mark for mark in every if isinstance(mark, Decimal)]
    if len(figures) != len(every):
        raise ValueError("figures and remarks in one subject")
    *plain, midterm, final = figures
    total = sum(plain, Decimal(0)) + MIDTERM_WEIGHT * midterm + FINAL_WEIGHT * final
    return rounded(total / (len(plain) + MIDTERM_WEIGHT + FINAL_WEIGHT))


def year_result(first: Mark | None, second: Mark | None) -> Mark | None:
    """ĐTBmcn = (ĐTBmhkI + 2·ĐTBmhkII) / 3 of the rounded terms; by remarks it is the second term's,
    whatever the first was. None while it cannot be said: a year with one term alone is the
    principal's to decide."""
    if isinstance(second, Passing):
        return second
    if isinstance(first, Decimal) and isinstance(second, Decimal):
        return rounded((first + 2 * second) / 3)
    return None


def strands_passed(parts: list[Passing | None]) -> Passing | None:
    """One assessment of a subject in strands (Âm nhạc, Mĩ thuật): Đạt when every part is."""
    if not parts or any(part is None for part in parts):
        return None
    return Passing(all(part is Passing.PASSED for part in parts))


def strands_total(parts: list[Decimal | None]) -> Decimal | None:
    """One mark of a common paper in strands (Sử and Địa): the parts' marks added."""
    given = [part for part in parts if part is not None]
    if not parts or len(given) < len(parts):
        return None
    total = sum(given, Decimal(0))
    if total > 10:
        raise ValueError(f"parts of more than 10: {total}")
    return rounded(total)
