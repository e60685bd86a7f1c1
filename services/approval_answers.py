"""What the author of a notice hears of a decision: a message, and a new face for the question.

The message in which the author asked would otherwise say for ever that it waits, with a button that
does nothing any more.
"""

from datetime import datetime
from typing import Any

from services.approval_cards import moment
from services.notice_progress import excerpt
from services.unit import Unit
from storage import families
from storage.outbox import Priority
from storage.tables import Approval, Notice

RESULT, ANSWERED = "approval-result", "approval-answered"


async def tell_author(unit: Unit, approval: Approval, notice: Notice) -> None:
    """Tell the author what was decided, by whom and why, and close their question."""
    await _result(
        unit,
        notice,
        status=approval.status,
        at=approval.decided_at,
        reason=approval.reason or "",
        key=f"{RESULT}:{approval.id}",
    )
    await close_question(unit, notice, approval.status)


async def tell_withdrawn(unit: Unit, notice: Notice) -> None:
    """Tell the author that somebody else has taken the notice back."""
    await _result(
        unit, notice, status="withdrawn", at=unit.now, reason="", key=f"{RESULT}-back:{notice.id}"
    )


async def close_question(unit: Unit, notice: Notice, status: str) -> None:
    """The author's "saved and sent for approval" says how it ended, and loses its button."""
    if notice.progress_row_id is None:
        return
    params = {
        "status": status,
        "audience": notice.audience,
        "text": excerpt(notice.text, 300),
        "when": moment(unit),
    }
    await unit.edit_notice(notice.progress_row_id, notice.author_id, ANSWERED, params)


async def _result(
    unit: Unit, notice: Notice, *, status: str, at: datetime | None, reason: str, key: str
) -> None:
    person = (await families.people(unit.session, [unit.who.person_id]))[unit.who.person_id]
    params: dict[str, Any] = {
        "notice": notice.id,
        "status": status,
        "by": person.name,
        "gender": person.gender or "",
        "when": moment(unit, at),
        "reason": reason,
        "text": notice.text,
    }
    await unit.notify(
        notice.author_id, RESULT, params, priority=Priority.APPROVAL, key=key, owner=key
    )
