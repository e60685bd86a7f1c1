"""Notices against bad input: forged, old and doubled buttons, long and odd texts, strangers."""

import pytest

from handlers.notice_buttons import (
    DropNotice,
    NotReachedList,
    RewriteNotice,
    SendNotice,
    WithdrawNotice,
)
from tests.support.stage import Stage


async def test_two_taps_send_once(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("thông báo 7A1: mai chào cờ")
    preview = await teacher.read("Xem trước")
    data = SendNotice(notice=1, revision=0).pack()
    await teacher.tap_raw(preview.id, data)
    assert "đã được gửi" in (await teacher.tap_raw(preview.id, data) or "")
    await mother.read("mai chào cờ")
    await teacher.read("Đã gửi xong")
    await mother.hears_nothing(0.5)


async def test_an_older_preview_does_not_send(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("thông báo 7A1: mai chào cờ")
    first = await teacher.read("Xem trước")
    await teacher.choose("Sửa nội dung")
    await teacher.read("Nội dung hiện nay")
    await teacher.say("mai chào cờ lúc 7 giờ")
    second = await teacher.read("lúc 7 giờ")
    assert not (await teacher.read("đã được thay bằng bản mới")).labels
    said = await teacher.tap_raw(first.id, SendNotice(notice=1, revision=0).pack())
    assert "đã cũ" in (said or "")
    await mother.hears_nothing(0.3)
    await teacher.tap(second.id, "Gửi")
    await mother.read("mai chào cờ lúc 7 giờ")


async def test_rewriting_what_has_left_ends_the_conversation(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("thông báo 7A1: mai chào cờ")
    preview = await teacher.read("Xem trước")
    await teacher.choose("Sửa nội dung")
    await teacher.read("Nội dung hiện nay")
    await teacher.tap(preview.id, "Gửi")
    await teacher.read("Đã gửi xong")
    await teacher.say("mai chào cờ lúc 7 giờ")
    await teacher.read("đã được gửi rồi")
    await teacher.say("7A1 đủ")
    await teacher.read("Có mặt")


async def test_anothers_notice_cannot_be_touched(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    other = await stage.staff("CB016")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say("thông báo 7A1: mai chào cờ")
    await teacher.read("Xem trước")
    await other.say("/dagui")
    shown = await other.read()
    for data in (
        SendNotice(notice=1, revision=0),
        RewriteNotice(notice_id=1),
        DropNotice(notice_id=1),
        WithdrawNotice(notice=1, sure=True),
        NotReachedList(notice=1),
        SendNotice(notice=999, revision=0),
    ):
        assert await other.tap_raw(shown.id, data.pack())
    await mother.hears_nothing(0.3)
    await teacher.choose("Gửi")
    await mother.read("mai chào cờ")


async def test_only_staff_write_notices(stage: Stage) -> None:
    mother = await stage.guardian("7A1", 15, "mother")
    neighbour = await stage.guardian("7A1", 16, "mother")
    stranger = await stage.stranger("Người lạ")
    await stranger.start()
    await stranger.read()
    for phone in (mother, stranger):
        await phone.say("thông báo 7A1: mai nghỉ học")
        answer = await phone.read()
        assert "Xem trước" not in answer.text
        await phone.say("/thongbao")
        assert "Gửi thông báo cho ai" not in (await phone.read()).text
        await phone.say("/dagui")
        assert "Các thông báo" not in (await phone.read()).text
    await neighbour.hears_nothing(0.3)


async def test_the_longest_text_and_one_longer(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    text = "Mai " + "các em đi học đúng giờ. " * 200
    await teacher.say(
        "thông báo 7A1: " + text[:3500].strip() + "." * (3501 - len(text[:3500].strip()))
    )
    await teacher.read("tối đa 3")
    await teacher.say("thông báo 7A1: " + text[:3500])
    await teacher.read("Xem trước")
    await teacher.read("Chọn Gửi là gửi ngay")
    await teacher.choose("Gửi")
    assert text[:3500].strip() in (await mother.read("đúng giờ")).text
    await teacher.read("Đã gửi xong")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>mai</b> nghỉ & chơi <script>", "<b>mai</b> nghỉ & chơi <script>"),
        ("\u202emai nghỉ\u202c\u200f 🙏👨\u200d👩\u200d👧", "mai nghỉ 🙏👨\u200d👩\u200d👧"),
        ("{ name } mai nghỉ %s", "{ name } mai nghỉ %s"),
    ],
)
async def test_odd_texts_arrive_as_written(stage: Stage, typed: str, shown: str) -> None:
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await teacher.say(f"thông báo 7A1: {typed}")
    await teacher.read("Xem trước")
    await teacher.choose("Gửi")
    assert shown in (await mother.read("nghỉ")).text


async def test_a_text_of_nothing(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("/thongbao")
    await teacher.choose("Lớp 7A1")
    await teacher.read("gõ nội dung")
    await teacher.say("🙏🙏")
    await teacher.read("đang trống")
    await teacher.say("mai chào cờ")
    await teacher.read("về việc gì")
