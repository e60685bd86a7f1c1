"""What class lists and rolls say after pupils came, left, moved and came back, by worked examples
and, for any order of entries, by what must always hold."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import select

from services import pupil_moves as moves
from services.attendance_states import Half, SessionKind, State
from services.attendance_sums import sums
from services.class_changes import ClassChange, changes, changes_of
from services.errors import AlreadyDecided, Invalid, NotAllowed, Outdated, Refusal
from services.roll_taking import current, take_roll
from services.rosters import classes, roster
from services.sessions import Session
from services.standing import Standing
from services.unit import Unit
from storage.class_changes import Stay
from storage.tables import Enrolment, Pupil, RollCall
from tests.support.bells import START, TUESDAY, Bells, bells

HEAD = "hien"
MONDAY = TUESDAY - timedelta(days=1)


async def pupil(school: Bells, name: str) -> int:
    async def look(unit: Unit) -> int:
        found: int = await unit.session.scalar(select(Pupil.id).where(Pupil.full_name == name))
        return found

    return await school.at(None, look)


async def held(school: Bells, name: str, day: date) -> list[int | None]:
    """The list numbers of a class on a day."""

    async def look(unit: Unit) -> list[int | None]:
        of = next(each for each in await classes(unit) if each.name == name)
        return [place.number for place in (await roster(unit, of, day)).members]

    return await school.at(None, look)


async def take(school: Bells, name: str, day: date, absent: dict[int, State]) -> int:
    """A morning's roll of a past day; the roll."""

    async def work(unit: Unit) -> int:
        of = next(each for each in await classes(unit) if each.name == name)
        on = await roster(unit, of, day)
        numbers = on.numbers()
        session = Session(of, day, Half.MORNING, SessionKind.MAIN)
        named = {numbers[n]: Standing(state) for n, state in absent.items()}
        return (await take_roll(unit, on, session, named, full=True)).roll.id

    return await school.at(HEAD, work)


async def total(school: Bells, pupil_id: int) -> int:
    """How many sessions a pupil has missed."""

    async def look(unit: Unit) -> int:
        found = await sums(unit, START, TUESDAY, pupil_ids=[pupil_id])
        return found[pupil_id].total if pupil_id in found else 0

    return await school.at(None, look)


async def on_roll(school: Bells, roll_id: int) -> int:
    async def look(unit: Unit) -> int:
        return (await unit.session.get_one(RollCall, roll_id)).on_roll

    return await school.at(None, look)


async def told(school: Bells) -> list[tuple[str, str, str | None, str | None]]:
    async def look(unit: Unit) -> list[ClassChange]:
        return await changes(unit, START, TUESDAY + timedelta(days=60))

    return [
        (f"{c.day:%d/%m}", c.kind, c.from_class, c.to_class) for c in await school.at(None, look)
    ]


async def test_rolls_taken_since_follow_a_late_entry_and_its_undo(school: Bells) -> None:
    who = await pupil(school, "Em 7A1 2")
    roll = await take(school, "7A1", MONDAY, {2: State.UNEXPLAINED})
    assert (await on_roll(school, roll), await total(school, who)) == (3, 1)
    done = await school.at(HEAD, lambda u: moves.leave(u, who, "dropped", MONDAY))
    assert done.recounted
    assert (await on_roll(school, roll), await total(school, who)) == (2, 0)
    assert await held(school, "7A1", MONDAY) == [1, 3]
    assert await told(school) == [("30/11", "dropped", "7A1", None)]
    await school.at(HEAD, lambda u: moves.undo(u, done.move_id))
    assert (await on_roll(school, roll), await total(school, who)) == (3, 1)
    assert await told(school) == []
    with pytest.raises(AlreadyDecided):
        await school.at(HEAD, lambda u: moves.undo(u, done.move_id))


