"""Zalo takes a message and never says so: nobody knows, so nobody sends it again."""

from collections import Counter

from tests.support import crowd
from tests.support.stage import Stage

TEXT = "Thứ bảy này trường tổ chức ngày hội đọc sách."


def impatient(stage: Stage, seconds: float = 1.0) -> None:
    """No call to Zalo waits longer for its answer."""
    stage.program._channels["zalo_oa"].client._patience = seconds  # type: ignore[attr-defined]
    stage.program._channels["zalo_bot"]._client._patience = seconds  # type: ignore[attr-defined]


async def test_what_is_never_answered_is_uncertain_and_never_sent_again(stage: Stage) -> None:
    principal = await stage.staff("CB001", on="zalo_bot")
    families = await crowd.crowd(stage, 24)
    by_bot, by_account, by_template = families[:6], families[6:16], families[16:]
    await crowd.on_telegram(stage, families)  # everybody has another messenger
    await crowd.on_zalo_bot(stage, by_bot)
    await crowd.on_zalo(stage, by_account)
    await crowd.on_zalo(stage, by_template, hours=200)
    await crowd.school_pays(stage)
    impatient(stage)
    await stage.faults(p_timeout=1)
    notice = await crowd.send_to_school(stage, TEXT)
    rows = await crowd.settled(stage, notice)
    await stage.faults(p_timeout=0)
    found = Counter((r.status, r.channel, r.way, r.error) for r in rows.values())
    assert found == {
        ("uncertain", "zalo_bot", "free", "connection-lost"): 6,
        ("uncertain", "zalo_oa", "free", "connection-lost"): 10,
        ("uncertain", "zalo_oa", "template", "connection-lost"): 8,
    }
    assert {r.attempts for r in rows.values()} == {1}
    for family in families:
        for channel in family.chats:
            found_there = [
                m
                for m in await crowd.shown(stage, family, channel)
                if TEXT in m.text or "Có thông báo mới" in m.text
            ]
            assert len(found_there) == (channel != "telegram")
    assert sum(r.cost for r in rows.values()) == 8 * 560 == await crowd.bill(stage)
    done = await principal.read("Đã gửi xong", patience=40)
    assert "Chưa chắc đã đến: 24" in done.text
    assert "chưa chắc đã đến, ứng dụng nhắn tin không trả lời" in done.text
