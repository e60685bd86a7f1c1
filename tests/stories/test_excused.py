"""A teacher marks P without a request: the family is asked quietly, the discrepancy is settled."""

from tests.support.stage import Stage

LAN = "Nguyễn Thị Ngọc Lan"
DENY = "Gia đình không báo nghỉ"


async def test_a_family_that_has_told_the_teacher_need_not_answer(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 vắng Lan p")
    await teacher.read(containing="có phép")
    asked = await mother.read(containing="ghi em nghỉ có phép")
    assert asked.text.startswith(f"Kính gửi phụ huynh em {LAN}, lớp 7A1: sáng thứ Hai 30/11/2026")
    assert asked.labels == [DENY]
    await teacher.hears_nothing(0.5)


async def test_a_p_that_the_family_asked_for_is_not_questioned(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("hôm nay cháu nghỉ ạ, cháu đau bụng")
    await mother.read(containing="Đã ghi lời xin phép")
    await teacher.read(containing="Xin phép nghỉ")
    await teacher.say("7A1 vắng Lan p")
    await mother.read(containing="đã chấp thuận lời xin phép nghỉ")
    await mother.hears_nothing(2)


async def test_the_denial_reaches_the_homeroom_teacher_who_settles_it_once(stage: Stage):
    teacher = await stage.staff("CB012")
    father = await stage.guardian("7A1", 15, "father")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 vắng Lan p")
    await teacher.read(containing="có phép")
    question = await father.read(containing="ghi em nghỉ có phép")
    await mother.read(containing="ghi em nghỉ có phép")
    await mother.choose(DENY)
    own = await mother.read(containing="Nhà trường đã nhận")
    assert own.labels == ["Em đã đi học từ nhà"]
    card = await teacher.read(containing="Cần xem lại")
    assert "Mẹ em (Nguyễn Diệu Thủy) báo lúc" in card.text
    assert card.labels == ["Ghi không phép (K)", "Giữ có phép (P)", "Em có mặt ở lớp"]
    assert "đã nhận câu trả lời" in (await father.press_again(question, DENY) or "")
    await teacher.choose("Giữ có phép (P)")
    again = await teacher.press_again(card, "Ghi không phép (K)")
    assert "đã xem lại" in (again or "")
    await teacher.say("/vangmat 7A1")
    await teacher.read(containing="vắng có phép")


async def test_the_denial_stands_in_the_lists_and_is_cleared_up_there(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 vắng Lan p")
    await teacher.read(containing="có phép")
    await mother.read(containing="ghi em nghỉ có phép")
    await mother.choose(DENY)
    card = await teacher.read(containing="Cần xem lại")
    await teacher.say("/danhsach 7A1")
    lists = await teacher.read(containing="Cần đối chiếu (1)")
    assert "gia đình báo không xin nghỉ" in lists.text
    await teacher.choose("15. Ngọc Lan: đã trao đổi")
    await stage.quiet()
    late = await teacher.press_again(card, "Ghi không phép (K)")
    assert "đã xem lại" in (late or "")
    await teacher.say("/danhsach 7A1")
    assert "không xin nghỉ" not in (await teacher.read(containing="Đã rõ (1)")).text


async def test_the_child_left_home_and_is_searched_for(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 vắng Lan p")
    await teacher.read(containing="có phép")
    await mother.read(containing="ghi em nghỉ có phép")
    await mother.choose(DENY)
    await teacher.read(containing="Cần xem lại")
    await mother.choose("Em đã đi học từ nhà")
    alarm = await teacher.read(containing="đã đi học từ nhà")
    assert "Đã gặp em" in alarm.labels
    await teacher.choose("Đã gặp em")
    await mother.read(containing="đã gặp em")
    await teacher.say("/vangmat 7A1")
    await teacher.read(containing="muộn")


async def test_corrected_before_it_left_nobody_is_asked(stage: Stage):
    await stage.rules(grace_seconds=600)
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 vắng Lan p")
    await teacher.read(containing="có phép")
    await teacher.choose("Hoàn tác")
    await teacher.read(containing="oàn tác")
    await mother.hears_nothing(0.2)


async def test_marked_k_after_the_question_it_is_taken_back(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 vắng Lan p")
    await teacher.read(containing="có phép")
    await mother.read(containing="ghi em nghỉ có phép")
    await teacher.say("7A1 đủ")
    await mother.read(containing="nay sổ đã sửa lại")
