"""What cannot be asked for, what is asked about first, and what only the teacher may know."""

from storage import school_settings
from storage.tables import Guardianship
from tests.support.stage import Stage

LAN = "Nguyễn Thị Ngọc Lan"


async def second_child(stage: Stage) -> str:
    """Lan's mother has a second child in the class; the name."""
    mother_id = await stage.guardian_id("7A1", 15, "mother")
    brother = await stage.pupil("7A1", 16)

    async def two(session):
        session.add(Guardianship(person_id=mother_id, pupil_id=brother.id, relation="mother"))
        await school_settings.raise_revision(session)

    await stage.run(two)
    return brother.full_name


async def test_anothers_child(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("mai Tuấn nghỉ nha thầy")
    asked = await mother.read(containing="«Tuấn» không phải tên con của gia đình")
    assert asked.labels == [LAN, "Không phải con tôi"]
    await mother.choose("Không phải con tôi")
    await mother.read(containing="chưa ghi gì")
    await teacher.hears_nothing(0.3)


async def test_which_of_two_children_is_asked_never_guessed(stage: Stage):
    brother = await second_child(stage)
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("mai con nghỉ nha thầy")
    asked = await mother.read(containing="Lời này là về em nào?")
    assert set(asked.labels) == {LAN, brother, "Thôi"}
    await teacher.hears_nothing(0.3)
    await mother.choose(brother)
    await mother.read(containing=f"em {brother}, lớp 7A1, nghỉ thứ Ba 01/12/2026")
    await teacher.read(containing=brother)
    await mother.say("hai đứa mốt nghỉ ạ, nhà có đám cưới")
    await mother.read(containing=f"em {LAN}, lớp 7A1, nghỉ")
    await mother.read(containing=f"em {brother}, lớp 7A1, nghỉ")


async def test_days_that_cannot_be_asked_for(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    for words, answer in {
        "chủ nhật cho cháu nghỉ": "Chủ nhật 06/12/2026 trường không dạy",
        "xin nghỉ 400 ngày từ mai": "chỉ xin nghỉ được trong 60 ngày",
        "xin nghỉ từ 1/12 đến 31/12/2027": "chỉ xin nghỉ được trong 60 ngày",
        "giải trình: cháu nghỉ hôm 10/11 vì ốm": "7 ngày gần đây",
        "cho cháu nghỉ ngày 2/8/2027": "nằm ngoài năm học",
        "xin vào muộn lúc 6h": "không nằm trong buổi học nào",
    }.items():
        await mother.say(words)
        await mother.read(containing=answer)
        await mother.say("/huy")
        await mother.read()
        await mother.forget()
    await teacher.hears_nothing(0.3)


async def test_end_before_start_is_asked_again(stage: Stage):
    await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("cho cháu nghỉ từ 4/12 đến 2/12")
    await mother.read(containing="Ngày nào?")
    await mother.say("từ 2/12 đến 4/12")
    await mother.read(containing="từ thứ Tư 02/12/2026 đến thứ Sáu 04/12/2026")


async def test_explained_afterwards(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("7A1 ngày 28/11 đủ")
    await teacher.read(containing="28/11/2026")
    await teacher.forget()
    await mother.say("giải trình: thứ 7 vừa rồi Lan nghỉ vì sốt")
    await mother.read(containing="có mặt ở lớp, không cần giải trình")
    await teacher.say("7A1 ngày 28/11 vắng Lan")
    await teacher.read(containing="28/11/2026")
    await teacher.forget()
    await mother.say("giải trình: thứ 7 vừa rồi Lan nghỉ vì sốt")
    await mother.read(containing="Đã ghi lời giải trình")
    await teacher.read(containing="Giải trình sau")
    await teacher.choose("Chấp thuận")
    await mother.read(containing="đã chấp thuận lời xin phép nghỉ thứ Bảy 28/11/2026")
    await teacher.say("/vangmat 7A1 28/11")
    await teacher.read(containing="vắng có phép")


async def test_overlapping_requests_become_one(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("mai và mốt con nghỉ ạ, con sốt")
    await mother.read(containing="từ thứ Ba 01/12/2026 đến thứ Tư 02/12/2026")
    await teacher.read(containing="Xin phép nghỉ")
    await mother.say("mai con nghỉ nha thầy")
    await mother.read(containing="Lời này nhà trường đã nhận từ trước")
    await teacher.hears_nothing(0.3)
    await mother.say("cho con nghỉ từ mốt đến thứ 5 ạ")
    merged = await mother.read(containing="Đã gộp với lời xin trước")
    assert "từ thứ Ba 01/12/2026 đến thứ Năm 03/12/2026 (3 ngày học)" in merged.text
    assert "Lí do: con sốt" in merged.text
    await teacher.read(containing="Gia đình đã đổi lời xin này")
    await teacher.read(containing="(3 ngày học)")


async def test_two_guardians_who_contradict(stage: Stage):
    teacher = await stage.staff("CB012")
    father = await stage.guardian("7A1", 15, "father")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("hôm nay cháu nghỉ ạ, cháu mệt")
    await mother.read(containing="Đã ghi lời xin phép")
    await teacher.read(containing="Xin phép nghỉ")
    await father.say("hôm nay cháu đi học bình thường ạ")
    said = await father.read(containing="đi học từ thứ Hai 30/11/2026")
    assert "mệt" not in said.text
    assert "Thủy" not in said.text
    told = await teacher.read(containing="Hai phụ huynh báo khác nhau")
    assert "Bố em (Nguyễn Bảo Minh)" in told.text
    await teacher.read(containing="lại báo khác về những ngày này")
    await mother.hears_nothing(0.5)
    await teacher.say("7A1 vắng Lan")
    roll = await teacher.read(containing="Có mặt")
    assert "gia đình báo khác nhau" in roll.text
    for parent in (father, mother):
        await parent.read(containing="em chưa có mặt ở lớp")


async def test_both_parents_ask_and_one_answer_is_for_both(stage: Stage):
    teacher = await stage.staff("CB012")
    father = await stage.guardian("7A1", 15, "father")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("mai cháu nghỉ ạ, cháu sốt cao")
    await mother.read(containing="Đã ghi lời xin phép")
    await teacher.read(containing="Lí do: cháu sốt cao")
    await father.say("mai con nghỉ nha thầy, về quê")
    own = await father.read(containing="Đã ghi lời xin phép")
    assert "sốt" not in own.text
    card = await teacher.read(containing="Mẹ em (Nguyễn Diệu Thủy) cũng đã xin nghỉ")
    assert "Lí do: về quê" in card.text
    await teacher.choose("Chấp thuận")
    for parent in (father, mother):
        await parent.read(containing="đã chấp thuận lời xin phép nghỉ thứ Ba 01/12/2026")


async def test_a_father_who_takes_back_what_he_never_asked_for(stage: Stage):
    teacher = await stage.staff("CB012")
    father = await stage.guardian("7A1", 15, "father")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("mai cháu nghỉ ạ")
    await mother.read(containing="Đã ghi lời xin phép")
    await teacher.read(containing="Xin phép nghỉ")
    await father.say("thôi mai cháu không nghỉ nữa thầy ạ")
    await father.read(containing="đi học từ thứ Ba 01/12/2026")
    card = await teacher.read(containing="lại báo khác về những ngày này")
    assert "Chấp thuận" in card.labels
    await mother.hears_nothing(0.5)


async def test_a_teacher_speaks_as_a_parent_only_of_their_own_child(stage: Stage):
    teacher_id = await stage.person_id("CB012")
    child = await stage.pupil("8A1", 5)

    async def parent(session):
        session.add(Guardianship(person_id=teacher_id, pupil_id=child.id, relation="father"))
        await school_settings.raise_revision(session)

    await stage.run(parent)
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("Lan nghỉ hôm nay")
    roll = await teacher.read()
    assert "Đã ghi lời xin phép" not in roll.text
    await mother.forget()
    await teacher.say("/huy")
    await teacher.read()
    await teacher.forget()
    await teacher.say("mai con tôi nghỉ, cháu sốt")
    await teacher.read(containing=f"em {child.full_name}, lớp 8A1, nghỉ thứ Ba 01/12/2026")


async def test_only_those_concerned_can_touch_a_request(stage: Stage):
    other = await stage.guardian("7A1", 16, "mother")
    stranger_teacher = await stage.staff("CB016")
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("mai con nghỉ nha thầy, con bị sốt")
    echo = await mother.read(containing="Đã ghi lời xin phép")
    card = await teacher.read(containing="Xin phép nghỉ")
    await other.say("/trogiup")
    first = await other.read()
    for label in ("Sửa", "Thôi không xin nữa"):
        assert "không thuộc quyền" in (await other.tap_raw(first.id, echo.data[label]) or "")
    assert "không thuộc quyền" in (await other.tap_raw(first.id, card.data["Chấp thuận"]) or "")
    await stranger_teacher.say("/trogiup")
    seen = await stranger_teacher.read()
    told = await stranger_teacher.tap_raw(seen.id, card.data["Chấp thuận"])
    assert "không thuộc quyền" in (told or "")
    await mother.hears_nothing(0.3)
