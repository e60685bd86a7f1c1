"""The month's book: looked at, shown to families, confirmed, signed; afterwards only corrected."""

from tests.support.book import DAY, EVENING, fill_month
from tests.support.phone import Phone
from tests.support.stage import Stage

LAN, MINH = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh"
TEACHER, OFFICE, PRINCIPAL, VICE = "CB012", "CB004", "CB001", "CB002"
ABSENT = {(12, 15): "unexcused", (13, 15): "excused", (20, 16): "unexplained"}


async def at_months_end(stage: Stage, **more: tuple[int, ...]) -> Phone:
    """November is over for 7A1, and its teacher has the page open."""
    await fill_month(stage, "7A1", TEACHER, ABSENT, **more)
    await stage.rules(book_hour=23)  # nothing comes by itself
    await stage.later(EVENING)
    return await stage.staff(TEACHER)


async def locked(stage: Stage) -> Phone:
    """The month is confirmed, no family having an account."""
    teacher = await at_months_end(stage)
    await teacher.say("/sodiemdanh 7A1")
    await teacher.read("TS")
    await teacher.choose("Ghi P/K cho 1 buổi chưa rõ")
    await teacher.read("Chưa rõ P hay K: 1 buổi")
    await teacher.choose("16. Minh 20/11: P")
    await stage.quiet()
    await teacher.say("/sodiemdanh 7A1")
    await teacher.read("TS")
    await teacher.choose("Gửi gia đình xem")
    await teacher.read("xác nhận được ngay")
    await teacher.choose("Xác nhận tháng")
    await teacher.read("Xác nhận sổ điểm danh lớp 7A1, tháng 11/2026?")
    await teacher.choose("Xác nhận và khóa")
    await teacher.read("Sổ đã khóa")
    return teacher


async def test_gaps_and_oddities_come_first(stage: Stage) -> None:
    teacher = await at_months_end(stage, without=(3,))
    await teacher.say("Sổ điểm danh 7A1 tháng 11")
    page = await teacher.read("Sổ điểm danh lớp 7A1, tháng 11/2026")
    assert "39 em · tổng số buổi nghỉ (TS) 3: P 1, K 1, chưa rõ 1" in page.text
    assert f"15. {LAN}: 2 (P 1, K 1)" in page.text
    assert "1 buổi chưa có điểm danh: sáng 03/11" in page.text
    assert f"1 buổi vắng chưa rõ P hay K: 16. {MINH} (sáng 20/11)" in page.text
    await teacher.say("7A1 3/11 đủ")
    await teacher.read("Đã lưu điểm danh lớp 7A1, sáng thứ Ba 03/11/2026")
    await teacher.say("/sodiemdanh 7a1 11")
    assert "chưa có điểm danh" not in (await teacher.read("TS")).text


async def test_families_see_their_own_row_before_the_month_is_locked(stage: Stage) -> None:
    mother, other = await stage.guardian("7A1", 15, "mother"), await stage.guardian("7A1", 16)
    teacher = await at_months_end(stage)
    await teacher.say("/sodiemdanh 7A1")
    await teacher.read("TS")
    await teacher.choose("Gửi gia đình xem")
    await teacher.read("Đã gửi 2 phụ huynh lớp 7A1")
    row = await mother.read("dòng của em trong sổ điểm danh tháng 11/2026")
    assert "Nghỉ 2 buổi: có phép (P) 1, không phép (K) 1. 12/11: K; 13/11: P" in row.text
    assert MINH not in row.text
    assert MINH in (await other.read("dòng của em")).text
    await other.choose("Đúng")
    await other.read("Nhà trường đã ghi")
    await mother.choose("Có chỗ chưa đúng")
    await mother.read("chỗ nào chưa đúng")
    await stage.later(1)  # a restart in between is no matter
    await mother.say("Ngày 12/11 cháu chỉ đến muộn ạ")
    await mother.read("Đã chuyển đến thầy/cô chủ nhiệm")
    doubt = await teacher.read("thấy dòng điểm danh tháng 11/2026 chưa đúng")
    assert "Ngày 12/11 cháu chỉ đến muộn ạ" in doubt.text
    await other.hears_nothing()
    await teacher.say("7A1 12/11 Lan muộn 10")
    await teacher.read("muộn 10 phút")
    await teacher.choose("Đã xem lại: 15. Lan")
    row = await mother.read("đã xem lại điều gia đình nêu")
    assert "Nghỉ 1 buổi" in row.text
    assert "đi muộn 1 lần" in row.text


