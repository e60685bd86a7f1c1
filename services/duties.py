"""Granting tasks to named staff (article 3 of the regulation lets the principal assign them).

A duty adds to what the roles give, over the whole school, until its last day or until it is taken
back; the person is told either way.
"""

import re
from collections.abc import Sequence
from datetime import date

from services.access import Action, Duty
from services.errors import Invalid, NotFound, Outdated
from services.people_changed import people_changed
from services.unit import Unit
from storage import duties, households
from storage.duties import Granted
from storage.households import StaffMember

_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}))?")


async def granted(unit: Unit) -> Sequence[Granted]:
    """Every duty in force."""
    unit.require(Action.GRANT_DUTY)
    return await duties.running(unit.session, unit.today)


async def grant(unit: Unit, person_id: int, duty: Duty, until: date | None) -> Granted:
    """Give a duty to an active member of staff, from today to `until` (None: no end)."""
    actor = unit.require(Action.GRANT_DUTY)
    member = await households.staff_member(unit.session, person_id)
    if member is None:
        raise NotFound("identity-no-such-staff")
    if until is not None and until < unit.today:
        raise Invalid("identity-day-past")
    if any(d.kind == duty for d in await duties.running(unit.session, unit.today, person_id)):
        raise Invalid("identity-duty-there", name=member.name)
    id = await duties.add(
        unit.session,
        person_id=person_id,
        kind=duty.value,
        by=actor.person_id,
        starts=unit.today,
        until=until,
    )
    last = until.isoformat() if until else None
    unit.audit("duty.granted", f"person:{person_id}", duty=duty.value, until=last, id=id)
    await people_changed(unit)
    shown = until.strftime("%d/%m/%Y") if until else None
    await unit.notify(person_id, "duty-granted", {"duty": duty.value, "until": shown})
    return Granted(id, person_id, member.name, duty.value, until)


async def revoke(unit: Unit, duty_id: int) -> None:
    """Take a duty back; raises `Outdated` where it has ended."""
    unit.require(Action.GRANT_DUTY)
    ended = await duties.revoke(unit.session, duty_id, unit.now)
    if ended is None:
        raise Outdated("identity-duty-ended")
    unit.audit("duty.revoked", f"person:{ended.person_id}", duty=ended.kind, id=duty_id)
    await people_changed(unit)
    await unit.notify(ended.person_id, "duty-revoked", {"duty": ended.kind})


def read_day(text: str, today: date) -> date | None:
    """A day written dd/mm or dd/mm/yyyy, the next such day without a year; None if it is none."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    day, month = int(match[1]), int(match[2])
    try:
        if match[3]:
            return date(int(match[3]), month, day)
        found = date(today.year, month, day)
        return found if found >= today else date(today.year + 1, month, day)
    except ValueError:
        return None


async def candidates(unit: Unit) -> Sequence[StaffMember]:
    """The staff who may be given a duty."""
    unit.require(Action.GRANT_DUTY)
    return await households.staff(unit.session)


async def candidate(unit: Unit, person_id: int) -> StaffMember:
    """One of them; raises `NotFound`."""
    unit.require(Action.GRANT_DUTY)
    member = await households.staff_member(unit.session, person_id)
    if member is None:
        raise NotFound("identity-no-such-staff")
    return member
