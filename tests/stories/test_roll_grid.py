"""The roll by tapping: /diemdanh."""

from tests.support.stage import Stage

LAN, MINH = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh"


async def test_a_roll_is_tapped_and_saved(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("/diemdanh")
    grid = await teacher.read("Điểm danh lớp 7A1")
    assert len(grid.labels) == 39 + 3
    assert all(len(row) <= 3 for row in grid.buttons)
    assert max(map(len, grid.labels)) <= 13
    signs = []
    for _ in range(5):
        label = next(text for text in grid.labels if text.endswith("15 Lan"))
        await teacher.tap(grid.id, label)
        grid = await teacher.read("Điểm danh lớp 7A1")
        signs.append(next(text for text in grid.labels if text.endswith("15 Lan")))
    assert signs == ["? 15 Lan", "P 15 Lan", "K 15 Lan", "M 15 Lan", "15 Lan"]
    await teacher.tap(grid.id, "15 Lan")
    grid = await teacher.read("Có mặt 38/39")
    await teacher.tap(grid.id, "? 15 Lan")
    await teacher.read("Có mặt 38/39")
    await teacher.choose("Lưu")
    echo = await teacher.read("Đã lưu")
    assert f"15. {LAN}: vắng có phép" in echo.text
    assert echo.id == grid.id


async def test_everybody_present_and_leaving(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("/diemdanh 7a1")
    grid = await teacher.read("Điểm danh lớp 7A1")
    await teacher.tap(grid.id, "15 Lan")
    await teacher.read("Có mặt 38/39")
    await teacher.choose("Đủ")
    await teacher.read("Có mặt 39/39")
    await teacher.choose("Lưu")
    await teacher.read("Đã lưu")
    await teacher.choose("Sửa")
    grid = await teacher.read("Chạm tên")
    await teacher.tap(grid.id, "15 Lan")
    await teacher.read("Có mặt 38/39")
    await teacher.choose("Hủy")
    left = await teacher.read("không đổi gì")
    assert "Có mặt 39/39" in left.text
    assert await teacher.tap_raw(left.id, "rg:abc:15") is not None


async def test_editing_keeps_the_minutes_of_those_not_touched(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lan; muộn Huy 10")
    await teacher.read("Đã lưu")
    await teacher.choose("Sửa")
    grid = await teacher.read("Chạm tên")
    await teacher.tap(grid.id, "? 15 Lan")
    await teacher.read("Có mặt 38/39")
    await teacher.choose("Lưu")
    echo = await teacher.read("Đã lưu")
    assert "đi muộn 10 phút" in echo.text
    assert "Lan: vắng có phép" in echo.text


async def test_a_second_grid_is_told_of_the_first(stage: Stage) -> None:
    khoa, han = await stage.staff("CB012"), await stage.staff("CB016")
    await khoa.say("/diemdanh 7A1")
    mine = await khoa.read("Chạm tên")
    await han.say("/diemdanh 7A1")
    theirs = await han.read("Chạm tên")
    await khoa.tap(mine.id, "15 Lan")
    await han.tap(theirs.id, "16 Minh")
    await khoa.choose("Lưu")
    await khoa.read("Đã lưu")
    await han.choose("Lưu")
    shown = await han.read("Trần Anh Khoa đã lưu")
    assert LAN in shown.text
    await han.choose("Ghi đè")
    assert MINH in (await han.read("Đã lưu")).text


async def test_a_pupil_of_another_class_cannot_be_smuggled_in(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    stranger = await stage.pupil("6A1", 1)
    await teacher.say("/diemdanh")
    grid = await teacher.read("Chạm tên")
    async with teacher._http.get(f"{teacher._url}/messages") as response:
        raw = await response.json()
    message = next(m for m in raw if m["id"] == grid.id)
    prefix, token, _ = message["buttons"][0][0]["data"].split(":")
    assert "đã cũ" in (await teacher.tap_raw(grid.id, f"{prefix}:{token}:{stranger.id}") or "")
    assert "đã cũ" in (await teacher.tap_raw(grid.id, f"{prefix}:zzz:{stranger.id}") or "")


async def test_the_principal_chooses_the_class(stage: Stage) -> None:
    principal = await stage.staff("CB001")
    await principal.say("/diemdanh")
    await principal.read("lớp nào")
    await principal.choose("7A1")
    await principal.read("Điểm danh lớp 7A1")
    await principal.say("/diemdanh 7A1 vắng Lan p")
    await principal.read("Đã lưu")


async def test_the_grid_opens_at_a_word(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    for text in ("điểm danh", "Diem danh 7A1", "7a1"):
        await teacher.say(text)
        grid = await teacher.read("Điểm danh lớp 7A1")
        assert "15 Lan" in grid.labels
        await teacher.choose("Hủy")
        await teacher.read("không đổi gì")
    principal = await stage.staff("CB001")
    await principal.say("điểm danh")
    await principal.read("điểm danh lớp nào")
    await principal.choose("7A2")
    await principal.read("Điểm danh lớp 7A2")


async def test_namesakes_are_told_apart_in_the_grid(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("/diemdanh")
    grid = await teacher.read("Điểm danh lớp 7A1")
    labels = ["6 M.Dung", "7 N.Dung", "8 T.Dung", "9 Dũng", "12 C.Hùng", "13 D.Hùng", "29 Tân"]
    assert set(labels) <= set(grid.labels)
