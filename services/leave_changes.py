"""Taking a request back, and the word that a child comes to school again.

The answer to the guardian is the same whether or not another guardian has asked for leave: what
contradicts goes to the staff alone, and the alarm for a child of whom two guardians speak
differently is not kept back.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from services import leave_cards
from services.absence_file import open_file, redraw
from services.attendance_states import Half
from services.errors import NotAllowed, Outdated
from services.leave_days import resolve
from services.leave_rows import marked
from services.leave_text import Span
from services.leave_wish import own_pupil
from services.roll_card_faces import leave_changed
from services.unit import Unit
from storage import absences
from storage import leave as store
from storage.families import PupilRow
from storage.outbox import Priority
from storage.tables import LeaveRequest

ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Open:
    """An own request that is still open: its first row, its child, its days."""

    leave: LeaveRequest
    pupil: PupilRow
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Back:
    """From when the child comes. `changed`: own requests ended or were shortened; `reached`:
    whether anybody of the school could be told."""

    pupil: PupilRow
    day: date
    half: Half | None
    changed: bool
    reached: bool


async def own_open(unit: Unit, pupil_id: int | None = None) -> list[Open]:
    """The actor's own open requests of today and later, the newest first."""
    who = unit.who
    children = who.children if pupil_id is None else who.children & {pupil_id}
    rows = await store.of_guardian(unit.session, who.person_id, children, unit.today)
    firsts: dict[int, list[LeaveRequest]] = {}
    for row in rows:
        firsts.setdefault(row.part_of or row.id, []).append(row)
    found = []
    for id, parts in sorted(firsts.items(), reverse=True):
        first = await store.get(unit.session, id)
        assert first is not None  # a part has a first row
        pupil = await own_pupil(unit, first.pupil_id)
        found.append(Open(first, pupil, tuple(leave_cards.span_of(part) for part in parts)))
    return found


async def own_one(unit: Unit, leave_id: int) -> Open:
    """One of them; raises `NotAllowed` for another's, `Outdated` where it is over."""
    leave = await store.get(unit.session, leave_id)
    if leave is None:
        raise Outdated
    if leave.asked_by != unit.who.person_id:
        raise NotAllowed
    rows = await store.together(unit.session, leave)
    parts = [row for row in rows if row.status in store.SPOKEN]
    if not parts:
        raise Outdated("leave-already-over")
    pupil = await own_pupil(unit, leave.pupil_id)
    return Open(rows[0], pupil, tuple(leave_cards.span_of(part) for part in parts))


async def count_days(unit: Unit, mine: Open) -> int:
    """How many school days a request is for."""
    return (await resolve(unit, mine.spans)).count


async def take_back(unit: Unit, leave_id: int) -> Open:
    """Take an own request back: all of it, or the days from today on."""
    mine = await own_one(unit, leave_id)
    if max(span.last for span in mine.spans) < unit.today:
        raise Outdated("leave-already-over")
    await _end_from(unit, mine, unit.today)
    to = await _staff(unit, mine.pupil)
    await _note(unit, mine.leave, "withdrawn", to, unit.today)
    await leave_changed(unit, mine.pupil.id)
    return mine


async def comes(unit: Unit, pupil_id: int, day: date, half: Half | None = None) -> Back:
    """ "mai cháu đi học lại": own requests end the day before, or at noon where the child comes
    for the afternoon; others' are disputed."""
    pupil = await own_pupil(unit, pupil_id)
    first = max(day, unit.today)
    await resolve(unit, [Span(first, first)])  # a day that is taught
    changed: LeaveRequest | None = None
    for mine in await own_open(unit, pupil_id):
        # Leave that begins later is about something else and stands.
        if mine.leave.kind == "leave" and any(s.first <= first <= s.last for s in mine.spans):
            await _end_from(unit, mine, first, half)
            changed = mine.leave
    to = await _staff(unit, pupil)
    disputed = await _dispute(unit, pupil_id, first)
    about = changed or disputed or await _word(unit, pupil_id, first)
    event = "disputed" if disputed is not None and changed is None else "back"
    await _note(unit, about, event, to, first)
    await leave_changed(unit, pupil_id)
    unit.audit("leave.back", f"pupil:{pupil_id}", day=first.isoformat())
    return Back(pupil, first, half, changed is not None, bool(to))


