"""A head asks how the school's day stands, opens a grade and a class, and sees it change."""

from datetime import date

import pytest
from sqlalchemy import select

from storage.tables import Enrolment, SchoolClass
from tests.support.stage import Stage

LAN, MINH = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh"
PRINCIPAL, VICE, TEACHER = "CB001", "CB002", "CB012"
BOARD = "Hôm nay, sáng thứ Hai 30/11/2026"


async def test_the_board_says_who_has_the_roll_and_who_is_there(stage: Stage) -> None:
    teacher, vice = await stage.staff(TEACHER), await stage.staff(VICE)
    await teacher.say("7A1 vắng Lan p, Minh k")
    await teacher.read("Đã lưu")
    await vice.say("/homnay")
    board = await vice.read(BOARD)
    assert "Đã điểm danh 1/6 lớp. Có mặt 37/39 em (94,8%)." in board.text
    assert "Vắng 2: có phép 1, không phép 1, chưa rõ lí do 0." in board.text
    assert "Khối 7: 1/3 lớp · 37/39 em (94,8%) · P 1, K 1, chưa rõ 0" in board.text
    assert "Khối 9: 0/3 lớp" in board.text
    assert "Chưa điểm danh (5 lớp)" in board.text
    assert "• Chưa có ai nhận thẻ: 7A2, 7A3, 9A1, 9A2, 9A3" in board.text
    assert LAN not in board.text


async def test_a_grade_and_a_class_are_opened(stage: Stage) -> None:
    teacher, vice = await stage.staff(TEACHER), await stage.staff(VICE)
    await teacher.say("7A1 vắng Lan p, Minh k")
    await teacher.read("Đã lưu")
    await vice.say("/homnay")
    await vice.read(BOARD)
    await vice.choose("Khối 7")
    grade = await vice.read("Khối 7, sáng thứ Hai 30/11/2026")
    assert "• 7A1: 37/39 em · P 1, K 1, chưa rõ 0, muộn 0" in grade.text
    assert "• 7A2 (sĩ số 38): chưa điểm danh" in grade.text
    await vice.choose("Lớp 7A1")
    seen = await vice.read("Trần Anh Khoa lưu lúc")
    assert f"15. {LAN}: vắng có phép (P)" in seen.text
    assert "Sửa" in seen.labels
    await vice.choose("Khối 7")
    await vice.read("• 7A1: 37/39 em")
    await vice.choose("Lớp 7A2")
    missing = await vice.read("• 7A2 (sĩ số 38): chưa điểm danh. Chưa có ai nhận thẻ")
    assert "Điểm danh thay: nhắn 7A2 đủ" in missing.text
    await vice.say("7A2 đủ")
    await vice.read("Có mặt 38/38")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("tình hình hôm nay", BOARD),
        ("Hom nay ca truong the nao?", BOARD),
        ("/homnay khối 9", "Khối 9, sáng thứ Hai 30/11/2026"),
        ("/homnay KHOI 7", "Khối 7, sáng thứ Hai 30/11/2026"),
        ("/homnay 7a1", "• 7A1 (sĩ số 39): chưa điểm danh"),
        ("/homnay chiều", "Hôm nay, chiều thứ Hai 30/11/2026"),
        ("/homnay 27/11", "Bảng ngày, sáng thứ Sáu 27/11/2026"),
        ("/homnay khối 6", "Khối 6, chiều thứ Hai 30/11/2026"),
        ("/homnay lớp 8A1", "• 8A1 (sĩ số"),
        ("/homnay khối 12", "Các khối: 6, 7, 8, 9. Ví dụ: /homnay khối 6"),
        ("/homnay khối 6 sáng", "Không có khối 6 học buổi đó. Các khối: 7, 9."),
        ("/homnay 7A9", "Trường không có lớp 7A9."),
        ("/homnay 25/12", "25/12/2026"),
        ("/homnay chủ nhật", "Chủ nhật"),
        ("/homnay 99/99", "Chưa hiểu «99/99»"),
        ("/homnay xyz", "Ví dụ: /homnay khối 7 · /homnay 7A1 · /homnay 27/11"),
    ],
)
async def test_it_is_asked_for_in_many_ways(stage: Stage, said: str, answer: str) -> None:
    vice = await stage.staff(VICE)
    await vice.say(said)
    await vice.read(answer)


