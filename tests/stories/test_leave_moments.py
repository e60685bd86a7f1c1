"""Late, early, back again: the roll and the homeroom teacher know it, the alarm waits."""

from sqlalchemy import select

from storage.tables import OutboxRow
from tests.support.stage import Stage


async def patiently(stage: Stage) -> None:
    """Let alerts wait for ten minutes."""
    await stage.rules(grace_seconds=600)


async def test_late_until_the_second_lesson(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("vô trễ tiết 2 nha thầy")
    echo = await mother.read(containing="vào lớp muộn, lúc 8 giờ 05 (tiết 2)")
    assert "sáng thứ Hai 30/11/2026" in echo.text
    note = await teacher.read(containing="Vào muộn")
    assert not note.labels
    await teacher.say("7A1 vắng Lan")
    roll = await teacher.read(containing="Có mặt")
    assert "gia đình báo vào lúc 08:05" in roll.text
    assert "8:15" in roll.text  # the alert waits until ten minutes after that
    await mother.hears_nothing(2)


async def test_without_an_hour_it_is_asked(stage: Stage):
    await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("mai cháu vào muộn ạ")
    asked = await mother.read(containing="Em vào lớp lúc nào?")
    assert asked.labels == ["Từ tiết 2", "Từ tiết 3", "Từ tiết 4", "Thôi"]
    await mother.say("8h30")
    await mother.read(containing="vào lớp muộn, lúc 8 giờ 30")


async def test_fetched_early(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("9h30 tôi đón cháu đi khám răng")
    await mother.read(containing="được gia đình đón sớm, lúc 9 giờ 30")
    await teacher.read(containing="Đón sớm")
    await teacher.say("7A1 đủ")
    await teacher.read(containing="Gia đình báo đón sớm: Nguyễn Thị Ngọc Lan lúc 09:30")


async def test_back_again_after_illness(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("cháu sốt xin nghỉ từ hôm nay đến thứ tư")
    await mother.read(containing="đến thứ Tư 02/12/2026")
    await teacher.read(containing="Xin phép nghỉ")
    await mother.say("cháu hết ốm rồi mai đi học lại")
    await mother.read(containing="đi học từ thứ Ba 01/12/2026")
    await teacher.read(containing="Đi học lại")
    card = await teacher.read(containing="Xin phép nghỉ")
    assert "thứ Hai 30/11/2026" in card.text
    assert "02/12" not in card.text


async def test_back_again_leaves_what_was_asked_for_later_days(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("xin cho con nghỉ t5 với t6")
    await mother.read(containing="từ thứ Năm 03/12/2026 đến thứ Sáu 04/12/2026")
    asked = await teacher.read(containing="Xin phép nghỉ")
    await mother.say("cháu hết ốm rồi mai đi học lại")
    await mother.read(containing="đi học từ thứ Ba 01/12/2026")
    await teacher.read(containing="Đi học lại")
    await stage.quiet()
    await teacher.tap(asked.id, "Chấp thuận")
    granted = await mother.read(containing="đã chấp thuận")
    assert "03/12/2026" in granted.text


async def test_taken_back_in_words_and_a_missing_child_is_told_at_once(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("hôm nay cháu nghỉ ạ")
    await mother.read(containing="Đã ghi lời xin phép")
    await teacher.say("7A1 vắng Lan")
    await teacher.read(containing="gia đình xin nghỉ")
    await mother.say("thôi không xin nghỉ nữa thầy ạ")
    await mother.read(containing="Đã rút lời báo")
    told = await teacher.read(containing="Thôi không xin nữa")
    assert "Điểm danh hôm nay đang ghi em vắng" in told.text


async def test_words_that_come_before_the_alert_has_left_stop_it(stage: Stage):
    await patiently(stage)
    teacher = await stage.staff("CB012")
    father = await stage.guardian("7A1", 15, "father")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 vắng Lan")
    await teacher.read(containing="Có mặt")
    await mother.say("hôm nay cháu nghỉ ạ")
    await mother.read(containing="Đã ghi lời xin phép")
    assert await waiting(stage) == []
    await father.hears_nothing(0.3)


async def test_words_that_come_before_the_alert_has_left_put_it_off(stage: Stage):
    await patiently(stage)
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 vắng Lan")
    await teacher.read(containing="Có mặt")
    await mother.say("9h cháu mới tới lớp ạ")
    await mother.read(containing="vào lớp muộn, lúc 9 giờ")
    assert await waiting(stage) == ["09:10"]


async def waiting(stage: Stage) -> list[str]:
    """When the alerts that wait will leave."""

    async def look(session):
        rows = await session.scalars(
            select(OutboxRow.not_before).where(
                OutboxRow.notice == "absence-alert",
                OutboxRow.status == "queued",
                OutboxRow.edits.is_(None),
            )
        )
        return [f"{at.astimezone(stage.clock.zone):%H:%M}" for at in rows]

    return await stage.run(look)
