"""What a homeroom teacher does with a line of the four lists: phone, tell again, settle with a
reason, mark as arrived, clear a discrepancy up."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from services import absence_search, excused_changes
from services.absence_file import CaseFile, for_family, group_of, picture, reached
from services.absence_marks import set_standing
from services.absence_settle import settle
from services.absence_summary import lists_changed
from services.access import Action, Target
from services.attendance_states import State
from services.class_lists import NOT_ASKED, PARENTS, PRESENT, SEARCHED, contacts
from services.errors import AlreadyDecided, Invalid, NotFound, Outdated
from services.leave_on_roll import known_of
from services.standing import Standing, alarms
from services.unit import Unit
from storage import absences, excused_questions, families, outbox
from storage import class_lists as store
from storage.families import PupilRow
from storage.outbox import Outgoing, Priority
from storage.tables import RollCall

AGAIN = "absence-again"
AGAIN_AFTER = timedelta(minutes=10)
LONGEST_REASON = 200
OPEN = ("told", "call_back", "called")  # the family may still say where the child is


@dataclass(frozen=True, slots=True)
class Line:
    """One pupil of a roll with whom to phone; `standing` None: present. `can_tell`: an alert has
    gone to the family today and waits for an answer."""

    roll: RollCall
    pupil: PupilRow
    standing: Standing | None
    contacts: tuple[dict[str, Any], ...]
    can_tell: bool


async def _of(unit: Unit, roll_id: int, pupil_id: int) -> tuple[RollCall, PupilRow]:
    """The roll and the pupil, for those who settle the class's absences; raises `Outdated` for a
    roll that was taken back, `NotAllowed` for another's class."""
    roll = await unit.session.get(RollCall, roll_id, populate_existing=True)
    if roll is None:
        raise Outdated
    pupil = (await families.pupils(unit.session, [pupil_id], roll.day)).get(pupil_id)
    if pupil is None or pupil.class_id is None:
        raise Outdated
    unit.require(Action.SETTLE_ABSENCE, Target(class_id=pupil.class_id))
    if roll.withdrawn or roll.class_id != pupil.class_id:
        raise Outdated
    return roll, pupil


async def _standing(unit: Unit, roll: RollCall, pupil_id: int) -> Standing | None:
    kept = await absences.attendance(unit.session, roll.id, pupil_id)
    if kept is None:
        return None
    return Standing(State(kept.state), kept.minutes, kept.period, kept.arrived, kept.note)


async def line(unit: Unit, roll_id: int, pupil_id: int) -> Line:
    """The family's numbers, and how the pupil stands."""
    roll, pupil = await _of(unit, roll_id, pupil_id)
    unit.require(Action.SEE_GUARDIAN_PHONES, Target(class_id=pupil.class_id))
    guardians = (await families.guardians(unit.session, [pupil_id]))[pupil_id]
    case = (await absences.cases_of_roll(unit.session, roll.id)).get(pupil_id)
    standing = await _standing(unit, roll, pupil_id)
    waits = case is not None and case.status in OPEN and roll.day == unit.today
    linked = any(guardian.linked for guardian in guardians)
    return Line(
        roll, pupil, standing, tuple(contacts(guardians)), waits and linked and alarms(standing)
    )


async def settle_because(unit: Unit, roll_id: int, pupil_id: int, state: State, reason: str) -> str:
    """P or K with what the teacher has heard; the pupil's name.

    Raises `Invalid` for a reason of nothing or more than 200 characters, and what `settle` raises.
    """
    said = " ".join(reason.split())
    if not said:
        raise Invalid("lists-reason-empty")
    if len(said) > LONGEST_REASON:
        raise Invalid("lists-reason-long", most=LONGEST_REASON)
    roll, _ = await _of(unit, roll_id, pupil_id)
    values = {"roll_id": roll.id, "pupil_id": pupil_id, "reason": said}
    given = {"given_by": unit.who.person_id, "given_at": unit.now}
    await store.put_reason(unit.session, values | given)
    return await settle(unit, roll_id, pupil_id, state)


async def arrived(unit: Unit, roll_id: int, pupil_id: int) -> str:
    """ "Đã đến": the child is here, late by now; the family is told. The pupil's name.

    Raises `Outdated` on another day, `AlreadyDecided` where the roll says so already.
    """
    roll, pupil = await _of(unit, roll_id, pupil_id)
    if roll.day != unit.today:
        raise Outdated
    standing = await _standing(unit, roll, pupil_id)
    if standing is None or not standing.state.is_absent or standing.period is not None:
        raise AlreadyDecided("lists-already-here", pupil=pupil.name)
    case = (await absences.cases_of_roll(unit.session, roll_id)).get(pupil_id)
    if case is not None and case.status in SEARCHED:
        return await absence_search.met(unit, case.id, case.round)
    await set_standing(unit, roll, pupil_id, await absence_search.late_now(unit, roll))
    unit.audit("absence.arrived", f"roll:{roll_id}", pupil=pupil_id)
    return pupil.name


