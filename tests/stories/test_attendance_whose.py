"""`/chuyencan` where more than one child can be meant: asked, never picked."""

from storage import school_settings
from storage.tables import Guardianship
from tests.stories.test_attendance_look import LAN, november, rolls
from tests.support.stage import Stage

MINH = "Trần Đức Minh"


async def also_parent(stage: Stage, person_id: int, class_name: str, number: int) -> None:
    """An adult is the guardian of one more child."""
    pupil = await stage.pupil(class_name, number)

    async def add(session) -> None:
        session.add(Guardianship(person_id=person_id, pupil_id=pupil.id, relation="mother"))
        await school_settings.raise_revision(session)

    await stage.run(add)


async def test_a_mother_of_two_chooses_or_names_the_child(stage: Stage) -> None:
    await rolls(stage, november(d3="excused"))
    await also_parent(stage, await stage.guardian_id("7A1", 15, "mother"), "7A1", 16)
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("/chuyencan học kì 1")
    asked = await mother.read("muốn xem chuyên cần của ai")
    assert asked.labels == [f"{LAN} (7A1)", f"{MINH} (7A1)"]
    await mother.choose(MINH)
    assert MINH in (await mother.read("Chuyên cần học kì 1")).text
    await mother.say("thang nay be lan nghi may buoi roi co")
    assert "Nghỉ có phép: 1 buổi" in (await mother.read(LAN)).text
    await mother.say("/chuyencan Mnih")
    near = await mother.read("Không có em nào tên đúng là “Mnih”")
    assert f"{MINH} (7A1)" in near.labels
    await mother.choose(MINH)
    await mother.read("Chuyên cần tháng 11/2026")


async def test_a_teacher_who_is_a_parent_too(stage: Stage) -> None:
    await rolls(stage, november(d3="excused"))
    await also_parent(stage, await stage.person_id("CB012"), "9A1", 3)
    khoa = await stage.staff("CB012")
    await khoa.say("/chuyencan")
    asked = await khoa.read("muốn xem chuyên cần của ai")
    assert asked.labels[-1] == "Cả lớp 7A1"
    await khoa.choose(asked.labels[0])
    own = await khoa.read("Chuyên cần tháng 11/2026")
    assert "lớp 9A1" in own.text
    assert "45" not in own.text
    await khoa.say("/chuyencan Lan 7A1")
    assert "Cả năm: 1/45" in (await khoa.read(LAN)).text


async def test_pupils_of_one_name_are_asked_about(stage: Stage) -> None:
    await rolls(stage, november())
    khoa = await stage.staff("CB012")
    await khoa.say("/chuyencan Hùng 7A1")
    asked = await khoa.read()
    assert len(asked.labels) > 1
    assert all("Hùng" in label for label in asked.labels)
    await khoa.choose(asked.labels[1])
    await khoa.read("Chuyên cần tháng 11/2026")


async def test_who_has_neither_child_nor_class(stage: Stage) -> None:
    await rolls(stage, november())
    office, principal = await stage.staff("CB004"), await stage.staff("CB001")
    await office.say("/chuyencan Lan 7A1")
    await office.read("chỉ gia đình, giáo viên chủ nhiệm và ban giám hiệu")
    await principal.say("/chuyencan Lan")
    await principal.read("ghi thêm lớp")
    await principal.say("/chuyencan Lan 7A1 tháng 13")
    await principal.read("chưa có tháng 13")
    await principal.say("/chuyencan 99 7A1")
    await principal.read("Không thấy “99”")
    await principal.say("/chuyencan Lan 7A1")
    assert "Cả năm: 0/45" in (await principal.read(LAN)).text
