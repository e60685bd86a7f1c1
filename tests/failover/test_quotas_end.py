"""What may be sent ends in the middle of a notice: the school's budget, Zalo's quotas."""

import asyncio
from collections import Counter

import pytest

from bot.channels import zalo_bot_outcomes
from tests.support import crowd
from tests.support.crowd import Family
from tests.support.stage import Stage

TEXT = "Sáng thứ hai các em tập trung ở sân trường lúc 6 giờ 45."


async def tally(stage: Stage, families: list[Family], notice: int) -> Counter[tuple[str, ...]]:
    """Everybody by what became of their message; each phone shows what its row says."""
    rows = await crowd.settled(stage, notice)
    assert rows.keys() == {f.person_id for f in families}
    for family in families:
        row = rows[family.person_id]
        for channel in family.chats:
            found = [
                m
                for m in await crowd.shown(stage, family, channel)
                if TEXT in m.text or "Có thông báo mới" in m.text
            ]
            there = row.status == "sent" and row.channel == channel
            assert len(found) == there, (row.status, row.channel, channel)
    return Counter((r.status, r.channel or "", r.error or "") for r in rows.values())


async def test_the_schools_own_ceiling_is_reached_and_never_passed(stage: Stage) -> None:
    principal = await stage.staff("CB001", on="telegram")
    administrator = await stage.staff("CB003", on="zalo_bot")
    families = await crowd.crowd(stage, 100)
    await crowd.on_telegram(stage, families[60:])
    await crowd.on_zalo(stage, families, hours=200)
    await crowd.school_pays(stage, month_dong=30 * 560 + 559)
    notice = await crowd.send_to_school(stage, TEXT)
    found = await tally(stage, families, notice)
    assert found["sent", "zalo_oa", ""] == 30
    assert await crowd.bill(stage) == 30 * 560
    assert found["sent", "telegram", ""] == 40
    lost = found["failed", "zalo_oa", "ceiling"]
    assert lost == 30
    done = await principal.read("Đã gửi xong", patience=30)
    assert f"không gửi được {lost}" in done.text
    assert "hết hạn mức tin trả phí" in done.text
    for reader in (principal, administrator):
        told = await reader.read("đã chạm hạn mức")
        assert "16.800đ" in told.text
    await crowd.settled(stage, await crowd.send_to_school(stage, "Thêm một tin."))
    again = [m for m in await administrator.messages() if "đã chạm hạn mức" in m.text]
    assert len(again) == 1


async def test_the_quota_of_templates_ends(stage: Stage) -> None:
    principal = await stage.staff("CB001", on="telegram")
    administrator = await stage.staff("CB003", on="zalo_bot")
    families = await crowd.crowd(stage, 60)
    await crowd.on_telegram(stage, families[40:])
    await crowd.on_zalo(stage, families, hours=200)
    await crowd.school_pays(stage)
    await stage.control("zalo", {"oa": {"uid_quota": 25}})
    notice = await crowd.send_to_school(stage, TEXT)
    found = await tally(stage, families, notice)
    assert found["sent", "zalo_oa", ""] == 25 == (await crowd.counts(stage))["template_uid"]
    lost = found["failed", "zalo_oa", "quota"]
    assert found["sent", "telegram", ""] + lost == 35
    done = await principal.read("Đã gửi xong", patience=30)
    assert f"không gửi được {lost}" in done.text
    assert "hết số tin mà ứng dụng nhắn tin cho phép" in done.text
    await administrator.read("không nhận thêm tin")
    await principal.read("không nhận thêm tin")
    await administrator.hears_nothing(0.5)


