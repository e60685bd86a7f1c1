"""What messages cost: the principal sets the ceilings, authors see the price before they send."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from storage import school_settings
from storage.tables import Account, AuditEvent, MessengerContact, OutboxRow
from tests.support.stage import Stage


async def on_the_official_account(stage: Stage, numbers: range, days: float) -> None:
    """The mothers of these pupils of 7A1 follow the Official Account, and were heard of so many
    days ago."""
    people = [await stage.guardian_id("7A1", number, "mother") for number in numbers]

    async def link(session: Any) -> None:
        now = stage.clock.now()
        for person in people:
            heard = now - timedelta(days=days)
            contact = MessengerContact(
                channel="zalo_oa",
                native_id=f"{person:019d}",
                first_seen_at=heard,
                heard_at=heard,
                follows=True,
            )
            session.add(contact)
            await session.flush()
            account = Account(
                channel="zalo_oa", external_id=str(contact.id), person_id=person, linked_at=heard
            )
            session.add(account)
        await school_settings.raise_revision(session)

    await stage.run(link)


async def test_the_principal_sets_the_ceilings_in_words(stage: Stage) -> None:
    principal = await stage.staff("CB001")
    await principal.say("/kinhphi")
    first = await principal.read("Tin trả phí tháng 11/2026")
    assert "Đã chi: 0đ cho 0 tin" in first.text
    assert "Hiện nhà trường không gửi tin trả phí" in first.text
    await principal.say("/kinhphi tháng 200.000đ")
    saved = await principal.read("Đã lưu")
    assert "Mỗi tháng: 200.000đ" in saved.text
    assert "Còn được chi trong tháng: 200.000đ" in saved.text
    await principal.say("/kinhphi thongbao 50 nghìn")
    assert "Mỗi thông báo: 50.000đ" in (await principal.read("Đã lưu")).text
    await principal.say("/kinhphi tin 500")
    assert "Còn được gửi trong tháng: 500 tin" in (await principal.read("Đã lưu")).text
    await principal.say("/kinhphi tin không giới hạn")
    assert "Số tin trả phí mỗi tháng: không giới hạn" in (await principal.read("Đã lưu")).text
    await principal.say("/kinhphi gia tuvan 60")
    assert "tư vấn 60đ" in (await principal.read("Đã lưu")).text
    await principal.choose("Không gửi tin trả phí")
    assert "Hiện nhà trường không gửi tin trả phí" in (await principal.read("Đã lưu")).text

    async def entries(session: Any) -> list[Any]:
        found = await session.scalars(
            select(AuditEvent)
            .where(AuditEvent.action == "spending.changed")
            .order_by(AuditEvent.id)
        )
        return [entry.details for entry in found]

    kept = await stage.run(entries)
    assert [entry.get("month_dong") for entry in kept] == [200_000, None, None, None, None, 0]


@pytest.mark.parametrize("typed", ["nhiều", "tháng -5", "thang 1,5", "500"])
async def test_what_is_not_understood_changes_nothing_and_shows_how(
    stage: Stage, typed: str
) -> None:
    principal = await stage.staff("CB001")
    await principal.say(f"/kinhphi {typed}")
    told = await principal.read("chưa có gì thay đổi")
    assert "/kinhphi thang 200000" in told.text
    await principal.say("/kinhphi")
    assert "Mỗi tháng: 0đ" in (await principal.read("Tin trả phí")).text


async def test_the_administrator_looks_and_the_teacher_does_not(stage: Stage) -> None:
    administrator, teacher = await stage.staff("CB003"), await stage.staff("CB012")
    await administrator.say("/kinhphi")
    shown = await administrator.read("Hạn mức do hiệu trưởng đặt")
    assert not shown.labels
    await administrator.say("/kinhphi thang 999000")
    await administrator.read("không thuộc quyền")
    assert "không thuộc quyền" in (
        await administrator.tap_raw(shown.id, "kp:month_dong:500000") or ""
    )
    await teacher.say("/kinhphi")
    await teacher.read("không thuộc quyền")
    await teacher.say("/kinhphi nhiều")
    await teacher.read("không thuộc quyền")
    await administrator.say("/kinhphi")
    assert "Mỗi tháng: 0đ" in (await administrator.read("Tin trả phí")).text


async def test_a_notice_that_costs_nothing_says_nothing_of_money(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await stage.guardian("7A1", 15)
    await teacher.say("thông báo 7A1: mai mang vở vẽ")
    assert "Dự kiến" not in (await teacher.read("Xem trước")).text
    await teacher.choose("Gửi")
    assert "trả phí" not in (await teacher.read("Đã gửi xong")).text


async def test_the_preview_shows_ways_and_cost_and_who_is_beyond_the_ceiling(stage: Stage) -> None:
    principal, teacher = await stage.staff("CB001"), await stage.staff("CB012")
    await stage.guardian("7A1", 15)
    await on_the_official_account(stage, range(1, 4), days=3)
    await on_the_official_account(stage, range(4, 6), days=1)
    await on_the_official_account(stage, range(6, 7), days=30)
    await teacher.say("thông báo 7A1: mai mang vở vẽ")
    poor = await teacher.read("Xem trước")
    assert "Telegram 1 · Zalo OA miễn phí 2 · hết hạn mức 3 · không tới được 1." in poor.text
    await principal.say("/kinhphi thang 110")
    await principal.read("Đã lưu")
    await teacher.say("thông báo 7A1: mai mang màu nước")
    shown = await teacher.read("mai mang màu nước")
    assert "Zalo OA miễn phí 2 · Zalo OA tư vấn 2 (110đ) · hết hạn mức 1" in shown.text


async def test_a_costly_notice_is_asked_about_once_more(stage: Stage) -> None:
    principal, teacher = await stage.staff("CB001"), await stage.staff("CB012")
    await on_the_official_account(stage, range(1, 4), days=3)
    await principal.say("/kinhphi thang 110")
    await principal.read("Đã lưu")
    await teacher.say("thông báo 7A1: mai mang vở vẽ")
    await teacher.read("Xem trước")
    await teacher.choose("Gửi")
    asked = await teacher.read("tốn khoảng 110đ cho 2 tin trả phí")
    assert "Hạn mức còn lại của tháng không đủ: 1 người sẽ không nhận được" in asked.text
    assert asked.labels == ["Vẫn gửi", "Thôi"]
    await teacher.choose("Thôi")
    await teacher.read("Xem trước")

    async def promised(session: Any) -> int:
        rows = await session.scalars(select(OutboxRow).where(OutboxRow.notice == "notice"))
        return len(rows.all())

    assert await stage.run(promised) == 0
    await teacher.choose("Gửi")
    await teacher.choose("Vẫn gửi")
    await teacher.read("Thông báo cho phụ huynh lớp 7A1")
    assert await stage.run(promised) == 3


async def test_more_paid_messages_than_usual_are_asked_about_within_the_budget(
    stage: Stage,
) -> None:
    principal, teacher = await stage.staff("CB001"), await stage.staff("CB012")
    await on_the_official_account(stage, range(1, 4), days=3)
    await principal.say("/kinhphi thang 200k")
    await principal.read("Đã lưu")
    await principal.say("/kinhphi hoi 2")
    assert "hơn 2 tin trả phí" in (await principal.read("Đã lưu")).text
    await teacher.say("thông báo 7A1: mai mang vở vẽ")
    await teacher.choose("Gửi")
    asked = await teacher.read("tốn khoảng 165đ cho 3 tin trả phí")
    assert "không nhận được" not in asked.text
    await principal.say("/kinhphi hoi 3")
    await principal.read("Đã lưu")
    await teacher.say("thông báo 7A1: mai mang màu nước")
    await teacher.read("mai mang màu nước")
    await teacher.choose("Gửi")
    assert (await teacher.read("Thông báo cho phụ huynh lớp 7A1")).labels != ["Vẫn gửi", "Thôi"]


async def test_the_approver_sees_the_same_line(stage: Stage) -> None:
    principal, teacher = await stage.staff("CB001"), await stage.staff("CB012")
    await principal.say("/kinhphi thang 200k")
    await principal.read("Đã lưu")
    await on_the_official_account(stage, range(1, 4), days=3)
    await teacher.say("thông báo 7A1: mỗi em đóng 50k quỹ lớp")
    await teacher.choose("Gửi duyệt")
    await teacher.read("Đã lưu và gửi duyệt")
    card = await principal.read("Xin duyệt")
    assert "Dự kiến: Zalo OA tư vấn 3 (165đ)." in card.text
