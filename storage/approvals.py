"""Questions to the principal, the copies of them on phones, and the one decision.

Every change of state is a conditional update, so that of two who decide at once one is first.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Approval, ApprovalCopy, OutboxRow

PENDING = "pending"
_BULK = {"synchronize_session": False}


async def add(
    session: AsyncSession, *, kind: str, notice_id: int, asked_by: int, at: datetime
) -> int:
    """A new question; its id."""
    row = Approval(kind=kind, notice_id=notice_id, asked_by=asked_by, asked_at=at, status=PENDING)
    session.add(row)
    await session.flush()
    return row.id


async def get(session: AsyncSession, approval_id: int) -> Approval | None:
    """A question as it stands in the database now."""
    return await session.get(Approval, approval_id, populate_existing=True)


async def settle(
    session: AsyncSession,
    approval_id: int,
    status: str,
    *,
    by: int | None,
    at: datetime,
    reason: str | None = None,
) -> bool:
    """Decide or withdraw a question that is pending; whether this was the first word on it."""
    taken = await session.scalar(
        update(Approval)
        .where(Approval.id == approval_id, Approval.status == PENDING)
        .values(status=status, decided_by=by, decided_at=at, reason=reason)
        .returning(Approval.id),
        execution_options=_BULK,
    )
    return taken is not None


async def pending(
    session: AsyncSession, kinds: Collection[str] | None = None
) -> Sequence[Approval]:
    """The questions that wait, oldest first; of some kinds or of all."""
    statement = select(Approval).where(Approval.status == PENDING).order_by(Approval.id)
    if kinds is not None:
        statement = statement.where(Approval.kind.in_(kinds))
    return (await session.scalars(statement)).all()


async def pending_of(session: AsyncSession, notice_id: int) -> Sequence[int]:
    """The questions about a notice that wait."""
    rows = await session.scalars(
        select(Approval.id).where(Approval.notice_id == notice_id, Approval.status == PENDING)
    )
    return rows.all()


async def keep_copy(session: AsyncSession, approval_id: int, outbox_id: int) -> None:
    """Remember a message that shows the question."""
    await session.execute(insert(ApprovalCopy).values(approval_id=approval_id, outbox_id=outbox_id))


async def forget_copy(session: AsyncSession, approval_id: int, outbox_id: int) -> None:
    """This message does not show the question any more."""
    await session.execute(
        delete(ApprovalCopy).where(
            ApprovalCopy.approval_id == approval_id, ApprovalCopy.outbox_id == outbox_id
        ),
        execution_options=_BULK,
    )


async def copies(session: AsyncSession, approval_id: int) -> Sequence[OutboxRow]:
    """The messages that show the question, as promised."""
    rows = await session.scalars(
        select(OutboxRow)
        .join(ApprovalCopy, ApprovalCopy.outbox_id == OutboxRow.id)
        .where(ApprovalCopy.approval_id == approval_id)
        .order_by(OutboxRow.id)
        .execution_options(populate_existing=True)
    )
    return rows.all()


async def copies_of(session: AsyncSession, person_id: int) -> Sequence[tuple[int, OutboxRow]]:
    """The copies of questions that still wait on one person's phones, with the question."""
    rows = await session.execute(
        select(Approval.id, OutboxRow)
        .join(ApprovalCopy, ApprovalCopy.approval_id == Approval.id)
        .join(OutboxRow, OutboxRow.id == ApprovalCopy.outbox_id)
        .where(Approval.status == PENDING, OutboxRow.person_id == person_id)
        .order_by(OutboxRow.id)
    )
    return [(id, row) for id, row in rows]
