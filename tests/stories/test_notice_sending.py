"""A notice from its writer to the families: written, shown, sent, followed to the last one."""

import unicodedata

import pytest

from tests.support.stage import Stage

LAN, MINH = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh"


async def test_a_routine_notice_to_ones_own_class(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    other = await stage.guardian("7A2", 1, "mother")
    await teacher.say("thông báo 7A1: mai các em mang theo vở tập vẽ")
    preview = await teacher.read("Xem trước")
    assert "mai các em mang theo vở tập vẽ" in preview.text
    assert "1 người đã liên kết" in preview.text
    assert "không cần duyệt" in preview.text
    await mother.hears_nothing(0.5)
    await teacher.choose("Gửi")
    got = await mother.read("mang theo vở tập vẽ")
    assert f"Kính gửi phụ huynh em {LAN}, lớp 7A1" in got.text
    assert "Trần Anh Khoa, giáo viên chủ nhiệm 7A1" in got.text
    done = await teacher.read("Đã gửi xong")
    assert teacher.is_new_face(done, preview)
    assert "Đã đến 1/" in done.text
    assert "chưa liên kết" in done.text
    await other.hears_nothing(0.3)


async def test_a_notice_by_steps(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("/thongbao")
    asked = await teacher.read("Gửi thông báo cho ai")
    assert "Lớp 7A1" in asked.labels
    await teacher.choose("Lớp 7A1")
    await teacher.read("gõ nội dung")
    await teacher.sticker()
    await teacher.read("chỉ nhận chữ")
    await teacher.say("Chiều mai các em tổng vệ sinh")
    await teacher.read("về việc gì")
    await teacher.choose("Việc thường ngày")
    await teacher.read("Xem trước")
    await teacher.choose("Gửi")
    await mother.read("tổng vệ sinh")
    await teacher.read("Đã gửi xong")


async def test_progress_takes_the_place_of_the_steps(stage: Stage) -> None:
    teacher, principal = await stage.staff("CB012"), await stage.staff("CB001")
    for subject, button in (("Việc thường ngày", "Gửi"), ("Thu, chi, tiền", "Gửi duyệt")):
        await teacher.say("/thongbao")
        await teacher.choose("Lớp 7A1")
        await teacher.read("gõ nội dung")
        await teacher.say(f"Mai các em mang vở, rồi bấm nút {button}")
        asked = await teacher.read("về việc gì")
        await teacher.choose(subject)
        await teacher.read("Xem trước")
        await teacher.choose(button)
        if button == "Gửi duyệt":
            await principal.choose("Duyệt")
            ended = await teacher.read("Đã được duyệt")
        else:
            ended = await teacher.read("Đã gửi xong")
        assert teacher.is_new_face(ended, asked)


async def test_the_audience_can_be_typed(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("thông báo giáo viên và phụ huynh: mai sơ kết")
    await teacher.read("Gửi thông báo cho ai")
    await teacher.say("khối 7")
    preview = await teacher.read("Xem trước")
    assert "phụ huynh khối 7" in preview.text
    assert "mai sơ kết" in preview.text


async def test_steps_can_be_left(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("/thongbao")
    await teacher.choose("Lớp 7A1")
    await teacher.read("gõ nội dung")
    await teacher.say("/huy")
    await teacher.read()
    await teacher.say("thông báo 7A1: thôi khỏi")
    await teacher.read("Xem trước")
    await teacher.choose("Hủy")
    dropped = await teacher.read("Đã hủy bản soạn")
    assert not dropped.labels


@pytest.mark.parametrize(
    "said",
    [
        "nhắn phụ huynh em Lan 7A1: nhớ mang sách Toán",
        "nhan phu huynh em Lan 7A1 nhớ mang sách Toán",
        "NHẮN PHỤ HUYNH EM LAN 7A1: nhớ mang sách Toán",
        unicodedata.normalize("NFD", "nhắn phụ huynh em Lan: nhớ mang sách Toán"),
        "nhắn gia đình em số 15: nhớ mang sách Toán",
    ],
)
async def test_one_pupils_family(stage: Stage, said: str) -> None:
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    neighbour = await stage.guardian("7A1", 16, "mother")
    await teacher.say(said)
    preview = await teacher.read("Xem trước")
    assert f"phụ huynh em {LAN}, lớp 7A1" in preview.text
    await teacher.choose("Gửi")
    await mother.read("nhớ mang sách Toán")
    await neighbour.hears_nothing(0.3)


async def test_namesakes_are_asked_about(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("nhắn phụ huynh em Dung 7A1: mời gặp thầy")
    asked = await teacher.read("Có nhiều em tên Dung")
    assert len(asked.labels) >= 2
    await teacher.choose(asked.labels[0])
    assert asked.labels[0].split(". ")[1].split(",")[0] in (await teacher.read("Xem trước")).text


async def test_nobody_of_that_name(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("nhắn phụ huynh em Xyz 7A1: mời gặp thầy")
    await teacher.read("không có em nào tên Xyz")
    await teacher.say("thông báo 7A9: mai nghỉ")
    await teacher.read("Trường không có lớp 7A9")


async def test_a_blocked_family_is_named_with_the_reason(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    other = await stage.guardian("7A1", 16, "mother")
    await mother.block()
    await teacher.say("nhắn phụ huynh em Lan 7A1: mời gặp thầy")
    await teacher.choose("Gửi")
    done = await teacher.read("Đã gửi xong")
    assert "không gửi được 1" in done.text
    assert "đã chặn" in done.text
    assert f"{mother.name} (phụ huynh em {LAN}, lớp 7A1), 0" in done.text  # with the telephone
    await other.hears_nothing(0.2)


async def test_the_principal_writes_to_all_and_marks_it_urgent(stage: Stage) -> None:
    principal = await stage.staff("CB001")
    mother = await stage.guardian("7A1", 15, "mother")
    far = await stage.guardian("9A1", 1, "mother")
    await principal.say(
        "thông báo toàn trường: chiều nay bão, các em nghỉ học. Thu 50k tiền áo mưa"
    )
    preview = await principal.read("Xem trước")
    assert "không cần duyệt" in preview.text
    await principal.choose("Đánh dấu khẩn")
    assert "KHẨN" in (await principal.read("Xem trước")).text
    await principal.choose("Gửi")
    for phone in (mother, far):
        assert (await phone.read("chiều nay bão")).text.startswith("❗ KHẨN")
    done = await principal.read("Đã gửi xong")
    assert "Đã đến 2/" in done.text
    await principal.choose("Xem đủ")
    page = await principal.read("Chưa đến được, 1–20")
    assert page.labels


async def test_money_waits_for_the_principal_whoever_says_what(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    principal = await stage.staff("CB001")
    mother = await stage.guardian("7A1", 15, "mother")
    far = await stage.guardian("7A2", 1, "mother")
    await teacher.say("thong bao 7A1: moi em dong 50k quy lop")
    preview = await teacher.read("Cần hiệu trưởng duyệt")
    assert "có nội dung về tiền" in preview.text
    assert not any(label == "Gửi" for label in preview.labels)
    await teacher.choose("Đổi loại việc")
    await teacher.read("về việc gì")
    await teacher.choose("Việc thường ngày")
    await teacher.read("Cần hiệu trưởng duyệt")
    await teacher.choose("Gửi duyệt")
    await teacher.read("Đã lưu và gửi duyệt")
    await mother.hears_nothing(0.5)
    await principal.read("moi em dong 50k quy lop")
    await principal.choose("Duyệt")
    await mother.read("moi em dong 50k quy lop")
    done = await teacher.read("Đã gửi xong")
    assert "Đã đến 1/" in done.text
    await far.hears_nothing(0.3)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("thông báo khối 7: mai chào cờ", "gửi cả khối"),
        ("thông báo toàn trường: mai chào cờ", "gửi toàn trường"),
        ("thông báo giáo viên: họp lúc 14 giờ", "gửi giáo viên, nhân viên"),
        ("thông báo 7A2: mai chào cờ", "ngoài lớp chủ nhiệm"),
        ("thông báo 7A1: chủ nhật đi dã ngoại ở thác", "chuyến đi"),
    ],
)
async def test_what_a_teacher_may_not_send_alone(stage: Stage, said: str, why: str) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say(said)
    assert why in (await teacher.read("Cần hiệu trưởng duyệt")).text


async def test_without_a_principal_on_the_line_it_waits_and_says_so(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("thông báo khối 7: mai chào cờ")
    await teacher.choose("Gửi duyệt")
    await teacher.read("chưa có ai duyệt được")


async def test_the_principal_sets_what_needs_approval(stage: Stage) -> None:
    principal, teacher = await stage.staff("CB001"), await stage.staff("CB012")
    await principal.say("/quydinhduyet")
    await principal.read("cần hiệu trưởng duyệt trước")
    await principal.choose("✅ phụ huynh một khối")
    await principal.read("Đã lưu")
    await teacher.say("thông báo khối 7: mai chào cờ")
    assert "không cần duyệt" in (await teacher.read("Xem trước")).text
    await teacher.say("thông báo khối 7: mai nộp quỹ")
    assert "có nội dung về tiền" in (await teacher.read("Cần hiệu trưởng duyệt")).text
    await teacher.say("/quydinhduyet")
    assert "duyệt trước" not in (await teacher.read()).text


async def test_the_last_notices_with_figures(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await stage.guardian("7A1", 15, "mother")
    await teacher.say("/dagui")
    await teacher.read("chưa có thông báo nào")
    await teacher.say("thông báo 7A1: mai chào cờ")
    await teacher.choose("Gửi")
    await teacher.read("Đã gửi xong")
    await teacher.say("/dagui")
    listed = await teacher.read("Các thông báo gần đây")
    assert "phụ huynh lớp 7A1" in listed.text
    await teacher.choose("Chưa đến (1)")
    await teacher.read("Chưa đến được, 1–")
