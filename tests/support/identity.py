"""The demo school for tests of who is who: services called as a person, accounts made by hand."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import select

from services.access import CONSOLE, Actor
from services.guessing import Seat
from services.identity import load_actor
from services.unit import Unit
from storage.database import Database
from storage.tables import Account, Enrolment, Guardianship, OutboxRow, Pupil, SchoolClass, Staff

T = TypeVar("T")
DEMO = Path(__file__).parents[2] / "bot" / "demo" / "truong-thu.xlsx"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = datetime(2026, 11, 30, 7, 40, tzinfo=ZONE)


class _Fixed:
    zone = ZONE

    def now(self) -> datetime:
        return MORNING


def fixed_clock() -> _Fixed:
    """A clock that stands still on a Monday morning."""
    return _Fixed()


class IdentityWorld:
    """A school and a hand on its clock."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.now = MORNING
        self._chats = 0

    def later(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)

    async def run(self, work: Callable[[Unit], Awaitable[T]], actor: Actor | None = None) -> T:
        """One unit of work as `actor`, a stranger without one."""

        async def whole(session: Any) -> T:
            unit = Unit(session, self.now, ZONE, actor=actor)
            result = await work(unit)
            await unit.finish()
            return result

        return await self.db.run(whole)

    async def console(self, work: Callable[[Unit], Awaitable[T]]) -> T:
        """One unit of work at the school's own machine."""
        return await self.run(work, CONSOLE)

    async def staff(self, code: str) -> int:
        """The person behind a staff code."""

        async def look(unit: Unit) -> Any:
            return await unit.session.scalar(select(Staff.person_id).where(Staff.code == code))

        return int(await self.run(look))

    async def actor(self, code: str) -> Actor:
        """A member of staff with everything they may do."""
        person = await self.staff(code)
        return await self.run(lambda unit: load_actor(unit, person))

    async def person(self, person_id: int) -> Actor:
        """Any adult with everything they may do now."""
        return await self.run(lambda unit: load_actor(unit, person_id))

    async def pupil(self, klass: str, number: int) -> int:
        """A pupil by class and list number."""

        async def look(unit: Unit) -> Any:
            return await unit.session.scalar(
                select(Pupil.id)
                .join(Enrolment, Enrolment.pupil_id == Pupil.id)
                .join(SchoolClass, SchoolClass.id == Enrolment.class_id)
                .where(SchoolClass.name == klass, Enrolment.list_number == number)
            )

        return int(await self.run(look))

    async def guardian(self, pupil_id: int, relation: str) -> int:
        """The person who is father, mother or guardian of a pupil."""

        async def look(unit: Unit) -> Any:
            return await unit.session.scalar(
                select(Guardianship.person_id).where(
                    Guardianship.pupil_id == pupil_id, Guardianship.relation == relation
                )
            )

        return int(await self.run(look))

    async def seat(self) -> Seat:
        """A new chat that belongs to nobody."""
        self._chats += 1
        chat = str(7000 + self._chats)

        async def open_(unit: Unit) -> Seat:
            account = Account(channel="telegram", external_id=chat)
            unit.session.add(account)
            await unit.session.flush()
            return Seat(account.id, "telegram", chat)

        return await self.run(open_)

    async def owner(self, seat: Seat) -> int | None:
        """Whose a chat is."""

        async def look(unit: Unit) -> int | None:
            return (await unit.session.get_one(Account, seat.account_id)).person_id

        return await self.run(look)

    async def promised(self, person_id: int | None = None) -> list[OutboxRow]:
        """The notices that wait, of a person or all."""

        async def look(unit: Unit) -> list[OutboxRow]:
            statement = select(OutboxRow).where(OutboxRow.status == "queued")
            if person_id is not None:
                statement = statement.where(OutboxRow.person_id == person_id)
            return list(await unit.session.scalars(statement.order_by(OutboxRow.id)))

        return await self.run(look)
