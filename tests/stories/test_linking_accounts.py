"""Who is who: lost phones, barred guardians, duties, and those who leave."""

import asyncio
from typing import Any

from sqlalchemy import select

from services.invites import invite_staff
from services.people_changed import people_changed
from services.unit import Unit
from storage.tables import (
    Account,
    Guardianship,
)
from tests.support.linking import code_for, console, owner_of
from tests.support.stage import Stage


async def test_teacher_and_parent_at_once(stage: Stage) -> None:
    teacher_id = await stage.person_id("CB013")
    pupil = await stage.pupil("7A1", 16)

    async def adopt(session: Any) -> None:
        session.add(Guardianship(person_id=teacher_id, pupil_id=pupil.id, relation="mother"))

    await stage.run(adopt)
    issued = await console(stage, lambda u: invite_staff(u, teacher_id))
    phone = await stage.stranger("Quynh")
    await phone.start(issued.code)
    welcome = await phone.read("Đã liên kết")
    assert "giáo viên bộ môn" in welcome.text
    assert "Thầy/cô cũng là phụ huynh" in welcome.text
    assert "mẹ của em Trần Đức Minh" in welcome.text
    await phone.forget()
    await phone.say("/trogiup")
    told = await phone.read("Phụ huynh")
    assert "Điểm danh" in told.text


async def test_a_lost_phone_is_unlinked_from_another_one(stage: Stage) -> None:
    mother = await stage.guardian("7A1", 15)
    issued = await code_for(stage)
    new = await stage.stranger("Thuy mới")
    await new.start(issued.code)
    await new.read("Đã liên kết")
    await mother.read("Vừa có thêm một tài khoản")
    await new.say("/ngatketnoi")
    await new.read("Ngắt kết nối tài khoản nào")
    await new.choose("Máy khác")
    await new.read("Đã ngắt kết nối máy kia")
    ended = await mother.read("không còn liên kết")
    assert "Thủy" not in ended.text
    assert set(await mother.commands()) == {"start", "trogiup", "ngonngu"}
    await mother.say("/toi")
    await mother.read("chưa được liên kết")


async def test_unlinking_this_very_phone_is_asked_first(stage: Stage) -> None:
    mother = await stage.guardian("7A1", 15)
    await mother.say("/ngatketnoi")
    await mother.read("Ngắt kết nối tài khoản nào")
    await mother.choose("Máy này")
    await mother.read("chính máy này")
    await mother.choose("Ngắt kết nối máy này")
    await mother.read("Đã ngắt kết nối")
    assert await owner_of(stage, mother) is None


async def test_the_homeroom_teacher_invites_and_unlinks_a_family(stage: Stage) -> None:
    teacher, mother = await stage.staff("CB012"), await stage.guardian("7A1", 15)
    await teacher.say("/giadinh")
    listed = await teacher.read("Gia đình lớp 7A1")
    assert "1/39 gia đình" in listed.text
    assert "✅ Nguyễn Diệu Thủy" in listed.text
    await teacher.choose("15")
    card = await teacher.read("Gia đình em Nguyễn Thị Ngọc Lan")
    assert "0503787576" in card.text
    await teacher.choose("Ngắt kết nối: mẹ Nguyễn Diệu Thủy")
    await teacher.read("Đã ngắt kết nối")
    await mother.read("không còn liên kết")
    await teacher.choose("Tạo mã mời: mẹ Nguyễn Diệu Thủy")
    invite = await teacher.read("Mã mời cho mẹ Nguyễn Diệu Thủy")
    code = next(w for w in invite.text.split() if "start=" in w).split("start=")[1]
    await mother.start(code)
    await mother.read("Đã liên kết")


async def test_a_code_is_taken_back_with_its_button(stage: Stage) -> None:
    teacher, mother = await stage.staff("CB012"), await stage.stranger("Thuy")
    await teacher.say("/giadinh 7A1 15")
    await teacher.choose("Tạo mã mời: mẹ")
    invite = await teacher.read("Mã mời cho mẹ")
    code = next(w for w in invite.text.split() if "start=" in w).split("start=")[1]
    await teacher.choose("Thu hồi mã")
    await teacher.read("Đã thu hồi mã")
    await mother.start(code)
    await mother.read("không còn dùng được")


