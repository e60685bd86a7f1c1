"""A family asks for a test to be marked anew; the bot is restarted between the steps."""

from tests.stories.test_leave_papers import png
from tests.support.phone import Phone
from tests.support.stage import Stage

TEACHER, HEAD = "CB012", "CB001"


async def _shown(stage: Stage) -> Phone:
    """A midterm mark that the family has seen: its phone."""
    teacher, mother = await stage.staff(TEACHER), await stage.guardian("7A1", 16)
    await teacher.say(f"7A1 toán gk: {' '.join(['6'] * 39)}")
    await teacher.read("Đã lưu 39 điểm")
    await teacher.choose("Công bố")
    await teacher.read("Đang gửi cho gia đình")
    await mother.read("em có điểm mới")
    return mother


async def test_a_test_is_marked_anew_from_the_wish_to_the_book(stage: Stage) -> None:
    mother, head = await _shown(stage), await stage.staff(HEAD)
    await mother.say("phúc khảo toán giữa kì")
    await mother.read("Xin ghi lí do")
    await mother.say("phúc khảo toán giữa kì: cháu làm được câu 4")
    await mother.read("Nhà trường sẽ báo kết quả")
    asked = await head.read("Xin phúc khảo")
    assert "Điểm đã công bố: 6" in asked.text
    await stage.later(1)
    await head.choose("Chọn người chấm")
    offered = await head.read("Chọn người chấm phúc khảo")
    assert "Trần Anh Khoa" not in " ".join(offered.labels)
    marker = await stage.staff_named(offered.labels[0])
    await head.choose(offered.labels[0])
    told = await marker.read("Thầy/cô được phân công chấm lại")
    assert "công bố" not in told.text
    assert "câu 4" not in told.text
    await stage.later(1)
    await marker.choose("Nhập kết quả")
    await marker.read("Gửi ảnh bài đã chấm")
    await marker.say("7,5")
    await marker.read("Gửi ảnh cả hai bài trước")
    await marker.send_photo(png(180))
    await marker.read("Đã nhận 1 ảnh")
    await marker.say("7,5")
    await marker.read("Gửi ảnh cả hai bài trước")
    await marker.send_photo(png(90))
    await marker.read("Đã nhận 2 ảnh")
    await stage.later(1)
    await marker.say("75 điểm tuyệt đối")
    await marker.read("Chưa đọc được điểm")
    await marker.say("7,5")
    await marker.read("Đã có kết quả phúc khảo")
    result = await mother.read("Đã có kết quả phúc khảo")
    assert "Kết quả: 7,5 (đã vào sổ)" in result.text
    await head.read("Đã có kết quả phúc khảo")
    await head.choose("Biên bản PDF")
    await head.read("Biên bản phúc khảo số 1")
    await mother.say("phúc khảo toán giữa kì: vẫn chưa đúng")
    await mother.read("đã được phúc khảo rồi")


async def test_a_re_marking_is_refused_withdrawn_or_too_late(stage: Stage) -> None:
    mother, head = await _shown(stage), await stage.staff(HEAD)
    await mother.say("phúc khảo văn giữa kì: cháu viết đủ")
    await mother.read("chưa có điểm được công bố")
    await mother.say("phúc khảo toán tx1: cháu làm được")
    await mother.read("giữa kì hoặc cuối kì đã công bố")
    await mother.say("phúc khảo toán giữa kì: cháu làm được câu 4")
    await mother.read("Nhà trường sẽ báo kết quả")
    await head.read("Xin phúc khảo")
    await mother.choose("Rút đơn")
    await head.read("Gia đình đã rút đơn")
    await mother.say("phúc khảo toán giữa kì: cháu làm được câu 4")
    await head.read("Xin phúc khảo")
    await head.choose("Từ chối")
    await head.read("Lí do không nhận")
    await head.say("đã chấm hai vòng độc lập")
    await head.read("Đã báo gia đình")
    refused = await mother.read("Không nhận phúc khảo")
    assert "đã chấm hai vòng độc lập" in refused.text
    await stage.later(8 * 24 * 60)
    await mother.say("phúc khảo toán giữa kì: cháu làm được câu 4")
    await mother.read("Đã quá 7 ngày")
