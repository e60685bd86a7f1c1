"""A child's calendar and figures agree with the rolls, whatever the year was like."""

import random
from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import update

from services import pupil_attendance
from services.attendance_states import Half, State
from services.attendance_sums import Missed
from services.pupil_attendance import Look, Mark
from services.rosters import roster
from services.school_rules import set_rules
from services.unit import Unit
from storage import pupil_days
from storage.tables import Attendance, Enrolment, RollCall
from tests.support.bells import START, ZONE, Bells

MISSED = {
    State.EXCUSED: Mark.EXCUSED,
    State.UNEXCUSED: Mark.UNEXCUSED,
    State.UNEXPLAINED: Mark.UNEXPLAINED,
}


async def pupils(bells: Bells, name: str) -> dict[int, int]:
    """List number → pupil."""

    async def work(unit: Unit) -> dict[int, int]:
        of = (await bells.session(unit, name, Half.MORNING)).of
        return (await roster(unit, of, unit.today)).numbers()

    return await bells.at(None, work)


async def roll(
    bells: Bells, name: str, day: date, half: str = "morning", **states: tuple[int, State]
) -> None:
    """A roll as it stands in the books; `states` name a pupil and how they stood."""
    found = RollCall(
        list_key=f"class:{bells.ids[name]}",
        class_id=bells.ids[name],
        day=day,
        half=half,
        kind="main",
        on_roll=3,
        taken_by=bells.ids["an"],
        taken_at=bells.now,
    )

    async def work(unit: Unit) -> None:
        unit.session.add(found)
        await unit.session.flush()
        for pupil_id, state in states.values():
            unit.session.add(Attendance(roll_id=found.id, pupil_id=pupil_id, state=state))

    await bells.at(None, work)


async def look(bells: Bells, pupil_id: int, code: str | None = None) -> Look:
    return await bells.at("quang", lambda unit: pupil_attendance.look(unit, pupil_id, code))


@pytest.mark.parametrize("a_day", [1, 2])
async def test_the_calendar_and_the_figures_agree(bells: Bells, a_day: int) -> None:
    chance = random.Random(38)
    numbers = await pupils(bells, "6A1")
    await bells.at("quang", lambda unit: set_rules(unit, sessions_a_day=a_day))
    bells.now = datetime(2026, 12, 31, 17, 0, tzinfo=ZONE)
    day = date(2026, 11, 16)
    while day <= bells.now.date():
        for half in ("morning", "afternoon"):
            if chance.random() < 0.8:
                states = {
                    f"n{number}": (id, chance.choice(list(State)[1:]))
                    for number, id in numbers.items()
                    if chance.random() < 0.4
                }
                await roll(bells, "6A1", day, half, **states)
        day += timedelta(days=1)
    for id in numbers.values():
        year = await look(bells, id, "y")
        months = [await look(bells, id, f"m{n}") for n in (9, 10, 11, 12)]
        for field in ("sessions", "present"):
            assert getattr(year, field) == sum(getattr(month, field) for month in months)
        assert year.sums.missed == tuple(each for m in months for each in m.sums.missed)
        for seen in (year, *months):
            assert seen.present + seen.sums.total == seen.sessions
            assert seen.of_year == year.sums
            marks = Counter(mark for _, mark in seen.days)
            assert sum(marks.values()) == (seen.period.last - seen.period.first).days + 1
            days = _worst(seen.sums.missed)
            for state, mark in MISSED.items():
                assert marks[mark] == sum(each is state for each in days.values())


def _worst(missed: tuple[Missed, ...]) -> dict[date, State]:
    """The graver of a day's two halves."""
    order = (State.UNEXCUSED, State.UNEXPLAINED, State.EXCUSED)
    found: dict[date, State] = {}
    for each in missed:
        found[each.day] = min(found.get(each.day, each.state), each.state, key=order.index)
    return found


async def test_a_pupil_who_changed_class_takes_the_absences_along(bells: Bells) -> None:
    pupil = (await pupils(bells, "6A1"))[1]
    moved = date(2026, 11, 23)

    async def move(unit: Unit) -> None:
        old = (await pupil_days.enrolments(unit.session, [pupil]))[0]
        assert old.starts == START
        await unit.session.execute(
            update(Enrolment)
            .where(Enrolment.pupil_id == pupil)
            .values(ends=moved - timedelta(days=1))
        )
        unit.session.add(
            Enrolment(pupil_id=pupil, class_id=bells.ids["7A1"], list_number=9, starts=moved)
        )

    await bells.at(None, move)
    for n in range(16, 29):
        day = date(2026, 11, n)
        if day.weekday() < 6:
            of_old = {"n": (pupil, State.EXCUSED)} if n == 17 else {}
            of_new = {"n": (pupil, State.UNEXCUSED)} if n == 25 else {}
            await roll(bells, "6A1", day, **of_old)
            await roll(bells, "7A1", day, **of_new)
    seen = await look(bells, pupil, "m11")
    assert seen.pupil.class_name == "7A1"
    assert (seen.sessions, seen.sums.excused, seen.sums.unexcused) == (12, 1, 1)


async def test_what_the_calendar_says_of_days_without_a_roll(bells: Bells) -> None:
    pupil = (await pupils(bells, "6A1"))[1]
    bells.now = datetime(2026, 12, 3, 9, 0, tzinfo=ZONE)
    await roll(bells, "6A1", date(2026, 12, 1))
    marks = dict((await look(bells, pupil)).days)
    assert marks[date(2026, 12, 1)] is Mark.PRESENT
    assert marks[date(2026, 12, 2)] is Mark.NO_ROLL
    assert marks[date(2026, 12, 3)] is Mark.AHEAD
    assert marks[date(2026, 12, 6)] is Mark.OFF
    september = dict((await look(bells, pupil, "m9")).days)
    assert september[date(2026, 9, 1)] is Mark.ELSEWHERE
