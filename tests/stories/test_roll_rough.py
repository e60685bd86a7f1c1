"""Rough input: markup in names, pupils not on the list, walls of text, a bot that stops between."""

from datetime import date

from sqlalchemy import update

from storage import school_settings
from storage.tables import Enrolment, Pupil
from tests.support.stage import Stage

LAN, MINH = "Nguyễn Thị Ngọc Lan", "Trần Đức Minh"


async def _rename(stage: Stage, number: int, name: str) -> None:
    pupil = await stage.pupil("7A1", number)

    async def work(session) -> None:
        await session.execute(update(Pupil).where(Pupil.id == pupil.id).values(full_name=name))
        await school_settings.raise_revision(session)

    await stage.run(work)


async def test_markup_in_a_name_is_only_a_name(stage: Stage) -> None:
    await _rename(stage, 1, "<b>x</b>")
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng 1p, 15p")
    assert "1. <b>x</b>: vắng có phép" in (await teacher.read("Đã lưu")).text
    await teacher.say("/diemdanh")
    grid = await teacher.read("Chạm tên")
    assert len(grid.labels) == 42


async def test_a_pupil_who_came_later_is_left_out_and_the_rest_is_kept(stage: Stage) -> None:
    pupil = await stage.pupil("7A1", 15)

    async def work(session) -> None:
        await session.execute(
            update(Enrolment)
            .where(Enrolment.pupil_id == pupil.id)
            .values(starts=date(2026, 11, 30))
        )
        await school_settings.raise_revision(session)

    await stage.run(work)
    teacher = await stage.staff("CB012")
    await teacher.say("thứ 7 7A1 vắng Lan p, Minh k")
    echo = await teacher.read("Đã lưu")
    assert "Có mặt 37/38" in echo.text
    assert f"Không ghi em {LAN}: em vào danh sách từ ngày 30/11/2026" in echo.text
    assert f"{MINH}: vắng không phép" in echo.text
    await teacher.say("thứ 6 7A1 vắng Lan p")
    refused = await teacher.read("không có trong danh sách")
    assert LAN in refused.text
    assert "Chưa lưu gì" in refused.text


async def test_walls_of_text_get_an_answer(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    for wall in (
        "7A1 vắng " + "Lan, " * 800,
        ("7A1 vắng " + "xyz " * 1100)[:4096],
        ("7A1 vắng Tân, " + "Hùng k; " * 500)[:4096],
        "7A1 vắng " + " ".join(str(n) for n in range(1, 1000)),
        "vắng\n" * 800,
        "7A1 vắng " + "😀" * 1000,
    ):
        await teacher.say(wall[:4096])
        answer = await teacher.read()
        assert len(answer.text) <= 4096
    await teacher.say("7A1 vắng " + ", ".join(["Tân", "Hùng"] * 20))
    assert "/diemdanh" in (await teacher.read("chưa lưu gì")).text


async def test_the_whole_class_is_absent(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng " + ", ".join(str(n) for n in range(1, 40)))
    echo = await teacher.read("Đã lưu")
    assert "Có mặt 0/39" in echo.text
    assert "39. Phan Văn Đạt" in echo.text


async def test_a_question_survives_a_restart(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Tân p, Lan")
    await teacher.read("“Tân” là em nào")
    await stage.close()
    await stage.open()
    await teacher.choose("29. Nguyễn Tân")
    echo = await teacher.read("Đã lưu")
    assert LAN in echo.text


async def test_an_edited_message_is_a_new_roll(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lan p")
    await teacher.read("Đã lưu")
    mine = next(m for m in await teacher.messages() if m.mine and m.text.startswith("7A1"))
    await teacher.edit(mine.id, "7A1 vắng Minh p")
    echo = await teacher.read("Đã lưu")
    assert MINH in echo.text
    assert LAN not in echo.text
