"""What the clock costs a school of 40 classes: one tick, before, at and after the bell.

    python -m benchmarks.roll_cards [--classes 40] [--ticks 300]

The two jobs of the roll card, each in its own unit of work on a SQLite file as in a school. The
bell is worst: every card of the school is made and promised in one tick.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from services.roll_card_sending import send_cards
from services.roll_card_steps import follow_up
from services.unit import Unit
from storage import school_settings
from storage.database import Database
from storage.tables import (
    Account,
    Base,
    Enrolment,
    Homeroom,
    Person,
    Pupil,
    SchoolClass,
    SchoolYear,
    Staff,
    Subject,
    Teaching,
    TimetableSlot,
)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
START, TUESDAY, PUPILS = date(2026, 9, 7), date(2026, 12, 1), 38
Job = Callable[[Unit], Awaitable[bool]]


async def fill(session: Any, classes: int) -> None:
    """Classes with 38 pupils, a linked teacher each, and a lesson every morning and period."""
    year = SchoolYear(name="2026-2027", starts=START, ends=date(2027, 5, 30))
    subject = Subject(name="Toán")
    session.add_all([year, subject])
    await session.flush()
    for n in range(classes):
        of = SchoolClass(year_id=year.id, name=f"{6 + n % 4}A{n}", grade=6 + n % 4)
        teacher = Person(full_name=f"Giáo viên {n}", language="vi")
        pupils = [Pupil(full_name=f"Học sinh {n} {m}") for m in range(PUPILS)]
        session.add_all([of, teacher, *pupils])
        await session.flush()
        linked = datetime(2026, 9, 7, tzinfo=ZONE)
        session.add_all(
            [
                Staff(person_id=teacher.id, code=f"CB{n}", active=True),
                Homeroom(class_id=of.id, person_id=teacher.id, starts=START),
                Teaching(class_id=of.id, subject_id=subject.id, person_id=teacher.id, starts=START),
            ]
        )
        await session.flush()
        account = Account(
            channel="telegram", external_id=str(n), person_id=teacher.id, linked_at=linked
        )
        session.add(account)
        session.add_all(
            Enrolment(pupil_id=pupil.id, class_id=of.id, list_number=m, starts=START)
            for m, pupil in enumerate(pupils, 1)
        )
        session.add_all(
            TimetableSlot(
                class_id=of.id, weekday=day, half="morning", period=period, subject_id=subject.id
            )
            for day in range(6)
            for period in range(1, 6)
        )
        await session.flush()
    await school_settings.raise_revision(session)


async def tick(database: Database, now: datetime) -> float:
    """Milliseconds of both jobs at an instant."""

    async def run(session: Any, job: Job) -> None:
        mark = await school_settings.revision(session)
        unit = Unit(session, now, ZONE, revision=mark)
        await job(unit)
        await unit.finish()

    begin = time.perf_counter()
    for job in (send_cards, follow_up):
        await database.run(lambda session, job=job: run(session, job))
    return (time.perf_counter() - begin) * 1000


async def measure(classes: int, ticks: int) -> None:
    """Print a line for each kind of tick."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'school.db'}"
        async with Database(url) as database:
            async with database.engine.begin() as connection:
                await connection.run_sync(Base.metadata.create_all)
            await database.run(lambda session: fill(session, classes))
            bell = datetime.combine(TUESDAY, datetime.min.time(), ZONE) + timedelta(hours=7.25)
            await tick(database, bell)  # fills the caches, as the first second of a day does

            async def several(after: timedelta) -> list[float]:
                return [
                    await tick(database, bell + after + timedelta(seconds=n % 60))
                    for n in range(ticks)
                ]

            show("before the cards", await several(timedelta(minutes=1)))
            show("the cards of the school", [await tick(database, bell + timedelta(minutes=10))])
            show("while they are open", await several(timedelta(minutes=11)))
            show("its reminders", [await tick(database, bell + timedelta(minutes=20))])


def show(name: str, times: list[float]) -> None:
    """A line of the table."""
    most = sorted(times)[int((len(times) - 1) * 0.95)]
    print(f"{name:>24}: median {statistics.median(times):7.2f} ms, p95 {most:7.2f} ms")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--classes", type=int, default=40)
    parser.add_argument("--ticks", type=int, default=300)
    given = parser.parse_args()
    asyncio.run(measure(given.classes, given.ticks))
