"""Closing and opening the gradebook (article 3.2): the principal's decisions, each with its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from services.access import Action
from services.errors import Invalid, NotFound, Outdated
from services.rosters import classes
from services.score_lock_words import LockWish, read_lock
from services.subjects import ORDER, subjects
from services.unit import Unit
from storage import calendar, families, gradebook
from storage.outbox import Priority
from storage.tables import ScoreLock

APPROVED = "results:"  # begins the reason of what the approval of results closed
OPENED = "scores-opened"
ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as people are told it; what is None means all."""

    id: int
    closes: bool
    class_name: str | None
    subject: str | None
    grade: int | None
    term: int | None
    kind: str | None
    number: int | None
    until: datetime | None
    reason: str
    at: datetime
    told: int = 0


async def decide(unit: Unit, closes: bool, text: str) -> Decision:
    """Close, or open until a day for a reason; raises `NotAllowed`, `Invalid`."""
    unit.require(Action.LOCK_SCORES)
    lists = await classes(unit)
    known = (await subjects(unit, 6)).values()
    own = [(s.code, s.name) for s in known if s.code not in ORDER]
    wish = read_lock(text, unit.today, [c.name for c in lists], own)
    if not closes and wish.until is None:
        raise Invalid("score-lock-until")
    if not closes and not wish.reason:
        raise Invalid("score-lock-why")
    row = await _row(unit, closes, wish)
    unit.session.add(row)
    await unit.session.flush()
    action = "scores.locked" if closes else "scores.unlocked"
    unit.audit(action, f"score-lock:{row.id}", **_facts(row))
    found = await _shown(unit, row)
    if closes:
        return found
    return await _tell(unit, row, found)


async def _row(unit: Unit, closes: bool, wish: LockWish) -> ScoreLock:
    lists = [c for c in await classes(unit) if c.class_id is not None]
    of = next((c for c in lists if c.name == wish.class_name), None)
    first = of or lists[0]
    assert first.class_id is not None  # others were left out
    _, year_id = await gradebook.grade_and_year(unit.session, first.class_id)
    subject_id = None
    if wish.subject_code is not None:
        known = (await subjects(unit, 6)).values()
        found = next((s.id for s in known if s.code == wish.subject_code), None)
        if found is None:
            raise NotFound("scores-no-such-subject")
        subject_id = found
    until = None
    if wish.until is not None:
        until = datetime.combine(wish.until + ONE, time(), unit.zone)
    return ScoreLock(
        closes=closes,
        year_id=year_id,
        term=wish.term,
        kind=wish.kind.value if wish.kind else None,
        number=wish.number,
        grade=wish.grade,
        class_id=of.class_id if of else None,
        subject_id=subject_id,
        starts=unit.now,
        until=until,
        reason=wish.reason or None,
        decided_by=unit.who.person_id,
        decided_at=unit.now,
    )


def _facts(row: ScoreLock) -> dict[str, object]:
    names = ("year_id", "term", "kind", "number", "grade", "class_id", "subject_id", "reason")
    until = row.until.isoformat() if row.until else None
    return {name: getattr(row, name) for name in names} | {"until": until}


async def _shown(unit: Unit, row: ScoreLock, told: int = 0) -> Decision:
    names = dict(await gradebook.subject_names(unit.session))
    of = await families.class_name(unit.session, row.class_id) if row.class_id else None
    return Decision(
        row.id,
        row.closes,
        of,
        names[row.subject_id] if row.subject_id else None,
        row.grade,
        row.term,
        row.kind,
        row.number,
        row.until,
        row.reason or "",
        row.decided_at,
        told,
    )


async def _tell(unit: Unit, row: ScoreLock, found: Decision) -> Decision:
    """Tell the teachers whose marks may be written again; how many."""
    grades = {}
    for of in await classes(unit):
        if of.class_id is not None:
            grades[of.class_id] = (await gradebook.grade_and_year(unit.session, of.class_id))[0]
    teachers = {
        each.person_id
        for each in await calendar.teachings(unit.session)
        if each.holds(unit.today)
        and each.class_id in grades
        and row.class_id in (None, each.class_id)
        and row.subject_id in (None, each.subject_id)
        and row.grade in (None, grades[each.class_id])
    }
    facts = {
        "class": found.class_name,
        "subject": found.subject,
        "grade": found.grade,
        "term": found.term,
        "kind": found.kind,
        "number": found.number,
        "until": f"{(row.until - ONE).astimezone(unit.zone):%d/%m/%Y}" if row.until else "",
        "reason": found.reason,
    }
    for person_id in sorted(teachers):
        await unit.notify(
            person_id, OPENED, facts, priority=Priority.NOTICE, key=f"{OPENED}:{row.id}:{person_id}"
        )
    return await _shown(unit, row, len(teachers))


async def take_back(unit: Unit, lock_id: int) -> Decision:
    """End a decision now: what held before it holds again; raises `Outdated` for one that ended."""
    unit.require(Action.LOCK_SCORES)
    row = await unit.session.get(ScoreLock, lock_id)
    if row is None or (row.until is not None and row.until <= unit.now):
        raise Outdated
    row.until = unit.now
    unit.audit("scores.lock_ended", f"score-lock:{row.id}")
    return await _shown(unit, row)


async def running(unit: Unit) -> Sequence[Decision]:
    """The decisions of this year that are in force, newest first; what the approval of results has
    closed is seen, class by class, in `services.results.overview`."""
    unit.require(Action.LOCK_SCORES)
    lists = [c for c in await classes(unit) if c.class_id is not None]
    if not lists:
        return []
    assert lists[0].class_id is not None  # others were left out
    _, year_id = await gradebook.grade_and_year(unit.session, lists[0].class_id)
    rows = await gradebook.locks(unit.session, year_id)
    now = [row for row in rows if row.until is None or row.until > unit.now]
    now = [row for row in now if not (row.reason or "").startswith(APPROVED)]
    return [await _shown(unit, row) for row in reversed(now)]
