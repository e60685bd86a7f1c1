"""A wrong mark in a closed column, put right as article 11.2 has it: the teacher asks with a reason
and evidence, the principal decides once, teacher and administrator each confirm, the second tap
writes the cell and closes the column again in one transaction, all three sign.
"""

from datetime import date, timedelta
from typing import Any

from services.access import Action, may
from services.errors import Invalid, NotAllowed, Outdated
from services.gradebook import score_target
from services.school_rules import rules_of
from services.score_cells import ColumnKind
from services.score_correction_cards import end, late_answer, redraw, tell
from services.score_correction_facts import (
    CONDUCT,
    DEMANDED,
    OPEN,
    RECORD,
    facts_of,
    place_of,
)
from services.score_correction_wish import CorrectionWish
from services.score_correction_writing import is_as_asked, write
from services.score_locks import locks_of
from services.unit import Unit
from storage import gradebook, households
from storage import score_corrections as store
from storage import test_dates as tests
from storage.tables import ScoreCorrection, ScoreEvidence

MOST_EVIDENCE = 6
WEEK = timedelta(days=7)


async def begin(unit: Unit, wish: CorrectionWish) -> ScoreCorrection:
    """A draft of a correction, for which evidence is collected.

    Raises `Invalid` where the column is open (the mark is simply written anew), where no reason is
    given, and where another correction of the cell is under way.
    """
    page, column = wish.page, wish.column
    await require_closed(unit, wish)
    if not wish.reason:
        raise Invalid("score-fix-why")
    grade, year_id = await gradebook.grade_and_year(unit.session, page.class_id)
    for other in await store.in_status(unit.session, OPEN):
        if place_of(other) == (
            page.class_id,
            page.subject.id,
            wish.pupil_id,
            column.term,
            column.kind.value,
            column.number,
        ):
            raise Invalid("score-fix-waiting")
    final = (await tests.of_grade(unit.session, year_id, grade)).get(
        (page.subject.id, column.term, ColumnKind.FINAL.value)
    )
    row = ScoreCorrection(
        year_id=year_id,
        class_id=page.class_id,
        subject_id=page.subject.id,
        pupil_id=wish.pupil_id,
        term=column.term,
        kind=column.kind.value,
        column_number=column.number,
        old=None if wish.old is None else wish.old.to_json(),
        new=None if wish.new is None else wish.new.to_json(),
        reason=wish.reason,
        late=is_late(unit.today, final),
        status="draft",
        asked_by=unit.who.person_id,
        asked_at=unit.now,
    )
    unit.session.add(row)
    await unit.session.flush()
    return row


async def require_closed(unit: Unit, wish: CorrectionWish) -> None:
    """Raise `Invalid` where the column is open: the mark is simply written anew there."""
    page = wish.page
    unit.require(Action.ASK_CORRECTION, await score_target(unit, page.class_id, page.subject.id))
    locks = await locks_of(unit, page.class_id)
    if not locks.is_closed(page.subject, wish.column, unit.now):
        raise Invalid("score-fix-open", **{"class": page.roster.list.name})


def is_late(day: date, final: date | None) -> bool:
    """Whether a day is after the last one for corrections: a week before the term's final test."""
    return final is not None and day > final - WEEK


async def own_draft(unit: Unit, correction_id: int) -> ScoreCorrection:
    """A draft of the actor's own; raises `Outdated`."""
    row = await store.get(unit.session, correction_id)
    if row is None or row.asked_by != unit.who.person_id or row.status != "draft":
        raise Outdated
    return row


async def demanded(unit: Unit) -> tuple[str, ...]:
    """Which evidence the school demands: the teacher's own book, the paper, both or none."""
    wanted = (await rules_of(unit)).scores_evidence
    return DEMANDED[: max(0, min(wanted, len(DEMANDED)))]


async def lacking(unit: Unit, row: ScoreCorrection) -> tuple[str, ...]:
    """Which demanded evidence is still to come, in order."""
    have = {each.kind for each in await store.evidence(unit.session, row.id)}
    wanted = await demanded(unit)
    if row.kind == CONDUCT:
        wanted = (RECORD,) if wanted else ()
    return tuple(kind for kind in wanted if kind not in have)


