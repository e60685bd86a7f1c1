"""Coming late and being fetched early: noted for the roll, told to the homeroom teacher, decided
by nobody."""

from collections.abc import Sequence

from services import leave_cards
from services.errors import Invalid
from services.leave_alerts import others_say, put_alerts_off
from services.leave_days import Resolved
from services.leave_parts import moment
from services.leave_rows import end, write
from services.leave_text import Kind, Span
from services.leave_wish import Asked, Wish
from services.roll_card_faces import leave_changed
from services.unit import Unit
from storage.families import PupilRow
from storage.tables import LeaveRequest


async def note_moment(
    unit: Unit,
    wish: Wish,
    pupil: PupilRow,
    resolved: Resolved,
    *,
    own: Sequence[LeaveRequest],
    old: Sequence[LeaveRequest],
) -> Asked:
    """Late or early: noted for the roll and told to the homeroom teacher; nobody decides."""
    when = await moment(unit, pupil.class_id or 0, resolved.first, wish.kind, wish.part)
    if when is None:
        raise Invalid("leave-say-half")
    spans = tuple(Span(span.first, span.last, when.half) for span in resolved.spans)
    old = [*old, *(row for row in own if row.kind == wish.kind and row.half == when.half)]
    leave = await write(unit, wish, spans, at=when.at, period=when.period, reason=wish.reason)
    await end(unit, old, "replaced")
    if wish.kind is Kind.LATE:
        await put_alerts_off(unit, leave, when.at)
    others = await others_say(unit, leave, resolved)
    to = await leave_cards.readers(
        unit, pupil.class_id, resolved.first, is_long=False, but=unit.who.person_id
    )
    await leave_cards.note(unit, leave, wish.kind.value, to, fellow=others, again=bool(old))
    await leave_changed(unit, pupil.id)
    return Asked(
        leave,
        pupil,
        spans,
        resolved.count,
        resolved.last < unit.today,
        merged=bool(old),
        reached=bool(to),
        off=resolved.off,
    )
