"""Entering a column by tapping: one pupil after another, each mark saved at once (article 8.1)."""

from dataclasses import dataclass

from services.errors import Outdated
from services.score_cells import FAILED, MAKE_UP, PASSED, Cell, Column, score
from services.score_drafts import Draft, is_over, page_of
from services.score_locks import require_open
from services.score_writing import write_cells
from services.score_writing_rights import require_writer
from services.unit import Unit
from storage.rosters import Place

HALVES = tuple(range(0, 105, 5))  # tenths that have a button; others are typed


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose mark is tapped now, None at the end; `cell` what stands there, `done` of `size` have
    one. `before` is the pupil in front, to go back to."""

    class_id: int
    subject_id: int
    column: Column
    scored: bool
    place: Place | None
    cell: Cell | None
    before: int | None
    done: int
    size: int
    assessment_id: int


def cell_of(code: str) -> Cell | None:
    """What a button writes: "75", "p", "f", "v", or "-" for blank; raises `Outdated`."""
    fixed = {"p": PASSED, "f": FAILED, "v": MAKE_UP}
    if code in fixed:
        return fixed[code]
    if code == "-":
        return None
    if code.isdecimal() and int(code) in HALVES:
        return score(f"{int(code) / 10}")
    raise Outdated


async def turn(unit: Unit, draft: Draft, after: int | None = None, at: int | None = None) -> Turn:
    """The pupil `at`, or the next without a mark behind `after`; from the beginning where neither
    is said. Raises `NotAllowed`, `Invalid` for a closed column, `Outdated` when time is over."""
    column = draft.column
    if column is None or len(draft.class_ids) != 1 or len(draft.subject_ids) != 1:
        raise Outdated
    if is_over(draft, unit.now):
        raise Outdated("score-tap-over")
    class_id, subject_id = draft.class_ids[0], draft.subject_ids[0]
    await require_writer(unit, class_id, subject_id, column)
    await require_open(unit, class_id, subject_id, column)
    page = await page_of(unit, draft)
    places = [p for p in page.roster.members if p.pupil_id not in page.exempt]
    ids = [place.pupil_id for place in places]
    missing = set(page.missing(column))
    found: int | None = None
    if at is not None:
        if at not in ids:
            raise Outdated
        found = ids.index(at)
    else:
        start = ids.index(after) + 1 if after in ids else 0
        found = next((n for n in range(start, len(ids)) if ids[n] in missing), None)
    place = None if found is None else places[found]
    row = page.filled.get(column)
    return Turn(
        class_id,
        subject_id,
        column,
        page.subject.is_scored,
        place,
        None if place is None else page.cell(column, place.pupil_id),
        ids[found - 1] if found else (ids[-1] if found is None and ids else None),
        len(ids) - len(missing),
        len(ids),
        0 if row is None else row.row.id,
    )


async def tap(unit: Unit, draft: Draft, pupil_id: int, code: str) -> Turn:
    """Write one mark and go to the next pupil without one."""
    here = await turn(unit, draft, at=pupil_id)
    cells = {pupil_id: cell_of(code)}
    await write_cells(unit, here.class_id, here.subject_id, here.column, cells)
    return await turn(unit, draft, after=pupil_id)
