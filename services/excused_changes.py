"""What a saved roll means for the quiet questions about a P: asked, taken back, drawn again."""

from collections.abc import Collection, Mapping
from typing import Any

from services.absence_alerts import timing
from services.attendance_states import SessionKind, State
from services.leave_cards import guardian
from services.school_rules import rules_of
from services.shown_facts import clock, person
from services.standing import Standing
from services.unit import Unit
from storage import excused_questions as store
from storage import families, outbox
from storage import leave as requests
from storage.tables import ExcusedQuestion, RollCall

QUESTION = "excused-question"


def owner_of(question: ExcusedQuestion) -> str:
    """Under which the messages about one question are found."""
    return f"excused:{question.id}"


def excused(standing: Standing | None) -> bool:
    """Whether a pupil is marked P for the whole session."""
    return standing is not None and standing.state is State.EXCUSED and standing.period is None


async def roll_changed(
    unit: Unit,
    roll: RollCall,
    before: Mapping[int, Standing],
    after: Mapping[int, Standing],
    told: Collection[int],
) -> None:
    """Ask the families of those who are P by the teacher's word alone, take back what no longer
    holds. `told`: whose family has just heard of the P as a correction.

    Called by the roll, which has asked for the right; on the day itself only, for a class's own
    lessons, and never while the family has asked for leave.
    """
    if roll.class_id is None or roll.kind != SessionKind.MAIN:
        return
    gone = [id for id in before if excused(before[id]) and not excused(after.get(id))]
    known = await store.of_roll(unit.session, roll.id, gone) if gone else {}
    for question in known.values():
        await _take_back(unit, question)
    fresh = [
        id
        for id, standing in after.items()
        if excused(standing) and not excused(before.get(id)) and id not in told
    ]
    if not fresh or roll.day != unit.today or not (await rules_of(unit)).ask_excused:
        return
    said = await requests.on_session(unit.session, fresh, roll.day, roll.half)
    asked_for = {leave.pupil_id for leave in said if leave.kind == "leave"}
    open_ones = [id for id in fresh if id not in asked_for]
    if open_ones:
        await _ask(unit, roll, open_ones)


async def _ask(unit: Unit, roll: RollCall, pupil_ids: list[int]) -> None:
    """One question per guardian, after the grace time and the cut-off, as an alert would come."""
    at = (await timing(unit, roll)).at
    of_pupil = await families.guardians(unit.session, pupil_ids)
    known = await store.of_roll(unit.session, roll.id, pupil_ids)
    for pupil_id in pupil_ids:
        people = [
            each.person_id
            for each in of_pupil[pupil_id]
            if each.linked and each.person_id != unit.who.person_id
        ]
        if not people:
            continue
        question = await _opened(unit, roll, pupil_id, known.get(pupil_id))
        shown = await picture(unit, question)
        for person_id in people:
            await unit.notify(
                person_id,
                QUESTION,
                _for_family(shown),
                key=f"{owner_of(question)}:{question.round}:{person_id}",
                owner=owner_of(question),
                not_before=at,
            )
        unit.audit("excused.asked", owner_of(question), pupil=pupil_id, guardians=len(people))


async def _opened(
    unit: Unit, roll: RollCall, pupil_id: int, old: ExcusedQuestion | None
) -> ExcusedQuestion:
    """A new question, or the next round of one that was taken back."""
    fresh: dict[str, Any] = {
        "status": "asked",
        "marked_by": unit.who.person_id,
        "asked_at": unit.now,
    }
    if old is None:
        about = {"roll_id": roll.id, "pupil_id": pupil_id, "class_id": roll.class_id}
        return await store.add(unit.session, day=roll.day, **about, **fresh)
    empty = dict.fromkeys(("answered_by", "answered_at", "settled_by", "settled_at"))
    await store.move(unit.session, old, (old.status,), round=old.round + 1, **fresh, **empty)
    return old


async def _take_back(unit: Unit, question: ExcusedQuestion) -> None:
    """The roll no longer says P: a question is withdrawn, a discrepancy is settled by that."""
    settled = {"settled_by": unit.who.person_id, "settled_at": unit.now}
    if await store.move(unit.session, question, ("asked",), status="withdrawn"):
        rows = await outbox.by_owner(unit.session, owner_of(question))
        keys = [row.unique_key for row in rows if row.unique_key and row.status == "queued"]
        caught = await outbox.cancel(unit.session, unit.now, unique_keys=keys)
        unit.audit("excused.withdrawn", owner_of(question), pupil=question.pupil_id)
        await redraw(unit, question, unsent=caught)
    elif await store.move(unit.session, question, ("denied",), status="settled", **settled):
        unit.audit("excused.settled", owner_of(question), pupil=question.pupil_id)
        await redraw(unit, question)


async def picture(unit: Unit, question: ExcusedQuestion) -> dict[str, Any]:
    """All that a message about a question may show, as JSON."""
    session = unit.session
    roll = await session.get_one(RollCall, question.roll_id)
    pupil = (await families.pupils(session, [question.pupil_id], question.day))[question.pupil_id]
    ids = {id for id in (question.marked_by, question.settled_by) if id is not None}
    people = await families.people(session, ids)
    answered = None
    if question.answered_by is not None:
        answered = await guardian(unit, question.answered_by, question.pupil_id)
        answered |= {"at": clock(unit, question.answered_at)}
    return {
        "question": question.id,
        "round": question.round,
        "status": question.status,
        "pupil": pupil.name,
        "class": pupil.class_name or "",
        "day": question.day.isoformat(),
        "half": roll.half,
        "today": question.day == unit.today,
        "marked": person(people, question.marked_by),
        "answered": answered,
        "settled": person(people, question.settled_by) | {"at": clock(unit, question.settled_at)},
    }


def _for_family(shown: dict[str, Any]) -> dict[str, Any]:
    """What guardians may see: not what another of them has answered, nor who they are."""
    return shown | {"answered": None, "settled": {}}


async def redraw(
    unit: Unit, question: ExcusedQuestion, *, but: str = "", unsent: Collection[int] = ()
) -> None:
    """Show a question as it now is on every phone that shows it; `but`: the cards just made;
    `unsent`: messages that were stopped in time."""
    shown = await picture(unit, question)
    actor = unit.actor.person_id if unit.actor else None
    for row in await outbox.by_owner(unit.session, owner_of(question)):
        if row.edits is not None or row.person_id is None or row.notice in (None, but):
            continue
        if row.status in ("failed", "cancelled") or row.id in unsent:
            continue
        params = shown
        if row.notice == QUESTION:
            params = _for_family(shown)
            if question.status in ("denied", "settled") and row.person_id != question.answered_by:
                params |= {"status": "closed"}  # another guardian has answered
        own = {"own": row.person_id == actor}
        await unit.edit_notice(row.id, row.person_id, str(row.notice), params | own)
