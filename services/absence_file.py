"""A case of a missing child with all that its messages show, on every phone that shows it.

What a phone shows follows from the case alone, so after any step all copies are simply drawn
again: the guardians' alerts, and the cards of the staff who were asked to do something.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.absence_summary import lists_changed
from services.shown_facts import clock, person
from services.unit import Unit
from storage import absences as store
from storage import families, households
from storage.families import PersonRow, PupilRow
from storage.outbox import Priority
from storage.tables import AbsenceCase, LeaveRequest, OutboxRow, RollCall

NOON, EVENING = 12, 18
REACHED = ("sending", "sent", "uncertain")
ALERT, CARD, NEWS, STAFF_NEWS = "absence-alert", "absence-card", "absence-news", "absence-staff"


@dataclass(slots=True)
class CaseFile:
    """A case with its roll and its pupil; `group` names the extra class or club, if it is one."""

    case: AbsenceCase
    roll: RollCall
    pupil: PupilRow
    group: str | None

    @property
    def subject(self) -> str:
        """How the audit names it."""
        return f"absence:{self.case.id}"


async def open_file(unit: Unit, case: AbsenceCase) -> CaseFile:
    """The file of a case."""
    roll = await unit.session.get_one(RollCall, case.roll_id)
    pupils = await families.pupils(unit.session, [case.pupil_id], roll.day)
    return CaseFile(case, roll, pupils[case.pupil_id], await group_of(unit, roll))


async def group_of(unit: Unit, roll: RollCall) -> str | None:
    """The name of the extra class or club that a roll is of."""
    if roll.group_id is None:
        return None
    return await families.group_name(unit.session, roll.group_id)


def part_of_day(unit: Unit, moment: datetime) -> str:
    """The word a greeting would use: morning, afternoon or evening."""
    hour = moment.astimezone(unit.zone).hour
    return "morning" if hour < NOON else "afternoon" if hour < EVENING else "evening"


async def picture(unit: Unit, file: CaseFile) -> dict[str, Any]:
    """All that a copy of the case may show, as JSON."""
    case, session = file.case, unit.session
    ids = {i for i in (case.answered_by, case.handled_by, case.closed_by) if i is not None}
    people = await families.people(session, ids)
    leave = await session.get(LeaveRequest, case.leave_id) if case.leave_id else None
    standing, alarmed = None, False
    if case.status != "told":  # else the child is missing, and nobody was asked to search
        standing = await store.attendance(session, case.roll_id, case.pupil_id)
        alarmed = bool(await store.copies(session, case, ("search",)))
    return {
        "case": case.id,
        "round": case.round,
        "status": case.status,
        "outcome": case.outcome,
        "pupil": file.pupil.name,
        "class": file.pupil.class_name or "",
        "group": file.group,
        "kind": file.roll.kind,
        "day": f"{file.roll.day:%d/%m/%Y}",
        "known": clock(unit, case.known_at),
        "part": part_of_day(unit, case.known_at),
        "arrived": standing.arrived if standing else None,
        "minutes": standing.minutes if standing else None,
        "received": alarmed,
        "answered": await _guardian(unit, people, case),
        "handled": person(people, case.handled_by) | {"at": clock(unit, case.handled_at)},
        "closed": person(people, case.closed_by) | {"at": clock(unit, case.closed_at)},
        "leave": _leave(leave) if leave else None,
    }


def _leave(leave: LeaveRequest) -> dict[str, Any]:
    """A request as texts show it; `explained` stays where the reason itself is kept back."""
    explained = leave.reason is not None
    return {
        "id": leave.id,
        "status": leave.status,
        "reason": leave.reason,
        "explained": explained,
    }


async def _guardian(
    unit: Unit, people: dict[int, PersonRow], case: AbsenceCase
) -> dict[str, Any] | None:
    if case.answered_by is None:
        return None
    found = people[case.answered_by]
    relation = await families.relation(unit.session, found.id, case.pupil_id)
    return {
        "name": found.name,
        "relation": relation or "guardian",
        "phone": found.phone,
        "at": clock(unit, case.answered_at),
    }


def for_family(shown: dict[str, Any]) -> dict[str, Any]:
    """What guardians may see of it: not each other's phone numbers."""
    answered = shown["answered"]
    if answered is None:
        return shown
    return shown | {"answered": {k: v for k, v in answered.items() if k != "phone"}}


