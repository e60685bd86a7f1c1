"""`/chuyencan`: a family sees its own child's attendance, a homeroom teacher a pupil's."""

from datetime import date, timedelta

from sqlalchemy import select

from storage.tables import Attendance, RollCall, SchoolClass
from tests.support.stage import Stage

LAN = "Nguyễn Thị Ngọc Lan"
MONDAY = date(2026, 11, 30)


async def rolls(stage: Stage, days: dict[date, str | None], number: int = 15) -> None:
    """Morning rolls of 7A1 on these days, each with how one pupil stood (None: present)."""
    pupil = await stage.pupil("7A1", number)
    taker = await stage.person_id("CB012")

    async def write(session) -> None:
        of = await session.scalar(select(SchoolClass.id).where(SchoolClass.name == "7A1"))
        for day, state in days.items():
            roll = RollCall(
                list_key=f"class:{of}",
                class_id=of,
                day=day,
                half="morning",
                kind="main",
                on_roll=39,
                taken_by=taker,
                taken_at=stage.clock.now(),
            )
            session.add(roll)
            await session.flush()
            if state is not None:
                session.add(Attendance(roll_id=roll.id, pupil_id=pupil.id, state=state))

    await stage.run(write)


def november(**states: str) -> dict[date, str | None]:
    """The school days of November before the 30th; `d17="unexcused"`."""
    days = [date(2026, 11, n) for n in range(2, 29)]
    return {
        day: states.get(f"d{day.day}")
        for day in days
        if day.weekday() < 6 and day != date(2026, 11, 24)
    }


async def test_a_mother_sees_the_month_in_a_picture_and_in_figures(stage: Stage) -> None:
    await rolls(stage, november(d3="excused", d17="unexplained", d19="late"))
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("/chuyencan")
    seen = await mother.read("Chuyên cần tháng 11/2026")
    assert f"em {LAN}, lớp 7A1" in seen.text
    assert "Đến lớp 21/23 buổi đã điểm danh." in seen.text
    assert "Nghỉ có phép: 1 buổi (03/11)." in seen.text
    assert "chưa rõ lí do: 1 buổi (17/11)." in seen.text
    assert "Đi muộn: 1 lần (19/11)." in seen.text
    assert "nhắn giúp thầy/cô chủ nhiệm" in seen.text
    assert "45" not in seen.text
    assert any(message.media for message in await mother.messages())
    await mother.choose("cả năm học")
    year = await mother.read("Chuyên cần cả năm học")
    assert "Nghỉ có phép: 1 buổi." in year.text
    await mother.choose("tháng 11/2026")
    await mother.read("Chuyên cần tháng 11/2026")


async def test_a_question_in_the_familys_own_words(stage: Stage) -> None:
    await rolls(stage, november(d3="excused"))
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("cô ơi tháng này cháu nghỉ mấy buổi rồi ạ")
    assert "Đến lớp 22/23 buổi" in (await mother.read("Chuyên cần tháng 11/2026")).text
    await mother.say("CHUYEN CAN HOC KI 1")
    await mother.read("Chuyên cần học kì 1")
    await mother.say("/chuyencan tháng 3")
    assert "chưa có tháng 3" in (await mother.read("chưa có")).text
    await mother.say("/chuyencan Minh")
    assert LAN in (await mother.read("Không có em “Minh”")).text


async def test_the_limit_is_shown_to_a_family_from_twenty(stage: Stage) -> None:
    days = [date(2026, 10, 1) + timedelta(days=n) for n in range(60)]
    school = [day for day in days if day.weekday() < 6 and day != date(2026, 11, 24)]
    await rolls(stage, dict.fromkeys(school[:19], "excused"))
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("/chuyencan cả năm")
    assert "45" not in (await mother.read("Nghỉ có phép: 19 buổi")).text
    await rolls(stage, {school[19]: "excused"})
    await mother.say("/chuyencan cả năm")
    seen = await mother.read("Nghỉ có phép: 20 buổi")
    assert "đã nghỉ 20 buổi" in seen.text
    assert "không quá 45 buổi" in seen.text


async def test_a_homeroom_teacher_looks_at_a_pupil_and_the_class(stage: Stage) -> None:
    await rolls(stage, november(d3="excused", d17="unexcused"))
    khoa = await stage.staff("CB012")
    await khoa.say("/chuyencan Lan 7A1 tháng 11")
    seen = await khoa.read("Chuyên cần tháng 11/2026")
    assert "Cả năm: 2/45 buổi nghỉ." in seen.text
    assert "Cảm ơn gia đình" not in seen.text
    await khoa.say("/chuyencan 15")
    assert LAN in (await khoa.read("Chuyên cần tháng 11/2026")).text
    await khoa.say("/chuyencan 7a1")
    listed = await khoa.read("Chuyên cần lớp 7A1")
    assert f"15. {LAN}: nghỉ 2 (P 1, K 1)" in listed.text
    await khoa.choose(f"15. {LAN}")
    assert "Cả năm: 2/45" in (await khoa.read("Chuyên cần tháng 11/2026")).text
    await khoa.say("/chuyencan Xyz 7A1")
    await khoa.read("Không thấy “Xyz”")
    await khoa.say("/chuyencan Lan 7A9")
    await khoa.read("không có lớp 7A9")


async def test_others_see_nothing(stage: Stage) -> None:
    await rolls(stage, november(d3="excused"))
    minhs_mother = await stage.guardian("7A1", 16, "mother")
    await minhs_mother.say("/chuyencan Lan 7A1")
    await minhs_mother.read("Không có em “Lan”")
    han = await stage.staff("CB016")
    await han.say("/chuyencan Lan 7A1")
    assert "Chuyên cần tháng" not in (await han.read("quyền")).text
    khoa = await stage.staff("CB012")
    await khoa.say("/chuyencan Lan 9A1")
    assert "Chuyên cần tháng" not in (await khoa.read("quyền")).text
