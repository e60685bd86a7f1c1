"""A family asks for leave in its own words: the teacher decides, nobody is alarmed."""

from tests.support.stage import Stage

LAN = "Nguyễn Thị Ngọc Lan"
BUTTONS = ["Chấp thuận", "Trao đổi thêm", "Ghi nhận không phép"]


async def test_asked_in_words_and_granted(stage: Stage):
    teacher = await stage.staff("CB012")
    father = await stage.guardian("7A1", 15, "father")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("thầy ơi cho cháu nghỉ hôm nay, cháu sốt ạ")
    echo = await mother.read(containing="Đã ghi lời xin phép")
    assert f"em {LAN}, lớp 7A1, nghỉ thứ Hai 30/11/2026" in echo.text
    assert "Lí do: cháu sốt" in echo.text
    assert echo.labels == ["Sửa", "Thôi không xin nữa"]
    card = await teacher.read(containing="Xin phép nghỉ")
    assert "Mẹ em (Nguyễn Diệu Thủy)" in card.text
    assert "Lí do: cháu sốt" in card.text
    assert card.labels == BUTTONS
    await teacher.choose("Chấp thuận")
    await mother.read(containing="đã chấp thuận lời xin phép nghỉ thứ Hai 30/11/2026")
    await father.hears_nothing(0.5)
    late = await teacher.press_again(card, "Ghi nhận không phép")
    assert "đã chấp thuận lời xin phép này" in (late or "")


async def test_from_the_moment_it_is_sent_the_roll_knows_and_nobody_is_alarmed(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("bữa nay con nghỉ nha thầy")
    await mother.read(containing="Đã ghi lời xin phép")
    await teacher.read(containing="Xin phép nghỉ")
    await teacher.say("7A1 vắng Lan")
    roll = await teacher.read(containing="Có mặt")
    assert "gia đình xin nghỉ" in roll.text
    await mother.hears_nothing(2)


async def test_refused_it_still_raises_no_alarm_and_is_recorded_as_k(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("hôm nay Lan nghỉ ạ")
    await mother.read(containing="Đã ghi lời xin phép")
    await teacher.say("7A1 vắng Lan")
    await teacher.read(containing="gia đình xin nghỉ")
    await teacher.choose("Ghi nhận không phép")
    news = await mother.read(containing="chưa chấp thuận")
    assert news.labels == ["Em vẫn đi học"]
    await teacher.say("/vangmat 7A1")
    await teacher.read(containing="không phép")
    await mother.hears_nothing(1)


async def test_talk_first_then_grant(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("mai và mốt cho con nghỉ, nhà có đám giỗ")
    await mother.read(containing="từ thứ Ba 01/12/2026 đến thứ Tư 02/12/2026")
    await teacher.read(containing="Xin phép nghỉ")
    await teacher.choose("Trao đổi thêm")
    await mother.read(containing="sẽ liên hệ với gia đình")
    await teacher.choose("Chấp thuận")
    await mother.read(containing="đã chấp thuận lời xin phép nghỉ")


async def test_a_roll_with_p_answers_the_family(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("hôm nay cháu nghỉ ạ, cháu đau bụng")
    await mother.read(containing="Đã ghi lời xin phép")
    await teacher.read(containing="Xin phép nghỉ")
    await teacher.say("7A1 vắng Lan p")
    await teacher.read(containing="có phép")
    await mother.read(containing="đã chấp thuận lời xin phép nghỉ")


async def test_leave_in_words_answers_the_alert(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 vắng Lan")
    await mother.read(containing="em chưa có mặt ở lớp")
    await mother.say("dạ cháu ốm, em xin phép cho cháu nghỉ hôm nay ạ")
    await mother.read(containing="Đã ghi lời xin phép")
    await teacher.read(containing="Xin phép nghỉ")
    await teacher.choose("Chấp thuận")
    await mother.read(containing="đã chấp thuận lời xin phép")
    await teacher.say("/vangmat 7A1")
    await teacher.read(containing="vắng có phép")


async def test_what_is_no_leave_stays_unread(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    for words in ("mai lớp có nghỉ không thầy", "cảm ơn thầy đã cho cháu nghỉ", "cháu ốm thầy ạ"):
        await mother.say(words)
        answer = await mother.read(containing="chưa chuyển cho ai")
        assert "/xinnghi" in answer.text
        await mother.forget()
    await teacher.hears_nothing(0.3)


async def test_in_english(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("/ngonngu")
    await mother.read()
    await mother.choose("English")
    await mother.read()
    await mother.forget()
    await mother.say("my daughter is sick, she will stay home today")
    echo = await mother.read(containing="asks for leave on Monday")
    assert echo.labels == ["Change", "Take it back"]
    await teacher.read(containing="Lí do: my daughter is sick")
    await teacher.choose("Chấp thuận")
    await mother.read(containing="has granted the leave")
