"""What a month's roll page costs in a school of 40 classes: reading its facts, setting the paper.

    python -m benchmarks.roll_pages [--classes 40] [--pupils 45] [--pages 12]

SQLite in a file as in a school, three months of mornings with two or three pupils missing in each
class. Each page is another class's, so that nothing is remembered from the one before.
"""

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from services.access import Actor, Role
from services.roll_page_sums import year_page
from services.roll_pages import month_page
from services.unit import Unit
from storage import school_settings
from storage.database import Database
from storage.tables import (
    Attendance,
    Base,
    Enrolment,
    Person,
    Pupil,
    RollCall,
    SchoolClass,
    SchoolYear,
)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
START, NOW = date(2026, 9, 7), datetime(2026, 12, 3, 9, 0, tzinfo=ZONE)
STATES = ("excused", "excused", "unexcused", "unexplained", "late", "left_early")


async def fill(session: Any, classes: int, pupils: int) -> list[int]:
    """The school and its rolls; the classes' ids."""
    rng = random.Random(7)
    year = SchoolYear(name="2026-2027", starts=START, ends=date(2027, 5, 30))
    head = Person(full_name="Hiệu trưởng", language="vi")
    session.add_all([year, head])
    await session.flush()
    ids = []
    for n in range(classes):
        of = SchoolClass(year_id=year.id, name=f"{6 + n % 4}A{n}", grade=6 + n % 4)
        people = [Pupil(full_name=f"Nguyễn Thị Phương {n} {m}") for m in range(pupils)]
        session.add_all([of, *people])
        await session.flush()
        ids.append(of.id)
        session.add_all(
            Enrolment(pupil_id=p.id, class_id=of.id, list_number=m, starts=START)
            for m, p in enumerate(people, 1)
        )
        days = [START + timedelta(days=d) for d in range(86)]
        rolls = [
            RollCall(
                list_key=f"class:{of.id}",
                class_id=of.id,
                day=day,
                half="morning",
                kind="main",
                on_roll=pupils,
                taken_by=head.id,
                taken_at=NOW,
            )
            for day in days
            if day.weekday() < 6
        ]
        session.add_all(rolls)
        await session.flush()
        session.add_all(
            Attendance(roll_id=roll.id, pupil_id=p.id, state=rng.choice(STATES))
            for roll in rolls
            for p in rng.sample(people, rng.choice((2, 3)))
        )
        await session.flush()
    await school_settings.raise_revision(session)
    return ids


def told(name: str, took: list[float]) -> None:
    """One line of the table, in milliseconds."""
    took = [1000 * t for t in took]
    print(f"{name:<28}{statistics.median(took):9.1f}{max(took):9.1f}")


async def main(classes: int, pupils: int, pages: int) -> None:
    """Read and set some pages and print what they took."""
    from handlers.printing.roll_papers import roll_pdf
    from handlers.printing.roll_workbook import roll_workbook

    with tempfile.TemporaryDirectory() as folder:
        async with Database(f"sqlite+aiosqlite:///{Path(folder) / 'school.db'}") as database:
            async with database.engine.begin() as connection:
                await connection.run_sync(Base.metadata.create_all)
            ids = await database.run(lambda session: fill(session, classes, pupils))
            took: dict[str, list[float]] = {}

            async def read(session: Any) -> list[dict[str, Any]]:
                mark = await school_settings.revision(session)
                actor = Actor(1, "Hiệu trưởng", roles=frozenset({Role.PRINCIPAL}))
                unit = Unit(session, NOW, ZONE, actor, revision=mark)
                found = []
                for id in ids[:pages]:
                    begun = time.perf_counter()
                    found.append(await month_page(unit, id, date(2026, 11, 1)))
                    read_at = time.perf_counter()
                    await year_page(unit, id)
                    took.setdefault("month: facts", []).append(read_at - begun)
                    took.setdefault("year: facts", []).append(time.perf_counter() - read_at)
                return found

            months = await database.run(read)
    for page in months:
        begun = time.perf_counter()
        roll_pdf(page)
        set_at = time.perf_counter()
        roll_workbook(page)
        took.setdefault("month: PDF", []).append(set_at - begun)
        took.setdefault("month: workbook", []).append(time.perf_counter() - set_at)
    print(f"{classes} classes, {pupils} pupils each, {pages} pages; the first loads the fonts")
    print(f"{'ms':<28}{'median':>9}{'worst':>9}")
    for name, times in took.items():
        told(name, times)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--classes", type=int, default=40)
    parser.add_argument("--pupils", type=int, default=45)
    parser.add_argument("--pages", type=int, default=12)
    given = parser.parse_args()
    asyncio.run(main(given.classes, given.pupils, min(given.pages, given.classes)))
