"""How the marks of a test lie, beside those of the grade (article 4.3): for staff alone, since
families see no class figures (circular 15/2026 art. 22.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from services.access import Action
from services.errors import Invalid
from services.gradebook import column_of, score_target, unguarded_page
from services.rosters import classes
from services.score_cells import Cell, CellState, Column
from services.score_figures import mean
from services.subjects import Subject
from services.unit import Unit
from storage import gradebook

BINS = 10  # 0 to below 1, …, 9 to 10
PASS, GOOD = Decimal(5), Decimal(8)


@dataclass(frozen=True, slots=True)
class Spread:
    """Marks of some pupils: how many in each bin, how many below 5 and from 8 on. For a subject by
    remarks `bins` are (Chưa đạt, Đạt)."""

    count: int
    bins: tuple[int, ...]
    average: Decimal | None
    below: int
    good: int


@dataclass(frozen=True, slots=True)
class Compared:
    """A column of a class beside the same column of its grade; `classes` of it have marks."""

    class_name: str
    grade: int
    subject: Subject
    column: Column
    own: Spread
    of_grade: Spread
    classes: int


def spread(cells: Iterable[Cell], scored: bool) -> Spread:
    """Count marks; who waits for a make-up is left out, who did not sit counts as 0 or Chưa đạt."""
    settled = [cell for cell in cells if cell.is_settled]
    if not scored:
        passed = sum(cell.state is CellState.PASSED for cell in settled)
        failed = len(settled) - passed
        return Spread(len(settled), (failed, passed), None, failed, 0)
    values = [cell.counted for cell in settled if cell.counted is not None]
    bins = [0] * BINS
    for value in values:
        bins[min(int(value), BINS - 1)] += 1
    below, good = sum(v < PASS for v in values), sum(v >= GOOD for v in values)
    return Spread(len(values), tuple(bins), mean(values), below, good)


async def compare(unit: Unit, class_id: int, subject_id: int, column: Column) -> Compared:
    """A class's column beside its grade's; raises `NotAllowed`, and `Invalid` for one without
    marks."""
    unit.require(Action.SEE_SCORES, await score_target(unit, class_id, subject_id))
    page = await unguarded_page(unit, class_id, subject_id, column.term)
    if column not in page.filled:
        raise Invalid("score-spread-none")
    grade, _ = await gradebook.grade_and_year(unit.session, class_id)
    ids = []
    for of in await classes(unit):
        if of.class_id is None:
            continue
        if (await gradebook.grade_and_year(unit.session, of.class_id))[0] == grade:
            ids.append(of.class_id)
    found = await gradebook.assessments(unit.session, ids, subject_id, column.term)
    rows = [row for row in found if column_of(row) == column]
    cells = await gradebook.cells(unit.session, [row.id for row in rows])
    everybody = [Cell.from_json(f) for of_row in cells.values() for f in of_row.values()]
    scored = page.subject.is_scored
    return Compared(
        page.roster.list.name,
        grade,
        page.subject,
        column,
        spread(page.filled[column].cells.values(), scored),
        spread(everybody, scored),
        len(rows),
    )
