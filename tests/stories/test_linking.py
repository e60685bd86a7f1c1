"""Who is who: codes, shared numbers, lost phones, barred guardians, strangers and groups."""

from datetime import timedelta
from typing import Any

import aiohttp
from sqlalchemy import func, select

from services.access import CONSOLE
from services.invites import Issued, invite_guardian, invite_staff, revoke
from services.people_changed import people_changed
from services.unit import Unit
from storage import audit
from storage.tables import (
    Account,
    AuditEvent,
    Guardianship,
    Invite,
    LinkAttempt,
    LinkRequest,
)
from tests.support.stage import Stage

NAMES_OF_THE_SCHOOL = ("Nguyễn Thị Ngọc Lan", "Trần Anh Khoa", "Nguyễn Diệu Thủy", "7A1 ")


async def console(stage: Stage, work: Any) -> Any:
    """Something done at the school's own machine."""

    async def run(session: Any) -> Any:
        unit = Unit(session, stage.clock.now(), stage.clock.zone, actor=CONSOLE)
        result = await work(unit)
        await unit.finish()
        return result

    return await stage.run(run)


async def code_for(stage: Stage, relation: str = "mother", number: int = 15, **more: Any) -> Issued:
    """A fresh code for a guardian of a pupil of 7A1."""
    person = await stage.guardian_id("7A1", number, relation)
    pupil = await stage.pupil("7A1", number)
    issued: Issued = await console(stage, lambda u: invite_guardian(u, person, pupil.id, **more))
    return issued


async def owner_of(stage: Stage, phone: Any) -> int | None:
    """The person a phone is linked to."""

    async def look(session: Any) -> int | None:
        return await session.scalar(
            select(Account.person_id).where(Account.external_id == str(phone.id))
        )

    return await stage.run(look)


async def test_a_mothers_link_links_at_once_and_her_menu_appears(stage: Stage) -> None:
    issued = await code_for(stage)
    phone = await stage.stranger("Thuy")
    await phone.start(issued.code)
    welcome = await phone.read("Đã liên kết")
    assert "Nguyễn Diệu Thủy" in welcome.text
    assert "mẹ của em Nguyễn Thị Ngọc Lan, lớp 7A1" in welcome.text
    assert await owner_of(stage, phone) == await stage.guardian_id("7A1", 15, "mother")
    assert "ngatketnoi" in await phone.commands()
    assert "diemdanh" not in await phone.commands()


async def test_a_teachers_link_names_the_posts_and_shows_the_teachers_menu(stage: Stage) -> None:
    teacher = await stage.person_id("CB012")
    issued = await console(stage, lambda u: invite_staff(u, teacher))
    phone = await stage.stranger("Khoa")
    await phone.start(issued.code)
    welcome = await phone.read("Đã liên kết")
    assert "giáo viên chủ nhiệm lớp 7A1" in welcome.text
    assert "vắng Lan p" in welcome.text
    assert {"diemdanh", "giadinh", "thongbao"} <= set(await phone.commands())
    assert "hanche" not in await phone.commands()


async def test_a_code_is_kept_only_as_its_hash(stage: Stage) -> None:
    issued = await code_for(stage)

    async def look(session: Any) -> list[str]:
        return list(await session.scalars(select(Invite.code_hash)))

    hashes = await stage.run(look)
    assert issued.code not in hashes
    assert len(hashes[0]) == 64
    assert issued.link
    assert issued.link.startswith("https://t.me/")
    assert issued.link.endswith(f"?start={issued.code}")


async def test_a_code_pasted_as_text_or_as_a_whole_link_works_too(stage: Stage) -> None:
    mother, father = await code_for(stage), await code_for(stage, "father")
    one, two = await stage.stranger("Thuy"), await stage.stranger("Minh")
    await one.start()
    await one.say(f"Mã: {mother.code}")
    await one.read("Đã liên kết")
    await two.say(f"em bấm vào đây {father.link} nhé")
    await two.read("Đã liên kết")


async def test_a_used_code_says_so_and_the_owner_hears_that_they_are_linked(stage: Stage) -> None:
    issued = await code_for(stage)
    mother, other = await stage.stranger("Thuy"), await stage.stranger("Ai đó")
    await mother.start(issued.code)
    await mother.read("Đã liên kết")
    await mother.start(issued.code)
    await mother.read("đã liên kết rồi")
    await other.start(issued.code)
    answer = await other.read("đã được dùng")
    assert "Thủy" not in answer.text
    assert await owner_of(stage, other) is None


async def test_expired_and_revoked_codes_are_answered_with_a_way_on(stage: Stage) -> None:
    old = await code_for(stage)
    taken_back = await code_for(stage, "father")
    await console(stage, lambda u: revoke(u, taken_back.invite_id))

    async def age(session: Any) -> None:
        invite = await session.get_one(Invite, old.invite_id)
        invite.expires_at = stage.clock.now() - timedelta(minutes=1)

    await stage.run(age)
    phone = await stage.stranger("Ai đó")
    await phone.start(old.code)
    assert "Để bắt đầu" in (await phone.read("đã hết hạn")).text
    await phone.start(taken_back.code)
    await phone.read("không còn dùng được")
    assert await owner_of(stage, phone) is None


async def test_a_new_code_makes_the_older_one_void(stage: Stage) -> None:
    first, second = await code_for(stage), await code_for(stage)
    phone = await stage.stranger("Thuy")
    await phone.start(first.code)
    await phone.read("không còn dùng được")
    await phone.start(second.code)
    await phone.read("Đã liên kết")


