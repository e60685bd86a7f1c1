"""Who is told that a child is missing, when, in which words, and who is not."""

from datetime import datetime

from services.attendance_states import State
from services.standing import Standing
from storage.tables import OutboxRow
from tests.support.missing import ZONE, World

ABSENT = Standing(State.UNEXPLAINED)
WITHOUT_LEAVE = Standing(State.UNEXCUSED)
WITH_LEAVE = Standing(State.EXCUSED)
LATE = Standing(State.LATE, minutes=10)


async def test_both_parents_are_told_once_after_the_grace_time(world: World):
    outcome = await world.roll("khoa", lan=ABSENT)
    told = outcome.plan.told
    assert [(f.pupil_name, f.guardians_count) for f in told] == [("Nguyễn Thị Ngọc Lan", 2)]
    assert told[0].at == world.now.replace(minute=45)
    await world.later(4.9)
    assert not world.got("thuy")
    await world.later(0.2)
    assert [m.kind for m in world.got("thuy")] == ["absence-alert"]
    assert world.last("thuy").text.startswith(
        "Kính gửi phụ huynh em Nguyễn Thị Ngọc Lan, lớp 7A1: đến 7 giờ 40 sáng nay em chưa có mặt "
        "ở lớp và nhà trường chưa nhận được lời xin phép."
    )
    assert list(world.last("thuy").buttons) == [
        "Em nghỉ ở nhà, xin phép",
        "Em đã đi học từ nhà",
        "Nhờ thầy/cô gọi lại",
        "Vì sao tôi nhận tin này?",
    ]
    await world.roll("khoa", lan=ABSENT, minh=LATE)
    await world.later(30)
    assert len(world.got("thuy")) == len(world.got("bao")) == 1
    assert set(world.phones) == {"thuy", "bao", "khoa"}
    assert [m.kind for m in world.got("khoa")] == ["absence-summary"]


async def test_an_alarm_waits_for_the_cut_off_after_the_bell(world: World):
    world.now = datetime(2026, 11, 30, 7, 16, tzinfo=ZONE)
    outcome = await world.roll("khoa", lan=WITHOUT_LEAVE)
    assert outcome.plan.told[0].at == datetime(2026, 11, 30, 7, 35, tzinfo=ZONE)
    await world.later(18)
    assert not world.phones
    await world.later(1)
    assert "đến 7 giờ 35 sáng nay" in world.last("bao").text
    assert "không phép" not in world.last("bao").text


async def test_leave_lateness_and_a_skipped_lesson_raise_no_alarm(world: World):
    skipped = Standing(State.UNEXCUSED, period=3)
    early = Standing(State.LEFT_EARLY, period=4)
    for standing in (WITH_LEAVE, LATE, skipped, early):
        outcome = await world.roll("khoa", lan=standing)
        assert not outcome.plan.told
    await world.later(60)
    assert not world.phones


async def test_leave_by_the_teachers_word_alone_is_asked_about_quietly(world: World):
    outcome = await world.roll("khoa", lan=WITH_LEAVE)
    assert not outcome.plan.told
    await world.later(60)
    for parent in ("bao", "thuy"):
        assert [m.kind for m in world.got(parent)] == ["excused-question"]
    await world.roll("khoa", lan=WITH_LEAVE, minh=LATE)
    await world.later(60)
    assert len(world.got("thuy")) == 1


async def test_a_roll_of_another_day_raises_no_alarm(world: World):
    world.now = datetime(2026, 12, 1, 7, 40, tzinfo=ZONE)
    outcome = await world.roll("khoa", lan=ABSENT)
    await world.later(60)
    assert not outcome.plan.told
    assert not world.phones


async def test_a_morning_noted_in_the_afternoon_speaks_of_the_morning(world: World):
    world.now = datetime(2026, 11, 30, 15, 0, tzinfo=ZONE)
    await world.roll("khoa", lan=ABSENT)
    await world.later(6)
    assert "sáng nay" in world.last("thuy").text
    assert "15 giờ" not in world.last("thuy").text


