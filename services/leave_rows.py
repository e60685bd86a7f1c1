"""The rows of a request for leave: written, found again, ended, and held against the rolls."""

from collections.abc import Sequence
from datetime import date, time

from services import leave_cards, leave_days
from services.attendance_states import State
from services.errors import Invalid, NotAllowed
from services.leave import LONGEST
from services.leave_days import Resolved
from services.leave_text import Kind, Span
from services.leave_wish import Wish
from services.school_rules import rules_of
from services.unit import Unit
from storage import absences, rolls
from storage import leave as store
from storage.families import PupilRow
from storage.leave import OPEN as COUNTING
from storage.tables import LeaveRequest


async def replaced(unit: Unit, wish: Wish) -> list[LeaveRequest]:
    """The rows of a request that the guardian changes; only their own, only once."""
    if wish.replaces is None:
        return []
    leave = await store.get(unit.session, wish.replaces)
    if leave is None or leave.asked_by != unit.who.person_id or leave.pupil_id != wish.pupil_id:
        raise NotAllowed
    if leave.status not in store.SPOKEN:
        raise Invalid("leave-already-over")
    return [row for row in await store.together(unit.session, leave) if row.status in store.SPOKEN]


async def touching(unit: Unit, pupil_id: int, resolved: Resolved) -> list[LeaveRequest]:
    """The child's open requests that have a half-day in common with these days."""
    days = (resolved.first, resolved.last)
    found = await store.of_pupil(unit.session, pupil_id, days, COUNTING)
    return [row for row in found if leave_days.overlap([leave_cards.span_of(row)], resolved.spans)]


async def marked(unit: Unit, pupil: PupilRow, spans: Sequence[Span]) -> str | None:
    """How the rolls of these half-days have the child: absent or present; None without a roll."""
    found = None
    for span in spans:
        for roll in await rolls.of_class(
            unit.session, pupil.class_id or 0, (span.first, span.last)
        ):
            if span.half is not None and roll.half != span.half:
                continue
            kept = await absences.attendance(unit.session, roll.id, pupil.id)
            if kept is not None and State(kept.state).is_absent:
                return "absent"
            found = "present"
    return found


async def write(
    unit: Unit,
    wish: Wish,
    spans: Sequence[Span],
    *,
    at: time | None = None,
    period: int | None = None,
    reason: str | None = None,
) -> LeaveRequest:
    """The rows of a wish; its first one."""
    is_long = wish.kind is Kind.LEAVE and await _is_long(unit, wish.pupil_id, spans)
    first: LeaveRequest | None = None
    for span in spans:
        row = LeaveRequest(
            pupil_id=wish.pupil_id,
            kind=wish.kind.value,
            from_day=span.first,
            to_day=span.last,
            half=span.half.value if span.half else None,
            at=f"{at:%H:%M}" if at else None,
            period=period,
            reason=reason[:LONGEST] if reason else None,
            part_of=first.id if first else None,
            is_long=is_long,
            asked_by=unit.who.person_id,
            asked_at=unit.now,
            status="asked" if wish.kind is Kind.LEAVE else "noted",
        )
        unit.session.add(row)
        await unit.session.flush()
        first = first or row
    assert first is not None  # there are days, else they would have been refused
    unit.audit(
        "leave.asked",
        f"leave:{first.id}",
        pupil=wish.pupil_id,
        kind=wish.kind.value,
        days=[[s.first.isoformat(), s.last.isoformat(), s.half] for s in spans],
    )
    return first


async def _is_long(unit: Unit, pupil_id: int, spans: Sequence[Span]) -> bool:
    """Whether it is more days on end than the homeroom teacher grants alone."""
    first, last = min(s.first for s in spans), max(s.last for s in spans)
    near = (
        date.fromordinal(first.toordinal() - leave_days.LONGEST),
        date.fromordinal(last.toordinal() + leave_days.LONGEST),
    )
    before = [
        leave_cards.span_of(row)
        for row in await store.of_pupil(unit.session, pupil_id, near, ("asked", "granted"))
        if row.kind == "leave"
    ]
    run = await leave_days.longest_run(unit, spans, before)
    return run > (await rules_of(unit)).leave_cap


async def end(unit: Unit, old: Sequence[LeaveRequest], status: str) -> None:
    """Rows that another takes the place of."""
    for row in dict.fromkeys(old):
        values = {"status": status, "ended_at": unit.now}
        if await absences.move_leave(unit.session, row, store.SPOKEN, **values):
            unit.audit(f"leave.{status}", f"leave:{row.id}")
            await leave_cards.redraw(unit, row)
