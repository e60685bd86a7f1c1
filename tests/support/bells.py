"""A small school with a timetable, for roll cards: three classes, five teachers, two heads.

Nobody delivers anything here; what counts is what was promised. Time passes only when a test says
so, and no power fails, so the disk is not waited for.
"""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import event, select, update

from services.attendance_states import Half, SessionKind, State
from services.identity import load_actor
from services.roll_card_sending import send_cards
from services.roll_card_steps import follow_up
from services.roll_permission import require_take
from services.roll_taking import Outcome, take_roll
from services.roll_undo import undo
from services.rosters import classes, roster
from services.sessions import Session
from services.standing import Standing
from services.unit import Unit
from storage.database import Database
from storage.tables import (
    Account,
    Base,
    Enrolment,
    Homeroom,
    OutboxRow,
    Person,
    Pupil,
    RollCard,
    SchoolClass,
    SchoolWeek,
    SchoolYear,
    Staff,
    StaffRole,
    Subject,
    Teaching,
    TimetableSlot,
)

T = TypeVar("T")
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
START = date(2026, 9, 7)
TUESDAY = date(2026, 12, 1)
CLASSES = ("6A1", "7A1", "7A2")
TEACHERS = ("an", "binh", "chi", "dung", "giang")  # each homeroom teacher of one, teach by subject
HEADS = ("hien", "quang")
PUPILS = 3


class CrashError(Exception):
    """The program went down before the commit."""


@dataclass
class Bells:
    """See the module."""

    database: Database
    ids: dict[str, int]
    now: datetime = datetime(2026, 12, 1, 7, 0, tzinfo=ZONE)

    async def at(self, who: str | None, work: Callable[[Unit], Awaitable[T]]) -> T:
        """Let somebody do something now."""

        async def run(session: Any) -> T:
            unit = Unit(session, self.now, ZONE)
            if who is not None:
                unit.actor = await load_actor(unit, self.ids[who])
            result = await work(unit)
            await unit.finish()
            return result

        return await self.database.run(run)

    async def tick(self) -> None:
        """The clock's two jobs, each in its unit of work."""
        await self.at(None, send_cards)
        await self.at(None, follow_up)

    async def die_in_a_tick(self, job: Callable[[Unit], Awaitable[bool]]) -> None:
        """The program goes down after a job and before its commit."""

        async def work(unit: Unit) -> None:
            await job(unit)
            await unit.finish()
            raise CrashError

        try:
            await self.at(None, work)
        except CrashError:
            return

    async def arrive(self) -> None:
        """Everything promised reaches its phone."""

        async def work(unit: Unit) -> None:
            queued = update(OutboxRow).where(OutboxRow.status == "queued")
            await unit.session.execute(queued.values(status="sent", settled_at=unit.now))

        await self.at(None, work)

    async def session(self, unit: Unit, name: str, half: Half, day: date | None = None) -> Session:
        """A class's session, today's where no day is named."""
        of = next(each for each in await classes(unit) if each.name == name)
        return Session(of, day or unit.today, half, SessionKind.MAIN)

    async def take(
        self, who: str, name: str, half: Half = Half.MORNING, *, absent: Sequence[int] = ()
    ) -> Outcome:
        """Take a class's roll in full, `absent` by list number."""

        async def work(unit: Unit) -> Outcome:
            session = await self.session(unit, name, half)
            await require_take(unit, session)
            of = await roster(unit, session.of, session.day)
            numbers = of.numbers()
            named = {numbers[n]: Standing(State.UNEXPLAINED) for n in absent}
            return await take_roll(unit, of, session, named, full=True)

        return await self.at(who, work)

    async def undo(self, who: str, outcome: Outcome) -> None:
        """Take a roll back."""
        await self.at(who, lambda unit: undo(unit, outcome.roll.id, outcome.roll.version))

    async def rows(self, *notices: str) -> list[OutboxRow]:
        """Everything promised, edits too, in order."""

        async def work(unit: Unit) -> list[OutboxRow]:
            statement = select(OutboxRow).where(OutboxRow.notice.in_(notices))
            return list(await unit.session.scalars(statement.order_by(OutboxRow.id)))

        return await self.at(None, work)

    async def sent(self, face: str) -> list[tuple[str, str, datetime]]:
        """The class and the person of each first message with this face, and when."""
        names = {id: name for name, id in self.ids.items() if name in (*TEACHERS, *HEADS)}
        return [
            (row.params["class"], names[row.person_id], row.created_at)
            for row in await self.rows("roll-card")
            if row.edits is None and row.params["face"] == face
        ]

    async def cards(self) -> list[RollCard]:
        """Every card there is."""

        async def work(unit: Unit) -> list[RollCard]:
            return list(await unit.session.scalars(select(RollCard).order_by(RollCard.id)))

        return await self.at(None, work)

    async def add(self, *rows: Any) -> None:
        """Write rows into the school's data."""

        async def work(session: Any) -> None:
            session.add_all(rows)
            await session.flush()

        await self.database.run(work)

    async def link(self, *names: str) -> None:
        """These people have an account now."""
        for name in names:
            row = Account(
                channel="telegram",
                external_id=str(9000 + self.ids[name]),
                person_id=self.ids[name],
                linked_at=self.now,
            )
            await self.add(row)

    def slot(
        self, name: str, period: int, subject: str | None, half: str = "morning", weekday: int = 1
    ) -> TimetableSlot:
        """A lesson; without a subject it is the homeroom teacher's."""
        return TimetableSlot(
            class_id=self.ids[name],
            weekday=weekday,
            half=half,
            period=period,
            subject_id=self.ids[f"subject {subject}"] if subject else None,
            activity=None if subject else "Sinh hoạt lớp",
        )


