"""Leave that a family asked for: its reason, and the homeroom teacher's decision."""

from services import leave_cards, leave_days
from services.absence_file import open_file, redraw, tell_family
from services.absence_marks import set_standing
from services.access import Action, Target, may
from services.attendance_states import State
from services.errors import AlreadyDecided, NotAllowed, Outdated
from services.leave_outcome import end_leave
from services.standing import Standing
from services.unit import Unit
from storage import absences as store
from storage import families
from storage import leave as requests
from storage.tables import LeaveRequest

REASONS = ("sick", "family")  # what the quick buttons say; anything else is the family's own words
LONGEST = 500
DECIDED = {"granted": "leave-already-granted", "refused": "leave-already-refused"}


async def give_reason(unit: Unit, leave_id: int, reason: str) -> None:
    """Add the family's reason to a request of theirs that is still open."""
    leave = await unit.session.get(LeaveRequest, leave_id)
    if leave is None:
        raise Outdated
    unit.require(Action.ASK_LEAVE, Target(pupil_id=leave.pupil_id))
    if leave.asked_by != unit.who.person_id:
        raise NotAllowed
    said = reason[:LONGEST]
    if not await store.move_leave(unit.session, leave, ("asked", "noted"), reason=said):
        raise await _already(unit, leave)
    unit.audit("leave.reason", f"leave:{leave.id}")
    for part in await requests.together(unit.session, leave):
        await store.move_leave(unit.session, part, ("asked", "noted"), reason=said)
        for case in await store.cases_of_leave(unit.session, part.id):
            await redraw(unit, await open_file(unit, case))
    await leave_cards.redraw(unit, leave)


async def decide(unit: Unit, leave_id: int, *, granted: bool) -> str:
    """Grant a request or record the absence as without leave; the pupil's name.

    Only once: raises `AlreadyDecided` with who and when. The rolls of those half-days follow, and
    so does what another guardian has asked for the same days.
    """
    leave = await _for_teacher(unit, leave_id)
    if not await end_leave(unit, leave, granted=granted):
        raise await _already(unit, leave)
    parts = list(await requests.together(unit.session, leave))
    for part in parts:
        await _follow(unit, part, granted=granted)
    for other in await _fellows(unit, parts):
        await end_leave(unit, other, granted=granted)
    return await _name(unit, leave)


async def _follow(unit: Unit, leave: LeaveRequest, *, granted: bool) -> None:
    """Settle what the rolls of those half-days have open."""
    days, state = (leave.from_day, leave.to_day), State.EXCUSED if granted else State.UNEXCUSED
    for roll, kept in await store.rolls_of_pupil(unit.session, leave.pupil_id, days, leave.half):
        if kept.state == State.UNEXPLAINED or (granted and kept.state == State.UNEXCUSED):
            standing = Standing(state, period=kept.period, note=kept.note)
            await set_standing(unit, roll, leave.pupil_id, standing)


async def _fellows(unit: Unit, parts: list[LeaveRequest]) -> list[LeaveRequest]:
    """What others have asked of the same child within these days."""
    days = (min(part.from_day for part in parts), max(part.to_day for part in parts))
    mine = [leave_cards.span_of(part) for part in parts]
    found = []
    for other in await requests.of_pupil(unit.session, parts[0].pupil_id, days, ("asked",)):
        same = other.kind == "leave" and not other.is_long and other.part_of is None
        whole = [leave_cards.span_of(part) for part in await requests.together(unit.session, other)]
        if same and leave_days.within(whole, mine):
            found.append(other)
    return found


async def talk(unit: Unit, leave_id: int) -> bool:
    """Tell the family that the teacher will call before deciding; whether that is news."""
    leave = await _for_teacher(unit, leave_id)
    if leave.status != "asked":
        raise await _already(unit, leave)
    told = False
    cases = await store.cases_of_leave(unit.session, leave.id)
    for case in cases:
        handled = {"handled_by": unit.who.person_id, "handled_at": unit.now}
        if case.handled_by is None and await store.move(
            unit.session, case, ("on_leave",), **handled
        ):
            file = await open_file(unit, case)
            if not told:
                await tell_family(unit, file, "talk", also=[leave.asked_by])
                unit.audit("leave.talk", f"leave:{leave.id}")
            told = True
            await redraw(unit, file)
    if not told and not any(case.handled_by for case in cases) and leave.talked_by is None:
        talked = {"talked_by": unit.who.person_id, "talked_at": unit.now}
        told = await store.move_leave(unit.session, leave, ("asked",), **talked)
        await leave_cards.tell_asker(unit, leave, "talk")
        unit.audit("leave.talk", f"leave:{leave.id}")
    await leave_cards.redraw(unit, leave)
    return told


async def _for_teacher(unit: Unit, leave_id: int) -> LeaveRequest:
    """The request, for those who may settle the pupil's absences; many days are the principal's."""
    leave = await unit.session.get(LeaveRequest, leave_id, populate_existing=True)
    if leave is None or leave.kind != "leave":
        raise Outdated
    pupils = await families.pupils(unit.session, [leave.pupil_id], leave.from_day)
    target = Target(class_id=pupils[leave.pupil_id].class_id)
    unit.require(Action.SETTLE_ABSENCE, target)
    if leave.is_long and not may(unit.who, Action.SETTLE_ABSENCE):
        raise NotAllowed("leave-goes-higher")
    if leave.asked_by == unit.who.person_id:
        raise NotAllowed("leave-not-own")
    return leave


async def _name(unit: Unit, leave: LeaveRequest) -> str:
    pupils = await families.pupils(unit.session, [leave.pupil_id], leave.from_day)
    return pupils[leave.pupil_id].name


async def _already(unit: Unit, leave: LeaveRequest) -> AlreadyDecided:
    """Who decided what and when; a request that lapsed has nobody who decided it."""
    if leave.status not in DECIDED or leave.decided_by is None or leave.decided_at is None:
        return AlreadyDecided("leave-already-over")
    person = (await families.people(unit.session, [leave.decided_by]))[leave.decided_by]
    at = leave.decided_at.astimezone(unit.zone)
    return AlreadyDecided(
        DECIDED[leave.status],
        name=person.name,
        gender=person.gender or "",
        hour=str(at.hour),
        minute=f"{at:%M}",
    )
