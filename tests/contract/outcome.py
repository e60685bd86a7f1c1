"""What a conversation has left in the school's books, told so that two messengers can be compared.

Numbers of rows, hours and chats differ from run to run; facts do not: who, what, which state, what
was decided, what was promised to whom, and what was entered into the audit.
"""

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import (
    AbsenceCase,
    Approval,
    Attendance,
    AuditEvent,
    Barring,
    Delegation,
    Duty,
    Guardianship,
    LeaveRequest,
    Notice,
    NoticeRecipient,
    OutboxRow,
    Person,
    RollCall,
)

LINKING = ("account.", "invite.", "link.")  # how people came in is the stage's doing
FACTS: dict[type[Any], tuple[str, ...]] = {
    RollCall: ("list_key", "day", "half", "kind", "on_roll", "withdrawn", "taken_by"),
    Attendance: ("pupil_id", "state", "minutes", "period", "note"),
    AbsenceCase: ("pupil_id", "round", "status", "outcome", "answered_by", "handled_by"),
    LeaveRequest: ("pupil_id", "from_day", "to_day", "half", "reason", "asked_by", "status"),
    Notice: ("kind", "subject", "author_id", "text", "status"),
    NoticeRecipient: ("person_id", "outcome"),
    Approval: ("kind", "asked_by", "status", "decided_by", "reason"),
    Delegation: ("from_person_id", "to_person_id", "kinds"),
    Duty: ("person_id", "kind"),
    Barring: ("person_id", "pupil_id", "barred_by"),
    Guardianship: ("person_id", "pupil_id", "relation"),
    Person: ("id", "full_name", "language"),
}


async def outcome(session: AsyncSession) -> dict[str, list[Any]]:
    """Every fact, by table, in an order that is the facts' own."""
    found: dict[str, list[Any]] = {}
    for table, names in FACTS.items():
        rows = (await session.scalars(select(table))).all()
        found[table.__name__] = sorted(
            (tuple(str(getattr(row, n)) for n in names) for row in rows), key=repr
        )
    entries = (await session.scalars(select(AuditEvent).order_by(AuditEvent.id))).all()
    found["audit"] = sorted(
        (str(e.actor_id), e.action) for e in entries if not e.action.startswith(LINKING)
    )
    promised = (
        await session.scalars(
            select(OutboxRow).where(OutboxRow.notice.is_not(None), OutboxRow.edits.is_(None))
        )
    ).all()
    found["promised"] = sorted((str(r.person_id), str(r.notice), r.status) for r in promised)
    return found