async def build(path: Path) -> dict[str, int]:
    """Write the school without a timetable; the ids by name. The subjects are named by who teaches
    them in all classes; "hole" is nobody's."""
    ids: dict[str, int] = {}
    async with Database(f"sqlite+aiosqlite:///{path}") as database:
        async with database.engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        await database.run(lambda session: _fill(session, ids))
    return ids


async def _fill(session: Any, ids: dict[str, int]) -> None:
    async def add(row: Any) -> Any:
        session.add(row)
        await session.flush()
        return row

    year = await add(SchoolYear(name="2026-2027", starts=START, ends=date(2027, 5, 30)))
    monday, number = START, 1
    while monday < date(2027, 5, 30):
        rest = monday == date(2027, 2, 1)
        week = SchoolWeek(
            year_id=year.id,
            term=1,
            number=None if rest else number,
            starts=monday,
            ends=monday + timedelta(days=6),
        )
        await add(week)
        monday, number = monday + timedelta(days=7), number + (not rest)
    for name, role in (
        *((name, None) for name in TEACHERS),
        ("hien", "vice_principal"),
        ("quang", "principal"),
    ):
        person = await add(Person(full_name=name.title(), gender="F", language="vi"))
        ids[name] = person.id
        await add(Staff(person_id=person.id, code=name, active=True))
        if role:
            await add(StaffRole(person_id=person.id, role=role))
    ids["subject hole"] = (await add(Subject(name="hole"))).id
    for teacher in TEACHERS:
        ids[f"subject {teacher}"] = (await add(Subject(name=teacher))).id
    for at, name in enumerate(CLASSES):
        of = await add(SchoolClass(year_id=year.id, name=name, grade=int(name[0])))
        ids[name] = of.id
        await add(Homeroom(class_id=of.id, person_id=ids[TEACHERS[at]], starts=START))
        for teacher in TEACHERS:
            subject = ids[f"subject {teacher}"]
            await add(
                Teaching(class_id=of.id, subject_id=subject, person_id=ids[teacher], starts=START)
            )
        for n in range(1, PUPILS + 1):
            pupil = await add(Pupil(full_name=f"Em {name} {n}"))
            await add(Enrolment(pupil_id=pupil.id, class_id=of.id, list_number=n, starts=START))


@asynccontextmanager
async def bells(template: tuple[Path, dict[str, int]], folder: Path) -> AsyncIterator[Bells]:
    """A school of its own, on a copy of the built one."""
    path, ids = template
    copy = folder / "bells.db"
    shutil.copy(path, copy)
    async with Database(f"sqlite+aiosqlite:///{copy}") as database:

        @event.listens_for(database.engine.sync_engine, "connect")
        def _hasten(connection: Any, _: Any) -> None:
            connection.execute("PRAGMA synchronous=OFF")

        yield Bells(database, dict(ids))
