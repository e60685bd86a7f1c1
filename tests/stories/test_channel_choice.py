"""One mother, several phones: each message comes once, where she wants it first."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from storage.tables import Account, AuditEvent, OutboxRow
from tests.support.linking import code_for
from tests.support.phone import Phone
from tests.support.stage import MORNING, Stage


async def two_phones(stage: Stage) -> tuple[Phone, Phone]:
    """A mother's old phone and the one she linked after it."""
    old = await stage.guardian("7A1", 15, on="telegram")
    new = await stage.guardian("7A1", 15, on="telegram")
    await old.forget()
    return old, new


async def send(teacher: Phone, text: str) -> None:
    """A notice to the mother's class, up to its end."""
    await teacher.say(f"thông báo 7A1: {text}")
    await teacher.choose("Gửi")
    await teacher.read("Đã gửi xong")


async def choose_other(phone: Phone) -> None:
    """/kenh, and the place that is not first."""
    await phone.say("/kenh")
    shown = await phone.read("Nhận tin ở đâu")
    assert len(shown.labels) == 1  # for the one that is not first
    await phone.choose("Nhận trước ở Telegram")
    await phone.read("Đã lưu: từ nay tin đến trước ở Telegram")


async def test_each_message_comes_once_where_she_wants_it(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    old, new = await two_phones(stage)
    await send(teacher, "mai mang vở vẽ")
    await new.read("mai mang vở vẽ")
    await choose_other(old)
    await send(teacher, "mai mang màu nước")
    await old.read("mai mang màu nước")
    await new.hears_nothing(0.3)


async def test_what_fails_on_the_first_phone_goes_to_the_other_once(stage: Stage) -> None:
    """Her preferred account was deleted, and nobody had told the school."""
    teacher = await stage.staff("CB012")
    phone = await stage.guardian("7A1", 15)
    mother = await stage.guardian_id("7A1", 15, "mother")

    async def deleted(session: Any) -> None:
        now = stage.clock.now()
        gone = Account(
            channel="telegram",
            external_id="5199999999",
            person_id=mother,
            linked_at=now,
            preferred_at=now,
        )
        session.add(gone)

    await stage.run(deleted)
    for text in ("mai mang vở vẽ", "mai mang màu nước"):
        await teacher.say(f"thông báo 7A1: {text}")
        await teacher.choose("Gửi")
        done = await teacher.read("Đã gửi xong")
        assert "Đã đến 1/" in done.text
        assert "không gửi được 0" in done.text
        await phone.read(text)

    async def rows(session: Any) -> list[Any]:
        kept = await session.scalars(
            select(OutboxRow).where(OutboxRow.notice == "notice").order_by(OutboxRow.id)
        )
        return [(row.status, row.chat, row.tried) for row in kept]

    chat = str(phone.id)
    first = ("sent", chat, ["telegram:5199999999"])
    assert await stage.run(rows) == [first, ("sent", chat, None)]  # the second time it is known


async def test_a_new_phone_takes_no_place_that_was_chosen(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    old, _ = await two_phones(stage)
    await choose_other(old)
    third = await stage.stranger("Thủy máy ba")
    await third.start((await code_for(stage)).code)
    await third.read("vẫn đến trước ở tài khoản quý vị đã dùng lâu nay")
    await old.read("vẫn đến trước")
    await send(teacher, "mai mang vở vẽ")
    await old.read("mai mang vở vẽ")
    await third.hears_nothing(0.3)


async def test_without_a_choice_the_newest_comes_first_and_says_so(stage: Stage) -> None:
    old = await stage.guardian("7A1", 15)

    async def long_ago(session: Any) -> None:
        await session.execute(update(Account).values(linked_at=MORNING - timedelta(days=90)))

    await stage.run(long_ago)
    new = await stage.stranger("Thủy máy mới")
    await new.start((await code_for(stage)).code)
    await new.read("Từ nay tin của nhà trường đến trước ở tài khoản này")
    await old.read("đến trước ở tài khoản mới ấy")


async def test_a_message_changes_where_it_is_even_after_another_choice(stage: Stage) -> None:
    """The alert stays on the phone that got it; the correction goes where she wants it now."""
    old, new = await two_phones(stage)
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lan")
    await new.read("chưa có mặt")
    await choose_other(old)
    await teacher.say("7A1 đủ")
    await old.read("Đính chính")
    changed = await new.read("Đính chính")
    assert changed.edited


async def test_a_phone_that_is_let_go_forgets_that_it_was_preferred(stage: Stage) -> None:
    old, new = await two_phones(stage)
    await choose_other(old)
    await old.say("/ngatketnoi")
    await old.choose("Máy này")
    await old.choose("Ngắt kết nối máy này")
    await old.read("Đã ngắt kết nối")
    await choose_only(new)
    father = await code_for(stage, "father")
    await old.start(father.code)
    await old.read("Đã liên kết")

    async def wish(session: Any) -> Any:
        return await session.scalar(
            select(Account.preferred_at).where(Account.external_id == str(old.id))
        )

    assert await stage.run(wish) is None  # nothing of the mother's wish is left to the father


async def choose_only(phone: Phone) -> None:
    """With one account there is nothing to choose."""
    await phone.say("/kenh")
    assert not (await phone.read("nhận tin ở một nơi: Telegram")).labels


async def test_the_last_of_two_quick_choices_holds(stage: Stage) -> None:
    """Messages of one second carry the same time."""
    old, new = await two_phones(stage)
    teacher = await stage.staff("CB012")
    for phone in (old, new, old, new):
        await choose_other(phone)
    await send(teacher, "mai mang vở vẽ")
    await new.read("mai mang vở vẽ")


async def test_who_i_am_shows_it_and_leads_there(stage: Stage) -> None:
    old, _ = await two_phones(stage)
    await old.say("/toi")
    shown = await old.read("Tài khoản đã liên kết")
    assert "đến trước ở: Telegram, từ" in shown.text
    await old.choose("Đổi nơi nhận tin")
    await old.choose("Nhận trước ở Telegram")
    await old.read("Đã lưu")
    await old.say("/toi")
    assert "đến trước ở: Telegram, từ 30/11/2026 (máy này)" in (await old.read("đã liên kết:")).text

    async def entry(session: Any) -> Any:
        return await session.scalar(
            select(AuditEvent).where(AuditEvent.action == "account.preferred")
        )

    assert (await stage.run(entry)).details["channel"] == "telegram"


async def test_nobody_chooses_for_somebody_else(stage: Stage) -> None:
    old, new = await two_phones(stage)
    other = await stage.guardian("7A1", 16)
    await old.say("/kenh")
    shown = await old.read("Nhận tin ở đâu")
    chat = str(new.id)
    account = await stage.run(
        lambda s: s.scalar(select(Account.id).where(Account.external_id == chat))
    )
    await other.say("/toi")
    own = await other.read("Tài khoản đã liên kết")
    assert "không thuộc quyền" in (await other.tap_raw(own.id, f"kf:{account}") or "")
    assert shown.labels
