"""Shared numbers, lost phones, bars and duties, as the services know them."""

import asyncio
from datetime import date, timedelta

import pytest

from services import barring, duties, phone_links, unlinking
from services.access import Action, Duty, Target, may
from services.errors import AlreadyDecided, Invalid, NotAllowed, NotFound, Outdated
from services.guessing import Seat
from services.invites import invite_staff
from services.linking import open_code
from services.phone_numbers import normalised
from storage.tables import ChatState
from tests.support.identity import IdentityWorld

MOTHERS_NUMBER = "0503787576"


async def linked(world: IdentityWorld, code: str) -> Seat:
    """A staff member's chat."""
    person = await world.staff(code)
    issued = await world.console(lambda u: invite_staff(u, person))
    seat = await world.seat()
    await world.run(lambda u: open_code(u, seat, issued.code))
    return seat


@pytest.mark.parametrize(
    "shown", ["0503787576", "84503787576", "+84 503 787 576", "0503.787.576", "0084503787576"]
)
def test_a_number_is_the_same_in_every_spelling(shown: str) -> None:
    assert normalised(shown) == MOTHERS_NUMBER


@pytest.mark.parametrize("shown", ["", "abc", "12", "+1 202 555 0100 99 88"])
def test_what_is_no_number_is_none(shown: str) -> None:
    assert normalised(shown) is None


async def test_two_homeroom_teachers_answer_at_once_and_one_is_told_who_was_first(
    world: IdentityWorld,
) -> None:
    await linked(world, "CB012")
    seat = await world.seat()
    await world.run(lambda u: phone_links.share(u, seat, MOTHERS_NUMBER, "Thuy"))
    (card,) = await world.promised(await world.staff("CB012"))
    request = card.params["request"]
    teacher, administrator = await world.actor("CB012"), await world.actor("CB003")
    answers = await asyncio.gather(
        world.run(lambda u: phone_links.decide(u, request, accept=True), teacher),
        world.run(lambda u: phone_links.decide(u, request, accept=False), administrator),
        return_exceptions=True,
    )
    assert isinstance(answers[1], AlreadyDecided)
    assert answers[1].params["name"] == teacher.name
    assert await world.owner(seat) is not None


async def test_two_parents_on_one_number_are_asked_about_one_by_one(world: IdentityWorld) -> None:
    from sqlalchemy import update

    from storage.tables import Person

    await linked(world, "CB012")
    lan = await world.pupil("7A1", 15)
    father = await world.guardian(lan, "father")
    await world.run(
        lambda u: u.session.execute(
            update(Person).where(Person.id == father).values(phone=MOTHERS_NUMBER)
        )
    )
    seat, teacher = await world.seat(), await world.actor("CB012")
    await world.run(lambda u: phone_links.share(u, seat, MOTHERS_NUMBER, "Minh"))
    cards = await world.promised(teacher.person_id)
    assert len(cards) == 2
    his = next(c for c in cards if c.params["guardian"] == "Nguyễn Bảo Minh").params["request"]
    hers = next(c for c in cards if c.params["guardian"] != "Nguyễn Bảo Minh").params["request"]
    await world.run(lambda u: phone_links.decide(u, his, accept=True), teacher)
    assert await world.owner(seat) == father
    with pytest.raises(Outdated):
        await world.run(lambda u: phone_links.decide(u, hers, accept=True), teacher)
    assert await world.owner(seat) == father


async def test_staff_are_never_linked_by_number(world: IdentityWorld) -> None:
    from storage.tables import Guardianship

    await linked(world, "CB012")
    lan, principal = await world.pupil("7A1", 15), await world.staff("CB001")

    async def adopt(unit):
        unit.session.add(Guardianship(person_id=principal, pupil_id=lan, relation="guardian"))

    await world.run(adopt)
    seat = await world.seat()
    await world.run(lambda u: phone_links.share(u, seat, "0377763170", "Khôi"))
    assert not await world.promised(await world.staff("CB012"))


async def test_pending_wishes_are_listed_for_a_teacher_who_came_later(
    world: IdentityWorld,
) -> None:
    seat, teacher = await world.seat(), await world.actor("CB012")
    await world.run(lambda u: phone_links.share(u, seat, MOTHERS_NUMBER, "Thuy"))
    (class_id,) = teacher.homeroom_of
    waiting = await world.run(lambda u: phone_links.waiting_for(u, class_id), teacher)
    assert [about["guardian"] for _, about in waiting] == ["Nguyễn Diệu Thủy"]
    with pytest.raises(NotAllowed):
        await world.run(lambda u: phone_links.waiting_for(u, class_id), await world.actor("CB013"))


