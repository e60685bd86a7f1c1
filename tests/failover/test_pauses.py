"""A messenger that asks for silence is left alone; the others go on, and afterwards so does it."""

import asyncio
from typing import Any

import pytest

from tests.support import crowd
from tests.support.crowd import Family
from tests.support.stage import Stage

TEXTS = ("Tin thứ nhất.", "Tin thứ hai.", "Tin thứ ba.")


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses of a second and more, not of minutes."""
    monkeypatch.setattr("bot.channels.zalo_oa_outcomes.PAUSE", 1.5)
    monkeypatch.setattr("bot.channels.zalo_bot_outcomes.PAUSES", (1.0, 1.0, 1.0, 1.0, 1.0, 1.0))


@pytest.mark.parametrize(
    ("paused", "silence", "again"),
    [
        ("zalo_oa", {"oa": {"refuse_cs": -32}}, {"oa": {"refuse_cs": 0}}),
        ("zalo_bot", {"bot": {"monthly_limit": 0}}, {"bot": {"monthly_limit": None}}),
    ],
)
async def test_the_others_go_on_and_each_chat_keeps_its_order(
    stage: Stage, paused: str, silence: dict[str, Any], again: dict[str, Any]
) -> None:
    families = await crowd.crowd(stage, 70)
    on_account, on_bot, on_telegram = families[:50], families[50:60], families[60:]
    await crowd.on_zalo(stage, on_account)
    await crowd.on_zalo_bot(stage, on_bot)
    await crowd.on_telegram(stage, on_telegram)
    waiting = on_account if paused == "zalo_oa" else on_bot
    others = [f for f in families if f not in waiting]

    await stage.control("zalo", silence)
    first, second = [await crowd.send_to_school(stage, text) for text in TEXTS[:2]]
    await _all_have(stage, others, [first, second])
    for row in await crowd.rows_of(stage, first):
        has = row.person_id in {f.person_id for f in waiting}
        assert row.status in (("queued", "sending") if has else ("sent",))
    third = await crowd.send_to_school(stage, TEXTS[2])
    await stage.control("zalo", again)
    for notice in (first, second, third):
        rows = await crowd.settled(stage, notice)
        assert {row.status for row in rows.values()} == {"sent"}
        assert {row.attempts for row in rows.values()} == {1}  # a pause is no failure
    for family in families:
        (channel,) = family.chats
        said = [m.text for m in await crowd.shown(stage, family, channel)]
        assert [t for one in said for t in TEXTS if t in one] == list(TEXTS)


async def _all_have(stage: Stage, families: list[Family], notices: list[int]) -> None:
    people = {f.person_id for f in families}
    async with asyncio.timeout(20):
        while True:
            rows = [row for n in notices for row in await crowd.rows_of(stage, n)]
            if all(row.status == "sent" for row in rows if row.person_id in people):
                return
            await asyncio.sleep(0.03)
