"""A notice taken back: stopped where it has not left, put right where it has."""

from tests.support.stage import Stage


async def test_what_has_been_read_is_corrected(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("thông báo 7A1: mai nghỉ học")
    await teacher.choose("Gửi")
    got = await mother.read("mai nghỉ học")
    await teacher.read("Đã gửi xong")
    await teacher.say("hủy thông báo lúc nãy")
    asked = await teacher.read("Thu hồi thông báo lúc")
    assert "Đã đến 1 người" in asked.text
    await mother.hears_nothing(0.3)
    await teacher.tap(asked.id, "Thu hồi")
    correction = await mother.read("Đính chính")
    if mother.changes:
        assert (await mother.read("Thông báo này đã được thu hồi")).id == got.id
    assert "mai nghỉ học" in correction.text
    assert "Gửi đính chính: 1" in (await teacher.read("Đã thu hồi thông báo")).text
    await teacher.read("Đã thu hồi: 0 người không nhận nữa, 1 người")
    await teacher.say("hủy thông báo lúc nãy")
    await teacher.read("không có thông báo nào để thu hồi")


async def test_what_was_taken_back_cannot_be_taken_back_again(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("thông báo 7A1: mai nghỉ học")
    await teacher.choose("Gửi")
    await mother.read("mai nghỉ học")
    await teacher.read("Đã gửi xong")
    await teacher.say("hủy thông báo lúc nãy")
    asked = await teacher.read("Thu hồi thông báo lúc")
    await teacher.tap(asked.id, "Thu hồi")
    await teacher.read("Đã thu hồi: 0 người")
    again = await teacher.press_again(asked, "Thu hồi")
    assert "không còn gì để thu hồi" in (again or "")


async def test_what_waits_for_approval_is_taken_off_every_phone(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    principal = await stage.staff("CB001")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("thông báo 7A1: mỗi em nộp 20k")
    await teacher.choose("Gửi duyệt")
    await principal.read("mỗi em nộp 20k")
    await teacher.say("huy thong bao luc nay")
    await teacher.read("khỏi hàng chờ duyệt")
    closed = await principal.read("Đã được rút lại")
    assert not closed.labels
    await mother.hears_nothing(0.3)


async def test_a_withdrawal_can_be_left(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("thông báo 7A1: mai nghỉ học")
    await teacher.choose("Gửi")
    await mother.read("mai nghỉ học")
    await teacher.read("Đã gửi xong")
    await teacher.choose("Thu hồi")
    await teacher.read("Thu hồi thông báo lúc")
    await teacher.choose("Không, để nguyên")
    await teacher.read("Để nguyên")
    await mother.hears_nothing(0.3)