async def test_teachers_and_families_do_not_see_the_whole_school(stage: Stage) -> None:
    teacher, mother = await stage.staff(TEACHER), await stage.guardian("7A1", 15)
    for phone in (teacher, mother):
        await phone.say("/homnay")
        shown = await phone.read()
        assert "Đã điểm danh" not in shown.text
        assert "không" in shown.text


async def test_an_absence_that_nobody_explains_stands_out_after_two_hours(stage: Stage) -> None:
    teacher, vice = await stage.staff(TEACHER), await stage.staff(VICE)
    await teacher.say("7A1 vắng Lan, Minh p")
    await teacher.read("Đã lưu")
    await vice.say("/homnay")
    board = await vice.read(BOARD)
    assert "chưa rõ lí do 1" in board.text
    assert LAN not in board.text
    await stage.later(minutes=121)
    await vice.say("/homnay")
    board = await vice.read("Quá 2 giờ chưa rõ lí do (1 em)")
    assert f"• {LAN} (7A1), vắng từ 7 giờ 4" in board.text
    assert MINH not in board.text


async def test_leave_that_a_family_asked_for_is_an_explanation(stage: Stage) -> None:
    teacher, vice = await stage.staff(TEACHER), await stage.staff(VICE)
    mother = await stage.guardian("7A1", 15)
    await teacher.say("7A1 vắng Lan")
    await teacher.read("Đã lưu")
    await mother.read("chưa có mặt ở lớp")
    await mother.say("cô ơi cho cháu Lan nghỉ hôm nay, nhà có tang ạ")
    await mother.read("nghỉ")
    await stage.later(minutes=121)
    await vice.say("/homnay")
    board = await vice.read(BOARD)
    assert LAN not in board.text
    assert "tang" not in board.text


async def test_changes_of_class_size_are_named(stage: Stage) -> None:
    vice, pupil = await stage.staff(VICE), await stage.pupil("7A1", 15)

    async def leave(session) -> None:
        stays = select(Enrolment).where(Enrolment.pupil_id == pupil.id)
        stay = (await session.scalars(stays)).one()
        stay.ends, stay.outcome = date(2026, 11, 26), "transferred"
        minh = select(Enrolment).join(SchoolClass).where(SchoolClass.name == "7A1")
        moved = (await session.scalars(minh.where(Enrolment.list_number == 16))).one()
        moved.ends, moved.outcome = date(2026, 11, 27), "changed_class"
        other = select(SchoolClass.id).where(SchoolClass.name == "7A2")
        session.add(
            Enrolment(
                pupil_id=moved.pupil_id,
                class_id=await session.scalar(other),
                list_number=99,
                starts=date(2026, 11, 28),
            )
        )

    await stage.run(leave)
    await vice.say("/homnay")
    board = await vice.read("Sĩ số thay đổi 7 ngày qua (2 em)")
    assert f"• 27/11: {LAN} chuyển đi khỏi 7A1" in board.text
    assert f"• 28/11: {MINH} từ 7A1 sang 7A2" in board.text


async def test_the_chart_comes_as_a_picture_with_its_figures(stage: Stage) -> None:
    teacher, vice = await stage.staff(TEACHER), await stage.staff(VICE)
    await vice.say("/homnay")
    await vice.read(BOARD)
    await vice.choose("Biểu đồ")
    await vice.read("Chưa có điểm danh nào trong 4 tuần gần đây.")
    await teacher.say("7A1 vắng Lan p, Minh k")
    await teacher.read("Đã lưu")
    await vice.say("/homnay")
    await vice.read("Đã điểm danh 1/6 lớp")
    await vice.choose("Biểu đồ")
    chart = await vice.read("Tỉ lệ vắng 4 tuần gần đây")
    assert "• Tuần từ 30/11: 5,1% (P 2,6%, K 2,6%, chưa rõ 0,0%)" in chart.text
    assert "Cao nhất: thứ Hai 30/11/2026, 5,1% (2/39 em)." in chart.text