async def test_an_absence_moves_with_the_pupil_to_the_other_classs_roll(school: Bells) -> None:
    who = await pupil(school, "Em 7A1 2")
    left = await take(school, "7A1", MONDAY, {2: State.EXCUSED})
    now = await take(school, "7A2", MONDAY, {})
    done = await school.at(HEAD, lambda u: moves.move(u, who, school.ids["7A2"], MONDAY))
    assert (done.number, done.from_class, done.to_class) == (4, "7A1", "7A2")
    assert (await on_roll(school, left), await on_roll(school, now)) == (2, 4)
    assert await total(school, who) == 1

    async def look(unit: Unit, name: str) -> dict[int, Standing]:
        session = await school.session(unit, name, Half.MORNING, MONDAY)
        found = await current(unit, session)
        return {} if found is None else found.standings

    assert await school.at(HEAD, lambda u: look(u, "7A1")) == {}
    assert await school.at(HEAD, lambda u: look(u, "7A2")) == {who: Standing(State.EXCUSED)}
    await school.at(HEAD, lambda u: moves.undo(u, done.move_id))
    assert await school.at(HEAD, lambda u: look(u, "7A1")) == {who: Standing(State.EXCUSED)}
    assert await school.at(HEAD, lambda u: look(u, "7A2")) == {}
    assert (await total(school, who), await on_roll(school, left)) == (1, 3)


async def test_a_number_is_never_given_to_another_and_waits_for_its_pupil(school: Bells) -> None:
    who = await pupil(school, "Em 7A1 3")
    other = await pupil(school, "Em 7A2 1")
    week = timedelta(days=7)
    await school.at(HEAD, lambda u: moves.leave(u, who, "out", TUESDAY - 3 * week))
    await school.at(HEAD, lambda u: moves.move(u, other, school.ids["7A1"], TUESDAY - 2 * week))
    await school.at(HEAD, lambda u: moves.come_back(u, who, school.ids["7A1"], TUESDAY - week))
    assert await held(school, "7A1", TUESDAY) == [1, 2, 3, 4]
    assert [kind for _, kind, _, _ in await told(school)] == ["out", "moved", "returned"]


async def test_a_change_may_be_planned(school: Bells) -> None:
    who = await pupil(school, "Em 7A1 1")
    friday = TUESDAY + timedelta(days=3)
    await school.at(HEAD, lambda u: moves.move(u, who, school.ids["7A2"], friday))
    assert await held(school, "7A1", TUESDAY) == [1, 2, 3]
    assert await held(school, "7A1", friday) == [2, 3]
    assert await held(school, "7A2", friday) == [1, 2, 3, 4]
    with pytest.raises(Invalid):
        await school.at(HEAD, lambda u: moves.move(u, who, school.ids["6A1"], TUESDAY))


@pytest.mark.parametrize(
    ("who", "day"),
    [
        ("Em 7A1 1", START),  # the first day in the class
        ("Em 7A1 1", START - timedelta(days=1)),
        ("Em 7A1 1", date(2027, 6, 1)),  # after the school year
        ("Em 7A1 1", TUESDAY + timedelta(days=61)),
    ],
)
async def test_days_that_cannot_be(school: Bells, who: str, day: date) -> None:
    id = await pupil(school, who)
    with pytest.raises(Invalid):
        await school.at(HEAD, lambda u: moves.leave(u, id, "out", day))
    assert await told(school) == []


async def test_the_homeroom_teacher_keeps_the_own_list_only(school: Bells) -> None:
    own, other = await pupil(school, "Em 7A1 1"), await pupil(school, "Em 7A2 1")
    await school.at("binh", lambda u: moves.leave(u, own, "out", TUESDAY))
    with pytest.raises(NotAllowed):
        await school.at("binh", lambda u: moves.leave(u, other, "out", TUESDAY))
    with pytest.raises(NotAllowed):
        await school.at("dung", lambda u: moves.leave(u, own, "out", TUESDAY))
    with pytest.raises(NotAllowed):
        await school.at("chi", lambda u: moves.move(u, other, school.ids["7A1"], TUESDAY))
    with pytest.raises(Invalid):
        await school.at(HEAD, lambda u: moves.leave(u, own, "out", TUESDAY))


