"""Asking for leave: from the moment it is written down the roll knows, and no alarm is raised.

Article 7.5 lets families speak and the homeroom teacher settle. Requests of one guardian that
overlap become one; those of two guardians stay apart, and where they contradict each other only
the staff learn of it.
"""

from services import leave_cards, leave_days
from services.errors import Invalid
from services.leave import give_reason
from services.leave_alerts import answer_alerts, others_say
from services.leave_days import Resolved
from services.leave_moments import note_moment
from services.leave_rows import end, marked, replaced, touching, write
from services.leave_text import Kind
from services.leave_wish import Asked, Wish, own_pupil
from services.roll_card_faces import leave_changed
from services.unit import Unit
from storage import leave as store
from storage import leave_papers
from storage.families import PupilRow
from storage.tables import LeaveRequest


async def ask(unit: Unit, wish: Wish) -> Asked:
    """Write a request down and tell whoever is concerned.

    Raises `NotAllowed` for another's child, `Invalid` for days that cannot be asked for.
    """
    pupil = await own_pupil(unit, wish.pupil_id)
    resolved = await leave_days.resolve(unit, wish.spans)
    old = await replaced(unit, wish)
    own = [
        row
        for row in await touching(unit, pupil.id, resolved)
        if row.asked_by == unit.who.person_id and row.id not in {each.id for each in old}
    ]
    if wish.kind is not Kind.LEAVE:
        whole = next((row for row in own if row.kind == "leave"), None)
        if whole is not None:
            return await _known(unit, wish, pupil, whole)
        return await note_moment(unit, wish, pupil, resolved, own=own, old=old)
    if any(row.kind != "leave" for row in own):
        own_moment = next(row for row in own if row.kind != "leave")
        if leave_days.within([leave_cards.span_of(own_moment)], resolved.spans):
            old = [*old, own_moment]  # who stays at home does not come late
            own = [row for row in own if row is not own_moment]
    same = [row for row in own if row.kind == "leave"]
    if same and leave_days.within(resolved.spans, [leave_cards.span_of(row) for row in same]):
        return await _known(unit, wish, pupil, same[0])
    await _refuse_if_present(unit, pupil, resolved)
    granted = [leave_cards.span_of(row) for row in same if row.status == "granted"]
    waiting = [
        each
        for row in same
        if row.status == "asked"
        for each in await store.together(unit.session, row)
    ]
    spans = leave_days.union(resolved.spans, [leave_cards.span_of(row) for row in waiting])
    resolved = await leave_days.resolve(unit, leave_days.minus(spans, granted))
    old = list(dict.fromkeys([*old, *waiting]))
    reason = wish.reason or next((row.reason for row in old if row.reason), None)
    leave = await write(unit, wish, resolved.spans, reason=reason)
    await end(unit, old, "replaced")
    await leave_papers.move(unit.session, [row.part_of or row.id for row in old], leave.id)
    await answer_alerts(unit, leave, [row.id for row in old])
    others = await others_say(unit, leave, resolved)
    reached = await _tell(unit, leave, pupil, resolved, fellow=others)
    await leave_changed(unit, pupil.id)
    return Asked(
        leave,
        pupil,
        resolved.spans,
        resolved.count,
        resolved.last < unit.today,
        merged=bool(same),
        reached=reached,
        off=resolved.off,
    )


async def _known(unit: Unit, wish: Wish, pupil: PupilRow, row: LeaveRequest) -> Asked:
    """It was asked for before; a reason that comes now is added."""
    rows = await store.together(unit.session, row)
    first = rows[0]
    if wish.reason and not first.reason and first.status in ("asked", "noted"):
        await give_reason(unit, first.id, wish.reason)
    spans = tuple(leave_cards.span_of(each) for each in rows if each.status == first.status)
    days = await leave_days.resolve(unit, spans)
    return Asked(first, pupil, days.spans, days.count, days.last < unit.today, known=True)


async def _refuse_if_present(unit: Unit, pupil: PupilRow, resolved: Resolved) -> None:
    """An explanation for days on which the child was there needs no explanation."""
    if resolved.last >= unit.today:
        return
    if await marked(unit, pupil, resolved.spans) == "present":
        raise Invalid("leave-was-there", pupil=pupil.name)


async def _tell(
    unit: Unit,
    leave: LeaveRequest,
    pupil: PupilRow,
    resolved: Resolved,
    *,
    fellow: list[dict[str, str]],
) -> bool:
    """The card of the homeroom teacher, or of the principal where it is many days."""
    to = await leave_cards.readers(
        unit, pupil.class_id, resolved.first, is_long=leave.is_long, but=unit.who.person_id
    )
    seen = await marked(unit, pupil, resolved.spans)
    await leave_cards.send(unit, leave, to, count=resolved.count, marked=seen, fellow=fellow)
    return any(reader.decides for reader in to)