async def test_unlinking_drops_what_was_begun_and_what_waited(world: IdentityWorld) -> None:
    seat = await linked(world, "CB005")
    nurse = await world.staff("CB005")

    async def begin(unit):
        unit.session.add(ChatState(key=f"telegram:{seat.external_id}", state="x", data={}))

    await world.run(begin)
    chats = await world.run(lambda u: unlinking.unlink_staff(u, nurse), await world.actor("CB003"))
    assert [c.external_id for c in chats] == [seat.external_id]
    assert await world.owner(seat) is None

    async def look(unit):
        return await unit.session.get(ChatState, f"telegram:{seat.external_id}")

    assert await world.run(look) is None
    (told,) = [r for r in await world.promised() if r.chat == seat.external_id]
    assert told.notice == "link-ended"
    with pytest.raises(Outdated):
        await world.run(lambda u: unlinking.unlink_staff(u, nurse), await world.actor("CB003"))


async def test_nobody_unlinks_what_is_not_theirs(world: IdentityWorld) -> None:
    seat = await linked(world, "CB005")
    nurse, teacher = await world.staff("CB005"), await world.actor("CB012")
    with pytest.raises(NotAllowed):
        await world.run(lambda u: unlinking.unlink_own(u, seat.account_id), teacher)
    with pytest.raises(NotAllowed):
        await world.run(lambda u: unlinking.unlink_staff(u, nurse), teacher)
    other = await world.pupil("6A1", 1)
    mother = await world.guardian(other, "mother")
    with pytest.raises(NotAllowed):
        await world.run(lambda u: unlinking.unlink_guardian(u, mother, other), teacher)


async def test_a_bar_takes_the_child_away_and_what_waited_with_it(world: IdentityWorld) -> None:
    lan = await world.pupil("7A1", 15)
    father, principal = await world.guardian(lan, "father"), await world.actor("CB001")
    await world.run(lambda u: u.notify(father, "duty-revoked", {"duty": "health"}))
    await world.run(lambda u: barring.bar(u, father, lan), principal)
    actor = await world.person(father)
    assert not actor.children
    assert not may(actor, Action.SEE_PUPIL, Target(pupil_id=lan))
    assert not may(actor, Action.ANSWER_ALERT, Target(pupil_id=lan))
    assert not await world.promised(father)
    with pytest.raises(Outdated):
        await world.run(lambda u: barring.bar(u, father, lan), principal)
    await world.run(lambda u: barring.lift(u, father, lan), principal)
    assert (await world.person(father)).children == {lan}


async def test_only_the_principal_bars_and_only_real_guardians(world: IdentityWorld) -> None:
    lan = await world.pupil("7A1", 15)
    father = await world.guardian(lan, "father")
    for code in ("CB002", "CB003", "CB012"):
        with pytest.raises(NotAllowed):
            await world.run(lambda u: barring.bar(u, father, lan), await world.actor(code))
    with pytest.raises(NotFound):
        await world.run(lambda u: barring.bar(u, father, lan + 1), await world.actor("CB001"))


async def test_a_duty_opens_and_closes_with_its_days(world: IdentityWorld) -> None:
    principal, teacher = await world.actor("CB001"), await world.staff("CB029")
    until = world.now.date() + timedelta(days=7)
    granted = await world.run(lambda u: duties.grant(u, teacher, Duty.STAND_IN, until), principal)
    klass = Target(class_id=1)
    assert may(await world.person(teacher), Action.TAKE_ROLL, klass)
    with pytest.raises(Invalid):
        await world.run(lambda u: duties.grant(u, teacher, Duty.STAND_IN, None), principal)
    world.later(days=8)
    assert not may(await world.person(teacher), Action.TAKE_ROLL, klass)
    world.later(days=-8)
    await world.run(lambda u: duties.revoke(u, granted.duty_id), principal)
    assert not may(await world.person(teacher), Action.TAKE_ROLL, klass)
    with pytest.raises(Outdated):
        await world.run(lambda u: duties.revoke(u, granted.duty_id), principal)
    with pytest.raises(NotAllowed):
        await world.run(
            lambda u: duties.grant(u, teacher, Duty.HEALTH, None), await world.actor("CB003")
        )
    with pytest.raises(Invalid):
        await world.run(
            lambda u: duties.grant(u, teacher, Duty.HEALTH, date(2026, 11, 29)), principal
        )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("31/12/2026", date(2026, 12, 31)),
        ("31/12", date(2026, 12, 31)),
        ("5-1", date(2027, 1, 5)),
        ("30.11", date(2026, 11, 30)),
        ("31/2", None),
        ("mai", None),
    ],
)
def test_last_days_as_they_are_typed(typed: str, meant: date | None) -> None:
    assert duties.read_day(typed, date(2026, 11, 30)) == meant
