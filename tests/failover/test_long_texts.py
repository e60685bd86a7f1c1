"""A text of several messages that is broken off goes on where it was, and costs what it cost."""

import asyncio
from typing import Any

import pytest

from tests.support import crowd
from tests.support.crowd import Family
from tests.support.stage import Stage

PARTS = ("Thứ nhất, mai các em thi.", "Thứ hai, các em mang thẻ.", "Thứ ba, thi xong về luôn.")
FILLING = " Nhà trường mong gia đình nhắc các em." * 26
TEXT = "\n\n".join(part + FILLING for part in PARTS)


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Zalo Bot's pauses are of half a second."""
    monkeypatch.setattr("bot.channels.zalo_bot_outcomes.PAUSES", (0.5,) * 9)


async def parts_on(stage: Stage, family: Family, channel: str) -> list[int]:
    """How often each part stands on a phone."""
    shown = await crowd.shown(stage, family, channel)
    return [sum(part in m.text for m in shown) for part in PARTS]


async def breaks_off(stage: Stage, family: Family, channel: str, fault: dict[str, Any]) -> int:
    """The notice is sent, and after its first part Zalo answers otherwise; the notice."""
    await stage.faults(latency_ms=400)
    notice = await crowd.send_to_school(stage, TEXT)
    async with asyncio.timeout(20):
        while await parts_on(stage, family, channel) != [1, 0, 0]:
            await asyncio.sleep(0.02)
    await stage.control("zalo", fault)
    await stage.faults(latency_ms=0)
    return notice


async def test_on_the_account_it_goes_on_with_the_second_part(stage: Stage) -> None:
    (family,) = await crowd.crowd(stage, 1)
    await crowd.on_zalo(stage, [family], hours=72)
    await crowd.school_pays(stage)
    notice = await breaks_off(stage, family, "zalo_oa", {"oa": {"refuse_cs": -100}})
    async with asyncio.timeout(20):
        while (await crowd.rows_of(stage, notice))[0].attempts < 2:
            await asyncio.sleep(0.02)
    await stage.control("zalo", {"oa": {"refuse_cs": 0}})
    row = (await crowd.settled(stage, notice))[family.person_id]
    assert await parts_on(stage, family, "zalo_oa") == [1, 1, 1]
    assert (row.status, row.parts, row.cost) == ("sent", 3, 3 * crowd.CONSULTATION)
    assert row.cost == await crowd.bill(stage)


async def test_on_the_bot_too(stage: Stage) -> None:
    (family,) = await crowd.crowd(stage, 1)
    await crowd.on_zalo_bot(stage, [family])
    limit = len(await crowd.shown(stage, family, "zalo_bot")) + 1
    notice = await breaks_off(stage, family, "zalo_bot", {"bot": {"monthly_limit": limit}})
    await asyncio.sleep(0.7)
    assert await parts_on(stage, family, "zalo_bot") == [1, 0, 0]
    await stage.control("zalo", {"bot": {"monthly_limit": None}})
    row = (await crowd.settled(stage, notice))[family.person_id]
    assert await parts_on(stage, family, "zalo_bot") == [1, 1, 1]
    assert (row.status, row.parts) == ("sent", 3)


async def test_a_window_that_closes_in_the_middle_leaves_the_rest_to_the_template(
    stage: Stage,
) -> None:
    (family,) = await crowd.crowd(stage, 1)
    await crowd.on_zalo(stage, [family], hours=72)
    await crowd.school_pays(stage)
    notice = await breaks_off(stage, family, "zalo_oa", {"oa": {"refuse_cs": -230}})
    row = (await crowd.settled(stage, notice))[family.person_id]
    assert (row.status, row.way) == ("sent", "template")
    assert await parts_on(stage, family, "zalo_oa") == [1, 0, 0]
    assert "Có thông báo mới" in (await crowd.shown(stage, family, "zalo_oa"))[-1].text
    assert row.cost == crowd.CONSULTATION + 560 == await crowd.bill(stage)


async def test_what_has_left_of_one_that_fails_is_paid_all_the_same(stage: Stage) -> None:
    (family,) = await crowd.crowd(stage, 1)
    await crowd.on_zalo(stage, [family], hours=72)
    await crowd.school_pays(stage)
    notice = await breaks_off(stage, family, "zalo_oa", {"oa": {"refuse_cs": -244}})
    row = (await crowd.settled(stage, notice))[family.person_id]
    assert (row.status, row.error, row.parts) == ("failed", "refuses-kind", 1)
    assert row.cost == crowd.CONSULTATION == await crowd.bill(stage)
