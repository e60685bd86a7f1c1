"""A warning about absences on the phones of those it is for: told, taken back, "we have talked".

What a phone shows follows from the warning's row alone, so after any step its copies are drawn
again. Reasons for leave are not part of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from services.access import Action, Target
from services.attendance_findings import Finding, Kind
from services.attendance_states import State
from services.attendance_sums import LIMIT, NONE, Sums, sums
from services.errors import AlreadyDecided, Outdated
from services.periods import year_of
from services.shown_facts import clock, person
from services.unit import Unit
from storage import attendance_warnings as store
from storage import families, households, outbox
from storage.outbox import Priority
from storage.tables import AttendanceWarning, OutboxRow

WARNING, NEWS = "attendance-warning", "attendance-warning-news"
GONE = ("cancelled", "failed")
DAYS_NAMED = 8
LATER = timedelta(days=1)


def owner_of(warning: AttendanceWarning) -> str:
    """Under which the copies of a warning's round are found."""
    return f"{WARNING}:{warning.id}:{warning.round}"


async def tell(unit: Unit, pupil_id: int, found: Finding) -> bool:
    """Tell those it is for; whether there was anybody who had not been told. Where nobody can be
    written to yet, the pupil is looked at again on another day."""
    people = await _readers(unit, pupil_id, found.kind)
    if not people:
        await store.look_again(unit.session, [pupil_id], unit.now + LATER)
        return False
    warning = await store.raise_one(
        unit.session,
        {
            "pupil_id": pupil_id,
            "kind": found.kind.value,
            "code": found.code,
            "occasion": found.occasion,
            "first": found.first,
            "last": found.last,
            "count": found.count,
            "raised_at": unit.now,
        },
    )
    if warning is None:
        return False
    unit.audit("attendance.warned", f"pupil:{pupil_id}", kind=warning.kind, code=warning.code)
    shown = await picture(unit, warning)
    priority = Priority.DIGEST if found.kind is Kind.DROPOUT else Priority.NOTICE
    owner = owner_of(warning)
    for id in sorted(people):
        key = f"{owner}:{id}"
        await unit.notify(id, WARNING, shown, priority=priority, key=key, owner=owner)
    return True


async def _readers(unit: Unit, pupil_id: int, kind: Kind) -> Sequence[int]:
    """The pupil's homeroom teachers; of a drop-out the vice principals, or else the principal."""
    if kind is Kind.DROPOUT:
        heads = await households.holders_of(unit.session, "vice_principal")
        return heads or await households.holders_of(unit.session, "principal")
    place = await households.pupil_place(unit.session, pupil_id, unit.today)
    if place is None:
        return ()
    return await households.homeroom_teachers(unit.session, [place.class_id], unit.today)


async def untell(unit: Unit, warning: AttendanceWarning) -> bool:
    """A correction took it back: who read it is told so; whether anybody was."""
    if not await store.withdraw(unit.session, warning.id, unit.now):
        return False
    unit.audit("attendance.warning_withdrawn", f"pupil:{warning.pupil_id}", code=warning.code)
    caught = await outbox.cancel(unit.session, unit.now, owner=owner_of(warning))
    copies = [row for row in await _copies(unit, warning) if row.id not in caught]
    if not copies:
        return False
    shown = await picture(unit, warning) | {"withdrawn": True, "days": [], "more": 0}
    for row in copies:
        if row.person_id is None:
            continue
        await unit.edit_notice(row.id, row.person_id, WARNING, shown)
        key = f"{NEWS}:{warning.id}:{warning.round}:{row.person_id}"
        await unit.notify(row.person_id, NEWS, shown, key=key)
    return True


async def _copies(unit: Unit, warning: AttendanceWarning) -> list[OutboxRow]:
    """The messages that show it."""
    rows = await outbox.by_owner(unit.session, owner_of(warning))
    return [row for row in rows if row.edits is None and row.status not in GONE]


async def talked(unit: Unit, id: int, round: int) -> None:
    """The homeroom teacher has spoken with the family; who and when is kept.

    Raises `AlreadyDecided` where that was kept before, `Outdated` where it does not stand.
    """
    warning = await _own(unit, id, round)
    if not await store.talked(unit.session, id, round, unit.who.person_id, unit.now):
        kept = await store.get(unit.session, id)
        if kept is None or kept.talked_by is None or kept.talked_at is None:
            raise Outdated
        people = await families.people(unit.session, [kept.talked_by])
        raise AlreadyDecided(
            "attendance-talked-already", name=people[kept.talked_by].name, at=_moment(unit, kept)
        )
    unit.audit("attendance.talked", f"pupil:{warning.pupil_id}", warning=id)
    await _redraw(unit, warning)


async def not_talked(unit: Unit, id: int, round: int) -> None:
    """The tap was a slip; raises `Outdated` where nothing was kept."""
    warning = await _own(unit, id, round)
    if not await store.not_talked(unit.session, id, round):
        raise Outdated
    unit.audit("attendance.not_talked", f"pupil:{warning.pupil_id}", warning=id)
    await _redraw(unit, warning)


