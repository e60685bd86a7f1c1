"""P or K, settled later by the homeroom teacher (article 7.3), for an absence not yet explained."""

from services.absence_marks import set_standing
from services.access import Action, Target
from services.attendance_states import State
from services.errors import AlreadyDecided, Invalid, Outdated
from services.leave import decide
from services.standing import Standing
from services.unit import Unit
from storage import absences as store
from storage import families
from storage.leave import is_of_one_day
from storage.tables import LeaveRequest, RollCall

SETTLED = {
    State.EXCUSED: "absence-settled-excused",
    State.UNEXCUSED: "absence-settled-unexcused",
}


async def settle(unit: Unit, roll_id: int, pupil_id: int, state: State) -> str:
    """Settle an absence as P or K; the pupil's name.

    Where the family's request for leave waits, this decides it. Raises `AlreadyDecided` once it
    is settled, `Outdated` where the child turned out to be there.
    """
    roll = await unit.session.get(RollCall, roll_id)
    if state not in SETTLED:
        raise Invalid("refused-outdated")
    if roll is None:
        raise Outdated
    pupil = (await families.pupils(unit.session, [pupil_id], roll.day)).get(pupil_id)
    if pupil is None:
        raise Outdated
    unit.require(Action.SETTLE_ABSENCE, Target(class_id=pupil.class_id))
    kept = await store.attendance(unit.session, roll_id, pupil_id)
    if kept is None or State(kept.state) not in (State.UNEXPLAINED, *SETTLED):
        raise Outdated
    if kept.state != State.UNEXPLAINED:
        raise AlreadyDecided(SETTLED[State(kept.state)], pupil=pupil.name)
    case = (await store.cases_of_roll(unit.session, roll_id)).get(pupil_id)
    leave = (
        await unit.session.get(LeaveRequest, case.leave_id, populate_existing=True)
        if case is not None and case.leave_id
        else None
    )
    if leave is not None and leave.status == "asked" and is_of_one_day(leave):
        return await decide(unit, leave.id, granted=state is State.EXCUSED)
    standing = Standing(state, period=kept.period, note=kept.note)
    await set_standing(unit, roll, pupil_id, standing)
    unit.audit("absence.settled", f"roll:{roll_id}", pupil=pupil_id, state=state.value)
    return pupil.name
