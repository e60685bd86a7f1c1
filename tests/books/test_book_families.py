"""Families and the book: their own child's row alone, and a word that only the teacher reads."""

from datetime import date, datetime
from typing import Any

import pytest

from services import book_families
from services.absence_settle import settle
from services.attendance_states import Half, State
from services.book_steps import open_page, take, view
from services.errors import Invalid, NotAllowed, Outdated
from services.periods import month_of
from services.roll_permission import require_take
from services.roll_taking import take_roll
from services.rosters import roster
from services.unit import Unit
from storage.tables import Barring, Guardianship, Person
from tests.support.bells import ZONE, Bells

DECEMBER = month_of(date(2026, 12, 1))
KEEPER = "binh"
PARENTS = {"father": 1, "mother": 1, "other": 2}  # by list number in 7A1


async def at_the_end(bells: Bells) -> tuple[int, dict[str, int]]:
    """December is over, pupil 1 has missed a session; the page and the pupils of the parents."""
    taken = await bells.take(KEEPER, "7A1", absent=[1])
    first = next(iter(taken.roll.standings))
    await bells.at(KEEPER, lambda u: settle(u, taken.roll.id, first, State.EXCUSED))
    bells.now = datetime(2026, 12, 29, 17, 0, tzinfo=ZONE)
    id = await bells.at(KEEPER, page_id)
    rows = (await bells.at(KEEPER, lambda u: shown(u, id))).rows
    by_number = {row.pupil.number: row.pupil.pupil_id for row in rows}
    pupils = {}
    for name, number in PARENTS.items():
        person = Person(full_name=name.title(), gender="F", language="vi")
        await bells.add(person)
        bells.ids[name] = person.id
        pupils[name] = by_number[number]
        await bells.add(
            Guardianship(person_id=person.id, pupil_id=pupils[name], relation="guardian")
        )
    await bells.link(*PARENTS, KEEPER)
    return id, pupils


async def page_id(unit: Unit) -> int:
    """December's page of 7A1."""
    return (await open_page(unit, next(iter(unit.who.homeroom_of)), DECEMBER)).id


async def shown(unit: Unit, id: int) -> Any:
    """The page as its keeper sees it."""
    page = await open_page(unit, next(iter(unit.who.homeroom_of)), DECEMBER)
    assert page.id == id
    return await view(unit, page, DECEMBER)


async def test_each_guardian_gets_the_own_childs_row_alone(bells: Bells) -> None:
    id, pupils = await at_the_end(bells)
    await bells.add(
        Barring(
            person_id=bells.ids["father"],
            pupil_id=pupils["father"],
            barred_by=bells.ids["quang"],
            barred_at=bells.now,
        )
    )
    await bells.at(KEEPER, lambda u: take(u, id, "shown"))
    rows = await bells.rows("book-row")
    told = {(row.person_id, row.params["pupil"], row.params["total"]) for row in rows}
    assert told == {
        (bells.ids["mother"], pupils["mother"], 1),
        (bells.ids["other"], pupils["other"], 0),
    }


async def test_anothers_child_cannot_be_spoken_of(bells: Bells) -> None:
    id, pupils = await at_the_end(bells)
    with pytest.raises(Outdated):  # not shown yet
        await bells.at("mother", lambda u: book_families.answer(u, id, pupils["mother"], "right"))
    await bells.at(KEEPER, lambda u: take(u, id, "shown"))
    for who in ("other", KEEPER, "quang"):
        with pytest.raises(NotAllowed):
            await bells.at(who, lambda u: book_families.answer(u, id, pupils["mother"], "right"))
    with pytest.raises(Invalid, match="book-doubt-empty"):
        await bells.at("mother", lambda u: book_families.answer(u, id, pupils["mother"], "wrong"))
    with pytest.raises(Outdated):
        await bells.at("mother", lambda u: book_families.answer(u, 999, pupils["mother"], "right"))


async def test_a_doubt_is_the_teachers_alone_and_is_answered(bells: Bells) -> None:
    id, pupils = await at_the_end(bells)
    child = pupils["mother"]
    await bells.at(KEEPER, lambda u: take(u, id, "shown"))
    await bells.at("father", lambda u: book_families.answer(u, id, child, "right"))
    await bells.at("mother", lambda u: book_families.answer(u, id, child, "wrong", "Cháu có mặt"))
    doubts = await bells.rows("book-doubt")
    assert [row.person_id for row in doubts] == [bells.ids[KEEPER]]
    page = await bells.at(KEEPER, lambda u: shown(u, id))
    assert [doubt.words for doubt in page.checks.doubts] == [("Cháu có mặt",)]
    with pytest.raises(NotAllowed):
        await bells.at("an", lambda u: book_families.seen(u, id, child))
    await bells.at(KEEPER, lambda u: book_families.seen(u, id, child))
    with pytest.raises(Outdated):
        await bells.at(KEEPER, lambda u: book_families.seen(u, id, child))
    again = [row for row in await bells.rows("book-row") if row.params["face"] == "seen"]
    assert [row.person_id for row in again] == [bells.ids["mother"]]


async def test_a_row_that_was_set_right_is_shown_anew_when_the_month_is_confirmed(
    bells: Bells,
) -> None:
    id, pupils = await at_the_end(bells)
    await bells.at(KEEPER, lambda u: take(u, id, "shown"))
    await bells.arrive()
    bells.now = datetime(2026, 12, 29, 17, 30, tzinfo=ZONE)
    with pytest.raises(Invalid, match="book-early-confirmed"):
        await bells.at(KEEPER, lambda u: take(u, id, "confirmed", knowing=True))
    bells.now = datetime(2026, 12, 30, 18, 0, tzinfo=ZONE)

    async def full(unit: Unit) -> None:
        session = await bells.session(unit, "7A1", Half.MORNING, date(2026, 12, 1))
        await require_take(unit, session)
        of = await roster(unit, session.of, session.day)
        await take_roll(unit, of, session, {pupils["mother"]: None}, full=True, seen=2)

    await bells.at(KEEPER, full)
    await bells.at(KEEPER, lambda u: take(u, id, "confirmed", knowing=True))
    edits = [row for row in await bells.rows("book-row") if row.edits is not None]
    assert {(row.person_id, row.params["total"], row.params["face"]) for row in edits} == {
        (bells.ids["mother"], 0, "confirmed"),
        (bells.ids["father"], 0, "confirmed"),
    }
