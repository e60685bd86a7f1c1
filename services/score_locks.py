"""Which part of the gradebook is closed (article 3.2): the newest decision in force decides.

Where the school lets columns lock by themselves, that counts as a decision made when the days
after the column's last day are over. Nobody writes what is closed, by any way, but an approved
correction.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from services.errors import Invalid
from services.school_rules import rules_of
from services.score_cells import Column
from services.score_deadlines import Deadlines, deadlines_of
from services.subjects import Subject, subject
from services.unit import Unit
from storage import families, gradebook
from storage.tables import ScoreLock


@dataclass(frozen=True, slots=True)
class Locks:
    """The decisions that can concern a class, oldest first; `lock_after` days from a column's last
    day it closes by itself (0: never)."""

    grade: int
    class_id: int
    decisions: tuple[ScoreLock, ...]
    deadlines: Deadlines
    lock_after: int
    zone: ZoneInfo

    def deciding(self, subject_id: int, column: Column, at: datetime) -> ScoreLock | None:
        """The principal's decision that holds for a column; None where there never was one."""
        for each in reversed(self.decisions):
            running = each.starts <= at and (each.until is None or at < each.until)
            if running and covers(each, self.grade, self.class_id, subject_id, column):
                return each
        return None

    def closes_itself(self, subject: Subject, column: Column) -> datetime | None:
        """When a column closes by itself; None where it never does."""
        last = self.deadlines.of(subject.id, column, subject.regular)
        if not self.lock_after or last is None:
            return None
        return datetime.combine(last + timedelta(days=self.lock_after + 1), time(), self.zone)

    def is_closed(self, subject: Subject, column: Column, at: datetime) -> bool:
        """Whether a column may not be written."""
        found = self.deciding(subject.id, column, at)
        itself = self.closes_itself(subject, column)
        if itself is not None and at >= itself and (found is None or found.starts < itself):
            return True
        return found is not None and found.closes


def covers(lock: ScoreLock, grade: int, class_id: int, subject_id: int, column: Column) -> bool:
    """Whether a decision is about a column; what it leaves empty means all."""
    place = {
        "grade": grade,
        "class_id": class_id,
        "subject_id": subject_id,
        "term": column.term,
        "kind": column.kind.value,
        "number": column.number,
    }
    return all(getattr(lock, name) in (None, value) for name, value in place.items())


async def locks_of(unit: Unit, class_id: int) -> Locks:
    """The decisions for a class, read in this unit of work: one made a moment ago counts."""
    grade, year_id = await gradebook.grade_and_year(unit.session, class_id)
    return Locks(
        grade,
        class_id,
        tuple(await gradebook.locks(unit.session, year_id)),
        await deadlines_of(unit, class_id),
        (await rules_of(unit)).scores_lock_after,
        unit.zone,
    )


async def require_open(unit: Unit, class_id: int, subject_id: int, column: Column) -> None:
    """Raise `Invalid`, with the way to a correction, where the column is closed."""
    locks = await locks_of(unit, class_id)
    if locks.is_closed(await subject(unit, locks.grade, subject_id), column, unit.now):
        name = await families.class_name(unit.session, class_id)
        raise Invalid("scores-locked", **{"class": name})


def close_again(
    unit: Unit,
    year_id: int,
    class_id: int,
    subject_id: int,
    column: Column,
    *,
    cause: str,
    decided_by: int | None,
) -> None:
    """Close a column in the unit that has changed a mark of it by minutes (article 11.2)."""
    unit.session.add(
        ScoreLock(
            closes=True,
            year_id=year_id,
            term=column.term,
            kind=column.kind.value,
            number=column.number,
            class_id=class_id,
            subject_id=subject_id,
            starts=unit.now,
            reason=cause,
            decided_by=decided_by,
            decided_at=unit.now,
        )
    )
