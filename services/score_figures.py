"""The figures of one column of marks: average, lowest and highest, who has none (for staff only:
families see no class figures, circular 15/2026 art. 22.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from services.gradebook import Page
from services.score_cells import TENTH, CellState, Column


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one column. `average`, `lowest` and `highest` are None for remarks and for a column
    without marks; `missing` and `make_up` are pupils in the order of the list."""

    marked: int
    average: Decimal | None
    lowest: Decimal | None
    highest: Decimal | None
    passed: int
    failed: int
    missing: tuple[int, ...]
    make_up: tuple[int, ...]


def figures(page: Page, column: Column) -> Figures:
    """The figures of a column as it stands; who did not sit counts as 0 or Chưa đạt."""
    cells = {p.pupil_id: page.cell(column, p.pupil_id) for p in page.roster.members}
    there = [cell for cell in cells.values() if cell is not None]
    values = [cell.counted for cell in there if cell.counted is not None]
    if not page.subject.is_scored:
        values = []
    failed = sum(c.state in (CellState.FAILED, CellState.NOT_SAT) for c in there)
    return Figures(
        marked=sum(cell.is_settled for cell in there),
        average=mean(values),
        lowest=min(values, default=None),
        highest=max(values, default=None),
        passed=sum(cell.state is CellState.PASSED for cell in there),
        failed=failed,
        missing=tuple(page.missing(column)),
        make_up=tuple(id for id, c in cells.items() if c is not None and not c.is_settled),
    )


def mean(values: Iterable[Decimal]) -> Decimal | None:
    """The mean to one decimal, half up; None of nothing."""
    found = list(values)
    if not found:
        return None
    return (sum(found, Decimal(0)) / len(found)).quantize(TENTH, ROUND_HALF_UP)
