"""A confirmed month: no way of changing a roll leads past the lock, and sums stay as confirmed."""

from datetime import date, datetime
from typing import Any

import pytest

from services import book_corrections, leave
from services.absence_marks import set_standing
from services.absence_settle import settle
from services.attendance_states import Half, State
from services.attendance_sums import sums
from services.book_lock import require_open
from services.book_steps import open_page, take, view
from services.errors import AlreadyDecided, Invalid, NotAllowed, Outdated
from services.periods import month_of
from services.roll_permission import require_take
from services.roll_taking import take_roll
from services.roll_undo import undo
from services.rosters import roster
from services.standing import Standing
from services.unit import Unit
from storage.tables import LeaveRequest, RollCall
from tests.support.bells import ZONE, Bells

DECEMBER = month_of(date(2026, 12, 1))
LAST = datetime(2026, 12, 29, 17, 0, tzinfo=ZONE)
KEEPER = "binh"  # homeroom teacher of 7A1


async def page_id(unit: Unit) -> int:
    """December's page of 7A1."""
    of = next(iter(unit.who.homeroom_of))
    return (await open_page(unit, of, DECEMBER)).id


async def confirm(bells: Bells) -> int:
    """Take December's steps up to the lock."""
    bells.now = LAST
    id = await bells.at(KEEPER, page_id)
    await bells.at(KEEPER, lambda unit: take(unit, id, "shown"))
    await bells.at(KEEPER, lambda unit: take(unit, id, "confirmed", knowing=True))
    return id


async def december_sums(unit: Unit) -> Any:
    """What the book counts."""
    return await sums(unit, DECEMBER.first, DECEMBER.last)


async def test_no_way_leads_past_the_lock(bells: Bells) -> None:
    taken = await bells.take(KEEPER, "7A1", absent=[1])
    roll_id, version = taken.roll.id, taken.roll.version
    pupil = next(iter(taken.roll.standings))
    await bells.at(KEEPER, lambda u: settle(u, roll_id, pupil, State.UNEXCUSED))
    asked = LeaveRequest(
        pupil_id=pupil,
        from_day=date(2026, 12, 1),
        to_day=date(2026, 12, 1),
        asked_by=bells.ids["an"],
        asked_at=bells.now,
        status="asked",
    )
    await bells.add(asked)
    await confirm(bells)
    before = await bells.at(None, december_sums)

    async def write(unit: Unit) -> None:
        session = await bells.session(unit, "7A1", Half.MORNING, date(2026, 12, 1))
        of = await roster(unit, session.of, session.day)
        await take_roll(unit, of, session, {}, full=True, seen=version + 1)

    async def begin(unit: Unit) -> None:
        await require_take(unit, await bells.session(unit, "7A1", Half.MORNING, date(2026, 12, 8)))

    async def mark(unit: Unit) -> None:
        roll = await unit.session.get_one(RollCall, roll_id)
        await set_standing(unit, roll, pupil, Standing(State.EXCUSED))

    ways = {
        "written": write,
        "a roll that was missing": begin,
        "undone": lambda u: undo(u, roll_id, version + 1),
        "leave granted later": lambda u: leave.decide(u, asked.id, granted=True),
        "marked": mark,
    }
    for who in (KEEPER, "quang"):
        for work in ways.values():
            with pytest.raises(Invalid, match="book-locked"):
                await bells.at(who, work)
    assert await bells.at(None, december_sums) == before
    await bells.at(None, lambda u: require_open(u, bells.ids["7A2"], date(2026, 12, 1)))
    await bells.at(None, lambda u: require_open(u, bells.ids["7A1"], date(2026, 11, 30)))


