"""A notice from its writer to the families: written, shown, sent, followed, taken back."""

from tests.support.stage import Stage

LAN, MINH = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh"


async def test_a_routine_notice_to_ones_own_class(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    other = await stage.guardian("7A2", 1, "mother")
    await teacher.say("thông báo 7A1: mai các em mang theo vở tập vẽ")
    preview = await teacher.read("Xem trước")
    assert "mai các em mang theo vở tập vẽ" in preview.text
    assert "1 người đã kết nối" in preview.text
    assert "không cần duyệt" in preview.text
    await mother.hears_nothing(0.5)
    await teacher.choose("✅ Gửi")
    got = await mother.read("mang theo vở tập vẽ")
    assert f"Kính gửi phụ huynh em {LAN}, lớp 7A1" in got.text
    assert "Trần Anh Khoa, giáo viên chủ nhiệm 7A1" in got.text
    done = await teacher.read("Đã gửi xong")
    assert done.id == preview.id
    assert "Đã đến 1/" in done.text
    assert "chưa kết nối" in done.text
    await other.hears_nothing(0.3)
