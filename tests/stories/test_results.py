"""A term's results from the last average to the family's phone."""

from tests.stories.test_leave_papers import png
from tests.support.full_terms import fill_term
from tests.support.phone import Phone
from tests.support.stage import Stage

TEACHER, HEAD, OTHER = "CB012", "CB001", "CB016"


async def _remark_and_hand_up(teacher: Phone, head: Phone) -> None:
    """A general remark for everybody; then the class is complete, and goes to the principal."""
    lines = "\n".join(f"{n}: chăm ngoan" for n in range(1, 40))
    await teacher.say(f"nhận xét chung 7A1\n{lines}")
    await teacher.read("đã lưu 39 em")
    await teacher.say("/tongket 7A1 hk1")
    await teacher.read("Nhận xét chung: 39/39")
    await teacher.choose("Trình hiệu trưởng")
    await head.read("Xin duyệt kết quả 7A1")


async def test_a_term_is_settled_across_four_phones(stage: Stage) -> None:
    await fill_term(stage, "7A1", 1, unconfirmed="TOAN")
    teacher, head = await stage.staff(TEACHER), await stage.staff(HEAD)
    mother = await stage.guardian("7A1", 16)
    await teacher.say("/tongket 7A1 hk1")
    board = await teacher.read("Tổng kết 7A1, học kì I")
    assert "Môn đã xong: 11/12" in board.text
    assert "Toán: chưa xác nhận trung bình" in board.text
    assert "Trình hiệu trưởng" not in " ".join(board.labels)
    await teacher.choose("Hỏi ý kiến gia đình")
    await teacher.read("Đã hỏi 1 phụ huynh")
    await mother.read("Mời em tự nhận xét")
    await mother.choose("Gia đình nhận xét")
    await mother.read("Nhắn vài câu")
    await mother.say("Ở nhà cháu biết giúp mẹ, cần bớt xem điện thoại")
    await mother.read("Đã ghi ý kiến của gia đình")
    await teacher.say("/sodiem 7A1 toán")
    await teacher.read("7A1 · Toán")
    await teacher.choose("Xác nhận điểm trung bình")
    await teacher.read("Đã xác nhận điểm trung bình Toán")
    await teacher.say("/renluyen 7A1")
    page = await teacher.read("Rèn luyện 7A1, học kì 1")
    assert "ý kiến 1" in page.text
    await teacher.choose("Đọc ý kiến")
    await teacher.read("bớt xem điện thoại")
    await teacher.say("rèn luyện 7A1: cả lớp tốt trừ số 3 khá")
    saved = await teacher.read("Rèn luyện 7A1, học kì 1: đã lưu 39 em")
    assert "Tốt 38, Khá 1" in saved.text
    await teacher.say("nhận xét 7A1 toán")
    await teacher.read("Nhận xét Toán")
    await teacher.choose("Gợi ý để sửa")
    await teacher.read("chưa lưu gì")
    suggested = await teacher.read("nhận xét 7A1 Toán hk1")
    await teacher.say(suggested.text)
    await teacher.read("đã lưu 39 em")
    lines = "\n".join(f"{n}: chăm ngoan" for n in range(1, 40))
    await teacher.say(f"nhận xét chung 7A1\n{lines}")
    await teacher.read("Nhận xét chung 7A1, học kì 1: đã lưu 39 em")
    await teacher.say("/tongket 7A1 hk1")
    await teacher.read("Môn đã xong: 12/12")
    await teacher.choose("Trình hiệu trưởng")
    await teacher.read("Đã trình kết quả lớp 7A1")
    asked = await head.read("Xin duyệt kết quả 7A1, học kì I")
    assert "Học tập: Tốt 39" in asked.text
    assert "Rèn luyện: Tốt 38, Khá 1" in asked.text
    await head.choose("Duyệt")
    await teacher.read("Đã duyệt kết quả 7A1")
    await teacher.say("rèn luyện 7A1: số 3 tốt")
    await teacher.read("đã được duyệt và khóa")
    await mother.say("/ketqua")
    await mother.read("Chưa có kết quả")


