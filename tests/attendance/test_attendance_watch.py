"""When the warnings of a small school are told, to whom, and that nothing tells them twice."""

from datetime import datetime, timedelta

import pytest

from services import attendance_warnings, pupil_attendance
from services.attendance_states import Half, State
from services.attendance_watch import watch_attendance
from services.errors import AlreadyDecided, NotAllowed, Outdated
from services.roll_permission import require_take
from services.roll_taking import Outcome, take_roll
from services.rosters import roster
from services.school_rules import set_rules
from services.standing import Standing
from services.unit import Unit
from tests.support.bells import HEADS, TEACHERS, ZONE, Bells

K, P, OPEN = State.UNEXCUSED, State.EXCUSED, State.UNEXPLAINED
GRACE = timedelta(minutes=5)
WARNING, NEWS = "attendance-warning", "attendance-warning-news"


async def roll(bells: Bells, day: int, *, month: int = 12, **states: State) -> Outcome:
    """6A1's roll of a morning, taken by its homeroom teacher; `n1=K` is list number 1."""
    bells.now = datetime(2026, month, day, 7, 30, tzinfo=ZONE)

    async def work(unit: Unit) -> Outcome:
        session = await bells.session(unit, "6A1", Half.MORNING)
        await require_take(unit, session)
        of = await roster(unit, session.of, session.day)
        numbers = of.numbers()
        named = {numbers[int(n[1:])]: Standing(state) for n, state in states.items()}
        return await take_roll(unit, of, session, named, full=True)

    return await bells.at("an", work)


async def watch(bells: Bells) -> None:
    """The clock, once the grace time is over, and all that it promised arrives."""
    bells.now += GRACE
    await bells.at(None, watch_attendance)
    await bells.arrive()


async def told(bells: Bells) -> list[str]:
    """Who was told of what, first messages only."""
    names = {bells.ids[name]: name for name in (*TEACHERS, *HEADS)}
    return [
        f"{names[row.person_id or 0]} {row.params['kind']} {row.params['count']}"
        for row in await bells.rows(WARNING)
        if row.edits is None and row.status != "cancelled" and row.params is not None
    ]


@pytest.fixture(autouse=True)
async def linked(bells: Bells) -> None:
    await bells.link("an", "binh", "hien", "quang")


async def test_the_third_in_a_month_is_told_once_to_the_homeroom_teacher(bells: Bells) -> None:
    for day in (1, 3):
        await roll(bells, day, n1=K)
        await watch(bells)
    assert await told(bells) == []
    await roll(bells, 8, n1=K)
    await bells.at(None, watch_attendance)
    assert await told(bells) == []
    await watch(bells)
    assert await told(bells) == ["an month 3"]
    await roll(bells, 10, n1=K, n2=P)
    await watch(bells)
    await watch(bells)
    assert await told(bells) == ["an month 3"]


async def test_a_row_is_told_apart_from_the_month_where_it_says_more(bells: Bells) -> None:
    for day in (1, 2):
        await roll(bells, day, n1=K)
    await roll(bells, 3, n1=OPEN)
    await watch(bells)
    assert await told(bells) == ["an row 3"]
    await roll(bells, 3, n1=K)
    await watch(bells)
    assert await told(bells) == ["an row 3", "an month 3"]
    await roll(bells, 2, n1=P)
    await watch(bells)
    assert [row.params["kind"] for row in await bells.rows(NEWS)] == ["month"]


async def test_a_slip_put_right_in_time_is_told_to_nobody(bells: Bells) -> None:
    for day in (1, 3):
        await roll(bells, day, n1=K)
    await roll(bells, 4)
    slip = await roll(bells, 8, n1=K)
    bells.now += timedelta(minutes=2)
    await bells.undo("an", slip)
    await watch(bells)
    assert await told(bells) == []


