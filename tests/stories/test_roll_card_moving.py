"""The roll card goes to a colleague, is asked about once more, and goes higher; never in vain."""

from tests.support.phone import Phone, Shown
from tests.support.stage import Stage

LAN = "Nguyễn Thị Ngọc Lan"


async def swap(stage: Stage) -> tuple[Phone, Phone, Shown]:
    """The homeroom teacher has the card of 7A1; another teacher of the class takes it over."""
    khoa, dung = await stage.staff("CB012"), await stage.staff("CB009")  # no lesson in 7A1 today
    await stage.bring_cards()
    card = await khoa.read("Điểm danh lớp 7A1")
    await dung.say("/diemdanh 7A1")
    offered = await dung.read("không có tên thầy/cô ở 7A1")
    assert offered.labels == ["Tôi đang dạy 7A1"]
    await dung.choose("Tôi đang dạy 7A1")
    await dung.read("Thẻ điểm danh 7A1 đã chuyển cho thầy/cô")
    return khoa, dung, card


async def test_a_lesson_swapped_in_the_corridor(stage: Stage) -> None:
    khoa, dung, card = await swap(stage)
    theirs = await dung.read("Sĩ số 39")
    assert theirs.labels == ["Đủ", "Có vắng"]
    moved = await khoa.read("đang dạy lớp 7A1")
    assert "Thầy Trần Thanh Dũng" in moved.text
    assert moved.labels == ["Tôi đang dạy lớp này"]
    assert khoa.is_new_face(moved, card)


async def test_who_took_the_card_over_may_take_the_roll_and_the_first_card_says_so(
    stage: Stage,
) -> None:
    khoa, dung, card = await swap(stage)
    await dung.read("Sĩ số 39")
    await khoa.read("đang dạy lớp 7A1")
    await dung.say("vắng Lan p, các em khác có mặt")
    await dung.read(f"{LAN}: vắng có phép")
    closed = await khoa.read("Thầy Trần Thanh Dũng đã lưu điểm danh lớp 7A1")
    assert closed.id == card.id
    assert "có mặt 38/39" in closed.text
    assert closed.labels == []


async def test_who_does_not_teach_then_is_told_how_to_take_the_card_over(stage: Stage) -> None:
    dung = await stage.staff("CB009")
    await dung.say("7A1 vắng Lan")
    assert "/diemdanh" not in (await dung.read("không được phân công 7A1")).text
    await stage.bring_cards()
    await stage.ticked()
    await dung.say("7A1 vắng Lan")
    refused = await dung.read("không được phân công 7A1")
    assert "gõ /diemdanh 7A1 để nhận thẻ" in refused.text


async def test_the_card_can_be_taken_back(stage: Stage) -> None:
    khoa, dung, _ = await swap(stage)
    theirs = await dung.read("Sĩ số 39")
    await khoa.read("đang dạy lớp 7A1")
    await khoa.choose("Tôi đang dạy lớp này")
    again = await khoa.read("Sĩ số 39")
    assert again.labels == ["Đủ", "Có vắng"]
    await dung.read("Thầy Trần Anh Khoa đang dạy lớp 7A1")
    await dung.press_again(theirs, "Đủ")
    await dung.say("7A1 đủ")
    await dung.read("không được phân công 7A1")
    await khoa.say("/vangmat")
    await khoa.read("Chưa có điểm danh lớp 7A1")


async def test_open_cards_are_offered_where_the_class_is_not_clear(stage: Stage) -> None:
    civics = await stage.staff("CB017")  # teaches every class, has no lesson now
    await stage.bring_cards()
    await stage.ticked()
    await civics.say("/diemdanh")
    offered = await civics.read("chưa có điểm danh")
    assert "Tôi đang dạy 7A1" in offered.labels
    assert "Tôi đang dạy 6A3" not in offered.labels  # has lessons in the afternoon
    await civics.choose("Tôi đang dạy 7A3")
    await civics.read("Sĩ số")
    await civics.say("/diemdanh")
    await civics.read("Điểm danh lớp 7A3")


async def test_nobody_answers_and_it_goes_higher_step_by_step(stage: Stage) -> None:
    """Tuesday: lesson 1 of 7A1 is not its homeroom teacher's."""
    await stage.later(24 * 60)
    vice = await stage.staff("CB002")
    mai, khoa = await stage.staff("CB026"), await stage.staff("CB012")
    await stage.bring_cards()
    card = await mai.read("Điểm danh lớp 7A1")
    await khoa.read("Điểm danh lớp 9A1")
    await stage.later(10)
    reminder = await mai.read("Chưa có điểm danh lớp 7A1")
    assert reminder.id != card.id
    await khoa.read("Chưa có điểm danh lớp 9A1")
    await vice.hears_nothing(1.5)
    await stage.later(10)
    higher = await khoa.read("Lớp chủ nhiệm của thầy/cô chưa có điểm danh: lớp 7A1")
    assert higher.labels == ["Đủ", "Có vắng"]
    assert "đã nhận thẻ lúc 7 giờ 4" in higher.text
    await stage.later(10)
    missing = await vice.read("Chưa điểm danh sáng thứ Ba 01/12/2026")
    assert "7A1, 7A2, 7A3, 9A1" in missing.text
    assert "• 7A2: chưa có ai của lớp liên kết" in missing.text
    await khoa.tap(higher.id, "Đủ")
    await khoa.read("Có mặt 39/39")
    for message in (card, reminder):
        await mai.read("đã lưu điểm danh lớp 7A1")
        assert (await _shown(mai, message.id)).labels == []
    fewer = await vice.read("Đã có thêm 1 lớp")
    assert fewer.id == missing.id
    assert "7A1" not in fewer.text
    await stage.later(10)
    for phone in (mai, khoa, vice):
        await phone.forget()
        await phone.hears_nothing(1.5)


async def test_the_list_says_when_all_have_come(stage: Stage) -> None:
    vice, teacher = await stage.staff("CB002"), await stage.staff("CB012")
    await stage.bring_cards()
    await teacher.read("Điểm danh lớp 7A1")
    await stage.later(11)
    await teacher.read("Chưa có điểm danh")
    for minutes in (11, 11):
        await stage.later(minutes)
        await stage.ticked()
    await vice.read("Chưa điểm danh sáng thứ Hai")
    for name in ("7A1", "7A2", "7A3", "9A1", "9A2", "9A3"):
        await vice.say(f"{name} đủ")
        await vice.read(f"Đã lưu điểm danh lớp {name}")
    done = await vice.read("đều đã điểm danh")
    assert "(6 lớp)" in done.text


async def test_a_card_comes_once_whatever_restarts_and_waits_for_the_first_account(
    stage: Stage,
) -> None:
    await stage.bring_cards()
    await stage.ticked()
    teacher = await stage.staff("CB012")
    await stage.ticked()  # the card may have come while the account was being linked
    for _ in range(2):
        await stage.close()
        await stage.open()
        await stage.ticked()
    assert len([m for m in await teacher.messages() if "Điểm danh lớp 7A1" in m.text]) == 1


async def _shown(phone, message_id: int):
    return next(m for m in await phone.messages() if m.id == message_id)
