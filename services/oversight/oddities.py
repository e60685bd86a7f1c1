"""What is odd about columns of marks, by stated statistics. Pure: columns in, oddities out.

- A class is far from its grade where its mean differs from the mean of the grade's other classes
  by so many points and so many standard errors of the difference (Welch: s²/n of both).
- A pile is one value for so large a share of a column of at least ten marks.
- Columns are identical where at least ten pupils have the same row of marks, of at least three
  different values: two columns of a class, or two classes in list order.
- Below target: the share at or above the subject's bound is lower than was aimed at.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from math import sqrt

FEWEST = 10  # marks in a column that says anything
DIFFERENT = 3  # values without which equal columns are no surprise


@dataclass(frozen=True, slots=True)
class Marks:
    """A column of a class: `place` is (class, subject, column code), `marks` in list order."""

    place: tuple[int, int, str]
    grade: int
    marks: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Odd:
    """Something odd: `kind` far_mean, pile, identical or below_target, where, and its figures;
    `other` is the second column of two that are identical."""

    kind: str
    place: tuple[int, int, str]
    figures: Mapping[str, str | int]
    other: tuple[int, int, str] | None = None


def mean(marks: Sequence[Decimal]) -> Decimal:
    """The mean of some marks."""
    return sum(marks, Decimal(0)) / len(marks)


def _variance(marks: Sequence[Decimal]) -> float:
    middle = mean(marks)
    return float(sum((mark - middle) ** 2 for mark in marks)) / max(1, len(marks) - 1)


def shown(value: Decimal) -> str:
    """One decimal, half up."""
    return str(value.quantize(Decimal("0.1"), ROUND_HALF_UP))


def far_means(columns: Sequence[Marks], tenths: int, errors: int) -> list[Odd]:
    """Classes far from the rest of their grade in the same subject and column."""
    groups: dict[tuple[int, int, str], list[Marks]] = {}
    for each in columns:
        if len(each.marks) >= FEWEST:
            groups.setdefault((each.grade, each.place[1], each.place[2]), []).append(each)
    found = []
    for group in groups.values():
        for each in group:
            rest = [mark for other in group if other is not each for mark in other.marks]
            if not rest:
                continue
            own, others = mean(each.marks), mean(rest)
            error = sqrt(_variance(each.marks) / len(each.marks) + _variance(rest) / len(rest))
            gap = own - others
            if abs(gap) * 10 < tenths or float(abs(gap)) < errors * error:
                continue
            figures: dict[str, str | int] = {
                "mean": shown(own),
                "grade": shown(others),
                "errors": "∞" if error == 0 else f"{float(abs(gap)) / error:.1f}",
            }
            found.append(Odd("far_mean", each.place, figures))
    return found


def piles(columns: Sequence[Marks], percent: int) -> list[Odd]:
    """Columns of which one value is so large a share."""
    found = []
    for each in columns:
        if len(each.marks) < FEWEST:
            continue
        value, count = Counter(each.marks).most_common(1)[0]
        if count * 100 >= percent * len(each.marks):
            figures: dict[str, str | int] = {"value": shown(value), "count": count}
            figures["all"] = len(each.marks)
            found.append(Odd("pile", each.place, figures))
    return found


def identical(columns: Sequence[Marks]) -> list[Odd]:
    """Pairs of columns with the same marks: in one class and subject, or of one subject and column
    in two classes."""
    by_marks: dict[tuple[Decimal, ...], list[Marks]] = {}
    for each in columns:
        if len(each.marks) >= FEWEST and len(set(each.marks)) >= DIFFERENT:
            by_marks.setdefault(each.marks, []).append(each)
    found = []
    for group in by_marks.values():
        for one, two in combinations(sorted(group, key=lambda m: m.place), 2):
            same_class = one.place[:2] == two.place[:2]
            if same_class or one.place[1:] == two.place[1:]:
                found.append(Odd("identical", one.place, {"all": len(one.marks)}, two.place))
    return found


def below(
    columns: Sequence[Marks], targets: Mapping[tuple[int, int], tuple[int, int]]
) -> list[Odd]:
    """Tests whose share at or above the bound is below the target, by (subject, grade):
    (bound in tenths, share in percent)."""
    found = []
    for each in columns:
        target = targets.get((each.place[1], each.grade))
        if target is None or each.place[2][1:3] not in ("gk", "ck") or not each.marks:
            continue
        bound, share = target
        reached = sum(mark * 10 >= bound for mark in each.marks)
        if reached * 100 < share * len(each.marks):
            figures: dict[str, str | int] = {
                "bound": shown(Decimal(bound) / 10),
                "share": share,
                "reached": shown(Decimal(reached * 100) / len(each.marks)),
                "all": len(each.marks),
            }
            found.append(Odd("below_target", each.place, figures))
    return found
