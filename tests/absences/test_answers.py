"""What a family answers to the alert, and what the teachers make of it."""

import pytest
from sqlalchemy import select

from services import absence_answers, leave
from services.absence_words import open_cases, pass_on
from services.attendance_states import State
from services.errors import AlreadyDecided, NotAllowed, Outdated
from services.standing import Standing
from storage.tables import AuditEvent, LeaveRequest
from tests.support.missing import World

ABSENT = Standing(State.UNEXPLAINED)


async def alarmed(world: World, by: str = "khoa") -> None:
    await world.roll(by, lan=ABSENT)
    await world.later(6)


async def asked(world: World) -> LeaveRequest:
    async def work(unit):
        return (await unit.session.scalars(select(LeaveRequest))).one()

    return await world.at(None, work)


async def test_leave_is_asked_granted_and_both_parents_know(world: World):
    await alarmed(world)
    await world.tap("thuy", "Em nghỉ ở nhà")
    request = await asked(world)
    await world.at("thuy", lambda unit: leave.give_reason(unit, request.id, "sick"))
    await world.deliver()
    for parent in ("bao", "thuy"):
        assert (
            "Mẹ em (Nguyễn Diệu Thủy) đã xin phép cho em nghỉ lúc 7 giờ 46"
            in world.last(parent).text
        )
        assert list(world.last(parent).buttons) == ["Vì sao tôi nhận tin này?"]
    card = world.last("khoa")
    assert "xin phép cho em nghỉ" in card.text
    assert "Lí do: Em ốm" in card.text
    await world.tap("khoa", "Chấp thuận")
    await world.deliver()
    for parent in ("bao", "thuy"):
        assert "Thầy Trần Anh Khoa đã chấp thuận lời xin phép" in world.last(parent).text
        assert len(world.got(parent)) == 2
    assert not world.last("khoa").buttons
    after = await world.roll("khoa", full=False, lan=Standing(State.EXCUSED))
    assert not after.changed


async def test_what_was_answered_is_told_to_the_other_parent(world: World):
    await alarmed(world)
    father = dict(world.last("bao").buttons)
    await world.tap("thuy", "Em nghỉ ở nhà")
    with pytest.raises(AlreadyDecided) as refusal:
        await world.press("bao", father["Em đã đi học từ nhà"])
    assert refusal.value.key == "absence-already-leave"
    assert refusal.value.params["name"] == "Nguyễn Diệu Thủy"
    assert (refusal.value.params["hour"], refusal.value.params["minute"]) == ("7", "46")


async def test_leave_asked_stops_the_alarm_to_those_not_told_yet(world: World):
    await world.roll("khoa", lan=ABSENT)
    case = await world.case("lan")
    await world.at("thuy", lambda unit: absence_answers.ask_leave(unit, case.id, case.round))
    await world.later(10)
    assert not world.got("bao")
    assert not world.got("thuy")
    await world.roll("khoa", lan=ABSENT, huy=ABSENT)
    await world.later(10)
    assert not world.got("bao")


async def test_leave_refused_is_told_and_settles_the_roll(world: World):
    await alarmed(world)
    await world.tap("thuy", "Em nghỉ ở nhà")
    await world.deliver()
    await world.tap("khoa", "Trao đổi thêm")
    await world.deliver()
    assert "sẽ liên hệ với gia đình" in world.last("thuy").text
    assert list(world.last("khoa").buttons) == ["Chấp thuận", "Ghi nhận không phép"]
    refuse = world.last("khoa").buttons["Ghi nhận không phép"]
    await world.tap("khoa", "Ghi nhận không phép")
    await world.deliver()
    assert "chưa chấp thuận lời xin phép" in world.last("thuy").text
    assert "Đính chính" not in world.last("thuy").text
    with pytest.raises(AlreadyDecided):
        await world.press("khoa", refuse)
    unchanged = await world.roll("khoa", full=False, lan=Standing(State.UNEXCUSED))
    assert not unchanged.changed
    await world.later(60)
    assert [m.kind for m in world.got("thuy")] == ["absence-alert", "absence-news", "absence-news"]


async def test_the_roll_may_answer_the_request(world: World):
    await alarmed(world)
    await world.tap("thuy", "Em nghỉ ở nhà")
    await world.roll("khoa", lan=Standing(State.EXCUSED))
    await world.deliver()
    assert "đã chấp thuận lời xin phép" in world.last("bao").text
    assert (await asked(world)).status == "granted"
    assert not world.last("khoa").buttons


async def test_a_k_in_the_homeroom_teachers_roll_refuses_it(world: World):
    await alarmed(world)
    await world.tap("thuy", "Em nghỉ ở nhà")
    await world.roll("khoa", lan=Standing(State.UNEXCUSED))
    await world.deliver()
    assert "chưa chấp thuận" in world.last("thuy").text
    assert (await asked(world)).status == "refused"


async def test_a_child_that_came_makes_the_request_void(world: World):
    await alarmed(world)
    await world.tap("thuy", "Em nghỉ ở nhà")
    await world.roll("khoa", lan=Standing(State.LATE, minutes=40))
    await world.deliver()
    assert (await asked(world)).status == "lapsed"
    assert "muộn 40 phút" in world.last("thuy").text
    assert not world.last("khoa").buttons


