"""What a service is handed: the open unit of work, who asks, and when.

Services change data through `session`, record what they did with `audit`, and promise messages
with `notify`; all of it stands or falls with the one commit. They never see a messenger.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from services.access import SCHOOL, Action, Actor, Target, require
from services.errors import NotAllowed
from storage import audit, outbox
from storage.outbox import Outgoing, Priority

T = TypeVar("T")

_caches: dict[str, dict[Any, Any]] = {}
REVISIONS_KEPT = 2


@dataclass(slots=True)
class Unit:
    """One unit of work in the school's terms. `now` is the instant of what is being handled."""

    session: AsyncSession
    now: datetime
    zone: ZoneInfo
    actor: Actor | None = None
    revision: str = ""
    grace_seconds: int = 300
    _entries: list[dict[str, Any]] = field(default_factory=list)

    @property
    def today(self) -> date:
        """The school's calendar day of `now`."""
        return self.now.astimezone(self.zone).date()

    @property
    def who(self) -> Actor:
        """The linked person who asks; raises `NotAllowed` for a stranger."""
        if self.actor is None:
            raise NotAllowed("refused-not-linked")
        return self.actor

    @property
    def actor_id(self) -> int | None:
        """Who asks, by number; None for the clock and for strangers."""
        return None if self.actor is None else self.actor.person_id

    def require(self, action: Action, target: Target = SCHOOL) -> Actor:
        """The actor, if they may do `action` to `target`; raises `NotAllowed` otherwise."""
        require(self.who, action, target)
        return self.who

    def audit(self, action: str, subject: str, **details: Any) -> None:
        """Record a change or decision; written to the chain when the unit finishes."""
        self._entries.append({"action": action, "subject": subject, "details": details})

    async def notify(
        self,
        person_id: int,
        notice: str,
        params: dict[str, Any],
        *,
        priority: Priority = Priority.NOTICE,
        key: str | None = None,
        owner: str | None = None,
        not_before: datetime | None = None,
    ) -> int | None:
        """Promise a notice to a person; its row, or None where `key` was promised before."""
        row = Outgoing(
            not_before=not_before or self.now,
            priority=priority,
            person_id=person_id,
            notice=notice,
            params=params,
            unique_key=key,
            owner=owner,
        )
        return await outbox.put(self.session, row, self.now)

    async def edit_notice(
        self,
        row_id: int,
        person_id: int,
        notice: str,
        params: dict[str, Any],
        *,
        priority: Priority = Priority.APPROVAL,
    ) -> None:
        """Change what an earlier notice shows, once it has left."""
        row = Outgoing(
            not_before=self.now,
            priority=priority,
            person_id=person_id,
            notice=notice,
            params=params,
            edits=row_id,
        )
        id = await outbox.put(self.session, row, self.now)
        if id is not None:
            await outbox.replace_waiting_edits(
                self.session, method=None, chat=None, edits=row_id, edits_message=None, before=id
            )

    async def cached(self, key: Any, load: Callable[[], Awaitable[T]]) -> T:
        """`load()`, remembered until an import or a change of people raises the revision."""
        if not self.revision:
            return await load()
        cache = _caches.get(self.revision)
        if cache is None:
            while len(_caches) >= REVISIONS_KEPT:
                _caches.pop(next(iter(_caches)))
            cache = _caches[self.revision] = {}
        if key not in cache:
            cache[key] = await load()
        value: T = cache[key]
        return value

    async def finish(self) -> None:
        """Write what was recorded to the audit chain; the last thing before the commit."""
        actor_id = (self.actor.person_id or None) if self.actor else None  # the console is nobody
        for entry in self._entries:
            await audit.append(self.session, at=self.now, actor_id=actor_id, **entry)
        self._entries.clear()
