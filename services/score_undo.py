"""Taking the last write of a column back: the marks before return, as a version of their own."""

from services.errors import NotFound, Outdated
from services.gradebook import column_of
from services.score_cells import Cell
from services.score_writing import Written, write_cells
from services.unit import Unit
from storage import gradebook
from storage.tables import Assessment

CAUSE = "undo"


async def undo(unit: Unit, assessment_id: int, version: int) -> tuple[Assessment, Written]:
    """Take back the write that made `version` of a column.

    Raises `NotFound`, `NotAllowed`, `Invalid` for a closed column, and `Outdated` once a later
    version exists.
    """
    row = await gradebook.assessment(unit.session, assessment_id)
    if row is None:
        raise NotFound("score-no-such-column")
    if row.version != version:
        raise Outdated("score-undo-outdated")
    steps = await gradebook.history(unit.session, [assessment_id])
    before = {
        step.pupil_id: None if step.old is None else Cell.from_json(step.old)
        for step in steps
        if step.version == version
    }
    written = await write_cells(
        unit, row.class_id, row.subject_id, column_of(row), before, seen=version, cause=CAUSE
    )
    if written.conflict:
        raise Outdated("score-undo-outdated")
    return row, written
