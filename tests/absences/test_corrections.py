"""A roll that changes: silently before the alert has left, with a correction after."""

from sqlalchemy import update

from services.attendance_states import State
from services.barring import bar
from services.standing import Standing
from storage.tables import OutboxRow
from tests.support.missing import World

ABSENT = Standing(State.UNEXPLAINED)
WITH_LEAVE = Standing(State.EXCUSED)


async def test_before_it_has_left_nobody_hears_anything(world: World):
    await world.roll("khoa", lan=ABSENT)
    await world.later(2)
    outcome = await world.roll("khoa")
    assert not outcome.plan.corrected
    await world.later(30)
    assert not world.phones


async def test_late_after_the_alert(world: World):
    await world.roll("khoa", lan=ABSENT)
    await world.later(6)
    outcome = await world.roll("khoa", lan=Standing(State.LATE, minutes=5, arrived="07:20"))
    assert outcome.plan.corrected == (world.ids["lan"],)
    await world.deliver()
    for parent in ("bao", "thuy"):
        alert, news = world.got(parent)
        assert alert.text.startswith("<s>Kính gửi")
        assert not alert.buttons
        assert news.text.startswith("<b>Đính chính</b> về em Nguyễn Thị Ngọc Lan")
        assert "em đã có mặt lúc 7 giờ 20" in news.text


async def test_present_and_excused_after_the_alert(world: World):
    await world.roll("khoa", lan=ABSENT)
    await world.later(6)
    await world.roll("khoa")
    await world.deliver()
    assert "em có mặt ở lớp; tin trước do ghi nhầm" in world.last("thuy").text
    await world.roll("khoa", lan=WITH_LEAVE)
    await world.deliver()
    assert "đã ghi nhận em nghỉ có phép" in world.last("thuy").text
    assert len(world.got("thuy")) == 3


async def test_on_its_way_counts_as_left(world: World):
    await world.roll("khoa", lan=ABSENT)
    world.now = world.now.replace(minute=46)
    rows = await world.claim()
    await world.roll("khoa")
    await world.arrive(rows)
    await world.deliver()
    alert, news = world.got("thuy")
    assert alert.text.startswith("<s>")
    assert "Đính chính" in news.text


async def test_an_alert_that_came_back_to_the_queue_does_not_follow_its_correction(world: World):
    await world.roll("khoa", lan=ABSENT)
    world.now = world.now.replace(minute=46)
    ids = [row.id for row in await world.claim()]
    await world.roll("khoa")

    async def put_off(unit):
        values = {"status": "queued"}
        await unit.session.execute(update(OutboxRow).where(OutboxRow.id.in_(ids)).values(**values))

    await world.at(None, put_off)
    await world.later(1)
    assert [m.kind for m in world.got("thuy")] == ["absence-news"]


async def test_missing_once_more_is_a_new_alert(world: World):
    await world.roll("khoa", lan=ABSENT)
    await world.later(6)
    await world.roll("khoa")
    await world.deliver()
    await world.roll("khoa", lan=ABSENT)
    await world.later(6)
    kinds = [m.kind for m in world.got("thuy")]
    assert kinds == ["absence-alert", "absence-news", "absence-alert"]
    assert world.last("thuy").buttons


async def test_undo_before_and_after(world: World):
    first = await world.roll("khoa", lan=ABSENT)
    undone = await world.undo("khoa", first)
    await world.later(6)
    assert not world.phones
    again = await world.undo("khoa", undone)
    assert again.plan.told
    await world.later(6)
    await world.undo("khoa", again)
    await world.deliver()
    text = world.last("thuy").text
    assert "tin trước gửi do nhầm khi điểm danh" in text
    assert "có mặt" not in text  # nobody has marked that


async def test_a_correction_the_day_after_still_goes_out(world: World):
    await world.roll("khoa", lan=ABSENT)
    await world.later(6)
    world.now = world.now.replace(day=30, hour=23)
    await world.later(9 * 60)
    await world.roll("khoa", lan=WITH_LEAVE)
    await world.deliver()
    assert "ngày 30/11/2026" in world.last("thuy").text


async def test_a_barred_guardian_hears_nothing_more(world: World):
    await world.roll("khoa", lan=ABSENT)
    await world.later(6)
    await world.at("quang", lambda unit: bar(unit, world.ids["bao"], world.ids["lan"]))
    before = [(m.text, m.edits) for m in world.got("bao")]
    await world.roll("khoa")
    await world.deliver()
    assert [(m.text, m.edits) for m in world.got("bao")] == before
    assert "Đính chính" in world.last("thuy").text
    await world.roll("khoa", lan=ABSENT)
    await world.later(6)
    assert len(world.got("bao")) == 1