async def test_guardians_whom_no_message_reaches_are_listed(world: World):
    outcome = await world.roll("khoa", minh=ABSENT)
    assert not outcome.plan.told
    [family] = outcome.plan.unlinked
    assert family.pupil_name == "Trần Đức Minh"
    assert [(c.name, c.relation, c.phone) for c in family.contacts] == [
        ("Trần Văn Đức", "father", "0900000013")
    ]


async def test_a_subject_teacher_does_not_see_the_numbers(world: World):
    outcome = await world.roll("oanh", minh=ABSENT)
    assert outcome.plan.unlinked[0].contacts[0].phone is None


async def test_a_teacher_is_told_of_their_own_child_like_anyone(world: World):
    await world.roll("khoa", huy=ABSENT)
    await world.later(6)
    assert "Nguyễn Thành Huy" in world.last("khoa", "absence-alert").text


async def test_a_club_is_named_and_has_no_cut_off(world: World):
    world.now = datetime(2026, 11, 30, 7, 16, tzinfo=ZONE)
    await world.roll("oanh", of="CLB Bóng đá", lan=ABSENT)
    await world.later(5.1)
    assert "chưa có mặt ở CLB Bóng đá" in world.last("thuy").text


async def test_the_homeroom_teacher_learns_of_a_roll_by_somebody_else(world: World):
    await world.roll("oanh", lan=ABSENT, minh=Standing(State.UNEXCUSED, period=3))
    await world.deliver()
    shown = world.last("khoa", "absence-summary")
    assert "Cô Vũ Kim Oanh điểm danh lúc 7 giờ 40" in shown.text
    assert "Nguyễn Thị Ngọc Lan" in shown.text
    assert "Trần Đức Minh: Bố em (Trần Văn Đức), 0900000013" in shown.text
    assert list(shown.buttons) == [
        "1. Ngọc Lan: P",
        "1. Ngọc Lan: K",
        "1. Ngọc Lan: đã đến",
        "1. Ngọc Lan: gọi, báo lại",
    ]
    await world.roll("khoa", lan=WITH_LEAVE)
    await world.deliver()
    assert len(world.got("khoa")) == 1
    assert not world.last("khoa").buttons


async def test_the_homeroom_teacher_hears_again_when_more_are_missing(world: World):
    await world.roll("oanh", lan=ABSENT)
    await world.deliver()
    await world.roll("oanh", lan=ABSENT, minh=ABSENT)
    await world.deliver()
    old, new = world.got("khoa", "absence-summary")
    assert "bản mới hơn" in old.text
    assert not old.buttons
    assert "Trần Đức Minh" in new.text


async def test_nothing_is_sent_to_the_homeroom_teacher_for_their_own_roll(world: World):
    await world.roll("khoa", lan=ABSENT)
    await world.deliver()
    assert not world.got("khoa")


async def test_an_alert_that_did_not_arrive_is_told_to_the_teacher_once(world: World):
    await world.roll("khoa", lan=ABSENT)
    world.now = world.now.replace(minute=46)
    rows = await world.claim()

    async def fail(unit):
        for row, status in zip(rows, ("failed", "uncertain"), strict=True):
            (await unit.session.get_one(OutboxRow, row.id)).status = status

    await world.at(None, fail)
    await world.later(1)
    await world.later(1)
    [told] = world.got("khoa")
    assert "Nguyễn Thị Ngọc Lan" in told.text
    assert "Bố em (Nguyễn Bảo Minh): 0900000011" in told.text
    assert "Mẹ em (Nguyễn Diệu Thủy): 0900000012 (không chắc tin đã tới)" in told.text
    await world.roll("khoa")
    await world.later(1)
    assert not world.got("bao")
    assert "Đính chính" in world.last("thuy").text
