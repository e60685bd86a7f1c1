"""What the echo says of families, and what they hear when a roll is taken back."""

from tests.support.stage import Stage

LAN, MINH = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh"


async def test_the_echo_names_the_families_who_will_be_told(stage: Stage) -> None:
    await stage.guardian("7A1", 15, "mother")
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lan, Minh p")
    echo = await teacher.read("Đã lưu")
    assert f"Gia đình em {LAN} sẽ được báo lúc 07:" in echo.text
    assert "nếu thầy/cô không sửa" in echo.text
    assert "cha Nguyễn Bảo Minh, 0" in echo.text  # not linked: the phone, for the homeroom teacher
    assert MINH not in echo.text.split("Gia đình")[1]


async def test_a_subject_teacher_sees_no_phone_numbers(stage: Stage) -> None:
    teacher = await stage.staff("CB016")
    await teacher.say("7A1 vắng Lan")
    echo = await teacher.read("Đã lưu")
    assert "cha Nguyễn Bảo Minh" in echo.text
    assert "Nguyễn Bảo Minh, 0" not in echo.text


async def test_taking_the_roll_back_corrects_what_families_heard(stage: Stage) -> None:
    mother = await stage.guardian("7A1", 15, "mother")
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lan")
    echo = await teacher.read("Đã lưu")
    await mother.read(LAN)
    await teacher.tap(echo.id, "Hoàn tác")
    gone = await teacher.read("chưa có điểm danh")
    assert "đã được báo trước đó sẽ nhận tin đính chính" in gone.text
    await mother.read("Đính chính")