async def tell_again(unit: Unit, roll_id: int, pupil_id: int) -> tuple[str, int]:
    """Ask the family once more where the child is; the pupil's name and how many guardians hear.

    Raises `Invalid` where the first alert waits still, where one has gone within ten minutes, or
    where no message reaches the family; `AlreadyDecided` where the family has answered.
    """
    roll, pupil = await _of(unit, roll_id, pupil_id)
    case = (await absences.cases_of_roll(unit.session, roll_id)).get(pupil_id)
    if case is None or roll.day != unit.today:
        raise Outdated
    if case.status not in OPEN:
        raise AlreadyDecided("absence-already-over", pupil=pupil.name)
    guardians = (await families.guardians(unit.session, [pupil_id]))[pupil_id]
    linked = [guardian.person_id for guardian in guardians if guardian.linked]
    if not linked:
        raise Invalid("lists-nobody-linked", pupil=pupil.name)
    alerts = [row for _, row in await absences.copies(unit.session, case, ("alert",))]
    owner = f"{AGAIN}:{case.id}:{case.round}"
    again = await outbox.by_owner(unit.session, owner)
    if not again and any(row.status == "queued" and not reached(row) for row in alerts):
        at = min(row.not_before for row in alerts).astimezone(unit.zone)
        raise Invalid("lists-not-yet-told", pupil=pupil.name, hour=str(at.hour), minute=f"{at:%M}")
    sent = [max(row.created_at, row.not_before) for row in (*alerts, *again)]
    if any(unit.now - at < AGAIN_AFTER for at in sent):
        raise Invalid("lists-told-just-now", pupil=pupil.name)
    file = CaseFile(case, roll, pupil, await group_of(unit, roll))
    params = for_family(await picture(unit, file))
    rows = [
        Outgoing(
            not_before=unit.now,
            priority=Priority.URGENT,
            person_id=person_id,
            notice=AGAIN,
            params=params,
            unique_key=f"{owner}:{len(again)}:{person_id}",
            owner=owner,
        )
        for person_id in linked
    ]
    count = len(await outbox.put_many(unit.session, rows, unit.now))
    unit.audit("absence.told_again", file.subject, pupil=pupil_id, guardians=count)
    return pupil.name, count


async def clear_up(unit: Unit, roll_id: int, pupil_id: int, kind: str) -> str:
    """The teacher has spoken with the family and the roll is right; the pupil's name."""
    roll, pupil = await _of(unit, roll_id, pupil_id)
    if kind not in (PRESENT, PARENTS, NOT_ASKED):
        raise Outdated
    by = unit.who.person_id
    if not await store.close_discrepancy(unit.session, (roll_id, pupil_id, kind), by, unit.now):
        raise AlreadyDecided("lists-already-clear", pupil=pupil.name)
    unit.audit("discrepancy.cleared", f"roll:{roll_id}", pupil=pupil_id, kind=kind)
    if kind == NOT_ASKED:
        await _settle_question(unit, roll_id, pupil_id)
    await lists_changed(unit, roll)
    return pupil.name


async def _settle_question(unit: Unit, roll_id: int, pupil_id: int) -> None:
    """The card of the family's denial need not be answered any more."""
    question = (await excused_questions.of_roll(unit.session, roll_id, [pupil_id])).get(pupil_id)
    settled = {"settled_by": unit.who.person_id, "settled_at": unit.now}
    if question is not None and await excused_questions.move(
        unit.session, question, ("denied",), status="settled", **settled
    ):
        await excused_changes.redraw(unit, question)


async def absent_after_all(unit: Unit, roll_id: int, pupil_id: int) -> str:
    """The roll was wrong and the family right: the child is on the leave that was asked for."""
    roll, pupil = await _of(unit, roll_id, pupil_id)
    standing = await _standing(unit, roll, pupil_id)
    if standing is not None and standing.state.is_absent:
        raise AlreadyDecided("lists-already-absent", pupil=pupil.name)
    known = (await known_of(unit, [pupil_id], roll.day, roll.half)).get(pupil_id)
    if known is None or known.kind != "leave" or known.status == "refused":
        raise NotFound("lists-no-leave", pupil=pupil.name)
    state = State.EXCUSED if known.status == "granted" else State.UNEXPLAINED
    await set_standing(unit, roll, pupil_id, Standing(state))
    unit.audit("absence.after_all", f"roll:{roll_id}", pupil=pupil_id, state=state.value)
    return pupil.name


async def report_not_asked(unit: Unit, roll_id: int, pupil_id: int) -> bool:
    """A guardian says that nobody has asked for the leave that the roll shows; the homeroom
    teacher's lists show it silently, since a card of its own has just rung. Whether it was news.
    Raises `NotAllowed` for another's child."""
    who = unit.require(Action.ANSWER_ALERT, Target(pupil_id=pupil_id))
    roll = await unit.session.get(RollCall, roll_id, populate_existing=True)
    if roll is None or roll.withdrawn:
        raise Outdated
    values = {"roll_id": roll_id, "pupil_id": pupil_id, "kind": NOT_ASKED}
    said = {"said_by": who.person_id, "said_at": unit.now}
    if not await store.note_discrepancy(unit.session, values | said):
        return False
    unit.audit("discrepancy.reported", f"roll:{roll_id}", pupil=pupil_id, kind=NOT_ASKED)
    await lists_changed(unit, roll)
    return True
