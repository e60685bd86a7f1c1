"""A teacher marks P without a request: the family is asked quietly whether it knows.

Whoever has rung the teacher up need not do anything. Who has not learns in time that the child is
not at school, and the homeroom teacher that the P is not the family's (articles 7.3 and 7.5). A
roll that changes takes the question back: unsent it vanishes, sent it says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from services import absence_answers
from services.absence_alerts import timing
from services.absence_marks import set_standing
from services.absence_summary import lists_changed
from services.access import Action, Target
from services.attendance_states import Half, State
from services.class_lists import NOT_ASKED
from services.errors import AlreadyDecided, Outdated
from services.excused_changes import owner_of, picture, redraw
from services.leave_cards import guardian
from services.list_steps import report_not_asked
from services.shown_facts import clock, person
from services.standing import Standing
from services.unit import Unit
from storage import absences, class_lists, families, households, outbox
from storage import excused_questions as store
from storage.outbox import Priority
from storage.tables import AbsenceCase, ExcusedQuestion, RollCall

CARD = "excused-denied"
DAYS = 7  # after which an answer settles nothing any more


@dataclass(frozen=True, slots=True)
class Denied:
    """A discrepancy: the roll says P, a guardian has not asked for it. `question` is what the
    steps of `settle` need."""

    question: int
    roll: int
    pupil_id: int
    pupil: str
    day: date
    half: Half
    who: dict[str, Any]
    at: str


async def denied(unit: Unit, class_id: int, day: date) -> list[Denied]:
    """The open discrepancies of a class and day, for whoever settles its absences."""
    unit.require(Action.SETTLE_ABSENCE, Target(class_id=class_id))
    found = await store.denied(unit.session, class_id, day)
    pupils = await families.pupils(unit.session, [each.pupil_id for each in found], day)
    shown = []
    for each in found:
        roll = await unit.session.get_one(RollCall, each.roll_id)
        who = await guardian(unit, each.answered_by or 0, each.pupil_id)
        at = clock(unit, each.answered_at) or ""
        name = pupils[each.pupil_id].name
        shown.append(Denied(each.id, roll.id, each.pupil_id, name, day, Half(roll.half), who, at))
    return shown


async def deny(unit: Unit, question_id: int, round: int) -> bool:
    """ "Gia đình không báo nghỉ": the homeroom teacher hears of it; whether anybody could be told.

    Raises `NotAllowed` for another's child, `Outdated` where the roll says otherwise by now,
    `AlreadyDecided` where it is known.
    """
    question = await _own(unit, question_id, round)
    values = {"answered_by": unit.who.person_id, "answered_at": unit.now}
    if not await store.move(unit.session, question, ("asked",), status="denied", **values):
        if question.status == "withdrawn":
            raise Outdated
        raise AlreadyDecided("excused-already")
    unit.audit("excused.denied", f"excused:{question.id}", pupil=question.pupil_id)
    shown = await picture(unit, question)
    urgent = question.day == unit.today
    readers = await _readers(unit, question)
    for reader in readers:
        await unit.notify(
            reader,
            CARD,
            shown,
            priority=Priority.URGENT if urgent else Priority.APPROVAL,
            key=f"{owner_of(question)}:{question.round}:{CARD}:{reader}",
            owner=owner_of(question),
        )
    await redraw(unit, question, but=CARD)
    await report_not_asked(unit, question.roll_id, question.pupil_id)
    return bool(readers)


async def _own(unit: Unit, question_id: int, round: int) -> ExcusedQuestion:
    question = await store.get(unit.session, question_id)
    if question is None:
        raise Outdated
    unit.require(Action.ANSWER_ALERT, Target(pupil_id=question.pupil_id))
    if question.round != round or (unit.today - question.day).days > DAYS:
        raise Outdated
    return question


async def _readers(unit: Unit, question: ExcusedQuestion) -> list[int]:
    """The homeroom teacher; where none is linked the vice principals, then the principal; never
    the guardian who answers, who may be the pupil's own teacher."""
    for found in (
        await households.homeroom_teachers(unit.session, [question.class_id], question.day),
        await households.holders_of(unit.session, "vice_principal"),
        await households.holders_of(unit.session, "principal"),
    ):
        if people := [id for id in found if id != unit.who.person_id]:
            return people
    return []


