"""A school of forty classes and some 1,500 pupils, with four weeks of rolls drawn by lot."""

import random
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from storage import school_settings
from storage.tables import (
    Account,
    Attendance,
    AttendanceChange,
    Enrolment,
    Homeroom,
    Person,
    Pupil,
    RollCall,
    RollCard,
    SchoolClass,
    SchoolYear,
    Staff,
    StaffRole,
    Subject,
    Teaching,
    TimetableSlot,
)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
START, TODAY = date(2026, 9, 7), date(2026, 12, 1)
CLASSES, PUPILS, DAYS = 40, 38, 24
NOW = datetime.combine(TODAY, time(10, 30), ZONE)
STATES = ("excused", "unexcused", "unexplained", "late")


async def fill(session: Any, seed: int = 1) -> int:
    """Write the school into an empty database; the vice principal's id. Today two classes have no
    roll, and their cards lie with their homeroom teachers."""
    lot = random.Random(seed)
    year = SchoolYear(name="2026-2027", starts=START, ends=date(2027, 5, 30))
    subject, vice = Subject(name="Toán"), Person(full_name="Lê Thị Hiền", gender="F", language="vi")
    session.add_all([year, subject, vice])
    await session.flush()
    session.add(Staff(person_id=vice.id, code="PHT", active=True))
    await session.flush()
    session.add_all(
        [
            StaffRole(person_id=vice.id, role="vice_principal"),
            Account(channel="telegram", external_id="1", person_id=vice.id, linked_at=NOW),
        ]
    )
    for n in range(CLASSES):
        await _class(session, year.id, subject.id, n, lot)
    await school_settings.raise_revision(session)
    return int(vice.id)


async def _class(session: Any, year: int, subject: int, n: int, lot: random.Random) -> None:
    of = SchoolClass(year_id=year, name=f"{6 + n % 4}A{n // 4 + 1}", grade=6 + n % 4)
    teacher = Person(full_name=f"Giáo viên {n}", gender="F", language="vi")
    pupils = [Pupil(full_name=f"Học sinh {n} {m}") for m in range(PUPILS)]
    session.add_all([of, teacher, *pupils])
    await session.flush()
    session.add(Staff(person_id=teacher.id, code=f"CB{n}", active=True))
    await session.flush()
    session.add_all(
        [
            Homeroom(class_id=of.id, person_id=teacher.id, starts=START),
            Teaching(class_id=of.id, subject_id=subject, person_id=teacher.id, starts=START),
        ]
    )
    ids = [pupil.id for pupil in pupils]
    await _rows(
        session,
        Enrolment,
        ids,
        lambda m, id: {"pupil_id": id, "class_id": of.id, "list_number": m + 1, "starts": START},
    )
    slots = [(day, period) for day in range(6) for period in range(1, 6)]
    await _rows(
        session,
        TimetableSlot,
        slots,
        lambda _, at: {
            "class_id": of.id,
            "weekday": at[0],
            "half": "morning",
            "period": at[1],
            "subject_id": subject,
        },
    )
    day, left = TODAY, DAYS
    while left:
        if day.weekday() < 6:
            left -= 1
            if day != TODAY or n >= 2:
                await _roll(session, of.id, teacher.id, ids, day, lot)
            else:
                card = RollCard(class_id=of.id, day=day, half="morning", made_at=NOW)
                card.holder_id = teacher.id
                session.add(card)
        day -= timedelta(days=1)
    await session.flush()


async def _roll(
    session: Any, class_id: int, teacher: int, ids: list[int], day: date, lot: random.Random
) -> None:
    at = datetime.combine(day, time(7, 25), ZONE)
    roll = RollCall(list_key=f"class:{class_id}", class_id=class_id, day=day, half="morning")
    roll.kind, roll.on_roll, roll.taken_by, roll.taken_at = "main", len(ids), teacher, at
    session.add(roll)
    await session.flush()
    away = {id: lot.choice(STATES) for id in ids if lot.random() < 0.03}
    if not away:
        return
    standings = list(away.items())
    await _rows(
        session,
        Attendance,
        standings,
        lambda _, one: {"roll_id": roll.id, "pupil_id": one[0], "state": one[1]},
    )
    await _rows(
        session,
        AttendanceChange,
        standings,
        lambda _, one: {
            "roll_id": roll.id,
            "version": 1,
            "pupil_id": one[0],
            "new": {"state": one[1]},
            "changed_by": teacher,
            "changed_at": at,
        },
    )


async def _rows(
    session: Any, table: Any, values: list[Any], row: Callable[[int, Any], dict[str, Any]]
) -> None:
    await session.execute(insert(table), [row(n, value) for n, value in enumerate(values)])
