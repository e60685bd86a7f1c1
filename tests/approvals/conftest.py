"""The small school of the missing child, seen from the principal's desk: notices that wait."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from services import approvals, delegations
from services.approvals import AskedApproval, Decided, Decision
from services.notice_rules import Subject
from services.unit import Unit
from storage import notices
from storage.tables import Approval, AuditEvent, Notice, StaffRole
from tests.support import missing
from tests.support.missing import World

MONEY = "Kính mong quý phụ huynh nộp quỹ lớp 150.000đ trước thứ Sáu."


@dataclass
class Desk:
    """`ask` writes a notice and asks; the rest is what people do about it."""

    world: World

    async def ask(
        self, by: str = "khoa", text: str = MONEY, subject: str = "money"
    ) -> tuple[int, AskedApproval]:
        """A notice of one's class, put up for approval; its id and the question."""

        async def work(unit: Unit) -> tuple[int, AskedApproval]:
            to = self.world.ids["7A1"]
            notice = Notice(
                kind="ad_hoc",
                subject=subject,
                author_id=self.world.ids[by],
                audience={"kind": "class", "ids": [to], "names": ["7A1"], "classes": [to]},
                text=text,
                created_at=unit.now,
            )
            unit.session.add(notice)
            await unit.session.flush()
            return notice.id, await approvals.ask_approval(unit, notice)

        made = await self.world.at(by, work)
        await self.world.deliver()
        return made

    async def decide(
        self, by: str, asked: AskedApproval, decision: Decision, reason: str | None = None
    ) -> Decided:
        """Somebody's word on it."""
        id = asked.approval_id
        result = await self.world.at(by, lambda u: approvals.decide(u, id, decision, reason))
        await self.world.deliver()
        return result

    async def withdraw(self, by: str, notice_id: int) -> bool:
        """The question is taken back."""

        async def work(unit: Unit) -> bool:
            notice = await notices.get(unit.session, notice_id)
            assert notice is not None
            return await approvals.withdraw_approval(unit, notice)

        return await self.world.at(by, work)

    async def delegate(
        self, to: str, *kinds: Subject, until: date = missing.MONDAY, by: str = "quang"
    ) -> int:
        """The principal's word that another decides; its number."""
        person = self.world.ids[to]
        made = await self.world.at(
            by, lambda u: delegations.delegate(u, person, kinds or tuple(Subject), until)
        )
        await self.world.deliver()
        return made.delegation_id

    async def revoke(self, delegation: int) -> None:
        """The principal takes it back."""
        await self.world.at("quang", lambda u: delegations.revoke(u, delegation))
        await self.world.deliver()

    async def approval(self, id: int) -> Approval:
        """As it stands."""
        return await self.world.at(None, lambda u: u.session.get(Approval, id))

    async def status(self, notice_id: int) -> str:
        """Of a notice."""

        async def work(unit: Unit) -> str:
            return (await unit.session.get_one(Notice, notice_id)).status

        return await self.world.at(None, work)

    async def promote(self, who: str) -> None:
        """Somebody becomes a principal, too."""

        async def work(unit: Unit) -> None:
            unit.session.add(StaffRole(person_id=self.world.ids[who], role="principal"))

        await self.world.at(None, work)

    async def recorded(self) -> list[str]:
        """What the audit chain says was done."""

        async def work(unit: Unit) -> list[Any]:
            found = await unit.session.scalars(select(AuditEvent.action).order_by(AuditEvent.id))
            return list(found)

        return await self.world.at(None, work)


@pytest.fixture(scope="session")
def small_school(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """The school, built once."""
    return missing.template(tmp_path_factory.mktemp("approvals"))


@pytest.fixture
async def desk(small_school: tuple[Path, dict[str, int]], tmp_path: Path) -> AsyncIterator[Desk]:
    """See `Desk`."""
    async with missing.world(small_school, tmp_path) as made:
        yield Desk(made)
