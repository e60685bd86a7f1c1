"""A wrong mark is put right across three phones; the bot is restarted between every two steps."""

from tests.stories.test_leave_papers import png
from tests.support.stage import Stage


async def test_a_correction_from_the_wish_to_the_minutes(stage: Stage) -> None:
    head, admin = await stage.staff("CB001"), await stage.staff("CB003")
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 toán tx1: số 16: 7")
    await teacher.read("Đã lưu 1 điểm")
    await head.say("/khoaso hk1")
    await head.read("Đã khóa: học kì I")
    await stage.later(1)
    await teacher.say("sửa điểm 16 7A1 toán tx1 7 thành 8")
    await teacher.read("Lí do sửa điểm là gì?")
    await stage.later(1)
    await teacher.say("cộng sót câu 3")
    await teacher.read("Gửi ảnh trang sổ điểm cá nhân")
    await stage.later(1)
    await teacher.send_photo(png(180))
    await teacher.read("Gửi ảnh bài kiểm tra")
    await stage.later(1)
    await teacher.send_photo(png(90))
    await teacher.read("Đủ minh chứng")
    await stage.later(1)
    await teacher.choose("Gửi hiệu trưởng")
    await teacher.read("gửi đề nghị đến hiệu trưởng")
    asked = await head.read("Đề nghị sửa điểm")
    assert "7 → 8" in asked.text
    assert "Minh chứng: sổ cá nhân 1, bài làm 1" in asked.text
    await stage.later(1)
    await head.choose("Xem minh chứng")
    await head.read("Minh chứng 2: bài làm")
    await stage.later(1)
    await head.choose("Duyệt")
    await admin.read("hiệu trưởng đã duyệt")
    await teacher.read("hiệu trưởng đã duyệt")
    await stage.later(1)
    await admin.choose("Xác nhận sửa")
    await stage.later(1)
    await teacher.choose("Xác nhận sửa")
    await teacher.read("Đã sửa điểm và khóa lại")
    await admin.read("Đã sửa điểm và khóa lại")
    await head.read("Đã sửa điểm và khóa lại")
    await stage.later(1)
    for phone in (head, admin, teacher):
        await phone.choose("Ký xác nhận")
    await stage.later(1)
    await teacher.choose("Biên bản PDF")
    minutes = await teacher.read("Biên bản sửa điểm số 1")
    assert minutes.media
    assert minutes.media["name"] == "bien-ban-sua-diem-1.pdf"
    await teacher.say("/sodiem 7A1 toán")
    await teacher.read("7A1 · Toán")
    await teacher.say("7A1 toán tx1: số 16: 9")
    await teacher.read("đã khóa nên chưa lưu gì")
