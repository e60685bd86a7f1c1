"""The last step of a correction: cell or level changes, what was closed stays closed, and the three
are asked for their signatures (article 11.2)."""

from services.conduct_corrections import current_level, write_level
from services.errors import Outdated
from services.gradebook import unguarded_page
from services.score_cells import Cell
from services.score_correction_cards import end, redraw, tell
from services.score_correction_facts import CONDUCT, column_of
from services.score_locks import close_again
from services.score_writing import write_cells
from services.unit import Unit
from storage import score_corrections as store
from storage.tables import ScoreCorrection


async def write(unit: Unit, row: ScoreCorrection) -> ScoreCorrection:
    """Write what was approved and confirmed; ends the correction where another change came first.

    Raises `Outdated` where it was written already.
    """
    if not await is_as_asked(unit, row):
        return await end(unit, row, ("approved",), "overtaken")
    version = None
    if row.kind == CONDUCT:
        await write_level(unit, row)
    else:
        version = await _write_cell(unit, row)
    values = {"status": "written", "written_at": unit.now, "version": version}
    if not await store.move(unit.session, row, ("approved",), **values):
        raise Outdated
    unit.audit("score_correction.written", f"score-correction:{row.id}", old=row.old, new=row.new)
    await redraw(unit, row)
    assert row.decided_by is not None  # it was approved
    assert row.admin_by is not None  # and confirmed
    people = [(row.decided_by, "principal"), (row.asked_by, "teacher"), (row.admin_by, "admin")]
    await tell(unit, row, people)
    return row


async def _write_cell(unit: Unit, row: ScoreCorrection) -> int:
    """Write the cell and close its column again; the version of the column."""
    assert row.subject_id is not None  # a cell is of a subject
    cause = f"correction:{row.id}"
    new = None if row.new is None else Cell.from_json(row.new)
    written = await write_cells(
        unit,
        row.class_id,
        row.subject_id,
        column_of(row),
        {row.pupil_id: new},
        cause=cause,
        correction=True,
    )
    place = (row.year_id, row.class_id, row.subject_id)
    close_again(unit, *place, column_of(row), cause=cause, decided_by=unit.who.person_id)
    return written.version


async def is_as_asked(unit: Unit, row: ScoreCorrection) -> bool:
    """Whether cell or level still is what the correction says it is, and the pupil on the list."""
    if row.kind == CONDUCT:
        return await current_level(unit, row) == row.old
    assert row.subject_id is not None  # a cell is of a subject
    page = await unguarded_page(unit, row.class_id, row.subject_id, row.term)
    cell = page.cell(column_of(row), row.pupil_id)
    on_list = any(place.pupil_id == row.pupil_id for place in page.roster.members)
    return on_list and (None if cell is None else cell.to_json()) == row.old