async def add_evidence(
    unit: Unit, correction_id: int, kind: str, digest: str, ending: str
) -> ScoreCorrection:
    """Keep a picture or file with a draft; raises `Invalid` for too many."""
    row = await own_draft(unit, correction_id)
    if len(await store.evidence(unit.session, row.id)) >= MOST_EVIDENCE:
        raise Invalid("score-fix-much-evidence", most=MOST_EVIDENCE)
    unit.session.add(
        ScoreEvidence(
            correction_id=row.id,
            kind=RECORD if row.kind == CONDUCT else kind if kind in DEMANDED else DEMANDED[-1],
            digest=digest,
            ending=ending,
            sent_by=unit.who.person_id,
            sent_at=unit.now,
        )
    )
    await unit.session.flush()
    return row


async def ask(unit: Unit, correction_id: int) -> tuple[ScoreCorrection, int]:
    """Send a draft to the principal; how many principals see it. Raises `Invalid` where evidence
    that the school demands is missing."""
    row = await own_draft(unit, correction_id)
    if await lacking(unit, row):
        raise Invalid("score-fix-no-evidence")
    if not await store.move(unit.session, row, ("draft",), status="asked", asked_at=unit.now):
        raise Outdated
    unit.audit("score_correction.asked", f"score-correction:{row.id}", old=row.old, new=row.new)
    principals = await households.holders_of(unit.session, "principal")
    await tell(unit, row, [(person, "principal") for person in principals])
    await tell(unit, row, [(row.asked_by, "teacher")])
    return row, len(principals)


async def drop(unit: Unit, correction_id: int) -> None:
    """Leave a draft."""
    row = await own_draft(unit, correction_id)
    await store.move(unit.session, row, ("draft",), status="withdrawn")


async def open_wish(unit: Unit, correction_id: int) -> ScoreCorrection:
    """A correction that the actor may decide now; raises `NotAllowed`, `AlreadyDecided`."""
    unit.require(Action.DECIDE_CORRECTION)
    row = await _get(unit, correction_id)
    if row.status != "asked":
        raise await late_answer(unit, row)
    return row


async def decide(
    unit: Unit, correction_id: int, *, approved: bool, why: str = ""
) -> ScoreCorrection:
    """The principal's word, once; a rejection needs a reason. A wish that another change has
    overtaken ends."""
    row = await open_wish(unit, correction_id)
    why = " ".join(why.split())[:500]
    if not approved and not why:
        raise Invalid("score-fix-reject-why")
    if approved and not await is_as_asked(unit, row):
        return await end(unit, row, ("asked",), "overtaken")
    values: dict[str, Any] = {
        "status": "approved" if approved else "rejected",
        "decided_by": unit.who.person_id,
        "decided_at": unit.now,
        "decided_why": why or None,
    }
    if approved:
        values["number"] = await store.next_number(unit.session, row.year_id)
    if not await store.move(unit.session, row, ("asked",), **values):
        raise await late_answer(unit, row)
    unit.audit(f"score_correction.{row.status}", f"score-correction:{row.id}", why=why)
    await redraw(unit, row)
    people = [(row.asked_by, "teacher")]
    if approved:
        people += [(person, "admin") for person in await executors(unit, row)]
    await tell(unit, row, people)
    return row


async def confirm(unit: Unit, correction_id: int) -> ScoreCorrection:
    """Teacher or administrator confirms that the cell shall be changed; the second of the two
    writes it and closes the column again. It takes two people, also where one is both."""
    row = await _get(unit, correction_id)
    role = await _role(unit, row)
    if row.status == "written":
        raise Outdated("score-fix-written")
    if row.status != "approved" or role not in ("teacher", "admin"):
        raise Outdated
    if role == "teacher":
        first = await store.set_once(unit.session, row, "teacher_at", teacher_at=unit.now)
    else:
        by = unit.who.person_id
        first = await store.set_once(unit.session, row, "admin_at", admin_at=unit.now, admin_by=by)
    if not first:
        raise Outdated("score-fix-confirmed")
    unit.audit("score_correction.confirmed", f"score-correction:{row.id}", role=role)
    if row.teacher_at is not None and row.admin_at is not None:
        return await write(unit, row)
    await redraw(unit, row)
    return row


