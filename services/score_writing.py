"""Writing marks: every change of a cell of the gradebook passes here, whichever way it came.

It asks who writes, whether the column is closed, and whether the writer has seen what it changes;
it keeps every cell's history and the audit chain (articles 8.1 and 11 of the regulation).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.errors import Invalid
from services.gradebook import class_roster, place_of
from services.results.changed import tell_changed
from services.results.corrected import settle
from services.score_cells import Cell, CellState, Column, ColumnKind
from services.score_locks import require_open
from services.score_publishing import schedule
from services.score_writing_rights import require_writer
from services.subjects import Subject, SubjectKind, subject
from services.unit import Unit
from storage import gradebook
from storage.tables import Assessment

REMARK_STATES = (CellState.PASSED, CellState.FAILED)


@dataclass(frozen=True, slots=True)
class Written:
    """What a write led to. `conflict`: nothing was written, since the column changed after the
    writer looked. `before` and `after` hold the cells that changed, by pupil; None is blank."""

    assessment_id: int
    version: int
    before: dict[int, Cell | None]
    after: dict[int, Cell | None]
    conflict: bool = False

    @property
    def changed(self) -> bool:
        """Whether any cell is another now."""
        return bool(self.after)


async def write_cells(
    unit: Unit,
    class_id: int,
    subject_id: int,
    column: Column,
    cells: Mapping[int, Cell | None],
    *,
    seen: int | None = None,
    cause: str | None = None,
    correction: bool = False,
) -> Written:
    """Set cells of a column by pupil (None: blank); the rest stays.

    `seen` is the column's version the writer has looked at (0: none yet), None where they write
    without looking. A closed column is written by an approved `correction` alone, which has asked
    for its own right. Raises `NotAllowed`, or `Invalid` for a lock or a mark of the other kind.
    """
    if not correction:
        await require_writer(unit, class_id, subject_id, column)
        await require_open(unit, class_id, subject_id, column)
    grade, _ = await gradebook.grade_and_year(unit.session, class_id)
    _require_kind(await subject(unit, grade, subject_id), cells)
    await _require_assessed(unit, class_id, subject_id, cells)
    place = place_of(class_id, subject_id, column)
    row = await _row(unit, class_id, subject_id, column)
    stored = {} if row is None else (await gradebook.cells(unit.session, [row.id]))[row.id]
    old = {id: Cell.from_json(fields) for id, fields in stored.items()}
    changes = {id: cell for id, cell in cells.items() if old.get(id) != cell}
    version = 0 if row is None else row.version
    if seen is not None and seen != version:
        return Written(row.id if row else 0, version, {}, {}, conflict=True)
    if not changes:
        return Written(row.id if row else 0, version, {}, {})
    values: dict[str, Any] = {"entered_by": unit.who.person_id, "entered_at": unit.now}
    if column.is_periodic and not correction:
        values |= _confirmation(unit, class_id, subject_id)
    if row is None:
        written = await gradebook.create(unit.session, place, values)
    else:
        written = await gradebook.advance(unit.session, row.id, row.version, values)
    if written is None:
        return Written(row.id if row else 0, version, {}, {}, conflict=True)
    await schedule(unit, written)
    await _keep(unit, written, old, changes, cause)
    if correction:
        for pupil_id in changes:
            await settle(unit, class_id, pupil_id)
    await tell_changed(unit, class_id)
    before = {id: old.get(id) for id in changes}
    return Written(written.id, written.version, before, dict(changes))


def _confirmation(unit: Unit, class_id: int, subject_id: int) -> dict[str, Any]:
    """The subject teacher's own entry needs no reading; another's waits for it."""
    own = (class_id, subject_id) in unit.who.subjects
    return {
        "confirmed_by": unit.who.person_id if own else None,
        "confirmed_at": unit.now if own else None,
    }


def _require_kind(subject: Subject, cells: Mapping[int, Cell | None]) -> None:
    for cell in cells.values():
        if cell is None:
            continue
        if subject.kind is SubjectKind.SCORED and cell.state in REMARK_STATES:
            raise Invalid("scores-need-figures", subject=subject.name)
        if subject.kind is SubjectKind.REMARKS and cell.state is CellState.SCORE:
            raise Invalid("scores-need-remarks", subject=subject.name)


async def _require_assessed(
    unit: Unit, class_id: int, subject_id: int, cells: Mapping[int, Cell | None]
) -> None:
    """Raise `Invalid` for a mark of somebody who is not on the list today, or who is exempt."""
    marked = [id for id, cell in cells.items() if cell is not None]
    pupils = await class_roster(unit, class_id)
    on_list = {place.pupil_id for place in pupils.members}
    if any(id not in on_list for id in marked):
        raise Invalid("scores-not-on-list", list=pupils.list.name)
    exempt = await gradebook.exempt(unit.session, marked, unit.today)
    for id in marked:
        if (id, subject_id) in exempt:
            raise Invalid("scores-exempt", name=pupils.by_id[id].full_name)


async def _row(unit: Unit, class_id: int, subject_id: int, column: Column) -> Assessment | None:
    rows = await gradebook.assessments(unit.session, [class_id], subject_id, column.term)
    for row in rows:
        if Column(row.term, ColumnKind(row.kind), row.number) == column:
            return row
    return None


async def _keep(
    unit: Unit,
    row: Assessment,
    old: Mapping[int, Cell],
    changes: Mapping[int, Cell | None],
    cause: str | None,
) -> None:
    """Write the cells, their history and the audit entry of one version."""
    new = {id: cell.to_json() for id, cell in changes.items() if cell is not None}
    blank = [id for id, cell in changes.items() if cell is None]
    await gradebook.put_cells(unit.session, row.id, new, blank)
    steps = []
    for id in changes:
        was = old.get(id)
        steps.append((id, None if was is None else was.to_json(), new.get(id)))
    await gradebook.add_history(
        unit.session,
        [
            {
                "assessment_id": row.id,
                "version": row.version,
                "pupil_id": id,
                "old": was,
                "new": now,
                "changed_by": unit.who.person_id,
                "changed_at": unit.now,
                "cause": cause,
            }
            for id, was, now in steps
        ],
    )
    unit.audit(
        "scores.written",
        f"assessment:{row.id}",
        version=row.version,
        cause=cause,
        changes={str(id): [was, now] for id, was, now in steps},
    )