def reached(row: OutboxRow) -> bool:
    """Whether a message has left, or may have: a resend means that its first try is unknown."""
    return row.status in REACHED or row.resent


async def told_guardians(unit: Unit, file: CaseFile, also: Collection[int] = ()) -> list[int]:
    """The guardians whom this round's alert has reached, and `also`, who still may hear of the
    child."""
    copies = await store.copies(unit.session, file.case, ("alert",))
    told = [c.person_id for c, row in copies if c.state != "cancelled" and reached(row)]
    people = dict.fromkeys((*told, *also))
    if not people:
        return []
    of_pupil = await families.guardians(unit.session, [file.pupil.id])
    allowed = {guardian.person_id for guardian in of_pupil[file.pupil.id]}
    return [person for person in people if person in allowed]


async def redraw(unit: Unit, file: CaseFile, *, but: str | None = None) -> None:
    """Show the case as it now is on every phone that shows it; `but`: the cards just made.

    `own` says whose last step it was: who has just acted needs no news of it. The four lists
    follow, since what a family answers moves a line from one list to another.
    """
    await lists_changed(unit, file.roll)
    copies = [
        (copy, row)
        for copy, row in await store.copies(unit.session, file.case)
        if copy.state != "cancelled" and copy.kind != but
        if row.status not in ("failed", "cancelled")
    ]
    if not copies:
        return
    shown = await picture(unit, file)
    for copy, row in copies:
        if copy.kind == "alert":
            own = copy.person_id == file.case.answered_by
            params = for_family(shown) | {"own": own}
            if not own and shown["leave"]:
                # The reason is between the one who asked and the teacher.
                params["leave"] = shown["leave"] | {"reason": None}
            await unit.edit_notice(row.id, copy.person_id, ALERT, params)
        else:
            own = copy.person_id == (file.case.closed_by or file.case.handled_by)
            params = shown | {"card": copy.kind, "own": own}
            await unit.edit_notice(row.id, copy.person_id, CARD, params)


async def tell_family(
    unit: Unit, file: CaseFile, event: str, *, but: int | None = None, also: Collection[int] = ()
) -> list[int]:
    """Send the guardians who were told (and `also`) the news `event`; who it was promised to."""
    people = [p for p in await told_guardians(unit, file, also) if p != but]
    if not people:
        return []
    params = for_family(await picture(unit, file)) | {"event": event}
    for person_id in people:
        await unit.notify(person_id, NEWS, params, priority=Priority.URGENT)
    return people


async def send_cards(
    unit: Unit, file: CaseFile, card: str, people: Sequence[int], priority: Priority
) -> None:
    """Ask members of staff to do something about the case; once each and round."""
    params = await picture(unit, file) | {"card": card}
    case = file.case
    for person_id in people:
        key = f"case:{case.id}:{case.round}:{card}:{person_id}"
        row_id = await unit.notify(person_id, CARD, params, priority=priority, key=key)
        if row_id is not None:
            store.add_copy(unit.session, case, card, person_id, row_id)
    await unit.session.flush()


async def tell_alarmed_staff(unit: Unit, file: CaseFile, event: str) -> None:
    """Tell those who were alarmed, all but the one who acts, how the search went on."""
    actor = unit.actor.person_id if unit.actor else None
    params = await picture(unit, file) | {"event": event}
    for copy, row in await store.copies(unit.session, file.case, ("search",)):
        if copy.person_id != actor and row.status != "failed":
            await unit.notify(copy.person_id, STAFF_NEWS, params, priority=Priority.URGENT)


async def responsible(unit: Unit, file: CaseFile) -> list[int]:
    """Who is asked first: the homeroom teacher; where none is linked, the vice principals, then
    the principal. Never the guardian who asks, who may be the pupil's own teacher."""
    class_id, day = file.pupil.class_id, file.roll.day
    asks = unit.actor.person_id if unit.actor else None
    first: Sequence[int] = ()
    if class_id is not None:
        first = await households.homeroom_teachers(unit.session, [class_id], day)
    for found in (
        first,
        await households.holders_of(unit.session, "vice_principal"),
        await households.holders_of(unit.session, "principal"),
    ):
        people = [id for id in found if id != asks]
        if people:
            return people
    return []