async def test_what_is_neither_p_nor_k_is_settled_before_the_month_is_confirmed(
    stage: Stage,
) -> None:
    teacher = await at_months_end(stage)
    await teacher.say("/sodiemdanh 7A1")
    await teacher.read("TS")
    await teacher.choose("Gửi gia đình xem")
    page = await teacher.read("Tiếp theo: giáo viên chủ nhiệm xác nhận")
    assert "Xác nhận tháng" not in page.labels
    await teacher.choose("Ghi P/K cho 1 buổi chưa rõ")
    await teacher.read("Chưa rõ P hay K: 1 buổi")
    await teacher.choose("16. Minh 20/11: K")
    await stage.quiet()
    await teacher.say("/sodiemdanh 7A1")
    assert "Xác nhận tháng" in (await teacher.read("P 1, K 2")).labels


async def test_families_have_their_time(stage: Stage) -> None:
    mother = await stage.guardian("7A1", 16)
    await fill_month(stage, "7A1", TEACHER, {(12, 15): "excused"})
    await stage.rules(book_hour=23)
    await stage.later(EVENING)
    teacher = await stage.staff(TEACHER)
    await teacher.say("/sodiemdanh 7A1")
    await teacher.read("TS")
    await teacher.choose("Gửi gia đình xem")
    page = await teacher.read("Gia đình xem đến 17:40 01/12/2026")
    assert "Xác nhận tháng" not in page.labels
    await mother.read("Em đi học đầy đủ cả tháng")
    await mother.choose("Đúng")
    await mother.read("Nhà trường đã ghi")
    await teacher.say("/sodiemdanh 7A1")
    assert "Xác nhận tháng" in (await teacher.read("Gia đình đã trả lời: 1/1")).labels


async def test_a_locked_month_changes_by_an_approved_correction_alone(stage: Stage) -> None:
    mother = await stage.guardian("7A1", 17)
    principal = await stage.staff(PRINCIPAL)
    teacher = await at_months_end(stage)
    for order, label, seen in (
        ("/sodiemdanh 7A1", "Ghi P/K cho 1 buổi chưa rõ", "Chưa rõ P hay K: 1 buổi"),
        ("", "16. Minh 20/11: P", ""),
        ("/sodiemdanh 7A1", "Gửi gia đình xem", "Đã gửi 1 phụ huynh"),
    ):
        if order:
            await teacher.say(order)
            await teacher.read("TS")
        await teacher.choose(label)
        await (teacher.read(seen) if seen else stage.quiet())
    await mother.read("đầy đủ")
    await mother.choose("Đúng")
    await mother.read("Nhà trường đã ghi")
    await teacher.say("/sodiemdanh 7A1")
    await teacher.read("1/1")
    await teacher.choose("Xác nhận tháng")
    await teacher.read("phải có hiệu trưởng duyệt")
    await teacher.choose("Xác nhận và khóa")
    await teacher.read("Sổ đã khóa")

    await teacher.say("7A1 12/11 Lan p")
    await teacher.read("đã xác nhận và khóa, nên chưa đổi gì")
    await teacher.choose("Đề nghị sửa")
    await teacher.read("Cần sửa cho em nào")
    await teacher.say("Lan P")
    await teacher.read("Xin ghi ngày trong tháng này")
    await teacher.say("em 17 ngày 12/11 k vi bo tiet di choi")
    said = await teacher.read("Đã lưu đề nghị sửa tháng 11/2026")
    assert "có mặt → K" in said.text
    card = await principal.read("Thầy Trần Anh Khoa đề nghị sửa")
    assert "bo tiet di choi" in card.text
    assert card.labels == ["Duyệt", "Từ chối"]
    await principal.tap(card.id, "Duyệt")
    assert "sổ đã sửa" in (await teacher.read("đã duyệt lúc")).text
    assert "12/11: K" in (await mother.read("vừa được sửa sau khi khóa")).text
    await principal.press_again(card, "Duyệt")
    await teacher.say("/sodiemdanh 7A1")
    page = await teacher.read("Đã sửa sau xác nhận")
    assert "có mặt → K" in page.text
    assert "bo tiet" not in page.text


