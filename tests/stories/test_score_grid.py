"""A column by tapping, with a restart in the middle; each tap is saved."""

from tests.support.stage import Stage


async def test_a_column_is_tapped_pupil_by_pupil(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("/nhapdiem 7A1 toán tx1")
    await teacher.read("7A1")
    await teacher.choose("Chạm từng em")
    await teacher.read("1. ")
    await teacher.choose("8")
    await teacher.read("1/39 em có điểm")
    await teacher.choose("7,5")
    await teacher.read("2/39 em có điểm")
    await stage.later(1)
    await teacher.choose("Bỏ qua")
    await teacher.read("4. ")
    await teacher.say("4: 8,3")
    await teacher.read("Đã lưu 1 điểm")
    await teacher.choose("Em trước")
    await teacher.read("3. ")
    await teacher.choose("9")
    shown = await teacher.read("4/39 em có điểm")
    assert "5. " in shown.text
    await teacher.choose("Xong")
    await teacher.read("còn 35 em")
    await teacher.say("/lichsudiem 7A1 toán")
    await teacher.read("Thường xuyên 1")


async def test_after_half_an_hour_a_tap_writes_nothing(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("/nhapdiem 7A1 toán tx1")
    await teacher.read("7A1")
    await teacher.choose("Chạm từng em")
    await teacher.read("1. ")
    await stage.later(45)
    toast = await teacher.choose("8")
    assert toast is not None
    assert "quá 30 phút" in toast
