"""From the moment an alert is due until it is on the guardian's phone, on a school's busiest day.

    python -m benchmarks.alerts [--classes 40] [--minutes 5] [--absent 3]

40 classes of 38 take their roll within five minutes, by message, at random; each misses three
pupils with two linked guardians each. The sandbox enforces Telegram's limits (30 messages a second
of a bot, five at once in a chat); the bot keeps its own pace below them. `due` is when the grace
time ends; `arrived` when the messenger's yes has come back, which is after it is on the phone.
"""

import argparse
import asyncio
import logging
import random
import statistics
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import select, update

from benchmarks.roll_cards import TUESDAY, fill
from bot.channels.telegram import Telegram
from bot.program import Program
from services.clock import open_clock, write_anchor
from storage.database import Database
from storage.files import FileStore
from storage.tables import (
    Account,
    Enrolment,
    Guardianship,
    OutboxRow,
    Person,
    Pupil,
    SchoolClass,
    SchoolWeek,
)
from storage.upgrade import upgrade
from tests.support.sandbox import sandbox_server
from tests.support.stage import TOKEN, ZONE

GRACE, PACE = 5, 30  # seconds; messages a second
BEGIN = datetime(2026, 12, 1, 7, 36, tzinfo=ZONE)  # after the cut-off


@dataclass
class Hall:
    """The running parts, and who is where."""

    database: Database
    http: aiohttp.ClientSession
    url: str

    async def post(self, path: str, body: Any) -> Any:
        """A call of the sandbox's control API."""
        async with self.http.post(f"{self.url}/control/{path}", json=body) as response:
            assert response.status < 400, await response.text()
            return await response.json()

    async def phone(self, name: str, person_id: int) -> int:
        """A phone of somebody the school knows, START pressed; its number."""
        made = await self.post("people", {"name": name, "channel": "telegram"})
        number = int(made["id"])

        async def link(session: Any) -> None:
            known = update(Account).where(Account.person_id == person_id)
            changed = await session.execute(known.values(external_id=str(number)))
            if not changed.rowcount:
                session.add(
                    Account(
                        channel="telegram",
                        external_id=str(number),
                        person_id=person_id,
                        linked_at=BEGIN,
                    )
                )

        await self.database.run(link)
        await self.post(f"people/{number}/start", {})
        return number


async def families(session: Any, absent: int) -> list[tuple[str, int, list[int], list[int]]]:
    """Two guardians for each absentee: (class, teacher, list numbers, guardians) of each class."""
    found = []
    for of in (await session.scalars(select(SchoolClass).order_by(SchoolClass.id))).all():
        enrolled = select(Enrolment).where(Enrolment.class_id == of.id)
        rows = (await session.scalars(enrolled.order_by(Enrolment.list_number))).all()
        people: list[int] = []
        for row in rows[:absent]:
            for relation in ("father", "mother"):
                person = Person(full_name=f"Phụ huynh {row.pupil_id} {relation}", language="vi")
                session.add(person)
                await session.flush()
                session.add(
                    Guardianship(person_id=person.id, pupil_id=row.pupil_id, relation=relation)
                )
                people.append(person.id)
        teacher = await session.scalar(select(Person.id).where(Person.full_name == teacher_of(of)))
        found.append((of.name, teacher, [row.list_number for row in rows[:absent]], people))
    session.add(
        SchoolWeek(year_id=1, term=1, number=13, starts=TUESDAY.replace(day=1), ends=TUESDAY)
    )
    return found


def teacher_of(of: SchoolClass) -> str:
    """The name that `fill` gave the class's teacher."""
    return f"Giáo viên {of.name.partition('A')[2]}"


async def measure(classes: int, minutes: float, absent: int) -> None:
    """Play the morning and print the table."""
    logging.disable(logging.WARNING)
    picks = random.Random(38)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_anchor(folder, BEGIN)
        clock = open_clock(folder, ZONE, None)
        async with (
            Database(f"sqlite+aiosqlite:///{folder / 'solienlac.db'}") as database,
            sandbox_server(folder) as url,
            aiohttp.ClientSession() as http,
        ):
            await upgrade(database.engine)
            await database.run(lambda session: fill(session, classes))
            school = await database.run(lambda session: families(session, absent))
            pupils = await database.run(lambda session: session.scalars(select(Pupil.id)))
            hall = Hall(database, http, url)
            await hall.post("faults", {"pace": False})
            teachers = {of: await hall.phone(of, teacher) for of, teacher, _, _ in school}
            for _, _, _, people in school:
                for person_id in people:
                    await hall.phone(str(person_id), person_id)
            await hall.post("faults", {"pace": True})
            files = FileStore(folder / "files")
            program = Program(
                database,
                [Telegram(TOKEN, url, files)],
                files,
                clock,
                grace_seconds=GRACE,
                per_second=PACE,
            )
            running = asyncio.create_task(program.run())
            await program.ready.wait()

            async def take(of: str, numbers: list[int], wait: float) -> None:
                await asyncio.sleep(wait)
                await hall.post(
                    f"people/{teachers[of]}/text",
                    {"text": f"{of} vắng {', '.join(map(str, numbers))}"},
                )

            waits = [picks.uniform(0, minutes * 60) for _ in school]
            await asyncio.gather(
                *(
                    take(of, numbers, w)
                    for (of, _, numbers, _), w in zip(school, waits, strict=True)
                )
            )
            wanted = classes * absent * 2
            late = await _delays(database, wanted)
            stats = await (await http.get(f"{url}/control/stats")).json()
            program.stop()
            await running
        count = len(list(pupils))
        ranked = sorted(late)
        print(f"{count} pupils, {classes} classes, {len(late)} of {wanted} alerts arrived")
        print(f"median {statistics.median(ranked):.2f} s, ", end="")
        print(f"p95 {ranked[int(len(ranked) * 0.95) - 1]:.2f} s, most {ranked[-1]:.2f} s; ", end="")
        print(f"answers 429: {stats.get('429', stats.get('too_many', 0))}")


async def _delays(database: Database, wanted: int) -> list[float]:
    """Seconds from due to arrived of every alert, once all of them have an outcome."""

    async def look(session: Any) -> list[tuple[datetime, datetime | None]]:
        rows = await session.execute(
            select(OutboxRow.not_before, OutboxRow.settled_at).where(
                OutboxRow.notice == "absence-alert",
                OutboxRow.edits.is_(None),
                OutboxRow.status == "sent",
            )
        )
        return [(due, arrived) for due, arrived in rows]

    for _ in range(600):
        rows = await database.run(look)
        if len(rows) >= wanted:
            break
        await asyncio.sleep(0.2)
    return [(arrived - due).total_seconds() for due, arrived in rows if arrived is not None]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--classes", type=int, default=40)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--absent", type=int, default=3)
    given = parser.parse_args()
    asyncio.run(measure(given.classes, given.minutes, given.absent))
