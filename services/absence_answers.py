"""What a guardian answers to the alert, each answer once, whichever parent is faster.

Every answer reaches the staff as a card with the button that it asks for; who answered what and
when is shown to the other guardians, and told to one who taps after it.
"""

from dataclasses import dataclass
from datetime import timedelta

from services.absence_alerts import stop_unsent
from services.absence_file import CaseFile, open_file, redraw, responsible, send_cards, tell_family
from services.access import Action, Target
from services.errors import AlreadyDecided, Outdated
from services.roll_card_faces import leave_changed
from services.school_rules import rules_of
from services.unit import Unit
from storage import absences as store
from storage import accounts, families, school_settings
from storage.families import PersonRow
from storage.outbox import Priority
from storage.tables import LeaveRequest

ESCALATE = "escalate_seconds"  # the school's setting, for the time until an alarm goes higher
SHORTEST, USUAL = 60, 300  # seconds
OPEN = ("told", "call_back", "called")  # a guardian may still say where the child is
ANEW = {"handled_by": None, "handled_at": None}  # a call made before is no step of a new answer
ANSWERS = {
    "on_leave": "absence-already-leave",
    "left_home": "absence-already-left",
    "searching": "absence-already-left",
    "call_back": "absence-already-call",
    "called": "absence-already-call",
}


@dataclass(frozen=True, slots=True)
class Why:
    """Why a guardian was told: who marked the child and when; `homeroom`: it was that teacher."""

    pupil: str
    name: str
    gender: str | None
    homeroom: bool
    at: str
    cut_off: int


async def open_for_guardian(unit: Unit, case_id: int, round: int) -> CaseFile:
    """The case behind a guardian's button; raises `NotAllowed` for another's child, `Outdated`
    for a button of another day or of before a correction."""
    case = await store.case(unit.session, case_id)
    if case is None:
        raise Outdated
    unit.require(Action.ANSWER_ALERT, Target(pupil_id=case.pupil_id))
    file = await open_file(unit, case)
    if case.round != round or file.roll.day != unit.today:
        raise Outdated
    return file


async def open_for_staff(unit: Unit, case_id: int, round: int) -> CaseFile:
    """The case behind a button of a member of staff; raises `NotAllowed`, or `Outdated`."""
    case = await store.case(unit.session, case_id)
    if case is None:
        raise Outdated
    file = await open_file(unit, case)
    target = Target(class_id=file.pupil.class_id, group_id=file.roll.group_id)
    unit.require(Action.TAKE_ROLL, target)
    if case.round != round or file.roll.day != unit.today:
        raise Outdated
    return file


async def ask_leave(unit: Unit, case_id: int, round: int) -> LeaveRequest:
    """ "Em nghỉ ở nhà, xin phép": leave is asked for that half-day, the homeroom teacher decides.

    Article 7.5: the family asks, the homeroom teacher settles P or K.
    """
    file = await open_for_guardian(unit, case_id, round)
    unit.require(Action.ASK_LEAVE, Target(pupil_id=file.pupil.id))
    day = file.roll.day
    leave = LeaveRequest(
        pupil_id=file.pupil.id,
        from_day=day,
        to_day=day,
        half=file.roll.half,
        asked_by=unit.who.person_id,
        asked_at=unit.now,
        status="asked",
    )
    unit.session.add(leave)
    await unit.session.flush()
    await _answer(unit, file, "on_leave", OPEN, leave_id=leave.id)
    unit.audit("leave.asked", f"leave:{leave.id}", pupil=file.pupil.id)
    await stop_unsent(unit, file.case)
    await _same_half(unit, file, leave)
    await send_cards(unit, file, "leave", await responsible(unit, file), Priority.APPROVAL)
    await redraw(unit, file, but="leave")
    await leave_changed(unit, file.pupil.id)
    return leave


async def _same_half(unit: Unit, file: CaseFile, leave: LeaveRequest) -> None:
    """The leave answers the alerts of other rolls of that half-day as well."""
    days = (file.roll.day, file.roll.day)
    for other in await store.cases_of_day(unit.session, file.pupil.id, days, file.roll.half):
        if other.id == file.case.id or not await store.move(
            unit.session,
            other,
            OPEN,
            status="on_leave",
            leave_id=leave.id,
            answered_by=unit.who.person_id,
            answered_at=unit.now,
            **ANEW,
        ):
            continue
        await stop_unsent(unit, other)
        await redraw(unit, await open_file(unit, other))