async def test_a_correction_is_told_unless_the_warning_never_left(bells: Bells) -> None:
    for day in (1, 3):
        await roll(bells, day, n1=K)
    await roll(bells, 4)
    await roll(bells, 8, n1=K)
    bells.now += GRACE
    await bells.at(None, watch_attendance)
    await roll(bells, 8, n1=P)
    await watch(bells)
    assert await told(bells) == []
    assert await bells.rows(NEWS) == []
    await roll(bells, 8, n1=K)
    await watch(bells)
    assert await told(bells) == ["an month 3"]
    await roll(bells, 8, n1=P)
    await watch(bells)
    assert [row.params["withdrawn"] for row in await bells.rows(NEWS)] == [True]
    faces = [row for row in await bells.rows(WARNING) if row.edits is not None]
    assert [row.params["withdrawn"] for row in faces] == [True]


async def test_going_down_between_the_count_and_the_commit_tells_once(bells: Bells) -> None:
    for day in (1, 2, 3):
        await roll(bells, day, n1=K)
    bells.now += GRACE
    await bells.die_in_a_tick(watch_attendance)
    assert await told(bells) == []
    bells.now += timedelta(days=3)  # the program was down for days
    await watch(bells)
    assert await told(bells) == ["an month 3"]


async def test_a_long_absence_at_harvest_goes_to_the_vice_principal(bells: Bells) -> None:
    for day in (1, 2, 3, 4, 5):
        await roll(bells, day, n1=OPEN)
        await watch(bells)
    assert await told(bells) == ["an row 3", "hien dropout 5"]


async def test_thresholds_are_the_schools_own(bells: Bells) -> None:
    await bells.at("quang", lambda unit: set_rules(unit, warn_month=2, warn_row=0))
    for day in (1, 8):
        await roll(bells, day, n1=K)
    await watch(bells)
    assert await told(bells) == ["an month 2"]


async def warned(bells: Bells) -> tuple[int, int]:
    """A warning of 6A1: its number and round."""
    for day in (1, 2, 3):
        await roll(bells, day, n1=K)
    await watch(bells)
    row = (await bells.rows(WARNING))[0]
    assert row.params is not None
    return row.params["id"], row.params["round"]


async def test_a_talk_is_kept_once_by_the_homeroom_teacher_alone(bells: Bells) -> None:
    id, round = await warned(bells)
    for other in ("binh", "hien"):
        with pytest.raises(NotAllowed):
            await bells.at(other, lambda unit: attendance_warnings.talked(unit, id, round))
    with pytest.raises(Outdated):
        await bells.at("an", lambda unit: attendance_warnings.not_talked(unit, id, round))
    await bells.at("an", lambda unit: attendance_warnings.talked(unit, id, round))
    with pytest.raises(AlreadyDecided):
        await bells.at("an", lambda unit: attendance_warnings.talked(unit, id, round))
    with pytest.raises(Outdated):
        await bells.at("an", lambda unit: attendance_warnings.talked(unit, id, round + 1))
    await bells.at("an", lambda unit: attendance_warnings.not_talked(unit, id, round))
    await bells.at("an", lambda unit: attendance_warnings.talked(unit, id, round))


async def test_a_pupils_attendance_is_seen_by_those_who_answer_for_it(bells: Bells) -> None:
    await roll(bells, 1, n1=K)
    await roll(bells, 2, n2=K)

    async def look(unit: Unit) -> pupil_attendance.Look:
        of = (await bells.session(unit, "6A1", Half.MORNING)).of
        pupil = (await roster(unit, of, unit.today)).numbers()[1]
        return await pupil_attendance.look(unit, pupil)

    for who in ("an", "hien", "quang"):
        seen = await bells.at(who, look)
        assert (seen.sessions, seen.present, seen.sums.unexcused, seen.limit) == (2, 1, 1, 45)
    for who in ("binh", "dung"):
        with pytest.raises(NotAllowed):
            await bells.at(who, look)
