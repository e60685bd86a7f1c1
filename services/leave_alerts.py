"""What a request for leave means to alerts that are open or wait, and to other guardians' words."""

from collections.abc import Collection
from datetime import datetime, time

from services import leave_cards
from services.absence_alerts import put_off, stop_unsent
from services.absence_answers import ANEW, OPEN
from services.absence_file import open_file, redraw
from services.leave_days import Resolved
from services.leave_rows import touching
from services.unit import Unit
from storage import absences
from storage import leave as store
from storage.tables import LeaveRequest


async def answer_alerts(unit: Unit, leave: LeaveRequest, old: Collection[int]) -> None:
    """The request answers the alerts of its half-days, as the button below them would."""
    for part in await store.together(unit.session, leave):
        days = (part.from_day, part.to_day)
        for case in await absences.cases_of_day(unit.session, part.pupil_id, days, part.half):
            answered = {"answered_by": unit.who.person_id, "answered_at": unit.now, **ANEW}
            if case.status == "on_leave" and case.leave_id not in old:
                continue  # by another guardian's word
            if not await absences.move(
                unit.session,
                case,
                (*OPEN, "on_leave"),
                status="on_leave",
                leave_id=part.id,
                **answered,
            ):
                continue
            await stop_unsent(unit, case)
            await redraw(unit, await open_file(unit, case))


async def put_alerts_off(unit: Unit, leave: LeaveRequest, at: time) -> None:
    """An alert that waits is not sent before the hour that the family has named."""
    days = (leave.from_day, leave.to_day)
    if not leave.from_day <= unit.today <= leave.to_day:
        return
    until = datetime.combine(unit.today, at, unit.zone)
    for case in await absences.cases_of_day(unit.session, leave.pupil_id, days, leave.half):
        await put_off(unit, case, until)


async def others_say(unit: Unit, leave: LeaveRequest, resolved: Resolved) -> list[dict[str, str]]:
    """What other guardians have said of these days, for the staff; contradictions are kept."""
    found = []
    for row in await touching(unit, leave.pupil_id, resolved):
        if row.asked_by == leave.asked_by:
            continue
        if row.kind != leave.kind:
            await store.dispute(unit.session, row, leave.asked_by)
            await store.dispute(unit.session, leave, row.asked_by)
            await leave_cards.redraw(unit, row)
        who = await leave_cards.guardian(unit, row.asked_by, row.pupil_id)
        found.append({"name": who["name"], "relation": who["relation"], "kind": row.kind})
    days = (resolved.first, resolved.last)
    for case in await absences.cases_of_day(unit.session, leave.pupil_id, days, None):
        if case.status in ("left_home", "searching") and case.answered_by is not None:
            await store.dispute(unit.session, leave, case.answered_by)
    return found
