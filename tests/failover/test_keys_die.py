"""The Official Account's keys die in the middle of a notice."""

from collections import Counter
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select

from storage import channel_tokens
from storage.tables import AuditEvent
from tests.support import crowd
from tests.support.crowd import Family
from tests.support.stage import Stage

TEXT = "Chiều thứ sáu nhà trường họp phụ huynh lúc 14 giờ."


async def shown_once(stage: Stage, families: list[Family], channel: str = "zalo_oa") -> bool:
    """Whether each phone shows the notice, once."""
    phones = await crowd.each(families, lambda f: crowd.shown(stage, f, channel))
    return all(sum(TEXT in m.text for m in shown) == 1 for shown in phones)


async def refreshes(stage: Stage) -> int:
    """How many new pairs of keys are in the audit chain."""
    renewed = (
        select(func.count())
        .select_from(AuditEvent)
        .where(AuditEvent.action == "channel.key_renewed")
    )
    return int(await stage.run(lambda s: s.scalar(renewed)) or 0)


async def test_an_access_token_that_dies_is_renewed_once_and_nobody_is_lost(stage: Stage) -> None:
    families = await crowd.crowd(stage, 150)
    await crowd.on_zalo(stage, families)
    await stage.faults(latency_ms=100)
    notice = await crowd.send_to_school(stage, TEXT)
    await crowd.under_way(stage, notice, 20)
    await stage.control("zalo/oa/expire", {"what": "access"})
    rows = await crowd.settled(stage, notice)
    assert Counter(row.status for row in rows.values()) == {"sent": 150}
    assert await shown_once(stage, families)
    assert await refreshes(stage) == 1
    async with stage.http.get(f"{stage.url}/control/stats") as response:
        methods = (await response.json())["methods"]
    assert methods["oauth.refresh"] == {"200": 1}
    assert methods["zalo_oa.cs"]["-220"] <= 40  # those that were on their way


async def test_without_any_key_the_other_messenger_does_and_administrators_hear_it_once(
    stage: Stage,
) -> None:
    principal = await stage.staff("CB001", on="telegram")
    administrator = await stage.staff("CB003", on="zalo_bot")
    families = await crowd.crowd(stage, 120)
    two, one = families[:40], families[40:]
    await crowd.on_telegram(stage, two)
    await crowd.on_zalo(stage, families)
    await stage.faults(latency_ms=400)
    notice = await crowd.send_to_school(stage, TEXT)
    await crowd.under_way(stage, notice, 10)
    await stage.control("zalo/oa/expire", {"what": "refresh"})
    await stage.control("zalo/oa/expire", {"what": "access"})
    await stage.faults(latency_ms=0)
    rows = await crowd.settled(stage, notice)
    ways = Counter((row.status, row.channel, row.error) for row in rows.values())
    came = ways["sent", "zalo_oa", None]
    assert 10 <= came < 120
    for family in two:
        on = rows[family.person_id].channel or ""
        other = {"telegram": "zalo_oa", "zalo_oa": "telegram"}[on]
        assert await shown_once(stage, [family], on)
        assert not [m for m in await crowd.shown(stage, family, other) if TEXT in m.text]
    failed = [f for f in one if rows[f.person_id].status == "failed"]
    assert {rows[f.person_id].error for f in failed} == {"token"}
    assert await shown_once(stage, [f for f in one if f not in failed])
    assert came + ways["sent", "telegram", "token"] + ways["sent", "telegram", None] + len(
        failed
    ) == len(families)

    done = await principal.read("Đã gửi xong", patience=30)
    assert f"không gửi được {len(failed)}" in done.text
    told = await administrator.read("không nhận khóa truy cập")
    assert "ZALO_OA_REFRESH_TOKEN" in told.text
    await administrator.hears_nothing(2.2)  # the clock has looked at it twice more


async def new_pair(stage: Stage) -> dict[str, Any]:
    """What an administrator gets from Zalo's pages."""
    return await stage.control("zalo/oa/tokens", {})  # type: ignore[no-any-return]


async def dead(stage: Stage) -> list[Family]:
    """No key works, and this is known."""
    families = await crowd.crowd(stage, 6)
    await crowd.on_zalo(stage, families)
    await stage.control("zalo/oa/expire", {"what": "refresh"})
    await stage.control("zalo/oa/expire", {"what": "access"})
    lost = await crowd.send_to_school(stage, "Mai nghỉ học.")
    rows = await crowd.settled(stage, lost)
    assert {(row.status, row.error) for row in rows.values()} == {("failed", "token")}
    return families


async def test_keys_that_are_entered_anew_in_the_settings_work_after_a_restart(
    stage: Stage,
) -> None:
    families = await dead(stage)
    pair = await new_pair(stage)
    stage.oa |= {
        "zalo_oa_access_token": pair["access_token"],
        "zalo_oa_refresh_token": pair["refresh_token"],
    }
    await stage.close()
    await stage.open()
    notice = await crowd.send_to_school(stage, TEXT)
    assert {row.status for row in (await crowd.settled(stage, notice)).values()} == {"sent"}
    assert await shown_once(stage, families)


async def test_keys_that_are_put_into_the_database_work_at_once(stage: Stage) -> None:
    """As a command beside the running bot does it."""
    families = await dead(stage)
    pair = await new_pair(stage)

    async def enter(session: Any) -> None:
        now = stage.clock.now()
        await channel_tokens.begin(
            session,
            "zalo_oa",
            access_token=pair["access_token"],
            refresh_token=pair["refresh_token"],
            access_until=now + timedelta(hours=25),
            refresh_until=now + timedelta(days=90),
            first="0" * 64,
            now=now,
        )

    await stage.run(enter)
    notice = await crowd.send_to_school(stage, TEXT)
    assert {row.status for row in (await crowd.settled(stage, notice)).values()} == {"sent"}
    assert await shown_once(stage, families)
