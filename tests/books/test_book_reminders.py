"""The book reminds once a day at its hour, whoever restarts, and only those whose turn it is."""

from collections import Counter
from datetime import date, datetime, timedelta

from services.book_board import board, take_all
from services.book_reminders import remind
from services.book_steps import open_page, take
from services.periods import month_of
from services.unit import Unit
from storage.tables import Person, Staff, StaffRole
from tests.support.bells import ZONE, Bells

DECEMBER = month_of(date(2026, 12, 1))
KEEPERS = ("an", "binh", "chi")  # of 6A1, 7A1, 7A2
KINDS = ("book-ask", "book-waiting", "book-late")


async def told(bells: Bells) -> Counter[tuple[str, str]]:
    """How many reminders of each kind everybody has."""
    people = (*KEEPERS, "hien", "quang", "thu")
    names = {bells.ids[name]: name for name in people if name in bells.ids}
    rows = await bells.rows(*KINDS)
    return Counter((names[row.person_id or 0], row.notice or "") for row in rows)


async def office(bells: Bells) -> None:
    """Somebody in the office."""
    person = Person(full_name="Thư", gender="F", language="vi")
    await bells.add(person)
    bells.ids["thu"] = person.id
    await bells.add(Staff(person_id=person.id, code="thu", active=True))
    await bells.add(StaffRole(person_id=person.id, role="office"))


async def pass_days(bells: Bells, first: date, count: int) -> None:
    """The clock ticks at seven in the morning and at six in the evening of each day."""
    for n in range(count):
        day = first + timedelta(days=n)
        for hour in (7, 18, 18):
            bells.now = datetime(day.year, day.month, day.day, hour, 0, tzinfo=ZONE)
            await bells.at(None, remind)


async def page(unit: Unit, step: str) -> None:
    """Do a step for the own class."""
    found = await open_page(unit, next(iter(unit.who.homeroom_of)), DECEMBER)
    await take(unit, found.id, step, knowing=True)


async def test_keepers_are_asked_on_the_last_day_and_in_the_first_week(bells: Bells) -> None:
    await bells.link(*KEEPERS, "hien", "quang")
    await pass_days(bells, date(2026, 12, 27), 2)
    assert not await told(bells)
    await pass_days(bells, date(2026, 12, 29), 3)
    assert await told(bells) == {(name, "book-ask"): 1 for name in KEEPERS}
    await pass_days(bells, date(2027, 1, 1), 9)
    found = await told(bells)
    assert {name: found[name, "book-ask"] for name in KEEPERS} == dict.fromkeys(KEEPERS, 5)
    assert (found["quang", "book-late"], found["hien", "book-late"]) == (2, 2)


async def test_who_is_done_is_left_alone_and_the_next_hears(bells: Bells) -> None:
    await office(bells)
    await bells.link(*KEEPERS, "quang", "thu")
    bells.now = datetime(2026, 12, 29, 15, 0, tzinfo=ZONE)
    for name in KEEPERS[:2]:
        await bells.at(name, lambda u: page(u, "shown"))
        await bells.at(name, lambda u: page(u, "confirmed"))
    await pass_days(bells, date(2026, 12, 29), 1)
    assert await told(bells) == {("chi", "book-ask"): 1}
    bells.now = datetime(2027, 1, 2, 8, 0, tzinfo=ZONE)
    for name in KEEPERS[:2]:
        await bells.at(name, lambda u: page(u, "signed"))
    await pass_days(bells, date(2027, 1, 2), 1)
    assert (await told(bells))["thu", "book-waiting"] == 1
    done = await bells.at("thu", lambda u: take_all(u, DECEMBER, "filed"))
    assert list(done) == ["6A1", "7A1"]
    await pass_days(bells, date(2027, 1, 3), 1)
    found = await told(bells)
    assert (found["thu", "book-waiting"], found["quang", "book-waiting"]) == (1, 1)
    done = await bells.at("quang", lambda u: take_all(u, DECEMBER, "approved"))
    assert list(done) == ["6A1", "7A1"]
    states = await bells.at("quang", lambda u: board(u, DECEMBER))
    assert {state.of.name: state.next for state in states} == {
        "6A1": None,
        "7A1": None,
        "7A2": "shown",
    }
    await pass_days(bells, date(2027, 1, 4), 1)
    assert (await told(bells))["quang", "book-waiting"] == 1


async def test_what_was_missed_while_it_was_down_is_made_up_for_the_same_day(bells: Bells) -> None:
    await bells.link(*KEEPERS)
    bells.now = datetime(2026, 12, 29, 23, 50, tzinfo=ZONE)
    await bells.die_in_a_tick(remind)
    assert not await told(bells)
    await bells.at(None, remind)
    await bells.at(None, remind)
    assert sum((await told(bells)).values()) == len(KEEPERS)