async def _own(unit: Unit, id: int, round: int) -> AttendanceWarning:
    warning = await store.get(unit.session, id)
    if warning is None:
        raise Outdated
    place = await households.pupil_place(unit.session, warning.pupil_id, unit.today)
    class_id = place.class_id if place is not None else None
    unit.require(Action.TALK_ABOUT_ATTENDANCE, Target(class_id=class_id))
    if warning.withdrawn_at is not None or warning.round != round:
        raise Outdated
    return warning


async def _redraw(unit: Unit, warning: AttendanceWarning) -> None:
    """Show it anew on every phone, and the drop-out note of the same pupil with it."""
    await store.get(unit.session, warning.id)
    for each in await store.of_pupils(unit.session, [warning.pupil_id]):
        if each.id != warning.id and each.kind != Kind.DROPOUT:
            continue
        shown = await picture(unit, each)
        for row in await _copies(unit, each):
            if row.person_id is not None:
                await unit.edit_notice(row.id, row.person_id, WARNING, shown)


async def picture(unit: Unit, warning: AttendanceWarning) -> dict[str, Any]:
    """All that a copy shows, as JSON."""
    session, pupil_id = unit.session, warning.pupil_id
    pupil = (await families.pupils(session, [pupil_id], unit.today))[pupil_id]
    year = await year_of(unit)
    of_year = (await sums(unit, year.first, year.last, pupil_ids=[pupil_id])).get(pupil_id, NONE)
    quiet = warning.kind == Kind.DROPOUT
    guardians = [] if quiet else (await families.guardians(session, [pupil_id]))[pupil_id]
    talk = await _talk(unit, warning)
    people = await families.people(session, [talk.talked_by] if talk and talk.talked_by else [])
    days = _days(warning, of_year)
    return {
        "id": warning.id,
        "round": warning.round,
        "kind": warning.kind,
        "pupil": pupil_id,
        "name": pupil.name,
        "number": pupil.list_number,
        "class": pupil.class_name or "",
        "count": warning.count,
        "month": f"{warning.first.month}/{warning.first.year}",
        "days": [f"{day:%d/%m}" for day in days[:DAYS_NAMED]],
        "more": max(0, len(days) - DAYS_NAMED),
        "since": f"{warning.first:%d/%m}",
        "occasion": warning.occasion,
        "excused": of_year.excused,
        "unexcused": of_year.unexcused,
        "limit": LIMIT,
        "contacts": [{"name": g.name, "relation": g.relation, "phone": g.phone} for g in guardians],
        "talked": None
        if talk is None
        else person(people, talk.talked_by)
        | {"day": _day(unit, talk), "at": clock(unit, talk.talked_at)},
        "withdrawn": False,
    }


def _days(warning: AttendanceWarning, of_year: Sums) -> list[date]:
    """The days that a month or a row is about; a year's are too many to name."""
    if warning.kind not in (Kind.MONTH, Kind.ROW):
        return []
    counted = of_year.within(warning.first, warning.last)
    if warning.kind == Kind.MONTH:
        counted = tuple(each for each in counted if each.state is State.UNEXCUSED)
    return sorted({each.day for each in counted})


async def _talk(unit: Unit, warning: AttendanceWarning) -> AttendanceWarning | None:
    """The talk that was kept of this; a drop-out note shows the teacher's latest one."""
    kept = [warning]
    if warning.kind == Kind.DROPOUT:
        near = warning.first - timedelta(days=1)
        every = await store.of_pupils(unit.session, [warning.pupil_id])
        kept = [each for each in every if each.last > near]
    done = [each for each in kept if each.talked_at is not None]
    return max(done, key=lambda each: each.talked_at or each.raised_at) if done else None


def _day(unit: Unit, warning: AttendanceWarning) -> str:
    at = warning.talked_at or warning.raised_at
    return f"{at.astimezone(unit.zone):%d/%m/%Y}"


def _moment(unit: Unit, warning: AttendanceWarning) -> str:
    at = warning.talked_at or warning.raised_at
    return f"{at.astimezone(unit.zone):%H:%M %d/%m/%Y}"


@dataclass(frozen=True, slots=True)
class Kept:
    """A warning that stands: about what, since when, and when the family was spoken with."""

    kind: str
    count: int
    first: date
    raised: date
    talked: date | None


async def kept_of(unit: Unit, pupil_id: int) -> list[Kept]:
    """The warnings about a pupil that stand this year, for those who answer for the class, oldest
    first. The right to see them is asked before."""
    year = await year_of(unit)
    return [
        Kept(
            each.kind,
            each.count,
            each.first,
            each.raised_at.astimezone(unit.zone).date(),
            each.talked_at.astimezone(unit.zone).date() if each.talked_at else None,
        )
        for each in await store.of_pupils(unit.session, [pupil_id])
        if each.last >= year.first and each.kind != Kind.DROPOUT
    ]
