"""Marks are looked at: the class page by staff, the own child's card by its family."""

from tests.support.stage import Stage

TEACHER = "CB012"


async def test_a_family_sees_marks_once_they_are_let_go(stage: Stage) -> None:
    teacher, mother = await stage.staff(TEACHER), await stage.guardian("7A1", 16)
    await teacher.say("7A1 toán tx1: số 16: 8,5")
    await teacher.read("Đã lưu 1 điểm")
    await mother.say("/diem")
    await mother.read("chưa có điểm nào")
    await teacher.say(f"7A1 toán tx2: {' '.join(['7'] * 39)}")
    await teacher.read("Đã lưu 39 điểm")
    await teacher.choose("Công bố")
    await teacher.read("Đang gửi cho gia đình")
    told = await mother.read("em có điểm mới")
    assert "Toán: Thường xuyên 2 7" in told.text
    assert "8,5" not in told.text
    await mother.say("/diem")
    card = await mother.read("điểm học kì I")
    assert "Thường xuyên 2 7" in card.text
    await mother.say("/sodiem 7A1 toán")
    await mother.read("không thuộc lớp, môn")


async def test_staff_look_at_a_page_and_at_what_is_missing(stage: Stage) -> None:
    teacher, other = await stage.staff(TEACHER), await stage.staff("CB016")
    await teacher.say("7A1 toán tx1: số 3: 9; số 4: 8")
    await teacher.read("Đã lưu 2 điểm")
    await teacher.say("/sodiem toán 7a1")
    shown = await teacher.read("7A1 · Toán")
    assert "Thường xuyên 1: thiếu 37 em" in shown.text
    await teacher.say("/conthieu")
    gaps = await teacher.read("Còn thiếu điểm")
    assert "7A1 Toán, Thường xuyên 1: thiếu 37 em" in gaps.text
    await teacher.say("/phodiem 7A1 toán tx1")
    await teacher.read("Trung bình 8,5; khối 7: 8,5")
    await teacher.say("/lichsudiem 7A1 toán")
    await teacher.read("Trần Anh Khoa, Thường xuyên 1: nhập 2 điểm")
    await teacher.say("/ketqua hk1")
    await teacher.read("Chưa đủ điểm (số em): Ngữ văn 39")
    await other.say("/ketqua 7A1")
    await other.read("không thuộc quyền")
    await other.say("/sodiem 7A1 toán")
    await other.read("không thuộc lớp, môn")
