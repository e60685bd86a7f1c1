"""From the teacher's line to the families by way of the principal, and back when it must be."""

from tests.support.stage import Stage

TEACHER, PRINCIPAL = "CB012", "CB001"


async def test_money_goes_round_by_the_principal_even_in_ones_own_class(stage: Stage) -> None:
    teacher, principal = await stage.staff(TEACHER), await stage.staff(PRINCIPAL)
    mother = await stage.guardian("7A1", 15, "mother")
    elsewhere = await stage.guardian("6A1", 1, "mother")
    await teacher.say("thông báo 7A1: mời phụ huynh nộp quỹ lớp 150k")
    assert "duyệt" in (await teacher.read("Xem trước")).text
    await teacher.choose("Gửi duyệt")
    await teacher.read("gửi duyệt")
    await principal.read("nộp quỹ lớp 150k")
    await mother.hears_nothing(0.5)

    await principal.choose("Yêu cầu sửa")
    await principal.say("Ghi rõ dùng vào việc gì")
    await teacher.read("Lí do: Ghi rõ dùng vào việc gì")
    await teacher.choose("Sửa và gửi lại")
    await teacher.read("nộp quỹ lớp 150k")
    await teacher.say("Mời phụ huynh nộp quỹ lớp 150k để mua sách tủ lớp")
    await teacher.read("Xem trước")
    await teacher.choose("Gửi duyệt")
    again = await principal.read("để mua sách tủ lớp")
    assert "Xin duyệt" in again.text
    await principal.choose("Duyệt")
    got = await mother.read("Kính gửi phụ huynh em Nguyễn Thị Ngọc Lan")
    assert "để mua sách tủ lớp" in got.text
    assert "1/" in (await teacher.read("Đã gửi xong")).text
    await elsewhere.hears_nothing(0.3)


async def test_a_long_text_comes_back_whole(stage: Stage) -> None:
    teacher, principal = await stage.staff(TEACHER), await stage.staff(PRINCIPAL)
    mother = await stage.guardian("7A1", 15, "mother")
    text = "Nộp quỹ & học phí " * 120
    await teacher.say(f"thông báo 7A1: {text}")
    await teacher.read("Xem trước")
    await teacher.choose("Gửi duyệt")
    assert text.strip() in (await principal.read("Xin duyệt")).text
    await principal.choose("Từ chối")
    await principal.choose("Chưa đúng lúc")
    await teacher.read("Lí do: Chưa đúng lúc")
    await teacher.choose("Sửa và gửi lại")
    await teacher.read(text.strip())
    await teacher.say(text + " Hạn 4/12.")
    await teacher.read("Xem trước")
    await teacher.choose("Gửi duyệt")
    await principal.read("Hạn 4/12.")
    await principal.choose("Duyệt")
    assert text.strip() in (await mother.read("Hạn 4/12.")).text


async def test_dropped_after_a_rejection(stage: Stage) -> None:
    teacher, principal = await stage.staff(TEACHER), await stage.staff(PRINCIPAL)
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("thông báo 7A1: mời phụ huynh nộp quỹ lớp 150k")
    await teacher.choose("Gửi duyệt")
    await principal.choose("Từ chối")
    await principal.choose("Gặp tôi trao đổi")
    await teacher.read("Lí do: Gặp tôi trao đổi")
    await teacher.choose("Bỏ")
    await teacher.read("không có gì được gửi")
    await mother.hears_nothing(0.5)


async def test_taken_back_while_it_waits(stage: Stage) -> None:
    teacher, principal = await stage.staff(TEACHER), await stage.staff(PRINCIPAL)
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("thông báo 7A1: mời phụ huynh nộp quỹ lớp 150k")
    await teacher.choose("Gửi duyệt")
    await principal.read("Xin duyệt")
    await teacher.say("hủy thông báo lúc nãy")
    closed = await principal.read("Đã được rút lại")
    assert not closed.buttons
    await mother.hears_nothing(0.5)


async def test_the_author_is_told_when_nobody_can_decide_yet(stage: Stage) -> None:
    teacher = await stage.staff(TEACHER)
    await teacher.say("thông báo 7A1: mời phụ huynh nộp quỹ lớp 150k")
    await teacher.choose("Gửi duyệt")
    await teacher.read("Hiện chưa có ai duyệt được")
    principal = await stage.staff(PRINCIPAL)
    await principal.say("/duyet")
    await principal.read("nộp quỹ lớp 150k")


async def test_the_principals_own_need_none(stage: Stage) -> None:
    principal = await stage.staff(PRINCIPAL)
    mother = await stage.guardian("7A1", 15, "mother")
    await principal.say("thông báo toàn trường: học phí học kì I là 300.000đ")
    await principal.choose("Gửi")
    await mother.read("học phí học kì I")


async def test_the_authors_own_message_says_how_it_ended(stage: Stage) -> None:
    teacher, principal = await stage.staff(TEACHER), await stage.staff(PRINCIPAL)
    await teacher.say("thông báo 7A1: mời phụ huynh nộp quỹ lớp 150k")
    await teacher.choose("Gửi duyệt")
    asked = await teacher.read("Đã lưu và gửi duyệt")
    await principal.choose("Duyệt")
    ended = await teacher.read("Đã được duyệt")
    assert teacher.is_new_face(ended, asked)
    assert not ended.buttons


async def test_a_roll_is_no_reason(stage: Stage) -> None:
    teacher, principal = await stage.staff(TEACHER), await stage.staff(PRINCIPAL)
    await teacher.say("thông báo 7A1: mời phụ huynh nộp quỹ lớp 150k")
    await teacher.choose("Gửi duyệt")
    await teacher.read("Đã lưu và gửi duyệt")
    await principal.choose("Từ chối")
    await principal.read("Vì sao từ chối?")
    await principal.say("7A1 vắng Lan p")
    await principal.read("Nguyễn Thị Ngọc Lan")
    await teacher.read("điểm danh lúc")
    await principal.choose("Chưa đúng lúc")
    await teacher.read("Lí do: Chưa đúng lúc")


async def test_a_typed_reason_leaves_no_buttons_behind(stage: Stage) -> None:
    teacher, principal = await stage.staff(TEACHER), await stage.staff(PRINCIPAL)
    await teacher.say("thông báo 7A1: mời phụ huynh nộp quỹ lớp 150k")
    await teacher.choose("Gửi duyệt")
    await principal.choose("Từ chối")
    asked = await principal.read("Vì sao từ chối?")
    await principal.say("Chưa họp phụ huynh")
    await principal.read("Đã lưu: từ chối")
    await principal.read("Vì sao từ chối?")
    (now,) = [m for m in await principal.messages() if m.id == asked.id]
    assert not now.buttons
