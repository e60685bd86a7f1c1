"""The end of a request for leave: granted or not, once, and everybody who waited hears of it."""

from services import leave_cards
from services.absence_file import open_file, redraw, tell_family
from services.roll_card_faces import leave_changed
from services.unit import Unit
from storage import absences as store
from storage import leave as requests
from storage.tables import LeaveRequest


async def end_leave(unit: Unit, leave: LeaveRequest, *, granted: bool) -> bool:
    """Decide a request that is still open, with all its parts; False where somebody was faster.

    Whether the actor may decide is asked before. Cases that wait for it are closed, and their
    guardians told; else the one who asked is.
    """
    status = "granted" if granted else "refused"
    values = {"decided_by": unit.who.person_id, "decided_at": unit.now}
    ended = False
    told = False
    for part in await requests.together(unit.session, leave):
        if not await store.move_leave(unit.session, part, ("asked",), status=status, **values):
            continue
        ended = True
        unit.audit(f"leave.{status}", f"leave:{part.id}", pupil=part.pupil_id)
        told = await _close_cases(unit, part, status, told=told)
    if not ended:
        return False
    if not told:
        await leave_cards.tell_asker(unit, leave, status)
    await leave_cards.redraw(unit, leave)
    await leave_changed(unit, leave.pupil_id)
    return True


async def _close_cases(unit: Unit, leave: LeaveRequest, status: str, *, told: bool) -> bool:
    """Close the alerts that this leave has answered; whether the family has been told."""
    days = (leave.from_day, leave.to_day)
    outcome = "excused" if status == "granted" else "unexcused"
    for case in await store.cases_of_day(unit.session, leave.pupil_id, days, leave.half):
        closing = {"closed_by": unit.who.person_id, "closed_at": unit.now}
        if case.leave_id != leave.id or not await store.move(
            unit.session, case, ("on_leave",), status="closed", outcome=outcome, **closing
        ):
            continue
        file = await open_file(unit, case)
        if not told:
            await tell_family(unit, file, status, also=[leave.asked_by])
            told = True
        await redraw(unit, file)
    return told
