"""The search for a child that left home and was not seen in class, until somebody has met it.

The homeroom teacher is alarmed first; after a while without an answer the vice principals and the
principal as well. Whoever taps first is named on every copy, and the family sees each step.
"""

from services.absence_answers import open_for_staff
from services.absence_file import (
    CaseFile,
    open_file,
    redraw,
    send_cards,
    tell_alarmed_staff,
    tell_family,
)
from services.absence_marks import set_standing
from services.attendance_states import Half, SessionKind, State
from services.errors import AlreadyDecided
from services.school_rules import rules_of
from services.standing import Standing
from services.unit import Unit
from storage import absences as store
from storage import families, households
from storage.outbox import Priority
from storage.tables import RollCall

LONGEST_DELAY = 300  # minutes


async def seeking(unit: Unit, case_id: int, round: int) -> None:
    """ "Đang tìm": somebody has taken the alarm up."""
    file = await open_for_staff(unit, case_id, round)
    values = {"handled_by": unit.who.person_id, "handled_at": unit.now, "escalate_at": None}
    if not await store.move(unit.session, file.case, ("left_home",), status="searching", **values):
        raise await _taken(unit, file)
    unit.audit("absence.searching", file.subject, pupil=file.pupil.id)
    await redraw(unit, file)
    await tell_family(unit, file, "searching")


async def met(unit: Unit, case_id: int, round: int) -> str:
    """ "Đã gặp em": the child is here, late; everybody who worried is told. The pupil's name."""
    file = await open_for_staff(unit, case_id, round)
    values = {"closed_by": unit.who.person_id, "closed_at": unit.now, "escalate_at": None}
    if not await store.move(
        unit.session,
        file.case,
        ("left_home", "searching"),
        status="found",
        outcome="late",
        **values,
    ):
        raise await _taken(unit, file)
    unit.audit("absence.found", file.subject, pupil=file.pupil.id)
    await set_standing(unit, file.roll, file.pupil.id, await late_now(unit, file.roll))
    await tell_family(unit, file, "found")
    await tell_alarmed_staff(unit, file, "found")
    await redraw(unit, file)
    return file.pupil.name


async def called(unit: Unit, case_id: int, round: int) -> None:
    """ "Đã gọi": the teacher has called the guardian back."""
    file = await open_for_staff(unit, case_id, round)
    values = {"handled_by": unit.who.person_id, "handled_at": unit.now}
    if not await store.move(unit.session, file.case, ("call_back",), status="called", **values):
        raise await _taken(unit, file)
    unit.audit("absence.called", file.subject, pupil=file.pupil.id)
    await redraw(unit, file)


async def escalate(unit: Unit) -> bool:
    """The job by the clock: alarms that nobody has taken up go to the vice principals and the
    principal, once. Whether there were any."""
    found = await store.take_overdue(unit.session, unit.now)
    for case_id in found:
        case = await store.case(unit.session, case_id)
        if case is None:
            continue
        file = await open_file(unit, case)
        heads = [
            *await households.holders_of(unit.session, "vice_principal"),
            *await households.holders_of(unit.session, "principal"),
        ]
        await send_cards(unit, file, "search", list(dict.fromkeys(heads)), Priority.URGENT)
        await tell_family(unit, file, "higher" if heads else "phone")
        unit.audit("absence.escalated", file.subject, people=heads)
    return bool(found)


async def late_now(unit: Unit, roll: RollCall) -> Standing:
    """Late, arrived now; the minutes count from the bell where there is one."""
    now = unit.now.astimezone(unit.zone)
    minutes: int | None = None
    if roll.kind == SessionKind.MAIN:
        bell = (await rules_of(unit)).bell(roll.day, Half(roll.half), unit.zone)
        late = int((now - bell).total_seconds() // 60)
        minutes = late if 0 < late <= LONGEST_DELAY else None
    return Standing(State.LATE, minutes=minutes, arrived=f"{now:%H:%M}")


async def _taken(unit: Unit, file: CaseFile) -> AlreadyDecided:
    """Who took the alarm up, or ended it, before."""
    case = file.case
    ended = case.closed_by is not None and case.closed_at is not None
    by, at = (case.closed_by, case.closed_at) if ended else (case.handled_by, case.handled_at)
    if by is None or at is None:
        return AlreadyDecided("absence-already-over", pupil=file.pupil.name)
    person = (await families.people(unit.session, [by]))[by]
    at = at.astimezone(unit.zone)
    return AlreadyDecided(
        "absence-staff-ended" if ended else "absence-staff-taken",
        pupil=file.pupil.name,
        name=person.name,
        gender=person.gender or "",
        hour=str(at.hour),
        minute=f"{at:%M}",
    )