async def test_another_class_is_not_the_homeroom_teachers(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("/giadinh 6A1")
    await teacher.read("không thuộc quyền")
    await teacher.say("/canbo")
    await teacher.read("không thuộc quyền")
    pupil = await stage.pupil("6A1", 1)
    await teacher.say("/toi")
    shown = await teacher.read("Trần Anh Khoa")
    assert "không thuộc quyền" in (await teacher.tap_raw(shown.id, f"fp:{pupil.id}") or "")


async def test_the_administrator_looks_after_the_staff(stage: Stage) -> None:
    administrator, nurse = await stage.staff("CB003"), await stage.staff("CB005")
    await administrator.say("/canbo")
    await administrator.read("2/31 người")
    await administrator.choose("✅ Lê Khánh Thư")
    await administrator.read("CB005")
    await administrator.choose("Ngắt kết nối (mất máy)")
    await administrator.read("chưa liên kết")
    await nurse.read("không còn liên kết")
    await administrator.choose("Tạo mã mời")
    invite = await administrator.read("Mã mời cho thầy/cô Lê Khánh Thư")
    code = next(w for w in invite.text.split() if "start=" in w).split("start=")[1]
    await nurse.start(code)
    await nurse.read("nhân viên y tế")


async def test_the_principal_bars_a_guardian_at_once_and_lifts_it(stage: Stage) -> None:
    principal, father = await stage.staff("CB001"), await stage.guardian("7A1", 15, "father")
    issued = await code_for(stage, "father")
    await principal.say("/hanche")
    await principal.choose("Hạn chế một người thân")
    await principal.choose("7A1")
    await principal.choose("15. Nguyễn Thị Ngọc Lan")
    await principal.read("Người thân của em Nguyễn Thị Ngọc Lan")
    await principal.choose("✅ bố")
    await principal.read("Lí do không được ghi lại")
    await principal.choose("Hạn chế")
    await principal.read("Đã lưu: Nguyễn Bảo Minh bị hạn chế")
    await father.hears_nothing(0.5)
    await father.say("/toi")
    assert "Lan" not in (await father.read("Nguyễn Bảo Minh")).text
    stranger = await stage.stranger("Máy thứ hai")
    await stranger.start(issued.code)
    await stranger.read("không còn dùng được")
    await principal.choose("Bỏ hạn chế: Nguyễn Bảo Minh")
    await principal.read("bỏ hạn chế")
    await father.say("/toi")
    await father.read("Nguyễn Thị Ngọc Lan")


async def test_only_the_principal_bars(stage: Stage) -> None:
    for code in ("CB002", "CB003", "CB012"):
        phone = await stage.staff(code)
        await phone.say("/hanche")
        await phone.read("không thuộc quyền")


async def test_duties_are_granted_listed_and_taken_back(stage: Stage) -> None:
    principal, teacher = await stage.staff("CB001"), await stage.staff("CB009")
    await principal.say("/phancong")
    await principal.read("chưa giao nhiệm vụ nào")
    await principal.choose("Giao nhiệm vụ")
    await principal.choose("điểm danh thay")
    await principal.choose("Trần Thanh Dũng")
    await principal.read("Đến khi nào")
    await principal.say("hôm nào cũng được")
    await principal.read("chưa đọc được ngày")
    await principal.say("31/12")
    await principal.read("đến hết 31/12/2026")
    await teacher.read("được giao nhiệm vụ: điểm danh thay")
    await teacher.say("/toi")
    await teacher.read("điểm danh thay")
    await principal.choose("Thu hồi: Trần Thanh Dũng")
    await principal.read("Đã thu hồi nhiệm vụ")
    await teacher.read("đã kết thúc")


async def test_a_blocked_bot_comes_back_with_the_next_start(stage: Stage) -> None:
    mother = await stage.guardian("7A1", 15)
    await mother.block()

    async def closed(session: Any) -> bool:
        account = await session.scalar(select(Account).where(Account.external_id == str(mother.id)))
        return account.closed_at is not None

    for _ in range(400):
        if await stage.run(closed):
            break
        await asyncio.sleep(0.05)
    assert await stage.run(closed)
    await mother.unblock()
    await mother.start()
    await mother.read("Kính chào Nguyễn Diệu Thủy")
    assert not await stage.run(closed)


async def test_somebody_who_left_the_school_can_do_nothing_more(stage: Stage) -> None:
    teacher = await stage.staff("CB012")

    async def leave(session: Any) -> None:
        from storage.tables import Staff

        staff = await session.scalar(select(Staff).where(Staff.code == "CB012"))
        staff.active = False
        await people_changed(Unit(session, stage.clock.now(), stage.clock.zone))

    await stage.run(leave)
    await teacher.say("/giadinh 7A1")
    await teacher.read("không thuộc quyền")
    await teacher.say("/toi")
    await teacher.read("không có việc hay lớp nào")


async def test_a_lost_phone_learns_nothing_more_of_what_it_was_asked(stage: Stage) -> None:
    teacher, administrator = await stage.staff("CB012"), await stage.staff("CB003")
    mother = await stage.stranger("Thuy", phone="0503787576")
    await mother.start()
    await mother.share_contact()
    await teacher.read("trùng với số")
    person = await stage.person_id("CB012")
    issued = await console(stage, lambda u: invite_staff(u, person))
    new = await stage.stranger("Khoa máy mới")
    await new.start(issued.code)
    await teacher.read("Vừa có thêm")
    await new.say("/ngatketnoi")
    await new.choose("Máy khác")
    await teacher.read("không còn liên kết")
    await administrator.say("/giadinh 7A1")
    await administrator.choose("Số chờ xác nhận: 1")
    await administrator.choose("Đúng là phụ huynh")
    await mother.read("Đã liên kết")
    await teacher.hears_nothing()
