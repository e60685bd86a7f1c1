"""Whom a withdrawn notice had reached is told so; whom it had not is not written to at all.

A message that is on its way at the moment of withdrawing is settled a little later: the clock looks
again until the last of them is, so that nobody keeps a notice that no longer holds.
"""

from services.notice_barring import About, children_left
from services.unit import Unit
from storage import notices as store
from storage import outbox
from storage.outbox import Outgoing, Priority
from storage.tables import Notice, OutboxRow

CORRECTION = "notice-withdrawn"
REACHED = ("delivered", "uncertain")


async def stop(unit: Unit, notice: Notice) -> int:
    """Cancel what has not left; how many people will not get it."""
    caught = await outbox.cancel(unit.session, unit.now, owner=f"notice:{notice.id}")
    if caught:
        await store.mark_cancelled(unit.session, notice.id, caught)
    return len(caught)


async def correct(unit: Unit, notice: Notice) -> int:
    """Tell those it has reached, each once, and mark the message they have; how many new ones."""
    reached = await store.recipients(unit.session, notice.id, REACHED)
    keys = {one.person_id: _key(notice, one.person_id) for one in reached}
    told = {row.unique_key for row in await outbox.by_key(unit.session, list(keys.values()))}
    left = await children_left(unit, [(one.person_id, one.about) for one in reached])
    new = [
        one
        for one in reached
        if keys[one.person_id] not in told and left[one.person_id] is not None
    ]
    if not new:
        return 0
    sent = {
        row.person_id: row for row in await outbox.by_owner(unit.session, f"notice:{notice.id}")
    }
    at = (notice.sent_at or unit.now).astimezone(unit.zone).strftime("%H:%M %d/%m/%Y")
    rows: list[Outgoing] = []
    for one in new:
        row, about = sent.get(one.person_id), left[one.person_id] or []
        if row is not None and row.message_id is not None:
            rows.append(_mark(unit, notice, row, about))
        rows.append(_tell(unit, notice, one.person_id, about, at))
    await outbox.put_many(unit.session, rows, unit.now)
    return len(new)


def _key(notice: Notice, person_id: int) -> str:
    return f"notice-withdrawn:{notice.id}:{person_id}"


def _mark(unit: Unit, notice: Notice, row: OutboxRow, about: About) -> Outgoing:
    """The message they have says that it no longer holds."""
    return Outgoing(
        not_before=unit.now,
        priority=Priority.NOTICE,
        person_id=row.person_id,
        notice=row.notice,
        params=(row.params or {}) | {"withdrawn": True, "about": about},
        edits=row.id,
        unique_key=f"notice-marked:{notice.id}:{row.person_id}",
    )


def _tell(unit: Unit, notice: Notice, person_id: int, about: About, at: str) -> Outgoing:
    return Outgoing(
        not_before=unit.now,
        priority=Priority.URGENT if notice.kind == "urgent" else Priority.NOTICE,
        person_id=person_id,
        notice=CORRECTION,
        params={
            "about": about,
            "at": at,
            "text": " ".join(notice.text.split())[:80],
            "staff": notice.audience["kind"] == "staff",
        },
        unique_key=_key(notice, person_id),
        owner=f"notice-withdrawn:{notice.id}",
    )


async def chase_withdrawn(unit: Unit, notice: Notice) -> bool:
    """What was on its way when the notice was withdrawn; whether anything was promised."""
    await stop(unit, notice)
    return await correct(unit, notice) > 0
