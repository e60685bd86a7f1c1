"""Writing to the audit chain and checking it.

Each entry's hash covers the hash before it, so an altered, removed or inserted entry is found. The
head is taken last in a unit of work, so that writers wait for each other as briefly as possible.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import AuditEvent

GENESIS = "0" * 64


def _digest(entry: AuditEvent) -> str:
    content = [
        entry.id,
        entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        entry.actor_id,
        entry.action,
        entry.subject,
        entry.details,
        entry.previous,
    ]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


async def append(
    session: AsyncSession,
    *,
    at: datetime,
    actor_id: int | None,
    action: str,
    subject: str,
    details: dict[str, Any] | None = None,
) -> None:
    """Add one entry to the chain; `details` is JSON: ids and values, no free personal text."""
    head = (
        await session.execute(
            select(AuditEvent.id, AuditEvent.hash)
            .order_by(AuditEvent.id.desc())
            .limit(1)
            .with_for_update()
        )
    ).one_or_none()
    entry = AuditEvent(
        id=(head.id if head else 0) + 1,
        at=at,
        actor_id=actor_id,
        action=action,
        subject=subject,
        details=details or {},
        previous=head.hash if head else GENESIS,
    )
    entry.hash = _digest(entry)
    session.add(entry)
    await session.flush()


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What a check found: how many entries, and the first bad one with what is wrong with it."""

    entries: int
    bad_id: int | None = None
    fault: str | None = None


async def verify(session: AsyncSession) -> ChainReport:
    """Walk the whole chain; `fault` is "gap", "link" or "content" of the first bad entry."""
    previous, count = GENESIS, 0
    rows = await session.stream_scalars(
        select(AuditEvent).order_by(AuditEvent.id).execution_options(yield_per=500)
    )
    async for entry in rows:
        if entry.id != count + 1:
            return ChainReport(count, entry.id, "gap")
        if entry.previous != previous:
            return ChainReport(count, entry.id, "link")
        if entry.hash != _digest(entry):
            return ChainReport(count, entry.id, "content")
        previous, count = entry.hash, count + 1
        session.expunge(entry)
    return ChainReport(count)