async def test_guessing_is_slowed_counted_and_logged(stage: Stage) -> None:
    good = await code_for(stage)
    guesser, mother = await stage.stranger("Kẻ dò"), await stage.stranger("Thuy")
    for n in range(5):
        await guesser.start(f"AAAAbbbbCCCC000{n}")
        await guesser.read("không đúng")
    await guesser.start(good.code)
    await guesser.read("thử lại sau 15 phút")
    assert await owner_of(stage, guesser) is None
    await mother.start(good.code)
    await mother.read("Đã liên kết")

    async def look(session: Any) -> tuple[int, int, bool]:
        return (
            await session.scalar(select(func.count()).select_from(LinkAttempt)),
            await session.scalar(select(func.count()).where(AuditEvent.action == "link.missed")),
            (await audit.verify(session)).fault is None,
        )

    assert await stage.run(look) == (5, 5, True)


async def test_a_chat_is_never_given_to_another_person_silently(stage: Stage) -> None:
    mother, father = await code_for(stage), await code_for(stage, "father")
    phone = await stage.stranger("Thuy")
    await phone.start(mother.code)
    await phone.read("Đã liên kết")
    await phone.start(father.code)
    asked = await phone.read("đang liên kết với Nguyễn Diệu Thủy")
    assert "Minh" not in asked.text
    await phone.choose("Giữ nguyên")
    await phone.read("Giữ nguyên")
    assert await owner_of(stage, phone) == await stage.guardian_id("7A1", 15, "mother")
    await phone.start(father.code)
    await phone.read("đang liên kết với")
    await phone.choose("Ngắt kết nối cũ")
    await phone.read("Nguyễn Bảo Minh")
    assert await owner_of(stage, phone) == await stage.guardian_id("7A1", 15, "father")


async def test_a_forged_switch_to_an_invite_that_was_not_opened_here_is_refused(
    stage: Stage,
) -> None:
    mother, principal = await code_for(stage), await stage.person_id("CB001")
    issued = await console(stage, lambda u: invite_staff(u, principal))
    phone = await stage.stranger("Thuy")
    await phone.start(mother.code)
    welcome = await phone.read("Đã liên kết")
    assert "cũ" in (await phone.tap_raw(welcome.id, f"sw:{issued.invite_id}:1") or "")
    assert await owner_of(stage, phone) == await stage.guardian_id("7A1", 15, "mother")


async def test_strangers_get_a_polite_way_in_and_learn_nothing(stage: Stage) -> None:
    await stage.staff("CB012")
    stranger = await stage.stranger("Người lạ")
    await stranger.start()
    await stranger.read("Để bắt đầu")
    for words in ("7A1 vắng Lan p", "Lan", "/diemdanh", "/giadinh 7A1", "/toi", "/canbo", "hủy"):
        await stranger.say(words)
        await stranger.read("liên kết")
    await stranger.say("0503787576")
    await stranger.read("Số gõ tay")
    await stranger.sticker()
    await stranger.read("liên kết")
    for message in await stranger.messages():
        assert message.mine or not any(name in message.text for name in NAMES_OF_THE_SCHOOL)
    assert set(await stranger.commands()) == {"start", "trogiup", "ngonngu"}


async def test_a_strangers_forged_button_does_nothing(stage: Stage) -> None:
    stranger = await stage.stranger("Người lạ")
    await stranger.start()
    shown = await stranger.read("Để bắt đầu")
    pupil = await stage.pupil("7A1", 15)
    assert "chưa được liên kết" in (await stranger.tap_raw(shown.id, f"fp:{pupil.id}") or "")


async def test_a_stranger_chooses_english_and_keeps_it_when_linked(stage: Stage) -> None:
    issued = await code_for(stage)
    phone = await stage.stranger("Thuy")
    await phone.start()
    await phone.choose("English")
    await phone.read("Saved: English")
    await phone.start(issued.code)
    await phone.read("Linked.")
    await phone.say("/ngonngu")
    await phone.choose("Tiếng Việt")
    await phone.read("từ nay dùng tiếng Việt")
    await phone.say("/toi")
    await phone.read("mẹ của em")


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

    for _ in range(100):
        if await stage.run(closed):
            break
    assert await stage.run(closed)
    await mother.unblock()
    await mother.start()
    await mother.read("Kính chào Nguyễn Diệu Thủy")
    assert not await stage.run(closed)


async def test_what_is_not_understood_always_gets_a_short_answer(stage: Stage) -> None:
    mother = await stage.guardian("7A1", 15)
    await mother.say("/ngatketnoj")
    await mother.read("/ngatketnoi")
    await mother.say("/zzz")
    await mother.read("Không có lệnh này")
    await mother.sticker()
    await mother.read("chỉ đọc được chữ")
    await mother.say("/huy")
    await mother.read("không có việc nào")


async def test_an_edited_message_counts_as_sent_again(stage: Stage) -> None:
    mother = await stage.guardian("7A1", 15)
    await mother.say("/toj")
    await mother.read("Không có lệnh này")
    mine = [m for m in await mother.messages() if m.mine][-1]
    await mother.edit(mine.id, "/toi")
    await mother.read("mẹ của em Nguyễn Thị Ngọc Lan")


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


async def test_pictures_and_files_get_a_short_answer(stage: Stage) -> None:
    mother = await stage.guardian("7A1", 15)
    form = aiohttp.FormData()
    form.add_field("file", b"%PDF-1.4 nothing", filename="don.pdf")
    form.add_field("as", "document")
    url = f"{stage.url}/control/people/{mother.id}/file"
    async with stage.http.post(url, data=form) as answer:
        assert answer.status == 200
    await mother.read("chưa biết tệp này")
