"""A child that left home and was not seen: who is alarmed, when it goes higher, how it ends."""

import pytest
from sqlalchemy import delete

from services.attendance_states import State
from services.errors import AlreadyDecided, NotAllowed, Outdated
from services.standing import Standing
from storage.tables import Account, Homeroom
from tests.support.missing import World

ABSENT = Standing(State.UNEXPLAINED)


async def searched_for(world: World) -> None:
    await world.roll("khoa", lan=ABSENT)
    await world.later(6)
    await world.tap("thuy", "Em đã đi học từ nhà")
    await world.deliver()


async def test_found_by_the_homeroom_teacher(world: World):
    await searched_for(world)
    card = world.last("khoa")
    assert "KHẨN · em Nguyễn Thị Ngọc Lan, lớp 7A1" in card.text
    assert "Mẹ em (Nguyễn Diệu Thủy), điện thoại 0900000012" in card.text
    assert list(card.buttons) == ["Đã gặp em", "Đang tìm"]
    assert "đang báo thầy/cô tìm em" in world.got("thuy")[0].text
    assert "Mẹ em (Nguyễn Diệu Thủy) vừa báo" in world.last("bao").text
    assert "0900000012" not in world.last("bao").text
    await world.later(1)
    await world.tap("khoa", "Đang tìm")
    await world.deliver()
    for parent in ("bao", "thuy"):
        assert "Thầy Trần Anh Khoa đang tìm em, từ 7 giờ 47" in world.last(parent).text
    assert list(world.last("khoa").buttons) == ["Đã gặp em"]
    await world.later(5)
    assert not world.got("hien")
    await world.tap("khoa", "Đã gặp em")
    await world.deliver()
    for parent in ("bao", "thuy"):
        assert "Thầy Trần Anh Khoa đã gặp em lúc 7 giờ 52" in world.last(parent).text
        assert "Đính chính" not in world.last(parent).text
    assert not world.last("khoa").buttons
    assert len(world.got("khoa")) == 1
    late = Standing(State.LATE, minutes=37, arrived="07:52")
    same = await world.roll("khoa", full=False, lan=late)
    assert not same.changed
    await world.later(60)
    assert not world.got("hien")


async def test_nobody_answers_so_it_goes_higher_once(world: World):
    await searched_for(world)
    await world.later(4.9)
    assert not world.got("hien")
    await world.later(0.2)
    for head in ("hien", "quang"):
        assert list(world.last(head).buttons) == ["Đã gặp em", "Đang tìm"]
    assert "ban giám hiệu" in world.last("thuy").text
    await world.later(60)
    assert len(world.got("hien")) == 1
    late_tap = world.last("khoa", "absence-card").buttons["Đang tìm"]
    await world.tap("hien", "Đang tìm")
    await world.deliver()
    for staff in ("khoa", "hien", "quang"):
        card = world.last(staff, "absence-card")
        assert "Cô Lê Thị Hiền đang tìm em" in card.text
        assert list(card.buttons) == ["Đã gặp em"]
    with pytest.raises(AlreadyDecided) as refusal:
        await world.press("khoa", late_tap)
    assert refusal.value.params["name"] == "Lê Thị Hiền"
    await world.tap("khoa", "Đã gặp em")
    await world.deliver()
    for head in ("hien", "quang"):
        card, news = world.got(head)
        assert not card.buttons
        assert "Thầy Trần Anh Khoa đã gặp em" in news.text
    assert len(world.got("khoa", "absence-card")) == 1
    assert not world.got("khoa", "absence-staff")


async def test_without_a_linked_homeroom_teacher_the_vice_principal_is_asked_at_once(world: World):
    await world.roll("khoa", lan=ABSENT)
    await world.later(6)

    async def unlink(unit):
        await unit.session.execute(delete(Homeroom))

    await world.at(None, unlink)
    await world.tap("thuy", "Em đã đi học từ nhà")
    await world.deliver()
    assert world.last("hien").kind == "absence-card"
    assert not world.got("quang")
    await world.later(6)
    assert len(world.got("hien")) == 1
    assert world.last("quang").kind == "absence-card"


async def test_with_nobody_linked_the_family_is_told_to_phone(world: World):
    await world.roll("khoa", lan=ABSENT)
    await world.later(6)

    async def unlink(unit):
        staff = [world.ids[name] for name in ("khoa", "hien", "quang")]
        await unit.session.execute(delete(Account).where(Account.person_id.in_(staff)))

    await world.at(None, unlink)
    assert await world.tap("thuy", "Em đã đi học từ nhà") is False
    await world.deliver()
    assert "gọi điện ngay" in world.got("thuy")[0].text
    assert "gọi điện ngay" in world.last("bao").text


async def test_a_mark_in_the_roll_ends_the_search(world: World):
    await searched_for(world)
    await world.later(6)
    await world.roll("oanh", full=False, lan=Standing(State.LATE, arrived="07:50"))
    await world.deliver()
    assert "em đã có mặt lúc 7 giờ 50" in world.last("thuy").text
    for staff in ("khoa", "hien"):
        assert "Cô Vũ Kim Oanh" in world.last(staff).text
        assert not world.got(staff, "absence-card")[-1].buttons


async def test_only_those_who_may_take_the_roll_end_a_search(world: World):
    await searched_for(world)
    button = world.last("khoa").buttons["Đã gặp em"]
    for other in ("thuy", "duc", "oanh"):
        with pytest.raises(NotAllowed):
            await world.press(other, button)
    await world.later(24 * 60)
    with pytest.raises(Outdated):
        await world.press("khoa", button)


async def test_a_club_asks_its_leader_too(world: World):
    await world.roll("oanh", of="CLB Bóng đá", lan=ABSENT)
    await world.later(6)
    await world.tap("thuy", "Em đã đi học từ nhà")
    await world.deliver()
    assert "CLB Bóng đá" in world.last("oanh").text
    assert world.last("khoa").kind == "absence-card"
    await world.tap("oanh", "Đã gặp em")
    await world.deliver()
    assert "Cô Vũ Kim Oanh đã gặp em" in world.last("thuy").text


async def test_leave_for_the_half_day_answers_every_roll_of_it(world: World):
    await world.roll("khoa", lan=ABSENT)
    await world.roll("oanh", of="CLB Bóng đá", lan=ABSENT)
    await world.later(6)
    lesson, club = world.got("thuy")
    await world.press("thuy", lesson.buttons["Em nghỉ ở nhà, xin phép"])
    await world.deliver()
    assert "đã xin phép" in club.text
    assert "Em đã đi học từ nhà" not in club.buttons
    await world.tap("khoa", "Chấp thuận")
    await world.deliver()
    assert len([m for m in world.got("thuy") if m.kind == "absence-news"]) == 1