async def test_the_days_summary_comes_once_at_its_hour(stage: Stage) -> None:
    teacher, vice = await stage.staff(TEACHER), await stage.staff(VICE)
    principal = await stage.staff(PRINCIPAL)
    await teacher.say("7A1 vắng Lan p, Minh")
    await teacher.read("Đã lưu")
    await stage.rules(summary_at="11:30")
    await stage.later(minutes=235)
    await stage.ticked()
    for head in (vice, principal):
        told = await head.read("Tóm tắt ngày thứ Hai 30/11/2026")
        assert "Đã điểm danh 1/6 lớp. Có mặt 37/39 em (94,8%)." in told.text
        assert "Chưa điểm danh: 7A2, 7A3, 9A1, 9A2, 9A3." in told.text
        assert f"Còn 1 em vắng chưa rõ lí do: {MINH} (7A1)." in told.text
        assert "Chiều" not in told.text  # it has not begun
    await teacher.read("Ghi trong điểm danh (2)")  # the lists of the class, and no summary
    await teacher.hears_nothing(1)
    await stage.later(minutes=30)
    await stage.ticked()
    await vice.hears_nothing(1)
    await vice.say("/homnay")
    await vice.read("Hôm nay, ")


async def test_it_changes_where_it_stands_as_rolls_come_in(stage: Stage) -> None:
    teacher, vice = await stage.staff(TEACHER), await stage.staff(VICE)
    await vice.say("/homnay")
    board = await vice.read("Chưa lớp nào điểm danh (0/6 lớp)")
    await teacher.say("7A1 đủ")
    await teacher.read("Đã lưu")
    await stage.ticked()
    assert "0/6 lớp" in next(m for m in await vice.messages() if m.id == board.id).text
    await stage.later(minutes=1)  # more than 20 seconds, and a restart
    await stage.ticked()
    await vice.read("Đã điểm danh 1/6 lớp")
    shown = next(m for m in await vice.messages() if m.id == board.id)
    assert "Không em nào vắng." in shown.text
    await vice.tap(board.id, "Xem buổi chiều")
    await vice.read("Hôm nay, chiều thứ Hai")


async def test_a_child_that_left_home_and_did_not_arrive_is_there_at_once(stage: Stage) -> None:
    teacher, vice = await stage.staff(TEACHER), await stage.staff(VICE)
    mother = await stage.guardian("7A1", 15)
    await teacher.say("7A1 vắng Lan")
    await teacher.read(LAN)
    await mother.read("em chưa có mặt ở lớp")
    await mother.choose("Em đã đi học từ nhà")
    await teacher.read("đã đi học từ nhà")
    await vice.say("/homnay")
    board = await vice.read("Đã ra khỏi nhà mà chưa đến lớp (1 em)")
    assert f"• {LAN} (7A1), vắng từ 7 giờ 4" in board.text
    assert "gia đình báo em đã đi học" in board.text


async def test_it_names_whom_the_card_is_with(stage: Stage) -> None:
    vice = await stage.staff(VICE)
    teacher = await stage.staff(TEACHER)
    await stage.bring_cards()
    await teacher.read("Điểm danh lớp 7A1")
    await vice.say("/homnay")
    board = await vice.read("Hôm nay, sáng thứ Hai")
    assert "• 7A1: Thầy Trần Anh Khoa đang giữ thẻ" in board.text
    assert "7A3" in board.text


async def test_its_buttons_show_nothing_to_others_and_of_no_day(stage: Stage) -> None:
    teacher, vice = await stage.staff(TEACHER), await stage.staff(VICE)
    await teacher.say("7A1 vắng Lan p")
    await teacher.read("Đã lưu")
    mother = await stage.guardian("7A1", 16)
    await mother.say("/toi")
    await mother.read()
    await teacher.forget()
    day = date(2026, 11, 30).toordinal()
    at = f"{day}:m"
    forged = (f"hns:{at}", f"hna:{at}", f"hnt:{at}", f"hnu:{at}", f"hnz:{at}", f"hng:{at}:7:1")
    for phone in (mother, teacher):
        shown = (await phone.messages())[-1].id
        for data in (*forged, f"hnk:{at}:4:0"):
            assert "không" in (await phone.tap_raw(shown, data) or "")
        await phone.hears_nothing(0.5)
    await vice.say("/homnay")
    board = await vice.read(BOARD)
    for data in ("hns:0:m", "hns:99999999999:m", f"hns:{day}:x", f"hna:{day}:"):
        assert "đã cũ" in (await vice.tap_raw(board.id, data) or "")
    assert await vice.tap_raw(board.id, f"hnk:{at}:9999:0")
    assert await vice.tap_raw(board.id, f"hng:{at}:77:0")
