"""A small school in which a child is missing: class 7A1, two families, four members of staff.

Phones show what the outbox would have sent by now, rendered as it would be; time passes only when
a test says so.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import select

from handlers import absence_buttons as buttons
from handlers.capabilities import Capabilities
from handlers.notices import registry, render
from handlers.texts import texts
from services import absence_answers, absence_search, leave
from services.absence_settle import settle
from services.attendance_states import Half, State
from services.due import due
from services.identity import load_actor
from services.roll_taking import Outcome, current, take_roll
from services.roll_undo import undo
from services.rosters import classes, groups, roster
from services.sessions import session_for
from services.standing import Standing
from services.unit import Unit
from storage import outbox
from storage.database import Database
from storage.tables import (
    AbsenceCase,
    Account,
    ActivityGroup,
    Base,
    Enrolment,
    GroupMember,
    Guardianship,
    Homeroom,
    OutboxRow,
    Person,
    Pupil,
    SchoolClass,
    SchoolWeek,
    SchoolYear,
    Staff,
    StaffRole,
    Subject,
    Teaching,
)

assert registry  # importing it registers the looks

T = TypeVar("T")
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY = date(2026, 11, 30)
STAFF = {
    "khoa": ("Trần Anh Khoa", "M", None),
    "oanh": ("Vũ Kim Oanh", "F", None),
    "hien": ("Lê Thị Hiền", "F", "vice_principal"),
    "quang": ("Phạm Văn Quang", "M", "principal"),
}
PUPILS = {"lan": "Nguyễn Thị Ngọc Lan", "minh": "Trần Đức Minh", "huy": "Nguyễn Thành Huy"}
FAMILIES = {
    "bao": ("Nguyễn Bảo Minh", "father", "lan"),
    "thuy": ("Nguyễn Diệu Thủy", "mother", "lan"),
    "duc": ("Trần Văn Đức", "father", "minh"),
    "khoa": ("", "father", "huy"),  # a teacher's own child
}
UNLINKED = ("duc",)


@dataclass
class Message:
    """One message on a phone, as last edited."""

    row: int
    kind: str
    text: str
    buttons: dict[str, str]
    edits: int = 0


@dataclass
class World:
    """See the module."""

    database: Database
    ids: dict[str, int]
    now: datetime = datetime(2026, 11, 30, 7, 40, tzinfo=ZONE)
    phones: dict[str, list[Message]] = field(default_factory=dict)
    grace: int = 300

    async def at(self, who: str | None, work: Callable[[Unit], Awaitable[T]]) -> T:
        """Let somebody do something now."""

        async def run(session: Any) -> T:
            unit = Unit(session, self.now, ZONE, grace_seconds=self.grace)
            if who is not None:
                unit.actor = await load_actor(unit, self.ids[who])
            result = await work(unit)
            await unit.finish()
            return result

        return await self.database.run(run)

    async def roll(
        self, by: str, of: str = "7A1", full: bool = True, **marks: Standing | None
    ) -> Outcome:
        """Take the morning's roll; `marks` by pupil."""

        async def work(unit: Unit) -> Outcome:
            lists = [*await classes(unit), *await groups(unit)]
            chosen = next(each for each in lists if each.name == of)
            session = await session_for(unit, chosen, MONDAY, Half.MORNING)
            named = {self.ids[name]: standing for name, standing in marks.items()}
            seen = await current(unit, session)
            return await take_roll(
                unit,
                await roster(unit, chosen, MONDAY),
                session,
                named,
                full=full,
                seen=seen.version if seen else 0,
            )

        return await self.at(by, work)

    async def undo(self, by: str, outcome: Outcome) -> Outcome:
        """Take a step of a roll back."""
        made = await self.at(by, lambda unit: undo(unit, outcome.roll.id, outcome.roll.version))
        return made[1]

    async def later(self, minutes: float) -> None:
        """Let time pass; what is due by the clock is done, what is due to leave arrives."""
        self.now += timedelta(minutes=minutes)
        await self.at(None, due)
        await self.deliver()

    async def claim(self) -> list[OutboxRow]:
        """Rows on their way: claimed, not settled."""

        async def work(unit: Unit) -> list[OutboxRow]:
            rows = await outbox.due(unit.session, unit.now, busy=(), urgent_only=False, limit=500)
            await outbox.claim(unit.session, [row.id for row in rows])
            return list(rows)

        return await self.at(None, work)

    async def deliver(self) -> None:
        """Everything that is due arrives, what it edits first."""
        while rows := await self.claim():
            await self.arrive(rows)

    async def arrive(self, rows: list[OutboxRow]) -> None:
        """Claimed rows reach their phones."""
        name_of = {id: name for name, id in self.ids.items() if name in (*STAFF, *FAMILIES)}

        async def work(unit: Unit) -> None:
            for row in rows:
                kept = await unit.session.get_one(OutboxRow, row.id)
                phone = self.phones.setdefault(name_of[row.person_id], [])
                person = await unit.session.get_one(Person, row.person_id)
                shown = render(row.notice, row.params, texts(person.language), Capabilities())
                buttons = {
                    b.text: b.callback_data
                    for line in (shown.keyboard.inline_keyboard if shown.keyboard else [])
                    for b in line
                }
                if row.edits is None:
                    phone.append(Message(row.id, row.notice, shown.text, buttons))
                elif target := next((m for m in phone if m.row == row.edits), None):
                    target.text, target.buttons = shown.text, buttons
                    target.edits += 1
                kept.status, kept.message_id, kept.settled_at = "sent", row.id, unit.now

        await self.at(None, work)

    def got(self, who: str, kind: str | None = None) -> list[Message]:
        """What a phone shows, oldest first."""
        return [m for m in self.phones.get(who, []) if kind is None or m.kind == kind]

    def last(self, who: str, kind: str | None = None) -> Message:
        """The newest message."""
        return self.got(who, kind)[-1]

    async def tap(self, who: str, label: str) -> Any:
        """Tap the newest button that begins with `label`."""
        data = next(
            data
            for message in reversed(self.got(who))
            for text, data in message.buttons.items()
            if text.startswith(label)
        )
        return await self.press(who, data)

    async def press(self, who: str, data: str) -> Any:
        """A tap with this data, from wherever it came."""
        prefix = data.split(":", 1)[0]
        return await self.at(who, PRESSED[prefix](data))

    async def case(self, pupil: str) -> AbsenceCase:
        """The newest case of a pupil."""

        async def work(unit: Unit) -> AbsenceCase:
            statement = select(AbsenceCase).where(AbsenceCase.pupil_id == self.ids[pupil])
            found = await unit.session.scalars(statement.order_by(AbsenceCase.id.desc()))
            return found.first()

        return await self.at(None, work)


