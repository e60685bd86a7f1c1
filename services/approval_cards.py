"""The question on people's phones: sent to each who may decide, and closed on each of them.

The ids of the messages lie beside the question, so that every copy loses its buttons and says
what was decided, by whom and when. A copy that has not left yet is simply not sent.
"""

from collections.abc import Iterable
from typing import Any

from services.audiences import Audience, recipients
from services.notice_reach import notice_reach, reach_facts
from services.notice_rules import reasons_for
from services.notice_sending import author_of
from services.unit import Unit
from storage import approvals as store
from storage import families, notices, outbox
from storage.outbox import Priority
from storage.tables import Approval, Notice, OutboxRow

CARD, CLOSED = "approval-card", "approval-closed"
SHOWN = ("queued", "sending", "sent", "uncertain")  # there, or on its way


def owner_of(approval_id: int) -> str:
    """What the outbox rows of a question belong to."""
    return f"approval:{approval_id}"


def moment(unit: Unit, at: Any = None) -> str:
    """ "07:45 30/11/2026", in the school's zone; now where no instant is given."""
    return (at or unit.now).astimezone(unit.zone).strftime("%H:%M %d/%m/%Y")


async def card_of(unit: Unit, approval: Approval, notice: Notice) -> dict[str, Any]:
    """What a card shows: who asks, for whom, what, why. Names and numbers are of this moment."""
    audience = Audience.load(notice.audience)
    people = await recipients(unit, audience, notice.author_id)
    return {
        "approval": approval.id,
        "kind": approval.kind,
        "author": await author_of(unit, notice.author_id),
        "asked": moment(unit, approval.asked_at),
        "audience": audience.dump(),
        "people": len(people),
        "linked": sum(person.linked for person in people),
        "why": [why.value for why in await reasons_for(unit, notice)],
        "urgent": notice.kind == "urgent",
        "text": notice.text,
        "reach": await reach_facts(unit, notice, await notice_reach(unit, notice, people), people),
    }


async def send_cards(unit: Unit, approval: Approval, people: Iterable[int]) -> None:
    """Ask each of these people; a question asked again comes as a new message."""
    if approval.notice_id is None:
        return
    notice = await notices.get(unit.session, approval.notice_id)
    if notice is None:
        return
    params = await card_of(unit, approval, notice)
    for person in people:
        row = await unit.notify(
            person, CARD, params, priority=Priority.APPROVAL, owner=owner_of(approval.id)
        )
        if row is not None:
            await store.keep_copy(unit.session, approval.id, row)


async def close_cards(unit: Unit, approval: Approval) -> None:
    """Every copy says what was decided; `approval` is as it stands after the decision."""
    by = (
        (await families.people(unit.session, [approval.decided_by])).get(approval.decided_by)
        if approval.decided_by is not None
        else None
    )
    said = {
        "status": approval.status,
        "by": by.name if by else "",
        "by_gender": (by.gender or "") if by else "",
        "when": moment(unit, approval.decided_at),
        "reason": approval.reason or "",
    }
    await outbox.cancel(unit.session, unit.now, owner=owner_of(approval.id))
    for row in await store.copies(unit.session, approval.id):
        await _edit(unit, row, said)


async def take_cards_from(unit: Unit, person_id: int, kinds: Iterable[str]) -> None:
    """The questions of some kinds on the phones of one who may not decide them any more."""
    taken = set(kinds)
    for approval_id, row in await store.copies_of(unit.session, person_id):
        params = row.params or {}
        if params.get("kind") in taken and params.get("approval") == approval_id:
            await _edit(unit, row, {"status": "taken", "when": moment(unit)})
            await store.forget_copy(unit.session, approval_id, row.id)


async def _edit(unit: Unit, row: OutboxRow, said: dict[str, Any]) -> None:
    if row.person_id is not None and row.status in SHOWN:
        params = {**(row.params or {}), **said}
        params["own"] = unit.actor is not None and row.person_id == unit.actor.person_id
        await unit.edit_notice(row.id, row.person_id, CLOSED, params)
