"""A class's roll on the sample school: a desk at which somebody asks the services for something."""

import asyncio
import shutil
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from services.attendance_states import State
from services.clock import AnchoredClock
from services.identity import load_actor
from services.roll_permission import require_take
from services.roll_taking import Outcome, current, take_roll
from services.rosters import classes, groups, roster
from services.sessions import Session, session_for
from services.standing import Standing
from services.unit import Unit
from storage import school_settings
from storage.database import Database
from storage.tables import Staff
from storage.upgrade import upgrade
from tests.support.school import sample_school

T = TypeVar("T")
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY = datetime(2026, 11, 30, 7, 40, tzinfo=ZONE)
KHOA, PRINCIPAL, HAN, DUNG = "CB012", "CB001", "CB016", "CB009"

ABSENT = Standing(State.UNEXPLAINED)
EXCUSED = Standing(State.EXCUSED)
UNEXCUSED = Standing(State.UNEXCUSED)


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that holds the sample school."""
    path = tmp_path_factory.mktemp("rolls") / "school.db"

    async def make() -> None:
        async with Database(f"sqlite+aiosqlite:///{path}") as database:
            await upgrade(database.engine)
            await sample_school(database, AnchoredClock(ZONE, time.time(), MONDAY))

    asyncio.run(make())
    return path


@dataclass(frozen=True)
class Desk:
    """`at(code, work)` lets a staff member do something in a unit of work at `now`."""

    database: Database
    now: datetime = MONDAY

    def later(self, **parts: int) -> "Desk":
        """The same desk at another time."""
        return replace(self, now=self.now.replace(**parts))

    async def at(self, code: str, work: Callable[[Unit], Awaitable[T]]) -> T:
        async def run(session) -> T:
            mark = await school_settings.revision(session)
            unit = Unit(session, self.now, ZONE, revision=mark)
            person_id = await session.scalar(select(Staff.person_id).where(Staff.code == code))
            unit.actor = await load_actor(unit, person_id)
            result = await work(unit)
            await unit.finish()
            return result

        return await self.database.run(run)

    async def take(
        self,
        code: str,
        named: dict[int, Standing | None],
        *,
        list_name: str = "7A1",
        full: bool = True,
        seen: int | None = None,
        **when: object,
    ) -> Outcome:
        """Take a roll; `named` by list number (of a group: by place on its list, from 1)."""

        async def work(unit: Unit) -> Outcome:
            session = await self.session(unit, list_name, **when)
            await require_take(unit, session)
            on = await roster(unit, session.of, session.day)
            ids = {
                p.number if session.of.class_id else at: p.pupil_id
                for at, p in enumerate(on.members, 1)
            }
            by_id = {ids[number]: standing for number, standing in named.items()}
            return await take_roll(unit, on, session, by_id, full=full, seen=seen)

        return await self.at(code, work)

    async def session(self, unit: Unit, list_name: str, **when: object) -> Session:
        lists = [*await classes(unit), *await groups(unit)]
        of = next(each for each in lists if each.name == list_name)
        return await session_for(unit, of, **when)

    async def standings(self, list_name: str = "7A1", **when: object) -> dict[int, Standing] | None:
        """The stored roll by list number; None where none is taken."""

        async def work(unit: Unit) -> dict[int, Standing] | None:
            session = await self.session(unit, list_name, **when)
            found = await current(unit, session)
            on = await roster(unit, session.of, session.day)
            if found is None:
                return None
            return {on.by_id[id].number: standing for id, standing in found.standings.items()}

        return await self.at(PRINCIPAL, work)


@pytest.fixture
async def desk(imported: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """See `Desk`."""
    shutil.copy(imported, tmp_path / "school.db")
    async with Database(f"sqlite+aiosqlite:///{tmp_path / 'school.db'}") as database:
        yield Desk(database)