async def test_a_correction_is_refused_with_a_reason_or_taken_back(stage: Stage) -> None:
    principal = await stage.staff(PRINCIPAL)
    teacher = await locked(stage)
    await teacher.choose("Đề nghị sửa")
    await teacher.read("Cần sửa cho em nào")
    await teacher.say("Lan 12/11 P vì gia đình nộp giấy khám muộn")
    await teacher.read("K → P")
    await principal.read("gia đình nộp giấy khám muộn")
    await principal.choose("Từ chối")
    await principal.read("Vì sao không duyệt?")
    await principal.say("Giấy khám ghi ngày khác")
    await principal.read("Đã từ chối")
    assert "Lí do: Giấy khám ghi ngày khác" in (await teacher.read("không duyệt")).text
    await teacher.say("/sodiemdanh 7A1")
    assert "K 1" in (await teacher.read("TS")).text
    await teacher.choose("Đề nghị sửa")
    await teacher.read("Cần sửa cho em nào")
    await teacher.say("Lan 12/11 P vì gia đình nộp lại giấy")
    await teacher.read("K → P")
    await teacher.choose("Rút lại")
    await teacher.read("Đã rút lại đề nghị")
    await principal.read("đã rút lại")


async def test_teacher_office_and_principal_sign_in_this_order(stage: Stage) -> None:
    principal, office = await stage.staff(PRINCIPAL), await stage.staff(OFFICE)
    teacher = await locked(stage)
    await teacher.say("/sodiemdanh 7A1")
    page = await teacher.read("Từ 00:00 01/12/2026, giáo viên chủ nhiệm kí")
    assert "Kí xác nhận" not in page.labels
    await stage.later(DAY)
    await office.say("/sodiemdanh")
    await office.read("Chờ giáo viên chủ nhiệm kí (1): 7A1")
    await teacher.say("/sodiemdanh 7A1")
    await teacher.read("Tiếp theo: giáo viên chủ nhiệm kí")
    await teacher.choose("Kí xác nhận")
    signed = await teacher.read("Đã lưu chữ kí của giáo viên chủ nhiệm")
    assert "không phải chữ kí số" in signed.text
    await office.say("/sodiemdanh 7A1")
    await office.read("Tiếp theo: văn phòng xác nhận đã lưu")
    await office.choose("Đã lưu sổ")
    await office.read("Đã lưu: văn phòng giữ trang")
    await principal.say("/sodiemdanh")
    await principal.read("Chờ hiệu trưởng kí (1): 7A1")
    await principal.choose("Kí cả 1 lớp")
    board = await principal.read("Hiệu trưởng đã kí 1 lớp: 7A1")
    assert "Đủ chữ kí (1): 7A1" in board.text


async def test_the_book_reminds_by_itself(stage: Stage) -> None:
    await fill_month(stage, "7A1", TEACHER, {(12, 15): "excused"}, without=(3,))
    teacher, vice = await stage.staff(TEACHER), await stage.staff(VICE)
    await stage.later(EVENING)
    asked = await teacher.read("đã hết buổi học cuối")
    assert "1 buổi chưa có điểm danh" in asked.text
    await stage.later(DAY)
    await teacher.read("đã hết buổi học cuối")
    await stage.later(DAY)
    await stage.ticked()
    await teacher.hears_nothing()
    await stage.later(3 * DAY)
    late = await vice.read("chưa xong phần giáo viên chủ nhiệm")
    assert "7A1" in late.text
    await teacher.read("đã hết buổi học cuối")
    await teacher.choose("Mở sổ")
    await teacher.read("Sổ điểm danh lớp 7A1, tháng 11/2026")


async def test_the_page_comes_as_a_file(stage: Stage) -> None:
    teacher = await locked(stage)
    await teacher.say("/sodiemdanh 7A1")
    await teacher.read("TS")
    await teacher.choose("PDF A4")
    file = await teacher.read("Sổ điểm danh lớp 7A1, tháng 11/2026: 39 em, TS 3 (P 2, K 1)")
    assert "Kí trên hệ thống: 0/3" in file.text
    await teacher.say("/sodiemdanh 7A1 hk1")
    await teacher.read("Sổ điểm danh lớp 7A1, học kì 1")
    await teacher.choose("Excel")
    await teacher.read("Sổ điểm danh lớp 7A1, học kì 1: 39 em, TS 3 (P 2, K 1)")
