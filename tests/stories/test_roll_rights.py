"""Who may take which roll, and what the others are told."""

from tests.support.stage import Stage

LAN, MINH = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh"
OLD = "Lựa chọn này đã cũ, không còn dùng được nữa."


async def test_the_timetable_names_who_may(stage: Stage) -> None:
    english = await stage.staff("CB016")  # lesson 2 of this Monday in 7A1
    await english.say("7A1 vắng Lan")
    assert LAN in (await english.read("Đã lưu")).text
    literature = await stage.staff("CB009")  # teaches 7A1, but not on Mondays
    await literature.say("7A1 vắng Minh")
    refused = await literature.read("không được phân công 7A1")
    assert "7A1" in refused.text.split("của thầy/cô")[1]


async def test_principals_may_and_the_nurse_and_families_may_not(stage: Stage) -> None:
    principal, vice = await stage.staff("CB001"), await stage.staff("CB002")
    await principal.say("7A1 vắng Lan p")
    await principal.read("Đã lưu")
    await vice.say("7A2 đủ")
    await vice.read("Đã lưu")
    nurse = await stage.staff("CB005")
    await nurse.say("7A1 đủ")
    await nurse.read("không được phân công")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("7A1 vắng Minh k")
    answer = await mother.read()
    assert "Đã lưu" not in answer.text
    assert MINH not in answer.text
    await mother.say("/diemdanh 7A1")
    assert "không thuộc quyền" in (await mother.read()).text
    await mother.say("/vangmat 7A1")
    assert "không thuộc quyền" in (await mother.read()).text


async def test_a_stranger_learns_nothing(stage: Stage) -> None:
    stranger = await stage.stranger("Người lạ")
    await stranger.start()
    await stranger.read()
    await stranger.say("7A1 vắng Lan p")
    assert LAN not in (await stranger.read()).text


async def test_an_unknown_class_is_told_with_ones_own(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A9 vắng Lan p")
    told = await teacher.read("không có lớp 7A9")
    assert "7A1" in told.text
    assert "Phụ đạo Toán 7" in told.text


async def test_a_subject_teacher_is_asked_which_class(stage: Stage) -> None:
    teacher = await stage.staff("CB017")  # civics in all classes, no homeroom, free now
    await teacher.say("vắng Lan p")
    asked = await teacher.read("lớp nào")
    assert "7A1" in asked.labels
    assert "không được phân công 7A1" in (await teacher.choose("7A1") or "")
    await teacher.choose("6A3")
    await teacher.read("lớp 6A3, chiều thứ Hai 30/11/2026")


async def test_the_principal_without_a_class_chooses_or_types_it(stage: Stage) -> None:
    principal = await stage.staff("CB001")
    await principal.say("vắng Lan p")
    await principal.read("lớp nào")
    await principal.say("7A1")
    assert LAN in (await principal.read("Đã lưu")).text


async def test_a_forged_undo_of_another_class_is_refused(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lan p")
    await teacher.read("Đã lưu")
    other = await stage.staff("CB014")  # homeroom of 7A3
    await other.say("7A3 đủ")
    echo = await other.read("Đã lưu")
    assert "không được phân công" in (await other.tap_raw(echo.id, "ru:1:1") or "")
    assert "không được phân công" in (await other.tap_raw(echo.id, "re:1") or "")
    assert "không còn" in (await other.tap_raw(echo.id, "ru:999:1") or "")
    for forged in ("ru:1", "ru:x:y", "rq:abc:0", "rg:abc:15", "ra:abc:save:0", "rl:a:0", "rd:a:1"):
        assert await other.tap_raw(echo.id, forged) == OLD
    await teacher.say("/vangmat")
    await teacher.read(LAN)


async def test_undo_brings_back_what_was_until_somebody_saves_again(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lan p")
    await teacher.read("Đã lưu")
    await teacher.say("7A1 vắng Minh p")
    second = await teacher.read("Đã lưu")
    await teacher.tap(second.id, "Hoàn tác")
    undone = await teacher.read("lại như trước")
    assert LAN in undone.text
    assert MINH not in undone.text
    await teacher.say("7A1 vắng Lan k")
    third = await teacher.read("Đã lưu")
    await teacher.tap(third.id, "Hoàn tác")
    await teacher.read(f"{LAN}: vắng có phép")


async def test_an_older_undo_is_refused_once_somebody_has_saved_again(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lan p")
    first = await teacher.read("Đã lưu")
    await teacher.say("7A1 vắng Minh p")
    await teacher.read("Đã lưu")
    assert "không hoàn tác được" in (await teacher.tap(first.id, "Hoàn tác") or "")
    await teacher.say("/vangmat")
    assert LAN not in (await teacher.read(MINH)).text


async def test_undoing_the_first_roll_leaves_none(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lan p")
    echo = await teacher.read("Đã lưu")
    await teacher.tap(echo.id, "Hoàn tác")
    gone = await teacher.read("chưa có điểm danh")
    assert gone.labels[0] == "Lấy lại"
    await teacher.say("/vangmat")
    await teacher.read("Chưa có điểm danh")
    await teacher.tap(gone.id, "Lấy lại")
    await teacher.read(LAN)


async def test_two_teachers_at_once(stage: Stage) -> None:
    khoa, han = await stage.staff("CB012"), await stage.staff("CB016")
    await khoa.say("7A1 vắng Lan")
    await khoa.read("Đã lưu")
    await han.say("7A1 vắng Minh")
    shown = await han.read("Trần Anh Khoa đã lưu")
    assert "Chưa lưu tin của thầy/cô" in shown.text
    assert LAN in shown.text
    assert shown.labels == ["Ghi đè bằng bản của tôi", "Giữ bản kia"]
    await han.choose("Giữ bản kia")
    assert LAN in (await han.read("Giữ bản của Trần Anh Khoa")).text
    await han.say("7A1 vắng Minh")
    await han.read("Trần Anh Khoa đã lưu")
    await khoa.say("7A1 vắng Lan p")
    await khoa.read("Đã lưu")
    await han.choose("Ghi đè")
    again = await han.read("vắng có phép")
    assert "Trần Anh Khoa đã lưu" in again.text
    await han.choose("Ghi đè")
    echo = await han.read("Đã lưu")
    assert MINH in echo.text
    assert LAN not in echo.text