async def sign(unit: Unit, correction_id: int) -> ScoreCorrection:
    """Principal, administrator and teacher sign by a tap ("xác nhận trên hệ thống")."""
    row = await _get(unit, correction_id)
    if row.status != "written":
        raise Outdated
    role, by = await _role(unit, row), unit.who.person_id
    values: dict[str, Any] = {f"{role}_signed_at": unit.now}
    if role != "teacher":
        values[f"{role}_signed_by"] = by
    if not await store.set_once(unit.session, row, f"{role}_signed_at", **values):
        raise Outdated("score-fix-signed")
    unit.audit("score_correction.signed", f"score-correction:{row.id}", role=role)
    await redraw(unit, row)
    return row


async def withdraw(unit: Unit, correction_id: int) -> ScoreCorrection:
    """The teacher takes the wish back while nothing was written."""
    row = await _get(unit, correction_id)
    if row.asked_by != unit.who.person_id:
        raise NotAllowed
    return await end(unit, row, OPEN, "withdrawn")


async def expire(unit: Unit) -> bool:
    """The job by the clock: what nobody finished in the school's days ends, and is told."""
    days = (await rules_of(unit)).scores_correction_days
    before = unit.now - timedelta(days=days)
    stale = await store.in_status(unit.session, OPEN, before) if days else []
    for row in stale:
        await end(unit, row, OPEN, "expired")
    return bool(stale)


async def look_at(unit: Unit, correction_id: int) -> tuple[ScoreCorrection, dict[str, Any]]:
    """A correction with its facts, for the three concerned and the office, which keeps minutes."""
    row = await _get(unit, correction_id)
    if not may(unit.who, Action.KEEP_MINUTES):
        await _role(unit, row)
    return row, await facts_of(unit, row)


async def evidence_of(unit: Unit, correction_id: int) -> list[ScoreEvidence]:
    """The pictures: a page of the teacher's book shows other pupils, so only who decides and who
    sent them see them. Every look is audited."""
    row = await _get(unit, correction_id)
    if row.asked_by != unit.who.person_id:
        unit.require(Action.DECIDE_CORRECTION)
    unit.audit("score_correction.evidence_seen", f"score-correction:{row.id}")
    return list(await store.evidence(unit.session, row.id))


async def send_waiting(unit: Unit) -> int:
    """Show the principal every correction that waits, anew; how many. Others are shown none."""
    if not may(unit.who, Action.DECIDE_CORRECTION):
        return 0
    waiting = await store.in_status(unit.session, ("asked",))
    for row in waiting:
        await tell(unit, row, [(unit.who.person_id, "principal")], again=True)
    return len(waiting)


async def _get(unit: Unit, correction_id: int) -> ScoreCorrection:
    row = await store.get(unit.session, correction_id)
    if row is None or row.status == "draft":
        raise Outdated
    return row


async def executors(unit: Unit, row: ScoreCorrection) -> list[int]:
    """Who confirms beside the teacher: the administrators, or the vice principals where the only
    administrator is the teacher concerned."""
    for role in ("administrator", "vice_principal"):
        people = await households.holders_of(unit.session, role)
        found = [person for person in people if person != row.asked_by]
        if found:
            return found
    return []


async def _role(unit: Unit, row: ScoreCorrection) -> str:
    """What the actor is in a correction: its teacher, the administrator, the principal. The one who
    asked is its teacher, whatever else they are."""
    if row.asked_by == unit.who.person_id:
        return "teacher"
    if may(unit.who, Action.DECIDE_CORRECTION):
        return "principal"
    unit.require(Action.CONFIRM_CORRECTION)
    if unit.who.person_id not in await executors(unit, row):
        raise NotAllowed
    return "admin"
