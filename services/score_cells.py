"""What can stand in a cell of the gradebook, and which columns a subject has in a term.

A cell without a mark is no `Cell` at all: blank is not nought (circular 22/2021 art. 7).
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

TENTH = Decimal("0.1")
LOWEST, HIGHEST = Decimal(0), Decimal(10)


class CellState(StrEnum):
    """The states of a cell that is not blank."""

    SCORE = "score"
    PASSED = "passed"
    FAILED = "failed"
    MAKE_UP = "make_up"  # absent with a reason: a make-up is due, no average until then
    NOT_SAT = "not_sat"  # absent without one, confirmed: counts as 0 or Chưa đạt


class ColumnKind(StrEnum):
    """The kinds of assessment (ĐĐGtx, ĐĐGgk, ĐĐGck, and the one again in summer)."""

    REGULAR = "regular"
    MIDTERM = "midterm"
    FINAL = "final"
    REASSESSMENT = "reassessment"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; `value` (0 to 10 by 0.1) with `SCORE` alone."""

    state: CellState
    value: Decimal | None = None

    def __post_init__(self) -> None:
        if (self.value is not None) != (self.state is CellState.SCORE):
            raise ValueError("a value belongs to a score, and to nothing else")
        if self.value is not None and not (
            LOWEST <= self.value <= HIGHEST and self.value == self.value.quantize(TENTH)
        ):
            raise ValueError(f"no score: {self.value}")

    @property
    def is_settled(self) -> bool:
        """Whether averages may count the cell."""
        return self.state is not CellState.MAKE_UP

    @property
    def counted(self) -> Decimal | None:
        """What a scored subject's average takes for it; None where it takes nothing."""
        return LOWEST if self.state is CellState.NOT_SAT else self.value

    def to_json(self) -> dict[str, Any]:
        """As the history and the audit chain keep it."""
        facts: dict[str, Any] = {"state": self.state.value}
        if self.value is not None:
            facts["tenths"] = int(self.value * 10)
        return facts

    @classmethod
    def from_json(cls, facts: dict[str, Any]) -> "Cell":
        """The cell that `to_json` wrote, or a stored row's fields."""
        tenths = facts.get("tenths")
        value = None if tenths is None else (Decimal(tenths) / 10).quantize(TENTH)
        return cls(CellState(facts["state"]), value)


def score(value: Decimal | str | int) -> Cell:
    """A score, rounded to one decimal, half up (circular 22/2021 art. 5.3)."""
    return Cell(CellState.SCORE, Decimal(value).quantize(TENTH, ROUND_HALF_UP))


PASSED, FAILED = Cell(CellState.PASSED), Cell(CellState.FAILED)
MAKE_UP, NOT_SAT = Cell(CellState.MAKE_UP), Cell(CellState.NOT_SAT)


@dataclass(frozen=True, slots=True, order=True)
class Column:
    """One column of a subject in a class: `term` 1 or 2; `number` 1 to 4 for regular ones."""

    term: int
    kind: ColumnKind
    number: int = 1

    @property
    def code(self) -> str:
        """Names it in buttons and files: 1tx2, 1gk, 2ck, 2tl."""
        short = _SHORT[self.kind]
        return f"{self.term}{short}{self.number if self.kind is ColumnKind.REGULAR else ''}"

    @property
    def is_periodic(self) -> bool:
        """Whether a whole grade sits it on a day of its own."""
        return self.kind in (ColumnKind.MIDTERM, ColumnKind.FINAL)

    @classmethod
    def of(cls, code: str) -> "Column":
        """The column that a code names; raises `ValueError`."""
        term, short, number = code[:1], code[1:3], code[3:]
        kind = _KINDS.get(short)
        if term not in ("1", "2") or kind is None or (number and not number.isdecimal()):
            raise ValueError(f"no column: {code}")
        return cls(int(term), kind, int(number or 1))


_SHORT = {
    ColumnKind.REGULAR: "tx",
    ColumnKind.MIDTERM: "gk",
    ColumnKind.FINAL: "ck",
    ColumnKind.REASSESSMENT: "tl",
}
_KINDS = {short: kind for kind, short in _SHORT.items()}
_ORDER = {kind: place for place, kind in enumerate(ColumnKind)}


def columns(regular: int, term: int) -> tuple[Column, ...]:
    """The columns of a term in the order of the book; `regular` marks are asked for."""
    return (
        *(Column(term, ColumnKind.REGULAR, n + 1) for n in range(regular)),
        Column(term, ColumnKind.MIDTERM),
        Column(term, ColumnKind.FINAL),
    )


def book_order(column: Column) -> tuple[int, int, int]:
    """Sorts columns as the book has them."""
    return (column.term, _ORDER[column.kind], column.number)
