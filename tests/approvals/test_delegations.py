"""Deciding in the principal's place: only the kinds named, only while it lasts."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from services import delegations
from services.approvals import Decision
from services.errors import AlreadyDecided, Invalid, NotAllowed, NotFound, Outdated
from services.notice_rules import Subject
from storage.tables import Delegation, Staff, StaffRole
from tests.approvals.conftest import Desk
from tests.support.missing import MONDAY

APPROVE, REJECT = Decision.APPROVE, Decision.REJECT


async def test_a_delegate_has_the_card_too_and_one_of_both_decides(desk: Desk):
    await desk.delegate("hien", Subject.MONEY)
    assert "thu, nộp tiền" in desk.world.last("hien", "delegation-given").text
    notice, asked = await desk.ask()
    assert asked.deciders == 2
    await desk.decide("hien", asked, APPROVE)
    assert await desk.status(notice) == "sending"
    card = desk.world.last("quang")
    assert "Đã duyệt bởi cô Lê Thị Hiền" in card.text
    assert not card.buttons
    with pytest.raises(AlreadyDecided):
        await desk.decide("quang", asked, REJECT, "muộn rồi")


async def test_other_kinds_stay_with_the_principal(desk: Desk):
    await desk.delegate("hien", Subject.TRIP)
    _, asked = await desk.ask()
    assert asked.deciders == 1
    assert not desk.world.got("hien", "approval-card")
    with pytest.raises(NotAllowed):
        await desk.decide("hien", asked, APPROVE)


async def test_money_named_a_trip_is_still_money(desk: Desk):
    await desk.delegate("hien", Subject.TRIP)
    _, asked = await desk.ask(text="Tham quan Đà Lạt, nộp 500.000đ", subject="trip")
    with pytest.raises(NotAllowed):
        await desk.decide("hien", asked, APPROVE)


async def test_taken_back_between_card_and_tap(desk: Desk):
    delegation = await desk.delegate("hien")
    _, asked = await desk.ask()
    await desk.revoke(delegation)
    card = next(m for m in desk.world.got("hien") if m.kind == "approval-card")
    assert not card.buttons
    assert "Ủy quyền đã kết thúc" in card.text
    with pytest.raises(NotAllowed) as told:
        await desk.decide("hien", asked, APPROVE)
    assert told.value.key == "approval-delegation-over"
    await desk.decide("quang", asked, APPROVE)


async def test_ended_between_card_and_tap(desk: Desk):
    await desk.delegate("hien", until=MONDAY)
    _, asked = await desk.ask()
    desk.world.now = desk.world.now.replace(hour=23, minute=59)
    late = desk.world.now + timedelta(minutes=1)
    desk.world.now = late
    with pytest.raises(NotAllowed) as told:
        await desk.decide("hien", asked, APPROVE)
    assert told.value.key == "approval-delegation-over"


async def test_it_lasts_until_the_end_of_its_last_day(desk: Desk):
    await desk.delegate("hien", until=MONDAY)
    _, asked = await desk.ask()
    desk.world.now = desk.world.now.replace(hour=23, minute=59, second=59)
    await desk.decide("hien", asked, APPROVE)


async def test_one_whose_delegation_has_ended_is_still_told_who_decided(desk: Desk):
    delegation = await desk.delegate("hien")
    _, asked = await desk.ask()
    await desk.decide("quang", asked, APPROVE)
    await desk.revoke(delegation)
    with pytest.raises(AlreadyDecided):
        await desk.decide("hien", asked, APPROVE)


async def test_nobody_decides_their_own_notice_by_delegation(desk: Desk):
    await desk.delegate("khoa")
    _, asked = await desk.ask()
    assert asked.deciders == 1
    with pytest.raises(NotAllowed) as told:
        await desk.decide("khoa", asked, APPROVE)
    assert told.value.key == "approval-own"


async def test_what_waits_already_follows_to_the_delegate(desk: Desk):
    _, asked = await desk.ask()
    await desk.delegate("hien", Subject.MONEY)
    assert desk.world.last("hien", "approval-card").buttons
    await desk.decide("hien", asked, APPROVE)
    assert not any(m.buttons for m in desk.world.got("quang"))


async def test_given_anew_after_it_was_taken_back_the_card_comes_again(desk: Desk):
    delegation = await desk.delegate("hien")
    _, asked = await desk.ask()
    await desk.revoke(delegation)
    await desk.delegate("hien")
    assert [bool(m.buttons) for m in desk.world.got("hien", "approval-card")] == [False, True]
    await desk.decide("hien", asked, APPROVE)


async def test_a_new_one_replaces_the_old(desk: Desk):
    await desk.delegate("hien", Subject.MONEY, Subject.TRIP)
    _, asked = await desk.ask()
    number = await desk.delegate("hien", Subject.TRIP)
    running = await desk.world.at("quang", delegations.running)
    assert [(d.delegation_id, d.kinds) for d in running] == [(number, ("trip",))]
    assert not desk.world.last("hien", "approval-card").buttons
    with pytest.raises(NotAllowed):
        await desk.decide("hien", asked, APPROVE)


async def test_the_same_twice_is_told(desk: Desk):
    await desk.delegate("hien", Subject.MONEY)
    with pytest.raises(Invalid):
        await desk.delegate("hien", Subject.MONEY)
    assert len(desk.world.got("hien", "delegation-given")) == 1


async def test_what_cannot_be_given(desk: Desk):
    for until in (MONDAY - timedelta(days=1), MONDAY + timedelta(days=367)):
        with pytest.raises(Invalid):
            await desk.delegate("hien", until=until)
    for nobody in ("thuy", "quang"):
        with pytest.raises(NotFound):
            await desk.delegate(nobody)
    for by in ("hien", "khoa", "thuy"):
        with pytest.raises(NotAllowed):
            await desk.delegate("oanh", by=by)


async def test_a_second_taking_back_is_told(desk: Desk):
    delegation = await desk.delegate("hien")
    await desk.revoke(delegation)
    with pytest.raises(Outdated):
        await desk.revoke(delegation)


@pytest.mark.parametrize("end", ["giver", "holder"])
async def test_it_ends_with_the_office_of_either(desk: Desk, end: str):
    await desk.delegate("hien")
    _, asked = await desk.ask()

    async def leave(unit):
        quang, hien = desk.world.ids["quang"], desk.world.ids["hien"]
        if end == "giver":
            changed = update(StaffRole).where(StaffRole.person_id == quang)
            await unit.session.execute(changed.values(role="office"))
        else:
            changed = update(Staff).where(Staff.person_id == hien)
            await unit.session.execute(changed.values(active=False))

    await desk.world.at(None, leave)
    with pytest.raises(NotAllowed):
        await desk.decide("hien", asked, APPROVE)


async def test_every_step_is_in_the_chain(desk: Desk):
    delegation = await desk.delegate("hien")
    await desk.revoke(delegation)
    assert await desk.recorded() == ["delegation.given", "delegation.revoked"]

    async def look(unit):
        return await unit.session.get_one(Delegation, delegation)

    assert (await desk.world.at(None, look)).revoked_at is not None
