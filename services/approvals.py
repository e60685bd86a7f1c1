"""The principal's word on a notice (articles 3 and 7 of the regulation): asked, decided once.

Of two who tap at once one is first, by a conditional update; the other is told by whom and when.
What is approved is sent in the same unit of work; what is not goes back to its author, with the
reason, to be changed and asked again or dropped.
"""

from dataclasses import dataclass
from enum import StrEnum

from services import deciders
from services.access import Action, may
from services.approval_answers import tell_author
from services.approval_cards import close_cards, moment, owner_of, send_cards
from services.audiences import Audience, require_address
from services.errors import AlreadyDecided, Invalid, NotAllowed, NotFound, Outdated
from services.notice_rules import subject_of
from services.notice_sending import SentNotice, send_notice
from services.unit import Unit
from storage import approvals as store
from storage import families, notices, outbox
from storage.tables import Approval, Notice

ASKABLE = ("draft", "rejected", "changes_asked")
LONGEST_REASON = 500


class Decision(StrEnum):
    """What a principal says; the values are the states of an approval."""

    APPROVE = "approved"
    REJECT = "rejected"
    CHANGES = "changes_asked"


LATE = {
    "approved": "approval-late-approved",
    "rejected": "approval-late-rejected",
    "changes_asked": "approval-late-changes",
    "withdrawn": "approval-late-withdrawn",
}


@dataclass(frozen=True, slots=True)
class AskedApproval:
    """A question that was asked; `deciders` are the people whose phones show it, maybe none."""

    approval_id: int
    deciders: int


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision led to; `sent` after an approval."""

    notice_id: int
    decision: Decision
    sent: SentNotice | None = None


async def ask_approval(unit: Unit, notice: Notice) -> AskedApproval:
    """Ask for the notice to be approved, on the phones of all who may decide.

    Only its author asks; raises `Outdated` where it waits, is under way or was dropped already.
    """
    actor = require_address(unit, Audience.load(notice.audience))
    if notice.author_id != actor.person_id:
        raise NotAllowed
    await unit.session.flush()
    if not await notices.move(unit.session, notice.id, ASKABLE, status="pending"):
        raise Outdated("approval-asked-before")
    await unit.session.refresh(notice)
    kind = subject_of(notice.subject, notice.text)
    id = await store.add(
        unit.session, kind=kind, notice_id=notice.id, asked_by=actor.person_id, at=unit.now
    )
    people = await deciders.reachable(unit, kind, actor.person_id)
    await send_cards(unit, await _approval(unit, id), people)
    unit.audit("approval.asked", f"notice:{notice.id}", approval=id, kind=kind.value, people=people)
    return AskedApproval(id, len(people))


async def open_question(unit: Unit, approval_id: int) -> Approval:
    """A question that the one who writes may decide now.

    Raises `NotAllowed`, or `AlreadyDecided` with who, what and when.
    """
    approval = await store.get(unit.session, approval_id)
    if approval is None:
        unit.require(Action.DECIDE_APPROVAL)
        raise NotFound("approval-not-there")
    try:
        await deciders.require_decider(unit, approval)
    except NotAllowed:
        if unit.who.person_id not in await _asked_people(unit, approval):
            raise
        if approval.status == store.PENDING:
            raise NotAllowed("approval-delegation-over") from None
    if approval.status != store.PENDING:
        raise await _late(unit, approval)
    return approval


async def decide(
    unit: Unit, approval_id: int, decision: Decision, reason: str | None = None
) -> Decided:
    """Decide a question, once. A rejection and a wish for changes need a reason of 1 to 500 signs.

    Raises `AlreadyDecided`, `NotAllowed`, `NotFound`, or `Invalid` for the reason.
    """
    approval = await open_question(unit, approval_id)
    words = None if decision is Decision.APPROVE else _reason(reason)
    by = unit.who.person_id
    first = await store.settle(
        unit.session, approval_id, decision, by=by, at=unit.now, reason=words
    )
    approval = await _approval(unit, approval_id)
    if not first:
        raise await _late(unit, approval)
    notice = await _notice(unit, approval)
    unit.audit(f"approval.{decision}", f"notice:{notice.id}", approval=approval_id, reason=words)
    await close_cards(unit, approval)
    await tell_author(unit, approval, notice)
    if decision is Decision.APPROVE:
        return Decided(notice.id, decision, await send_notice(unit, notice.id))
    if not await notices.move(unit.session, notice.id, ("pending",), status=decision):
        raise Outdated
    await unit.session.refresh(notice)
    return Decided(notice.id, decision)


async def withdraw_approval(unit: Unit, notice: Notice) -> bool:
    """Take back the question about a notice, on every phone; whether one was waiting.

    The notice's own state is its author's business: the caller sets it.
    """
    withdrawn = False
    by = unit.who.person_id
    for id in await store.pending_of(unit.session, notice.id):
        if await store.settle(unit.session, id, "withdrawn", by=by, at=unit.now):
            withdrawn = True
            await close_cards(unit, await _approval(unit, id))
            unit.audit("approval.withdrawn", f"notice:{notice.id}", approval=id)
    return withdrawn


async def send_waiting(unit: Unit) -> int:
    """Show the one who asks every question that waits for them, as new messages; how many."""
    count = 0
    for approval in await store.pending(unit.session):
        target = await deciders.target_of(unit, approval.kind)
        own = approval.asked_by == unit.who.person_id and not may(unit.who, Action.DECIDE_APPROVAL)
        if not own and may(unit.who, Action.DECIDE_APPROVAL, target):
            await send_cards(unit, approval, [unit.who.person_id])
            count += 1
    return count


def _reason(words: str | None) -> str:
    said = " ".join((words or "").split())
    if not said:
        raise Invalid("approval-reason-needed")
    if len(said) > LONGEST_REASON:
        raise Invalid("approval-reason-long", length=len(said), limit=LONGEST_REASON)
    return said


async def _approval(unit: Unit, approval_id: int) -> Approval:
    approval = await store.get(unit.session, approval_id)
    if approval is None:
        raise NotFound("approval-not-there")
    return approval


async def _notice(unit: Unit, approval: Approval) -> Notice:
    notice = None
    if approval.notice_id is not None:
        notice = await notices.get(unit.session, approval.notice_id)
    if notice is None:
        raise NotFound("approval-not-there")
    return notice


async def _asked_people(unit: Unit, approval: Approval) -> set[int | None]:
    rows = await outbox.by_owner(unit.session, owner_of(approval.id))
    return {row.person_id for row in rows}


async def _late(unit: Unit, approval: Approval) -> AlreadyDecided:
    """Who decided, what and when; or that its author took it back."""
    id = approval.decided_by
    person = (await families.people(unit.session, [id])).get(id) if id is not None else None
    return AlreadyDecided(
        LATE[approval.status],
        name=person.name if person else "",
        gender=(person.gender or "") if person else "",
        when=moment(unit, approval.decided_at),
    )