async def test_only_the_newest_entry_is_taken_back(school: Bells) -> None:
    who = await pupil(school, "Em 7A1 1")
    gone = await school.at(HEAD, lambda u: moves.leave(u, who, "out", MONDAY))
    await school.at(HEAD, lambda u: moves.come_back(u, who, school.ids["7A2"], TUESDAY))
    with pytest.raises(Outdated):
        await school.at(HEAD, lambda u: moves.undo(u, gone.move_id))


def stay(
    number: int,
    klass: str,
    starts: date,
    ends: date | None,
    outcome: str | None,
) -> Stay:
    bounds = (START, date(2027, 5, 30))
    return Stay(number, 1, "Lan", number, klass, 7, 1, starts, ends, outcome, *bounds)


def test_changes_are_read_from_the_lists_alone() -> None:
    day = date(2026, 10, 5)
    one = timedelta(days=1)
    first = stay(1, "7A1", START, day - one, "changed_class")
    then = stay(2, "7A2", day, day + 9 * one, "suspended")
    back = stay(3, "7A2", day + 20 * one, None, None)
    found = [(c.day, c.kind, c.from_class, c.to_class) for c in changes_of([back, first, then])]
    assert found == [
        (day, "moved", "7A1", "7A2"),
        (day + 10 * one, "out", "7A2", None),
        (day + 20 * one, "returned", None, "7A2"),
    ]
    assert changes_of([stay(1, "7A1", START, date(2027, 5, 30), "graduated")]) == []


STEPS = some.lists(
    some.tuples(
        some.sampled_from(["leave", "move", "back", "undo"]),
        some.sampled_from(["6A1", "7A1", "7A2"]),
        some.integers(0, 2),
        some.integers(-30, 10),
    ),
    max_size=7,
)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(STEPS)
async def test_whatever_is_entered_a_pupil_is_in_one_class_and_the_changes_add_up(
    built: tuple[Path, dict[str, int]], tmp_path_factory: pytest.TempPathFactory, steps: Any
) -> None:
    async with bells(built, tmp_path_factory.mktemp("any")) as school:
        ids = [await pupil(school, f"Em 7A1 {n}") for n in (1, 2, 3)]
        made: list[int] = []
        for step, klass, which, ahead in steps:
            await _try(school, step, (ids[which], klass, TUESDAY + timedelta(days=ahead)), made)
        await _holds(school)


async def _try(school: Bells, step: str, what: tuple[int, str, date], made: list[int]) -> None:
    who, klass, day = what

    async def work(unit: Unit) -> None:
        if step == "undo":
            if made:
                await moves.undo(unit, made[-1])
        elif step == "leave":
            made.append((await moves.leave(unit, who, "out", day)).move_id)
        elif step == "move":
            made.append((await moves.move(unit, who, school.ids[klass], day)).move_id)
        else:
            made.append((await moves.come_back(unit, who, school.ids[klass], day)).move_id)

    try:
        await school.at(HEAD, work)
    except Refusal:
        return


async def _holds(school: Bells) -> None:
    async def look(unit: Unit) -> tuple[list[Enrolment], list[ClassChange]]:
        rows = list(await unit.session.scalars(select(Enrolment).order_by(Enrolment.starts)))
        return rows, await changes(unit, START, date(2027, 5, 30))

    rows, found = await school.at(None, look)
    numbers: dict[tuple[int, int], int] = {}
    for row in rows:
        assert row.ends is None or row.starts <= row.ends
        assert numbers.setdefault((row.class_id, row.list_number), row.pupil_id) == row.pupil_id
    for offset in (-31, -10, 0, 11):
        day = TUESDAY + timedelta(days=offset)
        here = [r.pupil_id for r in rows if r.starts <= day and (r.ends is None or day <= r.ends)]
        assert len(here) == len(set(here))
        came = sum(c.kind in ("in", "returned") for c in found if c.day <= day)
        left = sum(c.kind in ("out", "dropped") for c in found if c.day <= day)
        assert len(here) == 9 + came - left
