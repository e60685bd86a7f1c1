"""What was on its way on Zalo when the bot died counts there, and its later faces still come."""

from typing import Any

from sqlalchemy import select, update

from services.unit import Unit
from storage import spending
from storage.tables import OutboxRow
from tests.support import crowd
from tests.support.stage import Stage

PROGRESS = {
    "notice": 1,
    "status": "sending",
    "audience": {"kind": "school", "ids": [], "names": [], "classes": []},
    "urgent": False,
    "text": "mai họp lớp",
    "at": "07:45 30/11/2026",
    "figures": dict.fromkeys(
        ("delivered", "waiting", "failed", "uncertain", "unlinked", "cancelled"), 0
    ),
    "missed": [],
    "more": 0,
}


async def dies_with(stage: Stage, person: int, **facts: Any) -> int:
    """A message to somebody was claimed when the bot died; it is started again."""

    async def claimed(session: Any) -> int:
        unit = Unit(session, stage.clock.now(), stage.clock.zone)
        id = await unit.notify(person, "notice-progress", PROGRESS)
        on_its_way = {"status": "sending", "attempts": 1, **facts}
        await session.execute(update(OutboxRow).where(OutboxRow.id == id).values(on_its_way))
        return int(id or 0)

    id = await stage.run(claimed)
    await stage.close()
    await stage.open()
    await stage.quiet()
    return id


async def row(stage: Stage, id: int) -> OutboxRow:
    """One message."""
    return await stage.run(lambda s: s.get_one(OutboxRow, id))  # type: ignore[no-any-return]


async def test_its_cost_and_number_count_for_the_month(stage: Stage) -> None:
    (family,) = await crowd.crowd(stage, 1)
    await crowd.on_zalo(stage, [family])
    id = await dies_with(stage, family.person_id, sent_on="zalo_oa", way="consultation", cost=55)
    lost = await row(stage, id)
    assert (lost.status, lost.error, lost.resent) == ("uncertain", "crash", False)
    assert (lost.channel, lost.chat) == ("zalo_oa", family.chats["zalo_oa"])
    assert await crowd.shown(stage, family, "zalo_oa") == []
    start = stage.clock.now().replace(day=1)
    spent = await stage.run(lambda s: spending.since(s, ["zalo_oa"], start))
    assert (spent.messages, spent.dong) == (1, 55)
    used = await stage.run(lambda s: spending.messages_since(s, "zalo_oa", start))
    assert used == 1


async def test_the_author_still_hears_the_end(stage: Stage) -> None:
    """The progress that was on its way is doubtful; the end of the notice comes all the same."""
    teacher = await stage.staff("CB012", on="zalo_bot")
    person = await stage.person_id("CB012")
    id = await dies_with(stage, person, sent_on="zalo_bot")
    await teacher.hears_nothing(0.2)

    async def ends(session: Any) -> None:
        unit = Unit(session, stage.clock.now(), stage.clock.zone)
        figures = PROGRESS["figures"] | {"delivered": 9}  # type: ignore[operator]
        done = PROGRESS | {"status": "done", "figures": figures}
        await unit.edit_notice(id, person, "notice-progress", done)

    await stage.run(ends)
    stage.program._deliverer.wake()
    assert "Đã đến 9/9" in (await teacher.read("Đã gửi xong")).text


async def test_what_is_claimed_counts_before_it_has_left(stage: Stage) -> None:
    """So that many that leave together stop at the ceiling and not beyond."""
    (family,) = await crowd.crowd(stage, 1)

    async def claimed(session: Any) -> int:
        unit = Unit(session, stage.clock.now(), stage.clock.zone)
        id = await unit.notify(family.person_id, "link-ended", {})
        going = {"status": "sending", "sent_on": "zalo_bot"}
        await session.execute(update(OutboxRow).where(OutboxRow.id == id).values(going))
        start = unit.now.replace(day=1)
        count = await spending.messages_since(session, "zalo_bot", start)
        found = await session.scalar(select(OutboxRow).where(OutboxRow.id == id))
        await session.delete(found)
        return count

    assert await stage.run(claimed) == 1