async def test_results_are_given_back_with_a_reason(stage: Stage) -> None:
    await fill_term(stage, "7A1", 1)
    teacher, head, other = [await stage.staff(code) for code in (TEACHER, HEAD, OTHER)]
    await other.say("/tongket 7A1")
    await other.read("không thuộc quyền")
    await other.say("rèn luyện 7A1: cả lớp tốt")
    await other.read("không thuộc quyền")
    await teacher.say("rèn luyện 7A1: cả lớp tốt trừ Sơn Tùng khá")
    unread = await teacher.read("không thấy em nào")
    assert "đã lưu 0 em" in unread.text
    await teacher.say("/renluyen 7A1")
    await teacher.read("Rèn luyện 7A1")
    await teacher.choose("Các em còn lại: Tốt")
    await teacher.read("đã lưu 39 em")
    await teacher.say("/tongket 7A1 hk1")
    await teacher.read("Nhận xét chung: 0/39")
    await _remark_and_hand_up(teacher, head)
    await head.choose("Trả lại")
    await head.read("Lí do trả lại là gì?")
    await head.say("xem lại rèn luyện em số 3")
    await head.read("Đã trả lại")
    back = await teacher.read("được trả lại")
    assert "xem lại rèn luyện em số 3" in back.text
    await head.say("/tongket")
    await head.read("Đang làm: 6A1")


async def test_a_family_reads_its_childs_result(stage: Stage) -> None:
    """Told by itself the next afternoon; again, with the card, whenever it asks."""
    await fill_term(stage, "7A1", 1)
    teacher, head = await stage.staff(TEACHER), await stage.staff(HEAD)
    mother = await stage.guardian("7A1", 16)
    await teacher.say("rèn luyện 7A1: cả lớp tốt")
    await teacher.read("đã lưu 39 em")
    await _remark_and_hand_up(teacher, head)
    await head.choose("Duyệt")
    await teacher.read("Đã duyệt kết quả 7A1")
    await stage.later(36 * 60)
    told = await mother.read("kết quả học kì I đã được hiệu trưởng duyệt")
    assert "Kết quả học tập: Tốt" in told.text
    assert "Giáo viên chủ nhiệm: chăm ngoan" in told.text
    await mother.say("/ketqua")
    card = await mother.read("Kết quả rèn luyện: Tốt")
    assert "Toán 8,0" in card.text


async def test_a_level_in_approved_results_is_put_right_by_minutes(stage: Stage) -> None:
    await fill_term(stage, "7A1", 1)
    teacher, head, admin = [await stage.staff(code) for code in (TEACHER, HEAD, "CB003")]
    await teacher.say("rèn luyện 7A1: cả lớp tốt trừ số 3 khá")
    await teacher.read("đã lưu 39 em")
    await _remark_and_hand_up(teacher, head)
    await head.choose("Duyệt")
    await teacher.read("Đã duyệt kết quả 7A1")
    await teacher.say("sửa rèn luyện số 3 7A1 khá thành tốt")
    await teacher.read("Lí do sửa")
    await teacher.say("ghi nhầm em cùng tên")
    await teacher.read("Gửi ảnh biên bản họp")
    await teacher.send_photo(png(60))
    await teacher.read("Đủ minh chứng")
    await teacher.choose("Gửi hiệu trưởng")
    asked = await head.read("Đề nghị sửa mức rèn luyện")
    assert "Khá → Tốt" in asked.text
    await head.choose("Duyệt")
    await admin.read("hiệu trưởng đã duyệt")
    await admin.choose("Xác nhận sửa")
    await teacher.read("Quản trị")
    await teacher.choose("Xác nhận sửa")
    await teacher.read("Đã sửa mức rèn luyện và khóa lại")
    told = await head.read("đổi theo biên bản")
    assert "rèn luyện Khá → Tốt" in told.text
    await teacher.choose("Ký xác nhận")
    await teacher.choose("Biên bản PDF")
    await teacher.read("Biên bản sửa điểm số 1")
