"""A family reports a new number or address; nothing changes until the homeroom teacher confirms."""

from typing import Any

from storage.tables import Person, PupilRecord
from tests.support.stage import Stage

LAN = "Nguyễn Thị Ngọc Lan"


async def phone_of(stage: Stage, relation: str = "mother") -> str | None:
    person_id = await stage.guardian_id("7A1", 15, relation)

    async def look(session: Any) -> str | None:
        return (await session.get_one(Person, person_id)).phone

    return await stage.run(look)


async def test_a_new_number_in_words_waits_for_the_teacher(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    before = await phone_of(stage)
    await mother.say("thầy ơi số điện thoại mới của em là 0912 345 678 ạ")
    echo = await mother.read(containing="số điện thoại mới 0912345678")
    assert "sẽ xác nhận" in echo.text
    card = await teacher.read(containing="Gia đình báo số mới")
    assert f"em {LAN} (7A1)" in card.text
    assert f"Số đang ghi: {before}" in card.text
    assert card.labels == ["Xác nhận, ghi vào hồ sơ", "Không đúng, giữ như cũ"]
    assert await phone_of(stage) == before
    await teacher.choose("Xác nhận, ghi vào hồ sơ")
    await mother.read(containing="đã xác nhận số điện thoại mới 0912345678")
    assert await phone_of(stage) == "0912345678"
    again = await teacher.press_again(card, "Không đúng, giữ như cũ")
    assert "đã trả lời lời báo này" in (again or "")
    assert await phone_of(stage) == "0912345678"


async def test_the_other_parents_number_is_theirs_and_they_hear_nothing(stage: Stage):
    teacher = await stage.staff("CB012")
    father = await stage.guardian("7A1", 15, "father")
    mother = await stage.guardian("7A1", 15, "mother")
    own = await phone_of(stage)
    await mother.say("số mới của bố cháu là 0987 654 321")
    await mother.read(containing="Đây là số của: Bố em")
    await teacher.read(containing="Đây là số của: Bố em")
    await teacher.choose("Xác nhận, ghi vào hồ sơ")
    await mother.read(containing="đã xác nhận")
    assert await phone_of(stage, "father") == "0987654321"
    assert await phone_of(stage) == own
    await father.hears_nothing(0.3)


async def test_a_new_address_step_by_step(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("/lienhe")
    await mother.read(containing="Liên hệ của gia đình")
    await mother.choose("Báo địa chỉ mới")
    await mother.read(containing="Xin gõ địa chỉ")
    await mother.say("abc")
    await mother.read(containing="chưa đủ thành địa chỉ")
    await mother.say("Thôn 9, xã Thuận Hạnh")
    await mother.read(containing="địa chỉ mới Thôn 9, xã Thuận Hạnh")
    await teacher.read(containing="Gia đình báo địa chỉ mới")
    await teacher.choose("Xác nhận, ghi vào hồ sơ")
    await mother.read(containing="đã xác nhận địa chỉ mới")
    pupil = await stage.pupil("7A1", 15)

    async def look(session: Any) -> str | None:
        return (await session.get(PupilRecord, pupil.id)).address

    assert await stage.run(look) == "Thôn 9, xã Thuận Hạnh"


async def test_taken_back_and_refused(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    before = await phone_of(stage)
    await mother.say("/lienhe 0912")
    await mother.read(containing="ví dụ")
    await mother.say("/lienhe 0912345678")
    await mother.read(containing="0912345678")
    await teacher.read(containing="Gia đình báo số mới")
    await mother.choose("Thôi, không đổi nữa")
    await mother.read(containing="giữ như cũ")
    await teacher.read(containing="Gia đình đã thôi")
    await mother.say("em đổi số sang 0912 345 679 rồi ạ")
    await mother.read(containing="0912345679")
    await teacher.read(containing="0912345679")
    await teacher.choose("Không đúng, giữ như cũ")
    await mother.read(containing="chưa đổi hồ sơ")
    assert await phone_of(stage) == before