async def test_call_back(world: World):
    await alarmed(world)
    await world.tap("bao", "Nhờ thầy/cô gọi lại")
    await world.deliver()
    assert "Bố em (Nguyễn Bảo Minh), điện thoại 0900000011" in world.last("khoa").text
    assert "Nhà trường đã chuyển lời" in world.last("thuy").text
    assert "Nhờ thầy/cô gọi lại" not in world.last("bao").buttons
    await world.tap("khoa", "Đã gọi")
    await world.deliver()
    assert "Thầy Trần Anh Khoa đã gọi lại lúc 7 giờ 46" in world.last("bao").text
    await world.tap("bao", "Em nghỉ ở nhà")  # what they learnt on the phone
    await world.deliver()
    assert "xin phép" in world.last("khoa").text


async def test_other_peoples_buttons_are_refused(world: World):
    await alarmed(world)
    mine = world.last("thuy").buttons["Em nghỉ ở nhà, xin phép"]
    for stranger in ("duc", "khoa", "quang"):
        with pytest.raises(NotAllowed):
            await world.press(stranger, mine)
    await world.tap("thuy", "Em nghỉ ở nhà")
    await world.deliver()
    decide = world.last("khoa").buttons["Chấp thuận"]
    for stranger in ("oanh", "thuy", "duc"):
        with pytest.raises(NotAllowed):
            await world.press(stranger, decide)
    request = await asked(world)
    with pytest.raises(NotAllowed):
        await world.at("bao", lambda unit: leave.give_reason(unit, request.id, "sick"))


async def test_a_button_of_yesterday_is_refused(world: World):
    await alarmed(world)
    button = world.last("thuy").buttons["Em đã đi học từ nhà"]
    await world.later(24 * 60)
    with pytest.raises(Outdated):
        await world.press("thuy", button)


async def test_a_button_of_before_a_correction_is_refused(world: World):
    await alarmed(world)
    button = world.last("thuy").buttons["Em đã đi học từ nhà"]
    await world.roll("khoa")
    with pytest.raises(AlreadyDecided):
        await world.press("thuy", button)
    await world.roll("khoa", lan=ABSENT)
    with pytest.raises(Outdated):
        await world.press("thuy", button)


async def test_a_parent_who_teaches_the_class_does_not_decide_for_their_own_child(world: World):
    await world.roll("oanh", huy=ABSENT)
    await world.later(6)
    await world.tap("khoa", "Em nghỉ ở nhà")
    await world.deliver()
    assert world.last("hien").kind == "absence-card"
    decide = world.last("hien").buttons["Chấp thuận"]
    with pytest.raises(NotAllowed):
        await world.press("khoa", decide)
    await world.tap("hien", "Chấp thuận")
    await world.deliver()
    assert "Cô Lê Thị Hiền đã chấp thuận" in world.last("khoa", "absence-news").text


async def test_why(world: World):
    await alarmed(world)
    case = await world.case("lan")
    why = await world.at("thuy", lambda unit: absence_answers.why(unit, case.id))
    assert (why.name, why.homeroom, why.at, why.cut_off) == ("Trần Anh Khoa", True, "07:40", 20)


async def test_words_go_to_the_homeroom_teacher_as_they_are(world: World):
    await alarmed(world)
    [file] = await world.at("thuy", open_cases)
    await world.at(
        "thuy", lambda unit: pass_on(unit, file.case.id, file.case.round, "cháu <ốm> cô ạ")
    )
    await world.deliver()
    shown = world.last("khoa", "absence-words")
    assert "«cháu &lt;ốm&gt; cô ạ»" in shown.text
    await world.tap("khoa", "Ngọc Lan: P")
    await world.deliver()
    assert "đã ghi nhận em nghỉ có phép" in world.last("thuy").text
    assert not await world.at("thuy", open_cases)
    assert not await world.at("duc", open_cases)


async def test_settling_is_done_once_and_only_by_those_who_may(world: World):
    await world.roll("oanh", lan=ABSENT)
    await world.later(6)
    button = world.last("khoa", "absence-summary").buttons["1. Ngọc Lan: K"]
    with pytest.raises(NotAllowed):
        await world.press("oanh", button)
    await world.press("khoa", button)
    await world.deliver()
    with pytest.raises(AlreadyDecided):
        await world.press("khoa", button.replace("unexcused", "excused"))
    assert len(world.got("thuy")) == 1
    assert not world.last("khoa", "absence-summary").buttons


async def test_every_step_is_in_the_audit(world: World):
    await alarmed(world)
    await world.tap("thuy", "Em nghỉ ở nhà")
    await world.deliver()
    await world.tap("khoa", "Chấp thuận")

    async def work(unit):
        return (await unit.session.scalars(select(AuditEvent.action).order_by(AuditEvent.id))).all()

    actions = await world.at(None, work)
    for action in ("absence.alert", "absence.on_leave", "leave.asked", "leave.granted"):
        assert action in actions