async def test_an_approved_correction_is_applied_once_and_kept_as_one(bells: Bells) -> None:
    taken = await bells.take(KEEPER, "7A1", absent=[1])
    pupil = next(iter(taken.roll.standings))
    await bells.at(KEEPER, lambda u: settle(u, taken.roll.id, pupil, State.UNEXCUSED))
    id = await confirm(bells)
    wish = "số 1 ngày 1/12 có phép vì nộp giấy khám muộn"
    asked = await bells.at(KEEPER, lambda u: book_corrections.ask(u, id, wish))
    with pytest.raises(Invalid, match="book-wish-waiting"):
        await bells.at(KEEPER, lambda u: book_corrections.ask(u, id, wish))
    for who in (KEEPER, "hien"):
        with pytest.raises(NotAllowed):
            await bells.at(who, lambda u: book_corrections.decide(u, asked.id, approved=True))
    await bells.at("quang", lambda u: book_corrections.decide(u, asked.id, approved=True))
    with pytest.raises(AlreadyDecided):
        await bells.at("quang", lambda u: book_corrections.decide(u, asked.id, approved=True))
    found = await bells.at(None, december_sums)
    assert (found[pupil].excused, found[pupil].unexcused) == (1, 0)
    with pytest.raises(Invalid, match="book-wish-same"):
        await bells.at(KEEPER, lambda u: book_corrections.ask(u, id, wish))
    page = await bells.at(KEEPER, lambda u: shown(u, id))
    assert [(c.status, c.old, c.new) for c in page.corrections] == [
        ("approved", {"state": "unexcused"}, {"state": "excused"})
    ]


async def shown(unit: Unit, id: int) -> Any:
    """The page as its keeper sees it."""
    page = await open_page(unit, next(iter(unit.who.homeroom_of)), DECEMBER)
    assert page.id == id
    return await view(unit, page, DECEMBER)


async def test_steps_come_in_their_order_each_once_by_those_who_may(bells: Bells) -> None:
    bells.now = LAST
    id = await bells.at(KEEPER, page_id)
    for step in ("confirmed", "signed", "filed", "approved"):
        who = "quang" if step == "approved" else KEEPER
        with pytest.raises((Outdated, NotAllowed)):
            await bells.at(who, lambda u, step=step: take(u, id, step))  # type: ignore[misc]
    bells.now = datetime(2026, 12, 29, 12, 0, tzinfo=ZONE)
    with pytest.raises(Invalid, match="book-early-shown"):
        await bells.at(KEEPER, lambda u: take(u, id, "shown"))
    await confirm(bells)
    with pytest.raises(AlreadyDecided):
        await bells.at(KEEPER, lambda u: take(u, id, "confirmed"))
    with pytest.raises(Invalid, match="book-early-signed"):
        await bells.at(KEEPER, lambda u: take(u, id, "signed"))
    bells.now = datetime(2027, 1, 1, 8, 0, tzinfo=ZONE)
    for who in ("quang", "hien", "an"):
        with pytest.raises(NotAllowed):
            await bells.at(who, lambda u: take(u, id, "signed"))
    await bells.at(KEEPER, lambda u: take(u, id, "signed"))


async def test_what_is_odd_must_be_confirmed_knowingly(bells: Bells) -> None:
    bells.now = LAST
    id = await bells.at(KEEPER, page_id)
    found = await bells.at(KEEPER, lambda u: take(u, id, "shown"))
    assert len(found.checks.missing) == 10  # five Tuesdays, two halves each
    with pytest.raises(Outdated, match="book-odd-now"):
        await bells.at(KEEPER, lambda u: take(u, id, "confirmed"))
    await bells.at(KEEPER, lambda u: take(u, id, "confirmed", knowing=True))


async def test_an_absence_without_p_or_k_keeps_the_month_open(bells: Bells) -> None:
    taken = await bells.take(KEEPER, "7A1", absent=[2])
    bells.now = LAST
    id = await bells.at(KEEPER, page_id)
    await bells.at(KEEPER, lambda u: take(u, id, "shown"))
    with pytest.raises(Invalid, match="book-unexplained-first"):
        await bells.at(KEEPER, lambda u: take(u, id, "confirmed", knowing=True))
    pupil = next(iter(taken.roll.standings))
    await bells.at(KEEPER, lambda u: settle(u, taken.roll.id, pupil, State.EXCUSED))
    await bells.at(KEEPER, lambda u: take(u, id, "confirmed", knowing=True))
