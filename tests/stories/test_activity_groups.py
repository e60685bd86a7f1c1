"""Extra classes and clubs: made by the heads, kept by who leads them, free of charge."""

from tests.support.stage import Stage


async def test_a_group_is_made_filled_and_given_to_a_teacher(stage: Stage) -> None:
    head, teacher = await stage.staff("CB001"), await stage.staff("CB012")
    await head.say("/nhom")
    await head.read("không gắn với khoản thu nào")
    await head.choose("Lập nhóm mới")
    await head.read("Tên nhóm là gì?")
    await head.say("học thêm Văn 7")
    await head.read("thuộc loại nào?")
    await head.choose("Phụ đạo")
    made = await head.read("Đã lưu nhóm")
    assert "Phụ đạo Văn 7" in made.text
    assert "học thêm" not in made.text.casefold()
    await head.choose("Người phụ trách")
    await head.read("Ai phụ trách")
    await head.say("thầy Trần Anh Khoa")
    await head.read("Phụ trách: Trần Anh Khoa")
    await teacher.read("được giao phụ trách Phụ đạo Văn 7")
    await teacher.say("/nhom phụ đạo văn: thêm 7A1: Ngọc Lan, 16; 7A2 1")
    added = await teacher.read("Đã lưu 3 em")
    assert "Nguyễn Thị Ngọc Lan (7A1)" in added.text
    await teacher.say("phụ đạo văn 7 vắng Ngọc Lan p")
    await teacher.read("Có mặt 2/3")


async def test_a_name_of_two_is_asked_and_members_can_be_taken_off(stage: Stage) -> None:
    head = await stage.staff("CB001")
    await head.say("/nhom tạo CLB Cờ vua")
    await head.read("Đã lưu nhóm CLB Cờ vua")
    await head.say("/nhom CLB Cờ vua: thêm Hùng 7A1, Đức Minh 7A1, Xyzt 7A2")
    asked = await head.read("Đã lưu 1 em")
    assert "Không thấy: Xyzt 7A2" in asked.text
    assert "«Hùng 7A1» là em nào?" in asked.text
    await head.choose("13. Dương Quốc Hùng (7A1)")
    card = await head.read("2 em")
    assert "7A1: 13. Dương Quốc Hùng; 16. Trần Đức Minh" in card.text
    await head.choose("Bớt học sinh")
    await head.read("Bớt em nào")
    await head.say("minh")
    await head.read("Nhóm còn 1 em")


async def test_an_ended_group_is_offered_no_more_and_can_go_on(stage: Stage) -> None:
    head = await stage.staff("CB001")
    await head.say("/nhom phụ đạo toán 7")
    await head.read("Phụ đạo Toán 7")
    await head.choose("Kết thúc nhóm")
    await head.read("Nhóm đã kết thúc")
    await head.say("/nhom Phụ đạo Toán 7: thêm Lan 7A1")
    await head.read("đã kết thúc")
    await head.say("/nhom Phụ đạo Toán 7")
    await head.read("Nhóm đã kết thúc")
    await head.choose("Mở lại nhóm")
    await head.read("Phụ trách")


async def test_no_fee_hangs_on_a_group_and_others_keep_none(stage: Stage) -> None:
    head, stranger = await stage.staff("CB001"), await stage.staff("CB013")
    await head.say("/nhom tạo phụ đạo Toán 6 thu 50k")
    await head.read("không gắn với khoản thu nào")
    await head.say("/nhom tạo CLB bóng đá")
    await head.read("Đã có nhóm CLB Bóng đá")
    await stranger.say("/nhom tạo CLB Vẽ")
    await stranger.read("quyền")
    mother = await stage.guardian("7A1", 15)
    await mother.say("/nhom")
    await mother.read("quyền")
