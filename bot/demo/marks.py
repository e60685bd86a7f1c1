"""Invented marks of the first term for the classes on the table, entered by their teachers as in
life: through the same service, with rights, history and audit entries."""

import random
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from services.gradebook import class_roster
from services.identity import load_actor
from services.score_cells import FAILED, PASSED, Cell, Column, ColumnKind, columns, score
from services.score_writing import write_cells
from services.subjects import Subject, subjects
from services.unit import Unit
from storage import calendar, gradebook, households, school_settings

CLASSES = ("7A1", "7A2")
WEEKS_AGO = {1: 7, 2: 4, 3: 2}  # when a regular column was entered; the fourth is still to come
MIDTERM_WEEKS_AGO = 3


async def enter_marks(session: AsyncSession, now: datetime, zone: ZoneInfo) -> None:
    """Fill the columns that a school has by the end of November."""
    lot = random.Random(7)
    mark = await school_settings.revision(session)
    day = now.astimezone(zone).date()
    taught = {(t.class_id, t.subject_id): t for t in await calendar.teachings(session)}
    for of in await households.classes(session, day):
        if of.name not in CLASSES:
            continue
        unit = Unit(session, now, zone, revision=mark)
        gifts = {p.pupil_id: lot.gauss(7.1, 1.1) for p in (await class_roster(unit, of.id)).members}
        for subject in (await subjects(unit, of.grade)).values():
            teacher = taught.get((of.id, subject.id))
            if teacher is None:
                continue
            unit.actor = await load_actor(unit, teacher.person_id)
            await _enter(unit, of.id, subject, gifts, lot)
        await unit.finish()


async def _enter(
    unit: Unit,
    class_id: int,
    subject: Subject,
    gifts: dict[int, float],
    lot: random.Random,
) -> None:
    """One subject: all columns but the last regular one and the final."""
    now = unit.now
    ease = lot.uniform(-0.6, 0.8)
    for column in columns(subject.regular, 1):
        ago = _weeks_ago(column, subject.regular)
        if ago is None:
            continue
        unit.now = now - timedelta(weeks=ago)
        cells = {id: _mark(subject, gift + ease, lot) for id, gift in gifts.items()}
        done = await write_cells(unit, class_id, subject.id, column, cells)
        row = await gradebook.assessment(unit.session, done.assessment_id)
        if row is not None:  # families saw it then: it is no news today
            row.published_at, row.publish_at = row.publish_at, None
        unit.now = now


def _weeks_ago(column: Column, regular: int) -> int | None:
    if column.kind is ColumnKind.MIDTERM:
        return MIDTERM_WEEKS_AGO
    if column.kind is ColumnKind.REGULAR and column.number < regular:
        return WEEKS_AGO[column.number]
    return None


def _mark(subject: Subject, level: float, lot: random.Random) -> Cell:
    if not subject.is_scored:
        return PASSED if lot.random() < 0.97 else FAILED
    drawn = min(10.0, max(2.5, lot.gauss(level, 0.8)))
    return score(f"{round(drawn * 4) / 4:.2f}")
