"""Taking a notice back: what has not left stays, and whom it reached is told (Đính chính).

A notice that still waits for approval is simply taken off every phone. The author may do so, and
the principal with anybody's.
"""

from dataclasses import dataclass
from datetime import timedelta

from services.access import Action, may
from services.approval_answers import close_question, tell_withdrawn
from services.approvals import withdraw_approval
from services.errors import AlreadyDecided, NotAllowed, NotFound
from services.notice_corrections import correct, stop
from services.notice_progress import Figures, figures, show_progress
from services.unit import Unit
from storage import families
from storage import notices as store
from storage.tables import Notice

SENT = ("sending", "done")
OPEN = ("pending", *SENT)
RECENT = timedelta(days=1)
LONGEST_AGO = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """How it stands, and who wrote it where that is somebody else."""

    figures: Figures
    author: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What came of it; `was_pending`: it had not been approved, and nobody had seen it."""

    notice: Notice
    stopped: int
    corrected: int
    was_pending: bool


async def last_one(unit: Unit) -> Notice:
    """The notice that "lúc nãy" means: one's own last; for the principal, if none is of today,
    anybody's last. Raises `NotFound`."""
    actor = unit.who
    own = await store.latest(
        unit.session, OPEN, author_id=actor.person_id, since=unit.now - LONGEST_AGO
    )
    if may(actor, Action.WITHDRAW_ANY_NOTICE) and not (
        own and own[0].created_at >= unit.now - RECENT
    ):
        own = await store.latest(unit.session, OPEN, since=unit.now - LONGEST_AGO) or own
    if not own:
        if not may(actor, Action.WRITE_NOTICE) and not actor.homeroom_of and not actor.teaches:
            raise NotAllowed("notice-not-yours")
        raise NotFound("notice-nothing-to-withdraw")
    return own[0]


async def own_notice(unit: Unit, notice_id: int) -> Notice:
    """A notice that the actor wrote, or any for the principal; raises `NotAllowed`."""
    notice = await store.get(unit.session, notice_id)
    actor = unit.who
    if notice is None or (
        notice.author_id != actor.person_id and not may(actor, Action.WITHDRAW_ANY_NOTICE)
    ):
        raise NotAllowed
    return notice


async def to_confirm(unit: Unit, notice: Notice) -> ToConfirm | None:
    """What to ask first; None where it is one's own and nobody can have read it.

    Raises `AlreadyDecided` where there is nothing to withdraw.
    """
    if notice.status not in OPEN:
        raise AlreadyDecided("notice-not-open")
    now = await figures(unit, notice.id)
    if notice.author_id != unit.who.person_id:
        author = (await families.people(unit.session, [notice.author_id]))[notice.author_id]
        return ToConfirm(now, author.name)
    return ToConfirm(now, "") if now.delivered + now.uncertain else None


async def withdraw(unit: Unit, notice_id: int) -> Withdrawn:
    """Withdraw, once. Raises `AlreadyDecided` for one that is withdrawn, `NotAllowed`."""
    notice = await own_notice(unit, notice_id)
    was_pending = notice.status == "pending"
    if not await store.move(
        unit.session,
        notice_id,
        OPEN,
        status="cancelled" if was_pending else "withdrawing",
        cancelled_at=unit.now,
    ):
        raise AlreadyDecided("notice-not-open")
    await unit.session.refresh(notice)
    stopped = corrected = 0
    if was_pending:
        await withdraw_approval(unit, notice)
        await close_question(unit, notice, "withdrawn")
    else:
        stopped = await stop(unit, notice)
        corrected = await correct(unit, notice)
        await show_progress(unit, notice)
    if notice.author_id != unit.who.person_id:
        await tell_withdrawn(unit, notice)
    unit.audit("notice.withdrawn", f"notice:{notice_id}", stopped=stopped, corrected=corrected)
    return Withdrawn(notice, stopped, corrected, was_pending)
