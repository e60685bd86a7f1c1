"""A class's results go to the principal, who approves them once or gives them back (article 3.4);
what is approved is locked, and families are told: first those whose child is not promoted."""

from typing import Any

from services.access import Action, Target, may
from services.errors import AlreadyDecided, Invalid, Outdated
from services.results.kinds import Stage
from services.results.outcomes import outcome_rows
from services.results.readiness import Board, board, digest_of_class, unguarded_board
from services.score_cells import ColumnKind
from services.unit import Unit
from storage import families, gradebook, households, outbox
from storage import results as store
from storage.outbox import Priority
from storage.tables import ClassResult, ScoreLock

CARD = "class-result"
LONGEST = 500
REASON = "results"  # begins why the lock stands; the stage follows


def owner_of(row: ClassResult) -> str:
    """Under which the cards of a round are found."""
    return f"{CARD}:{row.id}:{row.round}"


async def hand_up(unit: Unit, class_id: int, stage: Stage) -> tuple[Board, int]:
    """The homeroom teacher hands the results up; how many principals see them.

    Raises `NotAllowed`, `Invalid` while anything is missing, `Outdated` where they lie there.
    """
    unit.require(Action.KEEP_RESULTS, Target(class_id=class_id))
    seen = await board(unit, class_id, stage)
    if not seen.is_complete:
        raise Invalid("results-incomplete", **{"class": seen.seen.class_name})
    values = {
        "status": "asked",
        "digest": digest_of_class(seen.seen),
        "round": seen.row.round + 1,
        "asked_by": unit.who.person_id,
        "asked_at": unit.now,
        "decided_by": None,
        "decided_at": None,
        "why": None,
    }
    if not await store.move(unit.session, seen.row, "open", **values):
        raise Outdated
    unit.audit("results.asked", f"class:{class_id}", stage=int(stage), digest=values["digest"])
    facts = await facts_of(unit, seen)
    principals = await households.holders_of(unit.session, "principal")
    for person in principals:
        await unit.notify(
            person,
            CARD,
            facts | {"decides": True},
            priority=Priority.APPROVAL,
            key=f"{owner_of(seen.row)}:{person}",
            owner=owner_of(seen.row),
        )
    return seen, len(principals)


async def facts_of(unit: Unit, seen: Board) -> dict[str, Any]:
    """The results as the principal's card shows them: figures, and the pupils to look at."""
    row, pupils = seen.row, seen.seen.pupils
    ids = {id for id in (row.asked_by, row.decided_by) if id is not None}
    people = await families.people(unit.session, ids)
    asked = people[row.asked_by] if row.asked_by else None
    decided = people[row.decided_by] if row.decided_by else None
    return {
        "id": row.id,
        "class": seen.seen.class_name,
        "stage": int(seen.seen.stage),
        "status": row.status,
        "pupils": len(pupils),
        "levels": [sum(p.level == of for p in pupils) for of in (3, 2, 1, 0)],
        "conduct": [sum(p.conduct == of for p in pupils) for of in (3, 2, 1, 0)],
        "titles": [
            sum(p.title == of for p in pupils if p.decided is None) for of in ("excellent", "good")
        ],
        "outcomes": dict(seen.outcomes),
        "named": [
            {"name": p.place.full_name, "outcome": p.outcome, "absent": p.absent}
            for p in pupils
            if p.outcome not in (None, "promoted")
        ],
        "left_open": [p.place.full_name for p in seen.left_open],
        "unsettled": [
            p.place.full_name for p in pupils if p.verdict is not None and p.verdict.ambiguous
        ],
        "asked": asked.name if asked else "",
        "asked_gender": (asked.gender or "") if asked else "",
        "decided": decided.name if decided else "",
        "decided_gender": (decided.gender or "") if decided else "",
        "why": row.why or "",
    }


async def row_of(unit: Unit, id: int) -> ClassResult:
    """A class's results by number, for those who may see them; raises `Outdated`."""
    row = await store.get(unit.session, id)
    if row is None:
        raise Outdated
    unit.require(Action.SEE_RESULTS, Target(class_id=row.class_id))
    return row


async def approve(unit: Unit, id: int) -> Board:
    """The principal approves. Raises `Invalid` where a pupil is still to be decided on, and
    `Outdated` where the figures are no longer those that were handed up: they go back then."""
    unit.require(Action.APPROVE_RESULTS)
    row = await row_of(unit, id)
    await _require_asked(unit, row)
    stage = Stage(row.stage)
    seen = await unguarded_board(unit, row.class_id, stage)
    if seen.left_open:
        names = ", ".join(p.place.full_name for p in seen.left_open)
        raise Invalid("results-left-open", names=names, **{"class": seen.seen.class_name})
    if digest_of_class(seen.seen) != row.digest:
        return await _end(unit, row, "open", "overtaken")
    by = {"status": "approved", "decided_by": unit.who.person_id, "decided_at": unit.now}
    if not await store.move(unit.session, row, "asked", **by):
        raise await _late(unit, row)
    rows = await outcome_rows(unit, seen.seen)
    await store.replace_outcomes(unit.session, row.class_id, stage, rows)
    await _lock(unit, row, stage)
    unit.audit("results.approved", f"class:{row.class_id}", stage=int(stage), digest=row.digest)
    return await _tell(unit, row)