async def test_the_accounts_quota_ends_in_the_middle(stage: Stage) -> None:
    administrator = await stage.staff("CB003", on="zalo_bot")
    families = await crowd.crowd(stage, 100)
    await crowd.on_telegram(stage, families[::4])
    await crowd.on_zalo(stage, families)
    await stage.faults(latency_ms=150)
    notice = await crowd.send_to_school(stage, TEXT)
    await crowd.under_way(stage, notice, 10)
    await stage.control("zalo", {"oa": {"refuse_cs": -211}})
    await stage.faults(latency_ms=0)
    found = await tally(stage, families, notice)
    sent = found["sent", "zalo_oa", ""]
    assert 10 <= sent == (await crowd.counts(stage))["cs_free"] < 100
    assert found["sent", "telegram", ""] + found["failed", "zalo_oa", "quota"] == 100 - sent
    assert found["sent", "telegram", ""] > 0
    await administrator.read("không nhận thêm tin")
    await administrator.hears_nothing(0.5)


async def test_the_days_templates_by_telephone_end(stage: Stage) -> None:
    families = await crowd.crowd(stage, 40)
    await crowd.on_telegram(stage, families, started=False)
    await crowd.zalo_people(stage, families)
    await crowd.school_pays(stage)
    await stage.control("zalo", {"zbs": {"daily_quota": 15}})
    notice = await crowd.send_to_school(stage, TEXT)
    rows = await crowd.settled(stage, notice)
    found = Counter((r.status, r.channel, r.way, r.error) for r in rows.values())
    assert found == {
        ("sent", "zalo_oa", "phone", None): 15,
        ("failed", "zalo_oa", "phone", "quota"): 25,
    }
    assert sum(r.cost for r in rows.values()) == 15 * 800 == await crowd.bill(stage)
    assert (await crowd.counts(stage))["template_phone"] == 15


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Zalo Bot's "quota exceeded" is taken for the month's after moments, not minutes."""
    monkeypatch.setattr(zalo_bot_outcomes, "PAUSES", (0.1, 0.1, 0.1))


async def test_the_zalo_bots_messages_of_the_month_end(stage: Stage, quick: None) -> None:
    """By Zalo's count, which is another than ours."""
    principal = await stage.staff("CB001", on="telegram")
    families = await crowd.crowd(stage, 20)
    await crowd.on_telegram(stage, families[::2])
    await crowd.on_zalo_bot(stage, families)
    used = await _sent_by_bot(stage, families)
    await stage.control("zalo", {"bot": {"monthly_limit": used + 12}})
    notice = await crowd.send_to_school(stage, TEXT)
    found = await tally(stage, families, notice)
    assert found["sent", "zalo_bot", ""] == 12
    assert found["sent", "telegram", ""] + found["failed", "zalo_bot", "429"] == 8
    done = await principal.read("Đã gửi xong", patience=30)
    assert f"không gửi được {found['failed', 'zalo_bot', '429']}" in done.text
    assert "Zalo Bot" in (await principal.read("không nhận thêm tin")).text


async def test_our_own_count_of_the_month_keeps_the_last_tenth_for_answers(stage: Stage) -> None:
    families = await crowd.crowd(stage, 20)
    await crowd.on_zalo_bot(stage, families)
    used = await _sent_by_bot(stage, families)
    bot = stage.program._channels["zalo_bot"]
    bot._monthly = (used + 9) * 10 // 9  # type: ignore[attr-defined]
    most = -(-bot._monthly * 9 // 10) - used  # type: ignore[attr-defined]
    notice = await crowd.send_to_school(stage, TEXT)
    found = await tally(stage, families, notice)
    assert found == {
        ("sent", "zalo_bot", ""): most,
        ("failed", "zalo_bot", "month"): 20 - most,
    }
    await stage.control(f"people/{families[0].phones['zalo_bot']}/text", {"text": "/help"})
    async with asyncio.timeout(20):
        while not [m for m in await crowd.shown(stage, families[0], "zalo_bot") if "/" in m.text]:
            await asyncio.sleep(0.05)


async def _sent_by_bot(stage: Stage, families: list[Family]) -> int:
    """How many messages the Zalo Bot has sent so far."""
    return sum([len(await crowd.shown(stage, f, "zalo_bot")) for f in families])
