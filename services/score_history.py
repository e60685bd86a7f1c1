"""Who changed which mark when (articles 3.3 and 4.4): the history of a subject's page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from services.access import Action
from services.gradebook import column_of, score_target, unguarded_page
from services.score_cells import Cell, Column
from services.unit import Unit
from storage import families, gradebook
from storage import score_corrections as fixes


@dataclass(frozen=True, slots=True)
class Entry:
    """Marks that one person wrote into one column at once: (number, name, old, new) of each pupil.
    `first` marks are those of cells that were blank; `minutes` where it was a correction."""

    at: datetime
    by: str
    column: Column
    cause: str | None
    minutes: int | None
    first: int
    changed: tuple[tuple[int | None, str, Cell | None, Cell | None], ...]


async def history(unit: Unit, class_id: int, subject_id: int, term: int, most: int) -> list[Entry]:
    """The newest writes of a page, newest first; raises `NotAllowed`."""
    unit.require(Action.SEE_SCORES, await score_target(unit, class_id, subject_id))
    page = await unguarded_page(unit, class_id, subject_id, term)
    rows = {row.id: column_of(row) for row in (f.row for f in page.filled.values())}
    steps = await gradebook.history(unit.session, list(rows))
    groups: dict[tuple[int, int], list[int]] = {}
    for at, step in enumerate(steps):
        groups.setdefault((step.assessment_id, step.version), []).append(at)
    newest = sorted(groups.items(), key=lambda each: -each[1][-1])[:most]
    people = await families.people(unit.session, {s.changed_by for s in steps})
    strangers = {s.pupil_id for s in steps} - set(page.roster.by_id)
    left = await families.pupils(unit.session, strangers, unit.today) if strangers else {}
    found = []
    for (column_id, _), places in newest:
        of = [steps[at] for at in places]
        changed = []
        for step in of:
            if step.old is None:
                continue
            place = page.roster.by_id.get(step.pupil_id)
            name = place.full_name if place else left[step.pupil_id].name
            number = place.number if place else None
            changed.append((number, name, _cell(step.old), _cell(step.new)))
        found.append(
            Entry(
                of[0].changed_at,
                people[of[0].changed_by].name,
                rows[column_id],
                of[0].cause,
                await _minutes(unit, of[0].cause),
                sum(step.old is None for step in of),
                tuple(changed),
            )
        )
    return found


def _cell(fields: Mapping[str, object] | None) -> Cell | None:
    return None if fields is None else Cell.from_json(dict(fields))


async def _minutes(unit: Unit, cause: str | None) -> int | None:
    """The number of a correction's minutes."""
    if cause is None or not cause.startswith("correction:"):
        return None
    row = await fixes.get(unit.session, int(cause.partition(":")[2]))
    return None if row is None else row.number
