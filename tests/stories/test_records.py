"""`/hoso`: the homeroom teacher sees whose minimum record has gaps, and fills them in the chat."""

from typing import Any

from sqlalchemy import update

from storage import school_settings
from storage.tables import Guardianship, Person, Pupil, PupilRecord
from tests.support.stage import Stage

LAN = "Nguyễn Thị Ngọc Lan"


async def emptied(stage: Stage, *, birth: bool = True, address: bool = True) -> None:
    """Lan's record loses some of what the school knew."""
    pupil = await stage.pupil("7A1", 15)

    async def empty(session: Any) -> None:
        if birth:
            await session.execute(update(Pupil).where(Pupil.id == pupil.id).values(birth_date=None))
        if address:
            await session.execute(
                update(PupilRecord).where(PupilRecord.pupil_id == pupil.id).values(address=None)
            )
        await school_settings.raise_revision(session)

    await stage.run(empty)


async def kept(stage: Stage) -> tuple[Any, ...]:
    """Lan's date of birth and address as the school knows them."""
    pupil = await stage.pupil("7A1", 15)

    async def look(session: Any) -> tuple[Any, ...]:
        record = await session.get(PupilRecord, pupil.id)
        return (await session.get_one(Pupil, pupil.id)).birth_date, record.address

    return await stage.run(look)


async def test_the_gaps_of_a_class_are_filled_one_after_the_other(stage: Stage):
    await emptied(stage)
    teacher = await stage.staff("CB012")
    await teacher.say("/hoso")
    page = await teacher.read(containing="Hồ sơ tối thiểu lớp 7A1")
    assert f"15. {LAN}: thiếu ngày sinh, địa chỉ thường trú" in page.text
    assert "đã quá" in page.text  # it is the end of November
    await teacher.choose("15. Ngọc Lan")
    await teacher.read(containing="Còn thiếu: ngày sinh, địa chỉ thường trú")
    await teacher.choose("Điền 2 chỗ còn thiếu")
    await teacher.read(containing=f"Ngày sinh của em {LAN} (7A1)?")
    await teacher.say("31/02/2014")
    wrong = await teacher.read(containing="không đọc được thành ngày sinh")
    assert "15/03/2014" in wrong.text
    await teacher.say("9-5-14")
    await teacher.read(containing=f"Đã lưu ngày sinh của em {LAN}, lớp 7A1: 09/05/2014")
    await teacher.read(containing="Địa chỉ thường trú của em")
    await teacher.say("Thôn 5, xã Thuận Hạnh")
    await teacher.read(containing="Đã lưu địa chỉ thường trú")
    birth, address = await kept(stage)
    assert f"{birth:%d/%m/%Y}" == "09/05/2014"
    assert address == "Thôn 5, xã Thuận Hạnh"
    await teacher.choose("Hoàn tác")
    await teacher.read(containing="Còn thiếu: địa chỉ thường trú")
    assert (await kept(stage))[1] is None


async def test_one_line_without_diacritics_writes_a_field(stage: Stage):
    teacher = await stage.staff("CB012")
    await teacher.say("/hoso ngoc lan 7a1 dia chi: Thôn 7, xã Thuận Hạnh")
    await teacher.read(containing="Đã lưu địa chỉ thường trú")
    assert (await kept(stage))[1] == "Thôn 7, xã Thuận Hạnh"
    await teacher.say("/hoso 7A1 15 mẹ 0912.345.678")
    await teacher.read(containing="(0912345678)")
    await teacher.say("/hoso 7A1 15 mẹ 0912")
    await teacher.read(containing="ví dụ: mẹ Nguyễn Thị Hoa 0912 345 678")
    await teacher.say("/hoso 7A1 99")
    await teacher.read(containing="không có số thứ tự 99")
    await teacher.say("/hoso 7A9")
    await teacher.read(containing="không có lớp «7A9»")


async def test_a_child_without_any_adult_gets_one(stage: Stage):
    pupil = await stage.pupil("7A1", 15)

    async def orphan(session: Any) -> None:
        for person in await stage_adults(session, pupil.id):
            await session.delete(await session.get(Guardianship, (person, pupil.id)))
        await school_settings.raise_revision(session)

    async def stage_adults(session: Any, pupil_id: int) -> list[int]:
        from storage.records import adults

        return [row.person_id for row in await adults(session, [pupil_id])]

    await stage.run(orphan)
    teacher = await stage.staff("CB012")
    await teacher.say("/hoso 7A1")
    page = await teacher.read(containing="Hồ sơ tối thiểu")
    assert f"15. {LAN}: thiếu thông tin cha mẹ, điện thoại liên hệ" in page.text
    await teacher.say("/hoso 15 phụ huynh mẹ H'Linh Niê 0912 345 678")
    await teacher.read(containing="mẹ H'Linh Niê (0912345678)")

    async def look(session: Any) -> list[tuple[str, str | None]]:
        found = [await session.get_one(Person, id) for id in await stage_adults(session, pupil.id)]
        return [(person.full_name, person.phone) for person in found]

    assert await stage.run(look) == [("H'Linh Niê", "0912345678")]


async def test_the_principal_sees_every_class_and_a_subject_teacher_none(stage: Stage):
    await emptied(stage, birth=False)
    principal = await stage.staff("CB001")
    await principal.say("/hoso")
    page = await principal.read(containing="Hồ sơ tối thiểu")
    assert "▫️ 7A1:" in page.text
    await principal.choose("7A1")
    await principal.read(containing=f"15. {LAN}: thiếu địa chỉ thường trú")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("/hoso 7A1")
    await mother.read(containing="không")
    other = await stage.staff("CB013")
    await other.say("/hoso 7A1 15")
    answer = await other.read()
    assert LAN not in answer.text
