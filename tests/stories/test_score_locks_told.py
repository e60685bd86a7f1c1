"""The principal closes the gradebook and opens a part of it for a while."""

from tests.support.stage import Stage


async def test_a_term_is_closed_and_one_column_opened(stage: Stage) -> None:
    head, teacher = await stage.staff("CB001"), await stage.staff("CB012")
    await head.say("/khoaso hk1")
    await head.read("Đã khóa: học kì I")
    await teacher.say("7A1 toán tx1: số 3: 9")
    await teacher.read("đã khóa nên chưa lưu gì")
    await head.say("/mokhoa 7A1 toán tx1")
    await head.read("Mở đến ngày nào?")
    await head.say("/mokhoa 7A1 toán tx1 đến 2/12: nhập sót một em")
    await head.read("Đã báo 1 giáo viên")
    await teacher.read("Hiệu trưởng mở sổ điểm: lớp 7A1, môn Toán, Thường xuyên 1")
    await teacher.say("7A1 toán tx1: số 3: 9")
    await teacher.read("Đã lưu 1 điểm")
    await head.say("/khoaso")
    shown = await head.read("Khóa, mở sổ điểm")
    assert "🔓 lớp 7A1, môn Toán, Thường xuyên 1, đến hết 02/12/2026" in shown.text
    await teacher.say("/khoaso hk1")
    await teacher.read("không thuộc quyền")
