"""Who is who: codes that link once, and what becomes of used, old and guessed ones."""

from datetime import timedelta
from typing import Any

from sqlalchemy import func, select

from services.invites import invite_staff, revoke
from storage import audit
from storage.tables import (
    AuditEvent,
    Invite,
    LinkAttempt,
)
from tests.support.linking import code_for, console, owner_of
from tests.support.stage import Stage


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


async def test_a_bare_code_is_understood_on_a_linked_phone_too(stage: Stage) -> None:
    father = await stage.guardian("7A1", 15, "father")
    issued = await code_for(stage, "mother")
    await father.say(issued.code)
    await father.read("đang liên kết với Nguyễn Bảo Minh")
    await father.choose("Giữ nguyên")
    await father.say("7A1vangLanpMinhk")
    await father.read("chưa hiểu tin này")
