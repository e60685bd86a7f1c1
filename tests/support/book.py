"""A month of rolls for the stage, so that a story can begin at its end."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from services.access import CONSOLE
from services.book_periods import taught_days
from services.periods import month_of
from services.timetable import halves
from services.unit import Unit
from storage.tables import Attendance, Enrolment, RollCall, SchoolClass
from tests.support.stage import Stage

EVENING = 10 * 60  # minutes from 7:40 to after the book's hour
DAY = 24 * 60
Absent = Mapping[tuple[int, int], str]


async def fill_month(
    stage: Stage, name: str, taker: str, absent: Absent, *, without: tuple[int, ...] = ()
) -> None:
    """Every roll of November of a class; `absent`: (day, list number) → state of that day's first
    session, `without`: days whose rolls nobody took."""
    who = await stage.person_id(taker)

    async def fill(session: Any) -> None:
        unit = Unit(session, stage.clock.now(), stage.clock.zone, actor=CONSOLE)
        of = (await session.scalars(select(SchoolClass).where(SchoolClass.name == name))).one()
        places = await session.execute(
            select(Enrolment.list_number, Enrolment.pupil_id).where(Enrolment.class_id == of.id)
        )
        pupils = dict(tuple(row) for row in places)
        month = month_of(date(2026, 11, 1))
        for day in await taught_days(unit, month.first, month.last):
            if day.day in without:
                continue
            for at, half in enumerate(await halves(unit, of.id, day)):
                roll = RollCall(
                    list_key=f"class:{of.id}",
                    class_id=of.id,
                    day=day,
                    half=half.value,
                    kind="main",
                    on_roll=len(pupils),
                    version=1,
                    withdrawn=False,
                    taken_by=who,
                    taken_at=stage.clock.now() - timedelta(days=1),
                )
                session.add(roll)
                await session.flush()
                marks = {n: s for (d, n), s in absent.items() if d == day.day and at == 0}
                session.add_all(
                    Attendance(roll_id=roll.id, pupil_id=pupils[n], state=state)
                    for n, state in marks.items()
                )
        await session.flush()

    await stage.run(fill)