def _answer(data: str) -> Callable[[Unit], Awaitable[Any]]:
    tapped = buttons.AlertAnswer.unpack(data)
    ask = {
        "leave": absence_answers.ask_leave,
        "left": absence_answers.left_home,
        "call": absence_answers.call_back,
    }[tapped.say]
    return lambda unit: ask(unit, tapped.case, tapped.round)


def _step(data: str) -> Callable[[Unit], Awaitable[Any]]:
    tapped = buttons.CaseStep.unpack(data)
    do = getattr(absence_search, tapped.step)
    return lambda unit: do(unit, tapped.case, tapped.round)


def _decide(data: str) -> Callable[[Unit], Awaitable[Any]]:
    tapped = buttons.LeaveStep.unpack(data)
    if tapped.step == "talk":
        return lambda unit: leave.talk(unit, tapped.leave)
    return lambda unit: leave.decide(unit, tapped.leave, granted=tapped.step == "grant")


def _settle(data: str) -> Callable[[Unit], Awaitable[Any]]:
    tapped = buttons.SettleAbsence.unpack(data)
    return lambda unit: settle(unit, tapped.roll, tapped.pupil, State(tapped.state))


PRESSED = {"ab": _answer, "abs": _step, "abl": _decide, "abk": _settle}


async def build(path: Path) -> dict[str, int]:
    """Write the school; the ids by name."""
    ids: dict[str, int] = {}
    async with Database(f"sqlite+aiosqlite:///{path}") as database:
        async with database.engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)

        async def work(session: Any) -> None:
            await _fill(session, ids)

        await database.run(work)
    return ids


async def _fill(session: Any, ids: dict[str, int]) -> None:
    async def add(row: Any) -> Any:
        session.add(row)
        await session.flush()
        return row

    start = date(2026, 9, 5)
    year = await add(SchoolYear(name="2026-2027", starts=start, ends=date(2027, 5, 31)))
    week = SchoolWeek(year_id=year.id, term=1, number=13, starts=MONDAY, ends=date(2026, 12, 6))
    await add(week)
    school_class = await add(SchoolClass(year_id=year.id, name="7A1", grade=7))
    ids["7A1"] = school_class.id
    for at, (name, (full_name, gender, role)) in enumerate(STAFF.items(), 1):
        person = await add(
            Person(full_name=full_name, gender=gender, phone=f"090000000{at}", language="vi")
        )
        ids[name] = person.id
        await add(Staff(person_id=person.id, code=f"CB{at:03}", active=True))
        if role:
            await add(StaffRole(person_id=person.id, role=role))
        await add(_account(person.id, at))
    subject = await add(Subject(name="Toán"))
    await add(Homeroom(class_id=school_class.id, person_id=ids["khoa"], starts=start))
    await add(
        Teaching(
            class_id=school_class.id, subject_id=subject.id, person_id=ids["oanh"], starts=start
        )
    )
    club = await add(
        ActivityGroup(
            year_id=year.id, name="CLB Bóng đá", kind="club", label="CLB", leader_id=ids["oanh"]
        )
    )
    for number, (name, full_name) in enumerate(PUPILS.items(), 1):
        pupil = await add(Pupil(full_name=full_name))
        ids[name] = pupil.id
        await add(
            Enrolment(pupil_id=pupil.id, class_id=school_class.id, list_number=number, starts=start)
        )
        await add(GroupMember(group_id=club.id, pupil_id=pupil.id, starts=start))
    for at, (name, (full_name, relation, child)) in enumerate(FAMILIES.items(), 11):
        if name not in ids:
            person = await add(Person(full_name=full_name, phone=f"09000000{at}", language="vi"))
            ids[name] = person.id
            if name not in UNLINKED:
                await add(_account(person.id, at))
        await add(Guardianship(person_id=ids[name], pupil_id=ids[child], relation=relation))


def _account(person_id: int, at: int) -> Account:
    linked = datetime(2026, 9, 6, tzinfo=ZONE)
    return Account(channel="telegram", external_id=str(at), person_id=person_id, linked_at=linked)


@asynccontextmanager
async def world(template: tuple[Path, dict[str, int]], folder: Path) -> AsyncIterator[World]:
    """A world of its own, on a copy of the built school."""
    path, ids = template
    copy = folder / "missing.db"
    for left in folder.glob("missing.db*"):
        left.unlink()
    shutil.copy(path, copy)
    async with Database(f"sqlite+aiosqlite:///{copy}") as database:
        yield World(database, dict(ids))


def template(folder: Path) -> tuple[Path, dict[str, int]]:
    """Build the school once."""
    path = folder / "school.db"
    return path, asyncio.run(build(path))
