"""What staff and the family see of a request for leave, and who they are.

The homeroom teacher decides and alone reads the reason; a request for many days is decided by the
principal, who is told that the reason is with the homeroom teacher. Guardians hear only of their
own requests.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from services.attendance_states import Half
from services.leave_text import Span
from services.school_rules import rules_of
from services.shown_facts import clock, person
from services.unit import Unit
from storage import families, households, leave_papers, outbox
from storage import leave as store
from storage.outbox import Priority
from storage.tables import LeaveRequest

CARD, NOTE, NEWS = "leave-card", "leave-note", "leave-news"


@dataclass(frozen=True, slots=True)
class Reader:
    """A member of staff who gets a card: whether they decide, and whether the reason is theirs."""

    person_id: int
    decides: bool
    sees_reason: bool


def owner_of(leave: LeaveRequest) -> str:
    """Under which the cards about one wish are found."""
    return f"leave:{leave.part_of or leave.id}"


def spans_json(rows: Sequence[LeaveRequest]) -> list[dict[str, Any]]:
    """The days of some rows as the messages' parameters have them."""
    return [
        {"first": row.from_day.isoformat(), "last": row.to_day.isoformat(), "half": row.half}
        for row in sorted(rows, key=lambda row: (row.from_day, row.half or ""))
    ]


def span_of(row: LeaveRequest) -> Span:
    """The days of a row."""
    return Span(row.from_day, row.to_day, Half(row.half) if row.half else None)


async def readers(
    unit: Unit, class_id: int | None, day: date, *, is_long: bool, but: int
) -> list[Reader]:
    """Who is to see a request that the guardian `but` has made; only those who can be reached."""
    session = unit.session
    homeroom = []
    if class_id is not None:
        homeroom = [
            id for id in await households.homeroom_teachers(session, [class_id], day) if id != but
        ]
    principals = [id for id in await households.holders_of(session, "principal") if id != but]
    vices = [id for id in await households.holders_of(session, "vice_principal") if id != but]
    if is_long:
        deciding = [Reader(id, True, not homeroom) for id in principals or vices]
        return deciding + [Reader(id, False, True) for id in homeroom]
    return [Reader(id, True, True) for id in homeroom or vices or principals]


async def picture(unit: Unit, leave: LeaveRequest) -> dict[str, Any]:
    """All that a card may show, as JSON."""
    rows = list(await store.together(unit.session, leave))
    first = rows[0]
    shown = [row for row in rows if row.status == first.status] or rows
    ids = {
        id for id in (first.asked_by, first.talked_by, first.decided_by, first.disputed_by) if id
    }
    people = await families.people(unit.session, ids)
    pupil = (await families.pupils(unit.session, [first.pupil_id], first.from_day))[first.pupil_id]
    disputed = None
    if first.disputed_by is not None:
        disputed = await guardian(unit, first.disputed_by, first.pupil_id)
    return {
        "leave": first.id,
        "kind": first.kind,
        "pupil": pupil.name,
        "class": pupil.class_name or "",
        "days": spans_json(shown),
        "at": first.at,
        "period": first.period,
        "after": first.asked_at.astimezone(unit.zone).date() > max(row.to_day for row in rows),
        "who": await guardian(unit, first.asked_by, first.pupil_id),
        "status": first.status,
        "reason": first.reason,
        "long": first.is_long,
        "cap": (await rules_of(unit)).leave_cap,
        "talked": person(people, first.talked_by) | {"at": clock(unit, first.talked_at)},
        "decided": person(people, first.decided_by) | {"at": clock(unit, first.decided_at)},
        "disputed": disputed,
        "papers": await leave_papers.count(unit.session, first.id),
    }


async def guardian(unit: Unit, person_id: int, pupil_id: int) -> dict[str, Any]:
    """A guardian as staff's messages name them."""
    found = (await families.people(unit.session, [person_id]))[person_id]
    relation = await families.relation(unit.session, person_id, pupil_id)
    return {"name": found.name, "relation": relation or "guardian", "phone": found.phone}


async def send(unit: Unit, leave: LeaveRequest, to: Sequence[Reader], **more: Any) -> None:
    """Show a new request to the staff concerned."""
    shown = await picture(unit, leave) | more
    for reader in to:
        role = {"decides": reader.decides, "sees": reader.sees_reason}
        key = f"{owner_of(leave)}:{reader.person_id}"
        await unit.notify(
            reader.person_id,
            CARD,
            _for(shown, role),
            priority=Priority.APPROVAL,
            key=key,
            owner=owner_of(leave),
        )


async def redraw(unit: Unit, leave: LeaveRequest) -> None:
    """Show a request as it now is on every phone of staff that shows it."""
    rows = await outbox.by_owner(unit.session, owner_of(leave))
    shown: dict[str, Any] | None = None
    for row in rows:
        if row.notice != CARD or row.edits is not None or row.person_id is None:
            continue
        if row.status in ("failed", "cancelled"):
            continue
        shown = shown or await picture(unit, leave)
        old = row.params or {}
        role = {"decides": old["decides"], "sees": old["sees"]}
        kept = {name: old[name] for name in ("marked", "fellow", "count") if name in old}
        actor = unit.actor.person_id if unit.actor else None
        params = _for(shown | kept, role) | {"own": row.person_id == actor}
        await unit.edit_notice(row.id, row.person_id, CARD, params)


def _for(shown: dict[str, Any], role: dict[str, bool]) -> dict[str, Any]:
    """What one reader may see of it."""
    mine = shown | role
    if not role["sees"]:
        mine |= {"reason": None, "has_reason": bool(shown["reason"])}
    return mine


async def note(
    unit: Unit,
    leave: LeaveRequest,
    event: str,
    to: Sequence[Reader],
    *,
    priority: Priority = Priority.APPROVAL,
    **more: Any,
) -> None:
    """Tell staff of something that asks for no decision."""
    shown = await picture(unit, leave) | {"event": event} | more
    for reader in to:
        role = {"decides": False, "sees": reader.sees_reason}
        await unit.notify(reader.person_id, NOTE, _for(shown, role), priority=priority)


async def tell_asker(unit: Unit, leave: LeaveRequest, event: str) -> None:
    """Tell the guardian who asked how it went."""
    shown = await picture(unit, leave)
    shown |= {"event": event, "reason": None, "disputed": None}
    ahead = max(row.to_day for row in await store.together(unit.session, leave)) >= unit.today
    shown["comes"] = ahead and event == "refused"
    if await _may_hear(unit, leave):
        await unit.notify(leave.asked_by, NEWS, shown, priority=Priority.APPROVAL)


async def _may_hear(unit: Unit, leave: LeaveRequest) -> bool:
    """Not one who was barred from the child since."""
    of_pupil = await families.guardians(unit.session, [leave.pupil_id])
    return any(g.person_id == leave.asked_by for g in of_pupil[leave.pupil_id])
