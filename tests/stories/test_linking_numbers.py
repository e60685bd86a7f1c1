"""Who is who: shared numbers, and the homeroom teacher who confirms them."""

from typing import Any

from sqlalchemy import func, select

from storage.tables import (
    LinkRequest,
)
from tests.support.linking import owner_of
from tests.support.stage import Stage


async def test_an_own_number_is_confirmed_by_the_homeroom_teacher(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mother = await stage.stranger("Thuy", phone="0503787576")
    await mother.start()
    await mother.share_contact()
    taken = await mother.read("Nhà trường sẽ kiểm tra")
    assert "Lan" not in taken.text
    card = await teacher.read("trùng với số của Nguyễn Diệu Thủy")
    assert "Nguyễn Thị Ngọc Lan" in card.text
    assert await owner_of(stage, mother) is None
    assert "Đã xác nhận" in (await teacher.choose("Đúng là phụ huynh") or "")
    welcome = await mother.read("Đã liên kết")
    assert "Nguyễn Thị Ngọc Lan" in welcome.text
    closed = await teacher.read("đã xác nhận lúc")
    assert not closed.labels
    assert "toi" in await mother.commands()


async def test_a_refused_number_is_told_neutrally_and_not_asked_again(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    other = await stage.stranger("Chủ mới", phone="0503787576")
    await other.start()
    await other.share_contact()
    await teacher.read("trùng với số")
    await teacher.choose("Không phải")
    refused = await other.read("chưa xác nhận được")
    assert "Thủy" not in refused.text
    await teacher.read("không phải lúc")
    await other.forget()
    await other.share_contact()
    await other.read("Nhà trường sẽ kiểm tra")
    await teacher.hears_nothing()
    assert await owner_of(stage, other) is None


async def test_sharing_again_and_again_asks_the_teacher_once(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mother = await stage.stranger("Thuy", phone="0503787576")
    await mother.start()
    for _ in range(3):
        await mother.share_contact()
        await mother.read("Nhà trường sẽ kiểm tra")
    await teacher.read("trùng với số")
    await teacher.hears_nothing()


async def test_unknown_and_staff_numbers_get_the_very_same_answer(stage: Stage) -> None:
    administrator, teacher = await stage.staff("CB003"), await stage.staff("CB012")
    answers = []
    for number in ("0503787576", "0901234567", "0377763170"):  # a mother, nobody, the principal
        phone = await stage.stranger("Ai đó", phone=number)
        await phone.start()
        await phone.share_contact()
        answers.append((await phone.read("Nhà trường")).text)
    assert len(set(answers)) == 1
    await teacher.read("Nguyễn Diệu Thủy")
    await administrator.hears_nothing()


async def test_somebody_elses_contact_is_refused(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    thief = await stage.stranger("Kẻ mạo", phone="0901234567")
    await thief.start()
    await thief.share_contact(phone="0503787576")
    await thief.read("chính tài khoản này")
    owner = await stage.stranger("Thuy", phone="0503787576")
    await thief.share_contact(phone="0503787576", user_id=owner.id)
    await thief.read("chính tài khoản này")
    await teacher.hears_nothing()

    async def look(session: Any) -> int:
        return await session.scalar(select(func.count()).select_from(LinkRequest))

    assert await stage.run(look) == 0


async def test_without_a_homeroom_teacher_the_administrator_is_asked(stage: Stage) -> None:
    administrator = await stage.staff("CB003")
    mother = await stage.stranger("Thuy", phone="0503787576")
    await mother.start()
    await mother.share_contact()
    await administrator.read("Nguyễn Diệu Thủy")
    await administrator.choose("Đúng là phụ huynh")
    await mother.read("Đã liên kết")


async def test_another_teacher_cannot_confirm(stage: Stage) -> None:
    await stage.staff("CB012")
    other = await stage.staff("CB013")
    mother = await stage.stranger("Thuy", phone="0503787576")
    await mother.start()
    await mother.share_contact()
    await mother.read("Nhà trường sẽ kiểm tra")
    await other.say("/toi")
    shown = await other.read("giáo viên")
    assert "không thuộc quyền" in (await other.tap_raw(shown.id, "lr:1:1") or "")
    assert await owner_of(stage, mother) is None


async def test_a_barred_number_asks_nobody(stage: Stage) -> None:
    principal, teacher = await stage.staff("CB001"), await stage.staff("CB012")
    father = await stage.guardian_id("7A1", 15, "father")
    pupil = await stage.pupil("7A1", 15)
    await principal.say("/toi")
    shown = await principal.read("hiệu trưởng")
    await principal.tap_raw(shown.id, f"bd:{father}:{pupil.id}:0")
    await principal.read("bị hạn chế")
    phone = await stage.stranger("Minh", phone="0792992822")
    await phone.start()
    await phone.share_contact()
    await phone.read("Nhà trường sẽ kiểm tra")
    await teacher.hears_nothing()
