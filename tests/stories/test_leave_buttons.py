"""`/xinnghi` by taps, changed, taken back; the same by typing alone."""

from tests.support.stage import Stage


async def test_a_half_day_by_buttons_with_a_reason(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("/xinnghi")
    await mother.read(containing="Ngày nào?")
    await mother.choose("thứ Ba 01/12/2026")
    await mother.read(containing="cả ngày, một buổi")
    await mother.choose("Buổi sáng")
    await mother.read(containing="nghỉ sáng thứ Ba 01/12/2026")
    await teacher.read(containing="sáng thứ Ba 01/12/2026")
    await mother.choose("Em ốm")
    await mother.read(containing="Lí do: Em ốm")
    card = await teacher.read(containing="Lí do: Em ốm")
    assert card.labels[0] == "Chấp thuận"


async def test_many_days_by_buttons_go_to_the_principal(stage: Stage):
    teacher = await stage.staff("CB012")
    principal = await stage.staff("CB001")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("/xinnghi")
    await mother.read(containing="Ngày nào?")
    await mother.choose("Nhiều ngày liền")
    await mother.read(containing="Từ ngày nào?")
    await mother.say("1/12")
    await mother.read(containing="Đến hết ngày nào?")
    await mother.choose("thứ Sáu 04/12/2026")
    echo = await mother.read(containing="(4 ngày học)")
    assert "ban giám hiệu" in echo.text
    await mother.choose("Lí do khác")
    await mother.read(containing="Xin gõ lí do")
    await mother.say("ông cháu mất")
    await mother.read(containing="Đã lưu lí do: ông cháu mất")
    card = await principal.read(containing="Lí do: thầy/cô chủ nhiệm giữ")
    assert card.labels == ["Chấp thuận", "Trao đổi thêm", "Ghi nhận không phép"]
    own = await teacher.read(containing="Lí do: ông cháu mất")
    assert "ban giám hiệu quyết định" in own.text
    assert not own.labels
    await principal.choose("Chấp thuận")
    await mother.read(containing="đã chấp thuận lời xin phép nghỉ")
    await teacher.read(containing="đã chấp thuận lúc")


async def test_changed_to_another_day(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("mai con nghỉ nha thầy")
    await mother.read(containing="nghỉ thứ Ba 01/12/2026")
    await teacher.read(containing="Xin phép nghỉ")
    await mother.choose("Sửa")
    await mother.read(containing="Ngày nào?")
    await mother.say("thứ năm")
    await mother.read(containing="cả ngày, một buổi")
    await mother.say("cả ngày")
    await mother.read(containing="nghỉ thứ Năm 03/12/2026")
    await teacher.read(containing="Gia đình đã đổi lời xin này")
    await teacher.read(containing="thứ Năm 03/12/2026")


async def test_taken_back_by_the_button(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("mai con nghỉ nha thầy")
    await mother.read(containing="nghỉ thứ Ba 01/12/2026")
    card = await teacher.read(containing="Xin phép nghỉ")
    await mother.choose("Thôi không xin nữa")
    await mother.read(containing="Đã rút lời báo")
    await teacher.read(containing="Thôi không xin nữa")
    done = await teacher.read(containing="Gia đình đã thôi xin nghỉ")
    assert not done.labels
    late = await teacher.press_again(card, "Chấp thuận")
    assert "không còn chờ nữa" in (late or "")


async def test_an_open_end_is_asked_and_an_unknown_answer_asked_again(stage: Stage):
    await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("cho cháu nghỉ từ mai")
    await mother.read(containing="Ngày nào?")
    await mother.say("không biết nữa")
    await mother.read(containing="Tôi chưa hiểu câu trả lời này")
    await mother.choose("2 ngày học từ thứ Ba 01/12/2026")
    await mother.read(containing="từ thứ Ba 01/12/2026 đến thứ Tư 02/12/2026")


async def test_huy_and_thoi_leave_nothing_behind(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("/xinnghi")
    await mother.read(containing="Ngày nào?")
    await mother.choose("Thôi")
    await mother.read(containing="chưa ghi gì")
    await mother.say("/xinnghi")
    await mother.read(containing="Ngày nào?")
    await mother.say("/huy")
    await mother.read(containing="Đã")
    await teacher.hears_nothing(0.3)
