"""Which part of the gradebook is closed (article 3.2): the newest decision in force decides.

Nobody writes what is closed, by any way, but an approved correction.
"""

from dataclasses import dataclass
from datetime import datetime

from services.errors import Invalid
from services.score_cells import Column
from services.unit import Unit
from storage import families, gradebook
from storage.tables import ScoreLock


@dataclass(frozen=True, slots=True)
class Locks:
    """The decisions of one school year; asked for a column at an instant."""

    decisions: tuple[ScoreLock, ...]

    def deciding(
        self, grade: int, class_id: int, subject_id: int, column: Column, at: datetime
    ) -> ScoreLock | None:
        """The decision that holds for a column; None where there never was one."""
        place = {
            "grade": grade,
            "class_id": class_id,
            "subject_id": subject_id,
            "term": column.term,
            "kind": column.kind.value,
            "number": column.number,
        }
        for each in reversed(self.decisions):
            running = each.starts <= at and (each.until is None or at < each.until)
            if running and all(getattr(each, k) in (None, v) for k, v in place.items()):
                return each
        return None

    def is_closed(
        self, grade: int, class_id: int, subject_id: int, column: Column, at: datetime
    ) -> bool:
        """Whether a column may not be written."""
        found = self.deciding(grade, class_id, subject_id, column, at)
        return found is not None and found.closes


async def locks_of(unit: Unit, year_id: int) -> Locks:
    """The decisions of a year, read in this unit of work: a lock made a moment ago counts."""
    return Locks(tuple(await gradebook.locks(unit.session, year_id)))


async def require_open(unit: Unit, class_id: int, subject_id: int, column: Column) -> None:
    """Raise `Invalid`, with the way to a correction, where the column is closed."""
    grade, year_id = await gradebook.grade_and_year(unit.session, class_id)
    locks = await locks_of(unit, year_id)
    if locks.is_closed(grade, class_id, subject_id, column, unit.now):
        name = await families.class_name(unit.session, class_id)
        raise Invalid("scores-locked", **{"class": name})
