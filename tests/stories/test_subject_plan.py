"""How a subject is assessed, set by the heads in one message."""

from tests.support.stage import Stage


async def test_the_vice_principal_looks_at_the_subjects_and_changes_one(stage: Stage) -> None:
    vice, teacher = await stage.staff("CB002"), await stage.staff("CB012")
    await vice.say("/monhoc")
    shown = await vice.read("số điểm thường xuyên mỗi học kì")
    assert "Công nghệ: điểm số, 35 tiết, 2 lần (khối 6, 7); điểm số, 52 tiết, 3 lần" in shown.text
    await vice.say("/monhoc công nghệ 7 105 tiết")
    await vice.read("Công nghệ, khối 7: điểm số, 105 tiết, 4 lần")
    await vice.say("/monhoc hóa học 7")
    await vice.read("Chưa rõ môn nào")
    await teacher.say("/monhoc Toán 7 35 tiết")
    await teacher.read("không thuộc quyền")