async def left_home(unit: Unit, question_id: int, round: int) -> bool:
    """ "Em đã đi học từ nhà", after the denial: the search for the child begins, as after an
    alert. Whether anyone at the school could be told; only on the day itself."""
    question = await _own(unit, question_id, round)
    if question.status != "denied" or question.day != unit.today:
        raise Outdated
    roll = await unit.session.get_one(RollCall, question.roll_id)
    case = (await absences.cases_of_roll(unit.session, roll.id)).get(question.pupil_id)
    known = (await timing(unit, roll)).known_at
    if case is None:
        case = AbsenceCase(
            roll_id=roll.id,
            pupil_id=question.pupil_id,
            status="told",
            round=1,
            opened_at=unit.now,
            known_at=known,
        )
        unit.session.add(case)
        await unit.session.flush()
    elif case.status in ("corrected", "closed"):
        anew = {"round": case.round + 1, "status": "told", "outcome": None, "known_at": known}
        await absences.move(unit.session, case, (case.status,), **anew)
        await unit.session.refresh(case)
    await _become_alerts(unit, question, case)
    return await absence_answers.left_home(unit, case.id, case.round)


async def _become_alerts(unit: Unit, question: ExcusedQuestion, case: AbsenceCase) -> None:
    """The question's messages show the search from now on, as alerts do."""
    held = {copy.person_id for copy, _ in await absences.copies(unit.session, case, ("alert",))}
    for row in await outbox.by_owner(unit.session, owner_of(question)):
        asked = row.notice == "excused-question" and row.edits is None
        if not asked or row.person_id is None or row.status in ("failed", "cancelled"):
            continue
        if row.person_id in held:
            continue
        held.add(row.person_id)
        absences.add_copy(unit.session, case, "alert", row.person_id, row.id)
    await unit.session.flush()


STEPS: Mapping[str, Standing | None] = {
    "unexcused": Standing(State.UNEXCUSED),
    "present": None,
    "keep": Standing(State.EXCUSED),
}


async def settle(unit: Unit, question_id: int, step: str) -> str:
    """What the homeroom teacher makes of it: K, present, or P after all; the pupil's name.

    Only once: raises `AlreadyDecided` with who and when.
    """
    question = await store.get(unit.session, question_id)
    if question is None or step not in STEPS:
        raise Outdated
    unit.require(Action.SETTLE_ABSENCE, Target(class_id=question.class_id))
    values = {"settled_by": unit.who.person_id, "settled_at": unit.now}
    if not await store.move(unit.session, question, ("denied",), status="settled", **values):
        raise await _settled(unit, question)
    unit.audit("excused.settled", f"excused:{question.id}", pupil=question.pupil_id, step=step)
    roll = await unit.session.get_one(RollCall, question.roll_id)
    of = (question.roll_id, question.pupil_id, NOT_ASKED)
    if await class_lists.close_discrepancy(unit.session, of, unit.who.person_id, unit.now):
        await lists_changed(unit, roll)
    if step != "keep":
        await set_standing(unit, roll, question.pupil_id, STEPS[step])
    await redraw(unit, question)
    return str((await picture(unit, question))["pupil"])


async def _settled(unit: Unit, question: ExcusedQuestion) -> AlreadyDecided | Outdated:
    if question.settled_by is None or question.settled_at is None:
        return Outdated()
    people = await families.people(unit.session, [question.settled_by])
    who = person(people, question.settled_by)
    at = question.settled_at.astimezone(unit.zone)
    return AlreadyDecided("excused-settled-before", name=who["name"], when=f"{at:%H:%M %d/%m}")
