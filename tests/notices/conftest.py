"""Notices on the demo school without a messenger: a desk at which somebody asks the services."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import select

from services.delivery import Settled, settle
from services.identity import load_actor
from services.unit import Unit
from storage.database import Database
from storage.tables import Account, Guardianship, OutboxRow, Staff
from tests.support.stage import MORNING, ZONE

T = TypeVar("T")


@dataclass
class Desk:
    """`at(code, work)`: a member of staff does something; `now` is moved by hand."""

    database: Database
    now: datetime = MORNING

    def later(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)

    async def at(self, code: str | None, work: Callable[[Unit], Awaitable[T]]) -> T:
        """One unit of work of this person; of the clock where there is no code."""

        async def run(session: Any) -> T:
            unit = Unit(session, self.now, ZONE)
            if code is not None:
                person = await session.scalar(select(Staff.person_id).where(Staff.code == code))
                unit.actor = await load_actor(unit, person)
            result = await work(unit)
            await unit.finish()
            return result

        return await self.database.run(run)

    async def link(self, *person_ids: int) -> None:
        """Give people an account."""

        async def work(session: Any) -> None:
            for id in person_ids:
                session.add(
                    Account(
                        channel="telegram",
                        external_id=str(5_000_000 + id),
                        person_id=id,
                        linked_at=self.now,
                    )
                )

        await self.database.run(work)

    async def every_guardian(self) -> list[int]:
        """All who have a child at the school."""

        async def work(session: Any) -> list[int]:
            return list(await session.scalars(select(Guardianship.person_id).distinct()))

        return await self.database.run(work)

    async def rows(self, kind: str = "notice") -> list[OutboxRow]:
        """The promises of a kind of notice, in order."""

        async def work(session: Any) -> list[OutboxRow]:
            statement = select(OutboxRow).where(OutboxRow.notice == kind, OutboxRow.edits.is_(None))
            if kind == "notice-progress":
                statement = select(OutboxRow).where(OutboxRow.notice == kind)
            return list(await session.scalars(statement.order_by(OutboxRow.id)))

        return await self.database.run(work)

    async def deliver(
        self, *rows: OutboxRow, status: str = "sent", reason: str | None = None
    ) -> None:
        """What the deliverer writes down of these rows."""

        async def work(session: Any) -> None:
            batch = [Settled(r.id, status, message_id=r.id, reason=reason) for r in rows]
            await settle(session, self.now, batch)

        await self.database.run(work)


@pytest.fixture
async def desk(school: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """A copy of the demo school."""
    shutil.copy(school, tmp_path / "school.db")
    async with Database(f"sqlite+aiosqlite:///{tmp_path / 'school.db'}") as database:
        yield Desk(database)
