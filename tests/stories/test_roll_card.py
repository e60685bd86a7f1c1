"""The roll card: it comes by itself, one tap closes a full class, and it knows who has leave."""

from datetime import date

from storage.tables import LeaveRequest
from tests.support.stage import Stage

LAN, MINH = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh"
TODAY = date(2026, 11, 30)


async def leave(stage: Stage, number: int, status: str, reason: str = "tang bà ngoại") -> None:
    """A pupil's family has asked for today."""
    pupil = await stage.pupil("7A1", number)
    asked_by = await stage.guardian_id("7A1", number, "mother")

    async def ask(session) -> None:
        session.add(
            LeaveRequest(
                pupil_id=pupil.id,
                from_day=TODAY,
                to_day=TODAY,
                half=None,
                reason=reason,
                asked_by=asked_by,
                asked_at=stage.clock.now(),
                status=status,
            )
        )

    await stage.run(ask)


async def test_one_tap_closes_a_full_class(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await stage.bring_cards()
    card = await teacher.read("Điểm danh lớp 7A1, sáng thứ Hai 30/11/2026")
    assert "Sĩ số 39." in card.text
    assert "Xin nghỉ" not in card.text
    assert card.labels == ["Đủ", "Có vắng"]
    await teacher.tap(card.id, "Đủ")
    echo = await teacher.read("Đã lưu điểm danh lớp 7A1")
    assert "Có mặt 39/39" in echo.text
    assert echo.labels == ["Hoàn tác", "Sửa"]
    assert teacher.is_new_face(echo, card)
    await teacher.say("/vangmat")
    assert "Có mặt 39/39" in (await teacher.read("Trần Anh Khoa lưu lúc")).text


async def test_those_with_leave_stay_marked_and_no_reason_is_shown(stage: Stage) -> None:
    await leave(stage, 15, "granted")
    await leave(stage, 16, "asked")
    mother = await stage.guardian("7A1", 16, "mother")
    teacher = await stage.staff("CB012")
    await stage.bring_cards()
    card = await teacher.read("Điểm danh lớp 7A1")
    assert f"Xin nghỉ: 15. {LAN} (đã cho phép); 16. {MINH} (chờ trả lời)." in card.text
    assert "tang" not in card.text
    assert card.labels == ["Đủ, trừ 2 em xin nghỉ", "Có vắng"]
    await teacher.tap(card.id, "Đủ, trừ 2 em xin nghỉ")
    echo = await teacher.read("Đã lưu điểm danh lớp 7A1")
    assert "Có mặt 37/39" in echo.text
    assert f"15. {LAN}: vắng có phép (P)" in echo.text
    assert f"16. {MINH}: vắng, chưa rõ lí do" in echo.text
    assert "vẫn ghi là nghỉ" in echo.text
    assert "tang" not in echo.text
    await mother.hears_nothing(2.5)


async def test_the_usual_message_closes_the_card_and_keeps_leave(stage: Stage) -> None:
    await leave(stage, 15, "granted")
    teacher = await stage.staff("CB012")
    await stage.bring_cards()
    card = await teacher.read("Điểm danh lớp 7A1")
    await teacher.say("7A1 vắng Minh p")
    echo = await teacher.read("Có mặt 37/39")
    assert f"15. {LAN}: vắng có phép" in echo.text
    assert f"Ghi nghỉ theo đơn xin nghỉ: {LAN}" in echo.text
    await stage.quiet()
    after = next(m for m in await teacher.messages() if m.id == card.id)
    if teacher.changes:
        assert "Đã lưu điểm danh lớp 7A1" in after.text
        assert after.labels == []
    await teacher.press_again(card, "Đủ, trừ 1 em xin nghỉ")
    await teacher.say("/vangmat")
    assert "Có mặt 37/39" in (await teacher.read("Trần Anh Khoa lưu lúc")).text


async def test_whoever_came_after_all_is_named_and_counts_as_present(stage: Stage) -> None:
    await leave(stage, 15, "granted")
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Minh p, Lan có mặt")
    echo = await teacher.read("Có mặt 38/39")
    assert f"Gia đình xin nghỉ nhưng không ghi vắng: {LAN}" in echo.text
    await teacher.say("7A1 vắng Minh k")
    assert f"{LAN}: vắng" not in (await teacher.read(f"{MINH}: vắng không phép")).text


async def test_absentees_are_tapped_in_the_grid_below_the_card(stage: Stage) -> None:
    await leave(stage, 15, "granted")
    teacher = await stage.staff("CB012")
    await stage.bring_cards()
    card = await teacher.read("Điểm danh lớp 7A1")
    await teacher.tap(card.id, "Có vắng")
    grid = await teacher.read("Chạm tên")
    assert f"Xin nghỉ: 15 {LAN}" in grid.text
    assert "P 15 Lan" in grid.labels
    await teacher.tap(grid.id, "16 Minh")
    await teacher.read("Có mặt 37/39")
    await teacher.tap(grid.id, "Đủ")
    grid = await teacher.read("Có mặt 38/39")
    assert "P 15 Lan" in grid.labels
    await teacher.tap(grid.id, "16 Minh")
    grid = await teacher.read("Có mặt 37/39")
    await teacher.tap(grid.id, "P 15 Lan")
    grid = await teacher.read("Có mặt 37/39")
    await teacher.tap(grid.id, "K 15 Lan")
    grid = await teacher.read("Có mặt 38/39")
    assert "M 15 Lan" in grid.labels
    await teacher.choose("Lưu")
    echo = await teacher.read("Đã lưu")
    assert LAN in echo.text
    assert "đi muộn" in echo.text
    await stage.quiet()
    after = next(m for m in await teacher.messages() if m.id == card.id)
    assert "Đã lưu điểm danh lớp 7A1" in after.text


async def test_undo_brings_the_card_back(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await stage.bring_cards()
    card = await teacher.read("Điểm danh lớp 7A1")
    await teacher.tap(card.id, "Đủ")
    echo = await teacher.read("Đã lưu")
    await teacher.tap(echo.id, "Hoàn tác")
    again = await teacher.read("vừa rồi đã được hoàn tác")
    assert again.labels == ["Đủ", "Có vắng"]
    await teacher.tap(again.id, "Đủ")
    await teacher.read("Có mặt 39/39")


async def test_a_card_of_another_class_cannot_be_forged(stage: Stage) -> None:
    khoa, han = await stage.staff("CB012"), await stage.staff("CB016")
    mother = await stage.guardian("7A1", 15, "mother")
    await stage.bring_cards()
    card = await khoa.read("Điểm danh lớp 7A1")
    other = (await han.read("Điểm danh lớp 9A1")).id
    number = card.data["Đủ"].split(":")[1]
    for person in (mother, await stage.staff("CB005")):
        shown = (await person.messages())[-1].id
        for forged in (f"rcf:{number}", f"rca:{number}"):
            assert "không được phân công" in (await person.tap_raw(shown, forged) or "")
        for forged in (f"rcm:{number}", f"rcp:{number}"):
            assert "không thuộc quyền" in (await person.tap_raw(shown, forged) or "")
    assert "đã cũ" in (await han.tap_raw(other, "rcf:99999") or "")
    await khoa.say("/vangmat")
    await khoa.read("Chưa có điểm danh lớp 7A1")
