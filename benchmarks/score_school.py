"""A school of 20 classes with 45 pupils and years of marks, for the gradebook's figures."""

import random
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from services.subjects import PROGRAMME
from storage import school_settings
from storage.tables import (
    Account,
    Assessment,
    Enrolment,
    Person,
    Pupil,
    SchoolClass,
    SchoolWeek,
    SchoolYear,
    Score,
    Staff,
    Subject,
    Teaching,
)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
CLASSES, PUPILS = 20, 45
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=ZONE)
COLUMNS = [(1, "regular", n) for n in (1, 2, 3, 4)] + [(1, "midterm", 1), (1, "final", 1)]
COLUMNS += [(2, kind, n) for _, kind, n in COLUMNS]


async def fill(session: Any, phones: list[int], years: int = 0) -> list[tuple[str, int]]:
    """Write the school; a teacher of Toán for each class, on one of `phones`. With `years` of full
    gradebooks before this one. (class, class id) of this year's classes."""
    lot = random.Random(45)
    subjects = [Subject(name=p.name) for p in PROGRAMME]
    session.add_all([*subjects, Person(full_name="Người nhập", language="vi")])
    await session.flush()
    maths = next(s.id for s in subjects if s.name == "Toán")
    found: list[tuple[str, int]] = []
    for back in range(years, -1, -1):
        autumn = 2026 - back
        starts = date(autumn, 9, 7)
        year = SchoolYear(
            name=f"{autumn}-{autumn + 1}", starts=starts, ends=date(autumn + 1, 5, 30)
        )
        session.add(year)
        await session.flush()
        week = {"year_id": year.id, "starts": starts, "ends": date(autumn + 1, 1, 9)}
        session.add(SchoolWeek(**week, term=1, number=1))
        for n in range(CLASSES):
            name = f"{6 + n % 4}A{n // 4 + 1}"
            of = SchoolClass(year_id=year.id, name=name, grade=6 + n % 4)
            pupils = [Pupil(full_name=_name(lot)) for _ in range(PUPILS)]
            session.add_all([of, *pupils])
            await session.flush()
            session.add_all(
                Enrolment(pupil_id=p.id, class_id=of.id, list_number=at, starts=starts)
                for at, p in enumerate(pupils, 1)
            )
            if back == 0:
                teacher = await _teacher(session, n, phones)
                session.add(
                    Teaching(class_id=of.id, subject_id=maths, person_id=teacher, starts=starts)
                )
                found.append((name, of.id))
            if years:
                await _marks(session, of.id, [s.id for s in subjects], pupils, lot)
    await school_settings.raise_revision(session)
    return found


async def _teacher(session: Any, n: int, phones: list[int]) -> int:
    person = Person(full_name=f"Giáo viên {n}", gender="F", language="vi")
    session.add(person)
    await session.flush()
    session.add(Staff(person_id=person.id, code=f"GV{n}", active=True))
    if phones:
        session.add(
            Account(
                channel="telegram",
                external_id=str(phones[n]),
                person_id=person.id,
                linked_at=NOW,
            )
        )
    await session.flush()
    return int(person.id)


async def _marks(
    session: Any, class_id: int, subjects: list[int], pupils: list[Pupil], lot: random.Random
) -> None:
    by = 1
    for subject in subjects:
        rows = [
            Assessment(
                class_id=class_id,
                subject_id=subject,
                term=term,
                kind=kind,
                number=number,
                entered_by=by,
                entered_at=NOW,
                held=False,
            )
            for term, kind, number in COLUMNS
        ]
        session.add_all(rows)
        await session.flush()
        values = [
            {
                "assessment_id": r.id,
                "pupil_id": p.id,
                "state": "score",
                "tenths": lot.randrange(101),
            }
            for r in rows
            for p in pupils
        ]
        await session.execute(insert(Score), values)
        for row in rows:
            session.expunge(row)


def _name(lot: random.Random) -> str:
    last = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi")
    middle = ("Văn", "Thị", "Minh", "Khánh", "Gia", "Thanh", "Ngọc", "Đức")
    first = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khoa", "Lan", "Minh", "Nam", "Quân")
    return f"{lot.choice(last)} {lot.choice(middle)} {lot.choice(first)}"
