"""The vice principal looks at marks, asks a teacher, and remarks on a month of a class's book."""

from tests.support.stage import Stage


async def test_a_pile_of_equal_marks_is_asked_about(stage: Stage) -> None:
    teacher, vice = await stage.staff("CB012"), await stage.staff("CB002")
    await vice.say("/batthuong")
    await vice.read("Chưa thấy điểm nào bất thường")
    await teacher.say(f"7A1 toán tx1: {' '.join(['8'] * 39)}")
    await teacher.read("Đã lưu 39 điểm")
    await vice.say("/batthuong")
    found = await vice.read("39/39 em cùng điểm 8,0")
    assert "7A1 Toán, Thường xuyên 1" in found.text
    await vice.choose("Hỏi giáo viên")
    await vice.read("Thầy/cô muốn hỏi gì?")
    await vice.say("mặc định")
    await vice.read("Đã hỏi giáo viên")
    asked = await teacher.read("Phó hiệu trưởng muốn trao đổi")
    assert "dự kiến hỗ trợ" in asked.text
    await teacher.choose("Trả lời")
    await teacher.read("nhắn câu trả lời")
    await teacher.say("Bài làm nhóm, cả lớp cùng điểm")
    await teacher.read("Đã gửi câu trả lời")
    await vice.read("Bài làm nhóm, cả lớp cùng điểm")
    await vice.choose("Bình thường")
    await stage.quiet()
    await vice.say("/batthuong")
    await vice.read("Chưa thấy điểm nào bất thường")
    await teacher.say("/batthuong")
    await teacher.read("không thuộc quyền")


async def test_targets_and_the_monthly_remark(stage: Stage) -> None:
    vice = await stage.staff("CB002")
    await vice.say("/chitieu toán 7 từ 5,0: 85%")
    await vice.read("Chỉ tiêu Toán khối 7: 85% từ 5,0")
    await vice.say("/chitieu toán")
    await vice.read("/chitieu")
    await vice.say("/kiemtraso 7A1")
    await vice.read("Kiểm tra sổ 7A1")
    await vice.choose("Đủ, đúng tiến độ")
    await vice.read("Đã ghi nhận xét sổ 7A1")
    await vice.say("/kiemtraso 7A1")
    again = await vice.read("Nhận xét đã ghi")
    assert "Vào điểm đủ, đúng tiến độ." in again.text
