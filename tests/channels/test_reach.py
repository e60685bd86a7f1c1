"""Before a notice is sent: how many families it would reach by which way, and what that costs."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from services.access import Actor, Role
from services.message_template import KEY as TEMPLATE
from services.message_template import MessageTemplate, fault_of, read_template, set_template
from services.reach import Reach, reach
from services.spending import Ceiling, set_budget
from services.unit import Unit
from services.windows import WayName
from storage import school_settings
from storage.database import Database
from storage.tables import Account, MessengerContact, Person

FREE, PAID, BY_USER, BY_PHONE = WayName
OA, TELEGRAM = "zalo_oa", "telegram"
SET_UP = {
    "id": "7895417a7d3f9461cd2e",
    "fields": {"school": "school", "pupil": "pupil", "link": "link"},
    "uid": True,
    "phone": True,
}
PRINCIPAL = Actor(person_id=1, name="Trần Thu Hà", roles=frozenset({Role.PRINCIPAL}))
Office = Callable[[Callable[[Unit], Awaitable[Any]]], Awaitable[Any]]


@pytest.fixture
def office(database: Database, now: datetime) -> Office:
    async def run(work: Callable[[Unit], Awaitable[Any]]) -> Any:
        async def whole(session: Any) -> Any:
            unit = Unit(session, now, now.tzinfo, actor=PRINCIPAL)  # type: ignore[arg-type]
            return await work(unit)

        return await database.run(whole)

    return run


async def family(
    unit: Unit, *chats: tuple[str, float | None], phone: str | None = None, shut: bool = False
) -> int:
    """A guardian with chats, the preferred first: channel, and hours since heard there."""
    person = Person(full_name="Lê Thị Hoa", phone=phone)
    unit.session.add(person)
    await unit.session.flush()
    for order, (channel, hours) in enumerate(chats):
        heard = None if hours is None else unit.now - timedelta(hours=hours)
        contact = MessengerContact(
            channel=channel,
            native_id=f"{channel}-{person.id}",
            first_seen_at=unit.now,
            heard_at=heard,
            window_shut_at=unit.now if shut else None,
        )
        unit.session.add(contact)
        await unit.session.flush()
        linked = unit.now - timedelta(days=order)
        account = Account(channel=channel, external_id=str(contact.id), linked_at=linked)
        account.person_id = person.id
        unit.session.add(account)
    await unit.session.flush()
    return person.id


async def test_each_family_is_counted_by_the_way_it_will_be_reached(office: Office) -> None:
    async def work(unit: Unit) -> None:
        people = [
            await family(unit, (TELEGRAM, None)),
            await family(unit, (OA, 3)),
            await family(unit, (OA, 100)),
            await family(unit, (OA, 100)),
            await family(unit, (OA, 400)),
            await family(unit, (OA, 3), shut=True),  # Zalo says that the window is closed
            await family(unit, (OA, 400), (TELEGRAM, None)),
            await family(unit, phone="0912 345 678"),
            await family(unit, phone="024 3825 3000"),
            await family(unit),
        ]
        await school_settings.put(unit.session, TEMPLATE, SET_UP)
        await set_budget(unit, {"month_dong": 10_000})
        told = await reach(unit, people)
        assert told.by == {
            (TELEGRAM, FREE): 1,
            (OA, FREE): 1,
            (OA, PAID): 2,
            (OA, BY_USER): 3,
            (OA, BY_PHONE): 1,
        }
        assert (told.none, told.beyond, told.reached, told.paid) == (2, 0, 8, 6)
        assert told.cost == 2 * 55 + 3 * 560 + 800
        assert told.left_dong == 10_000 - told.cost
        assert told.left_messages is None
        await set_budget(unit, {}, hours={"free_hours": 2})  # as the school's own bill shows
        assert (await reach(unit, people[1:2])).by == {(OA, PAID): 1}
        longer = await reach(unit, people[2:4], messages=2)
        assert longer.cost == 4 * 55

    await office(work)


async def test_without_a_budget_only_free_ways_count_and_the_others_are_said_to_be_beyond(
    office: Office,
) -> None:
    async def work(unit: Unit) -> None:
        people = [
            await family(unit, (OA, 3)),
            await family(unit, (OA, 100)),
            await family(unit, (OA, 400), (TELEGRAM, None)),  # goes by Telegram instead
            await family(unit, (OA, 400)),
        ]
        told = await reach(unit, people)
        assert told == Reach(
            by={(OA, FREE): 1, (TELEGRAM, FREE): 1},
            none=1,  # no template: nothing would reach her
            beyond=1,
            ceiling=Ceiling.MONTH,
            left_dong=0,
        )

    await office(work)


async def test_the_estimate_stops_at_the_ceiling_of_one_notice(office: Office) -> None:
    async def work(unit: Unit) -> None:
        people = [await family(unit, (OA, 100)) for _ in range(500)]
        await set_budget(unit, {"month_dong": 100_000, "notice_dong": 5_500})
        told = await reach(unit, people)
        assert told.by == {(OA, PAID): 100}
        assert (told.beyond, told.cost, told.ceiling) == (400, 5_500, Ceiling.NOTICE)

    await office(work)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({}, None),
        ({"price": 300, "lengths": {"pupil": 20}}, None),
        ({"id": ""}, "id"),
        ({"fields": {"a": "mother"}}, "fields"),
        ({"fields": {"a": ["school"]}}, "fields"),
        ({"fields": {"a": "school"}}, "link"),
        ({"price": "300"}, "figures"),
        ({"lengths": {"pupil": -1}}, "figures"),
    ],
)
def test_a_template_that_is_not_complete_is_not_used(
    change: dict[str, Any], fault: str | None
) -> None:
    assert fault_of({**SET_UP, **change}) == fault
    assert read_template({**SET_UP, **change}).by_user is (fault is None)


def test_the_fields_are_cut_and_the_link_is_not() -> None:
    template = MessageTemplate("1", {"ten": "pupil", "so": "school", "xem": "link"}, {"ten": 12})
    link = "https://truong.example.vn/page/" + "x" * 36
    facts = {"pupil": "Nguyễn  Ngọc\nLan Anh", "school": "", "link": link}
    assert template.fill(facts) == {"ten": "Nguyễn Ngọc…", "so": "–", "xem": link}
    assert not template.too_long(link)
    assert template.too_long(link + "y" * 200)


async def test_the_template_is_set_with_a_word_in_the_book(office: Office) -> None:
    async def work(unit: Unit) -> None:
        template = await set_template(unit, SET_UP)
        assert template.allowed.by_phone

    await office(work)
