"""The window closes in the middle of a notice to five hundred families; our reckoning is wrong."""

from collections import Counter

from tests.support import crowd
from tests.support.crowd import Family
from tests.support.stage import Stage

TEXT = "Ngày mai các em đi học lúc 7 giờ 30, mang theo áo mưa."
ACCOUNT = "Thông báo của nhà trường"  # how the sandbox's template begins


async def test_everybody_is_accounted_for_and_nobody_gets_it_twice(stage: Stage) -> None:
    principal = await stage.staff("CB001", on="telegram")
    families = await crowd.crowd(stage, 500)
    heard, paid, silent = families[:300], families[300:400], families[400:430]
    two, left, elsewhere, nowhere = families[430:460], families[460:480], families[480:495], []
    nowhere = families[495:]
    await crowd.on_telegram(stage, two)
    await crowd.on_zalo(stage, [*heard, *two, *left], hours=1)
    await crowd.on_zalo(stage, paid, hours=72)
    await crowd.on_zalo(stage, silent, hours=200)
    await crowd.on_telegram(stage, [*elsewhere, *nowhere], started=False)
    await crowd.zalo_people(stage, elsewhere)
    for one in (*two, *left):  # they have blocked the account, which Zalo does not tell
        await stage.control(f"people/{one.phones['zalo_oa']}/block", {})
    await crowd.school_pays(stage)

    notice = await crowd.send_to_school(stage, TEXT)
    await crowd.under_way(stage, notice, 60)
    closing = [*heard, *paid][::2]
    await crowd.each(closing, lambda f: crowd.window(stage, f, 200))
    rows = await crowd.settled(stage, notice)

    ways = Counter((row.status, row.channel, row.way) for row in rows.values())
    by_template = ways["sent", "zalo_oa", "template"]
    assert by_template > len(silent), "no window closed in the middle"
    assert ways == Counter(
        {
            ("sent", "zalo_oa", "free"): ways["sent", "zalo_oa", "free"],
            ("sent", "zalo_oa", "consultation"): ways["sent", "zalo_oa", "consultation"],
            ("sent", "zalo_oa", "template"): by_template,
            ("sent", "zalo_oa", "phone"): len(elsewhere),
            ("sent", "telegram", "free"): len(two),
            ("failed", "zalo_oa", "free"): len(left),
            ("failed", "zalo_oa", "phone"): len(nowhere),
        }
    )
    assert ways.total() == 500
    assert {rows[f.person_id].error for f in left} == {"refuses-kind"}
    assert {rows[f.person_id].error for f in nowhere} == {"no-zalo"}

    for family in families:
        await _has_it_once(stage, family, reached=family not in (*left, *nowhere))
    assert sum(row.cost for row in rows.values()) == await crowd.bill(stage)

    told = await crowd.outcomes(stage, notice)
    assert Counter(told[f.person_id][0] for f in families) == {"delivered": 475, "failed": 25}
    assert None not in {outcome for outcome, _ in told.values()}
    done = await principal.read("Đã gửi xong", patience=30)
    assert "Đã đến 475/" in done.text
    assert "không gửi được 25" in done.text
    await _page_shows_it_all(stage, silent[0])


async def _has_it_once(stage: Stage, family: Family, *, reached: bool) -> None:
    """All that was shown on any of a family's phones is the one message."""
    found = []
    for channel in family.phones:
        if channel == "telegram" and channel not in family.chats:
            continue
        shown = await crowd.shown(stage, family, channel)
        found += [m for m in shown if TEXT in m.text or m.text.startswith(ACCOUNT)]
    assert len(found) == reached, (family, [m.text for m in found])


async def _page_shows_it_all(stage: Stage, family: Family) -> None:
    """The template's button opens a page with the whole notice."""
    url = f"{stage.url}/control/people/{family.phones['zalo_oa']}/messages"
    async with stage.http.get(url) as response:
        message = (await response.json())[-1]
    (button,) = [b for row in message["buttons"] for b in row]
    async with stage.http.get(button["url"]) as response:
        assert response.status == 200
        assert TEXT in await response.text()