async def give_back(unit: Unit, id: int, why: str) -> Board:
    """The principal gives results back, or opens approved ones again; with a reason."""
    unit.require(Action.APPROVE_RESULTS)
    row = await row_of(unit, id)
    if row.status == "open":
        raise await _late(unit, row)
    words = " ".join(why.split())[:LONGEST]
    if not words:
        raise Invalid("results-why")
    if row.status == "approved":
        await _unlock(unit, row)
    return await _end(unit, row, "open", words)


async def _end(unit: Unit, row: ClassResult, status: str, why: str) -> Board:
    values: dict[str, Any] = {
        "status": status,
        "decided_by": unit.who.person_id,
        "decided_at": unit.now,
        "why": why,
    }
    if not await store.move(unit.session, row, row.status, **values):
        raise await _late(unit, row)
    unit.audit("results.given_back", f"class:{row.class_id}", stage=row.stage, why=why)
    return await _tell(unit, row)


async def _tell(unit: Unit, row: ClassResult) -> Board:
    """Redraw the principals' cards and tell who handed the results up."""
    seen = await unguarded_board(unit, row.class_id, Stage(row.stage))
    facts = await facts_of(unit, seen)
    for card in await outbox.by_owner(unit.session, owner_of(row)):
        if card.person_id is not None and card.status not in ("failed", "cancelled"):
            await unit.edit_notice(card.id, card.person_id, CARD, facts | {"decides": False})
    if row.asked_by is not None:
        await unit.notify(
            row.asked_by,
            CARD,
            facts | {"decides": False},
            priority=Priority.APPROVAL,
            key=f"{owner_of(row)}:{row.status}:{unit.now.isoformat()}",
        )
    return seen


async def _require_asked(unit: Unit, row: ClassResult) -> None:
    if row.status != "asked":
        raise await _late(unit, row)


async def _late(unit: Unit, row: ClassResult) -> AlreadyDecided:
    found = await families.people(unit.session, {row.decided_by} if row.decided_by else set())
    by = found.get(row.decided_by or 0)
    at = row.decided_at.astimezone(unit.zone) if row.decided_at else None
    return AlreadyDecided(
        "results-late",
        status=row.status,
        name=by.name if by else "",
        gender=(by.gender or "") if by else "",
        when=f"{at:%H:%M} {at:%d/%m/%Y}" if at else "none",
    )


async def _lock(unit: Unit, row: ClassResult, stage: Stage) -> None:
    """Approved results are locked (article 3.4); the column of the retest stays open until the
    results after the summer are approved."""
    _, year_id = await gradebook.grade_and_year(unit.session, row.class_id)
    terms = (1, 2) if stage.is_year else (1,)
    locks: list[dict[str, Any]] = [{"term": term, "closes": True} for term in terms]
    if stage is Stage.YEAR:
        again = ColumnKind.REASSESSMENT.value
        locks.append({"term": 2, "kind": again, "closes": False})
    for each in locks:
        unit.session.add(
            ScoreLock(
                year_id=year_id,
                class_id=row.class_id,
                reason=f"{REASON}:{row.stage}",
                decided_by=unit.who.person_id,
                decided_at=unit.now,
                starts=unit.now,
                **each,
            )
        )
        await unit.session.flush()  # the newest decides: they stand in this order


async def _unlock(unit: Unit, row: ClassResult) -> None:
    """What this approval closed is open again; other locks stand, also an earlier stage's."""
    _, year_id = await gradebook.grade_and_year(unit.session, row.class_id)
    for lock in await gradebook.locks(unit.session, year_id):
        own = lock.class_id == row.class_id and lock.reason == f"{REASON}:{row.stage}"
        if own and (lock.until is None or lock.until > unit.now):
            lock.until = unit.now


async def send_waiting(unit: Unit) -> int:
    """Show the principal every class that waits, anew; how many. Others are shown none."""
    if not may(unit.who, Action.APPROVE_RESULTS):
        return 0
    rows = await store.waiting(unit.session)
    for row in rows:
        facts = await facts_of(unit, await unguarded_board(unit, row.class_id, Stage(row.stage)))
        await unit.notify(
            unit.who.person_id,
            CARD,
            facts | {"decides": True},
            priority=Priority.APPROVAL,
            key=f"{owner_of(row)}:again:{unit.who.person_id}:{unit.now.isoformat()}",
            owner=owner_of(row),
        )
    return len(rows)
