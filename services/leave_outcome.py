"""The end of a request for leave: granted or not, once, and everybody who waited hears of it."""

from services.absence_file import open_file, redraw, tell_family
from services.roll_card_faces import leave_changed
from services.unit import Unit
from storage import absences as store
from storage.tables import LeaveRequest


async def end_leave(unit: Unit, leave: LeaveRequest, *, granted: bool) -> bool:
    """Decide a request that is still open; False where somebody was faster.

    Whether the actor may decide is asked before. Cases that wait for it are closed, and their
    guardians told.
    """
    status = "granted" if granted else "refused"
    values = {"decided_by": unit.who.person_id, "decided_at": unit.now}
    if not await store.move_leave(unit.session, leave, ("asked",), status=status, **values):
        return False
    unit.audit(f"leave.{status}", f"leave:{leave.id}", pupil=leave.pupil_id)
    days = (leave.from_day, leave.to_day)
    told = False
    for case in await store.cases_of_day(unit.session, leave.pupil_id, days, leave.half):
        closing = {"closed_by": unit.who.person_id, "closed_at": unit.now}
        outcome = "excused" if granted else "unexcused"
        if case.leave_id != leave.id or not await store.move(
            unit.session, case, ("on_leave",), status="closed", outcome=outcome, **closing
        ):
            continue
        file = await open_file(unit, case)
        if not told:
            await tell_family(unit, file, status, also=[leave.asked_by])
            told = True
        await redraw(unit, file)
    await leave_changed(unit, leave.pupil_id)
    return True