async def _dispute(unit: Unit, pupil_id: int, day: date) -> LeaveRequest | None:
    """Another guardian's request for that day, which this word contradicts."""
    found = None
    for row in await store.of_pupil(unit.session, pupil_id, (day, day), store.SPOKEN):
        if row.kind == "leave" and row.asked_by != unit.who.person_id:
            await store.dispute(unit.session, row, unit.who.person_id)
            await leave_cards.redraw(unit, row)
            found = row
    return found


async def _word(unit: Unit, pupil_id: int, day: date) -> LeaveRequest:
    """The word itself, kept where there is no request that it ends."""
    row = LeaveRequest(
        pupil_id=pupil_id,
        kind="back",
        from_day=day,
        to_day=day,
        asked_by=unit.who.person_id,
        asked_at=unit.now,
        status="lapsed",
    )
    unit.session.add(row)
    await unit.session.flush()
    return row


async def _end_from(unit: Unit, mine: Open, day: date, half: Half | None = None) -> None:
    """End what lies on that day and after; what lies before it stays as it was asked for."""
    for row in await store.together(unit.session, mine.leave):
        if row.status not in store.SPOKEN or row.to_day < day:
            continue
        if half is Half.AFTERNOON and row.from_day <= day and row.half != Half.AFTERNOON:
            await _keep_morning(unit, row, day)
            continue
        if row.from_day < day:
            values = {"to_day": day - ONE}
            await absences.move_leave(unit.session, row, store.SPOKEN, **values)
            unit.audit("leave.shortened", f"leave:{row.id}", last=values["to_day"].isoformat())
        else:
            values = {"ended_at": unit.now}
            await absences.move_leave(unit.session, row, store.SPOKEN, status="withdrawn", **values)
            unit.audit("leave.withdrawn", f"leave:{row.id}")
    await _open_alerts(unit, mine.leave, day)
    await leave_cards.redraw(unit, mine.leave)


async def _keep_morning(unit: Unit, row: LeaveRequest, day: date) -> None:
    """The child comes at noon: the morning of that day, and the days before, stay."""
    if row.half == Half.MORNING or row.from_day == day:
        values = {"to_day": day, "half": Half.MORNING.value}
        await absences.move_leave(unit.session, row, store.SPOKEN, **values)
    else:
        await absences.move_leave(unit.session, row, store.SPOKEN, to_day=day - ONE)
        kept = ("pupil_id", "kind", "reason", "asked_by", "asked_at", "status", "is_long")
        facts = {name: getattr(row, name) for name in (*kept, "decided_by", "decided_at")}
        morning = LeaveRequest(
            **facts,
            from_day=day,
            to_day=day,
            half=Half.MORNING.value,
            part_of=row.part_of or row.id,
        )
        unit.session.add(morning)
        await unit.session.flush()
    unit.audit("leave.shortened", f"leave:{row.id}", last=f"{day.isoformat()} morning")


async def _open_alerts(unit: Unit, leave: LeaveRequest, day: date) -> None:
    """Alerts that the request had answered ask again where the child is."""
    for part in await store.together(unit.session, leave):
        for case in await absences.cases_of_leave(unit.session, part.id):
            file = await open_file(unit, case)
            values = {"leave_id": None, "answered_by": None, "answered_at": None}
            if file.roll.day >= day and await absences.move(
                unit.session, case, ("on_leave",), status="told", **values
            ):
                await redraw(unit, file)


async def _staff(unit: Unit, pupil: PupilRow) -> list[leave_cards.Reader]:
    return await leave_cards.readers(
        unit, pupil.class_id, unit.today, is_long=False, but=unit.who.person_id
    )


async def _note(
    unit: Unit, leave: LeaveRequest, event: str, to: list[leave_cards.Reader], day: date
) -> None:
    """Tell the homeroom teacher; urgently where the roll of today has the child missing."""
    pupil = await own_pupil(unit, leave.pupil_id)
    seen = await marked(unit, pupil, [Span(unit.today, unit.today)]) if day == unit.today else None
    priority = Priority.URGENT if seen == "absent" else Priority.APPROVAL
    speaks = await leave_cards.guardian(unit, unit.who.person_id, leave.pupil_id)
    await leave_cards.note(
        unit,
        leave,
        event,
        to,
        priority=priority,
        marked=seen,
        day=day.isoformat(),
        speaks=speaks,
    )
