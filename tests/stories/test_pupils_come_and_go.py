"""Pupils who come, leave, change class and come back, as homeroom teachers and heads enter it."""

from services.class_changes import changes
from services.unit import Unit
from tests.support.stage import Stage

LAN, MINH = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh"


async def changed(stage: Stage) -> list[tuple[str, str, str | None, str | None]]:
    """What the board is told of the school's lists this week and the next."""

    async def look(session) -> list[tuple[str, str, str | None, str | None]]:
        unit = Unit(session, stage.clock.now(), stage.clock.zone)
        found = await changes(unit, unit.today.replace(day=23), unit.today.replace(month=12, day=9))
        return [(c.name, c.kind, c.from_class, c.to_class) for c in found]

    return await stage.run(look)


async def test_one_line_lets_a_pupil_go_and_the_roll_follows(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("/hocsinh Lan chuyển trường từ hôm nay")
    shown = await teacher.read("chuyển đi")
    assert f"Em {LAN}, số 15 lớp 7A1" in shown.text
    assert "Chưa lưu" in shown.text
    await teacher.choose("Ghi nhận")
    saved = await teacher.read("Đã lưu")
    assert "không còn trong danh sách lớp 7A1 từ thứ Hai 30/11/2026" in saved.text
    await teacher.say("7A1 đủ")
    await teacher.read("Có mặt 38/38")
    await teacher.say("/hocsinh 7A1")
    listed = await teacher.read("sĩ số hôm nay 38")
    assert f"30/11/2026: {LAN}, lớp 7A1, chuyển đi" in listed.text
    assert await changed(stage) == [(LAN, "out", "7A1", None)]


async def test_what_was_entered_by_mistake_is_taken_back(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lan p")
    await teacher.read("Có mặt 38/39")
    await teacher.say("Lan 7A1 bỏ học từ hôm nay")
    await teacher.read("thôi học")
    await teacher.choose("Ghi nhận")
    saved = await teacher.read("Đã lưu")
    assert "được tính lại" in saved.text
    await teacher.choose("Hoàn tác")
    await teacher.read("Đã hoàn tác")
    await teacher.say("/vangmat")
    await teacher.read("Có mặt 38/39")
    assert await changed(stage) == []


async def test_a_change_of_class_is_for_the_heads_and_everybody_concerned_is_told(
    stage: Stage,
) -> None:
    teacher, mother = await stage.staff("CB012"), await stage.guardian("7A1", 15)
    await teacher.say("/hocsinh Lan 7A1 chuyển sang lớp 7A2 từ 1/12")
    await teacher.read("do ban giám hiệu hoặc quản trị ghi")
    head = await stage.staff("CB001")
    await head.say("/hocsinh Lan 7A1 chuyển sang lớp 7A2 từ 1/12")
    shown = await head.read("chuyển sang lớp 7A2")
    assert "từ thứ Ba 01/12/2026" in shown.text
    await head.choose("Ghi nhận")
    await head.read("Đã lưu")
    news = await teacher.read("chuyển từ lớp 7A1 sang lớp 7A2")
    assert LAN in news.text
    await teacher.say("/hocsinh 7A1")
    await teacher.read("sĩ số hôm nay 39")
    await teacher.say("/hocsinh Lan 7A1")
    card = await teacher.read("số 15, lớp 7A1")
    assert "Lớp 7A1 từ 07/09/2026 đến hết 30/11/2026 (chuyển lớp)" in card.text
    await teacher.choose("Thôi")
    await teacher.read("chưa ghi gì")
    await mother.hears_nothing()
    await stage.later(20)
    told = await mother.read("Kính gửi phụ huynh")
    assert "từ thứ Ba 01/12/2026 em học ở lớp 7A2" in told.text
    assert await changed(stage) == [(LAN, "moved", "7A1", "7A2")]


async def test_step_by_step_each_part_is_asked(stage: Stage) -> None:
    head = await stage.staff("CB001")
    await head.say("/hocsinh")
    await head.read("Học sinh chuyển đến")
    await head.choose("Chuyển lớp")
    await head.read("Em nào chuyển lớp?")
    await head.say("minh 7a1")
    asked = await head.read("Em chuyển sang lớp nào?")
    assert "7A1" not in asked.labels
    await head.choose("7A2")
    await head.read("học ở lớp mới từ ngày nào?")
    await head.say("31/2")
    await head.read("Lịch không có ngày đó")
    await head.choose("Ngày mai 01/12")
    shown = await head.read("chuyển sang lớp 7A2")
    assert MINH in shown.text
    await head.choose("Thôi")
    await head.read("chưa ghi gì")
    assert await changed(stage) == []


async def test_a_newcomer_goes_last_and_the_sisters_mother_sees_the_child(stage: Stage) -> None:
    teacher, mother = await stage.staff("CB012"), await stage.guardian("7A1", 15)
    await teacher.say(
        "/hocsinh nhận NGUYỄN VĂN AN, nam, sinh 12/3/2014, 7a1, "
        "mẹ Nguyễn Diệu Thủy 0503787576, từ hôm nay"
    )
    shown = await teacher.read("vào lớp 7A1")
    assert "Em Nguyễn Văn An: vào lớp 7A1 từ thứ Hai 30/11/2026." in shown.text
    assert "Ngày sinh: 12/03/2014; giới tính: nam" in shown.text
    assert "Mẹ: Nguyễn Diệu Thủy, 0503787576." in shown.text
    await teacher.choose("Ghi nhận")
    await teacher.read("số 40")
    await stage.rules(ask_excused=0)
    await teacher.say("7A1 vắng An p")
    await teacher.read("Có mặt 39/40")
    await mother.say("/toi")
    me = await mother.read("Nguyễn Văn An")
    assert LAN in me.text
    await teacher.say("/hocsinh nhận Nguyễn Văn An, sinh 12/3/2014, 7A1, từ hôm nay")
    await teacher.read("Chưa lưu")
    await teacher.choose("Ghi nhận")
    await teacher.say("/huy")
    assert await changed(stage) == [("Nguyễn Văn An", "in", None, "7A1")]


async def test_a_newcomer_entered_by_mistake_leaves_no_trace(stage: Stage) -> None:
    teacher, mother = await stage.staff("CB012"), await stage.guardian("7A1", 15)
    await teacher.say("/hocsinh")
    await teacher.read("Học sinh chuyển đến")
    await teacher.choose("Chuyển đến")
    await teacher.read("Thầy/cô nhắn họ tên")
    await teacher.say("Trần Thị Hoa, nữ, mẹ Nguyễn Diệu Thủy 0503787576")
    await teacher.read("vào học từ ngày nào?")
    await teacher.choose("Hôm nay 30/11")
    await teacher.read("vào lớp 7A1")
    await teacher.choose("Ghi nhận")
    await teacher.read("số 40")
    await teacher.choose("Hoàn tác")
    await teacher.read("không ghi chuyển đến")
    await teacher.say("7A1 đủ")
    await teacher.read("Có mặt 39/39")
    await mother.say("/toi")
    assert "Hoa" not in (await mother.read(LAN)).text
    assert await changed(stage) == []


async def test_one_who_comes_back_has_the_old_number(stage: Stage) -> None:
    teacher, mother = await stage.staff("CB012"), await stage.guardian("7A1", 15)
    await teacher.say("/hocsinh Lan thôi học từ 20/11")
    await teacher.read("Chưa lưu")
    await teacher.choose("Ghi nhận")
    await teacher.read("Đã lưu")
    await mother.say("mai cho cháu nghỉ, cháu sốt ạ")
    assert "Đã ghi" not in (await mother.read()).text
    await teacher.say("/hocsinh Lan học lại từ hôm nay")
    shown = await teacher.read("học lại ở lớp 7A1")
    assert "trước đây số 15 lớp 7A1" in shown.text
    await teacher.choose("Ghi nhận")
    await teacher.read("số 15")
    await teacher.say("7A1 vắng Lan")
    assert f"15. {LAN}" in (await teacher.read("Có mặt 38/39")).text
    await mother.say("mai cho cháu nghỉ, cháu sốt ạ")
    await mother.read("Đã ghi lời xin phép")
    kinds = [kind for _, kind, _, _ in await changed(stage)]
    assert kinds == ["returned"]


async def test_an_alarm_ends_when_the_pupil_has_left_the_school(stage: Stage) -> None:
    teacher, mother = await stage.staff("CB012"), await stage.guardian("7A1", 15)
    await teacher.say("7A1 vắng Lan")
    await mother.read("chưa có mặt")
    await teacher.say("Lan 7A1 chuyển trường từ hôm nay")
    await teacher.read("Chưa lưu")
    await teacher.choose("Ghi nhận")
    await teacher.read("Đã lưu")
    await mother.read("bỏ qua")


async def test_a_roll_that_speaks_of_a_move_is_a_roll(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lan p, Minh bỏ học k")
    await teacher.read("7A1, sáng thứ Hai")
    await teacher.say("/huy")
    await teacher.say("các em lớp 7A1 nhận sách")
    answer = await teacher.read()
    assert "Chưa lưu" not in answer.text
    assert await changed(stage) == []


async def test_bad_words_get_an_example(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    for words, answer in (
        ("/hocsinh Lan 7A9 chuyển trường", "7A9"),
        ("/hocsinh Quỳnh Như Không Có 7A1 chuyển trường", "Không thấy em"),
        ("/hocsinh Lan 7A1 chuyển trường từ 31/2", "Lịch không có ngày đó"),
        ("/hocsinh Lan 7A1 học lại", "trong số các em đã rời lớp"),
    ):
        await teacher.say(words)
        await teacher.read(answer)
    await teacher.say("/hocsinh Lan 7A1 chuyển trường từ 1/9/2027")
    await teacher.read("Chưa lưu")
    await teacher.choose("Ghi nhận")
    mother = await stage.guardian("7A1", 15)
    await mother.say("/hocsinh Lan 7A1 chuyển trường")
    await mother.read("quyền")
    assert await changed(stage) == []