async def left_home(unit: Unit, case_id: int, round: int) -> bool:
    """ "Em đã đi học từ nhà": an alarm. Whether anyone at the school could be told of it."""
    file = await open_for_guardian(unit, case_id, round)
    at = unit.now + timedelta(seconds=await escalate_after(unit))
    await _answer(unit, file, "left_home", OPEN, escalate_at=at)
    staff = await responsible(unit, file)
    staff += [id for id in await _leader(unit, file) if id not in staff]
    await send_cards(unit, file, "search", staff, Priority.URGENT)
    await redraw(unit, file, but="search")
    await tell_family(unit, file, "searched" if staff else "phone", but=unit.who.person_id)
    return bool(staff)


async def call_back(unit: Unit, case_id: int, round: int) -> None:
    """ "Nhờ thầy/cô gọi lại": passed on with the guardian's number."""
    file = await open_for_guardian(unit, case_id, round)
    await _answer(unit, file, "call_back", ("told",))
    await send_cards(unit, file, "call", await responsible(unit, file), Priority.APPROVAL)
    await redraw(unit, file, but="call")


async def why(unit: Unit, case_id: int) -> Why:
    """Who marked the child missing and when, for a guardian who wonders; on any day."""
    case = await store.case(unit.session, case_id)
    if case is None:
        raise Outdated
    unit.require(Action.ANSWER_ALERT, Target(pupil_id=case.pupil_id))
    file = await open_file(unit, case)
    change = await store.last_change(unit.session, case.roll_id, case.pupil_id)
    marked_by = change.changed_by if change else file.roll.taken_by
    at = change.changed_at if change else file.roll.taken_at
    teachers: list[PersonRow] = []
    if file.pupil.class_id is not None:
        teachers = await families.homeroom(unit.session, file.pupil.class_id, file.roll.day)
    own = next((t for t in teachers if t.id == marked_by), None)
    shown = own or (teachers[0] if teachers else None)
    return Why(
        file.pupil.name,
        shown.name if shown else "",
        shown.gender if shown else None,
        own is not None,
        f"{at.astimezone(unit.zone):%H:%M}",
        (await rules_of(unit)).cut_off,
    )


async def escalate_after(unit: Unit) -> int:
    """Seconds that an alarm waits for somebody before it goes higher: the school's setting, else
    as long as the grace time, between one and five minutes."""
    usual = min(USUAL, max(SHORTEST, (await rules_of(unit)).grace_seconds))
    return int(await school_settings.get(unit.session, ESCALATE, usual))


async def _leader(unit: Unit, file: CaseFile) -> list[int]:
    """Whoever took the roll of a group stands before the other children right now."""
    taker = file.roll.taken_by
    if file.roll.group_id is None or taker == unit.who.person_id:
        return []
    return list(await accounts.open_accounts(unit.session, [taker]))


async def _answer(
    unit: Unit, file: CaseFile, status: str, sources: tuple[str, ...], **values: object
) -> None:
    """Move the case on, or say who answered before."""
    case, who = file.case, unit.who
    if await store.move(
        unit.session,
        case,
        sources,
        status=status,
        answered_by=who.person_id,
        answered_at=unit.now,
        **ANEW,
        **values,
    ):
        unit.audit(f"absence.{status}", file.subject, pupil=file.pupil.id)
        return
    raise await already(unit, file)


async def already(unit: Unit, file: CaseFile) -> AlreadyDecided:
    """The refusal that says what was answered, by whom and when."""
    case = file.case
    if case.status not in ANSWERS or case.answered_by is None or case.answered_at is None:
        return AlreadyDecided("absence-already-over", pupil=file.pupil.name)
    person = (await families.people(unit.session, [case.answered_by]))[case.answered_by]
    relation = await families.relation(unit.session, person.id, case.pupil_id)
    at = case.answered_at.astimezone(unit.zone)
    return AlreadyDecided(
        ANSWERS[case.status],
        pupil=file.pupil.name,
        relation=relation or "guardian",
        name=person.name,
        hour=str(at.hour),
        minute=f"{at:%M}",
    )
