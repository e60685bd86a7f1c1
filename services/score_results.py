"""From the gradebook to evaluation: a pupil's marks of a subject as the circular counts them."""

from decimal import Decimal

from services.evaluation.averages import term_result, year_result
from services.evaluation.kinds import Mark, Passing, TermMarks
from services.gradebook import Page
from services.score_cells import Cell, CellState, Column, ColumnKind


def mark_of(cell: Cell | None, scored: bool) -> Mark | None:
    """What a cell counts as: who did not sit has 0 or Chưa đạt (circular 22/2021 art. 7); a blank
    and a make-up that is due count as nothing yet."""
    if cell is None or cell.state is CellState.MAKE_UP:
        return None
    if cell.state is CellState.NOT_SAT:
        return Decimal(0) if scored else Passing.FAILED
    if cell.value is not None:
        return cell.value
    return Passing.PASSED if cell.state is CellState.PASSED else Passing.FAILED


def term_marks(page: Page, pupil_id: int) -> TermMarks:
    """A pupil's marks of the page's subject and term. A regular column beyond those asked for
    counts for whom it has a mark."""
    scored, asked = page.subject.is_scored, page.subject.regular
    regular: list[Mark | None] = []
    for column in page.columns:
        if column.kind is not ColumnKind.REGULAR:
            continue
        mark = mark_of(page.cell(column, pupil_id), scored)
        if mark is not None or column.number <= asked:
            regular.append(mark)
    tests = [
        mark_of(page.cell(Column(page.term, kind), pupil_id), scored)
        for kind in (ColumnKind.MIDTERM, ColumnKind.FINAL)
    ]
    return TermMarks(tuple(regular), tests[0], tests[1], asked)


def averages(page: Page) -> dict[int, Mark | None]:
    """Each pupil's term average, or Đạt or Chưa đạt; None while anything is missing. Who is exempt
    is left out."""
    return {
        place.pupil_id: term_result(term_marks(page, place.pupil_id))
        for place in page.roster.members
        if place.pupil_id not in page.exempt
    }


def years(first: Page, second: Page) -> dict[int, Mark | None]:
    """Each pupil's result of the year from both terms' pages; None while it cannot be said."""
    one, two = averages(first), averages(second)
    return {id: year_result(one.get(id), two[id]) for id in two}
