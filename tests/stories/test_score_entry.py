"""A subject teacher enters marks by message; what is doubtful is asked, what is clear is saved."""

from tests.support.stage import Stage

TEACHER = "CB012"  # teaches Toán in 7A1 and other classes


SIZE = 39  # pupils of 7A1


async def test_a_column_is_saved_in_one_message_and_taken_back(stage: Stage) -> None:
    teacher = await stage.staff(TEACHER)
    await teacher.say(f"7A1 toán tx1: {' '.join(['8'] * (SIZE - 2))} 7,5 85")
    saved = await teacher.read(f"Đã lưu {SIZE} điểm")
    assert "7A1 · Toán · Thường xuyên 1 (học kì I)" in saved.text
    assert "85 → 8,5" in saved.text
    assert "thấp nhất 7,5; cao nhất 8,5" in saved.text
    await teacher.say("7A1 toán tx1: số 3: 9")
    await teacher.read("8 → 9")
    await teacher.say("7a1 toan tx1: 3:9")
    await teacher.read("không có gì thay đổi")
    await teacher.choose("Hoàn tác")
    await teacher.read("Đã hoàn tác 1 điểm")


async def test_what_can_be_two_things_is_asked_before_anything_is_saved(stage: Stage) -> None:
    teacher = await stage.staff(TEACHER)
    await teacher.say("7A1 toán 15p: Ngọc Lan 05, Xyzt 9")
    asked = await teacher.read("«15p» là cột nào?")
    assert [label for label in asked.labels if "Thường xuyên" in label]
    await teacher.choose("Thường xuyên 2")
    asked = await teacher.read("là bao nhiêu điểm?")
    assert "«Xyzt 9»: không có em này" in asked.text
    await teacher.choose("0,5")
    shown = await teacher.read("Chưa lưu")
    assert "xem lại 1 điểm" in shown.text
    await teacher.choose("Lưu 1 điểm")
    await teacher.read("Đã lưu 1 điểm")


async def test_pupils_are_marked_one_by_one_until_it_is_over(stage: Stage) -> None:
    teacher = await stage.staff(TEACHER)
    await teacher.say("/nhapdiem 7A1 toán tx3")
    await teacher.read("chưa có điểm")
    await teacher.say("Ngọc Lan 8,5")
    await teacher.read("Đã lưu 1 điểm")
    await teacher.say("cộng Ngọc Lan 1 điểm")
    await teacher.read("bot không cộng trừ điểm")
    await stage.later(31)
    await stage.clock_seen()
    await teacher.say("Ngọc Lan 9")
    await teacher.read("Đã quá 30 phút")
    await teacher.say("7A1 văn tx1: Lan 8")
    await teacher.read("không được phân công")
