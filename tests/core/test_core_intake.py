"""The inbox and its lanes: once, in order, and what is deadly is set aside."""

import asyncio
import random
from collections import defaultdict
from datetime import datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from bot.channels.telegram import lane_of
from bot.lanes import Lanes
from storage import inbox
from storage.database import Database
from storage.inbox import Accepted, Incoming


def update(key: int, lane: str = "7") -> Incoming:
    return Incoming("telegram", str(key), lane, {"update_id": key, "message": {"text": f"{key}"}})


def keys(accepted: list[Accepted]) -> list[str]:
    return [a.incoming.key for a in accepted]


async def test_an_update_is_kept_once(database: Database, now: datetime) -> None:
    first = await database.run(lambda s: inbox.accept(s, [update(1), update(2), update(1)], now))
    again = await database.run(lambda s: inbox.accept(s, [update(2), update(3)], now))
    other = await database.run(
        lambda s: inbox.accept(s, [Incoming("zalo", "2", "7", {"x": 1})], now)
    )
    assert (keys(first), keys(again), keys(other)) == (["1", "2"], ["3"], ["2"])
    assert await database.run(lambda s: inbox.accept(s, [], now)) == []


async def test_what_was_not_finished_is_taken_up_in_order(
    database: Database, now: datetime
) -> None:
    batch = [update(n, lane=str(n % 3)) for n in range(9)]
    kept = await database.run(lambda s: inbox.accept(s, batch, now))
    await database.run(lambda s: inbox.mark(s, kept[4].id, now))
    await database.run(lambda s: inbox.mark(s, kept[5].id, now, "failed", "A1B2C3"))
    waiting, aside = await database.run(lambda s: inbox.left_over(s, "telegram", now))
    assert keys(waiting) == ["0", "1", "2", "3", "6", "7", "8"]
    assert aside == []
    assert await database.run(lambda s: inbox.left_over(s, "zalo", now)) == ([], [])
    assert await database.run(inbox.set_aside) == 1


async def test_the_third_death_sets_an_update_aside_and_those_behind_go_on(
    database: Database, now: datetime
) -> None:
    deadly = [update(1, "7"), update(2, "7"), update(3, "8")]
    await database.run(lambda s: inbox.accept(s, deadly, now))  # the first life dies of it
    for _ in range(2):  # and so do two more
        waiting, aside = await database.run(lambda s: inbox.left_over(s, "telegram", now))
        assert (keys(waiting), aside) == (["1", "2", "3"], [])
        lane_8 = waiting[-1].id
    await database.run(lambda s: inbox.mark(s, lane_8, now))
    waiting, aside = await database.run(lambda s: inbox.left_over(s, "telegram", now))
    assert (keys(waiting), [row.key for row in aside]) == (["2"], ["1"])
    waiting, aside = await database.run(lambda s: inbox.left_over(s, "telegram", now))
    assert (keys(waiting), aside) == (["2"], [])


@settings(max_examples=30, deadline=None)
@given(some.lists(some.integers(0, 4), max_size=40), some.randoms())
def test_each_chat_keeps_its_order_and_no_chat_waits_for_another(
    lanes: list[int], dice: random.Random
) -> None:
    handled: dict[str, list[int]] = defaultdict(list)
    inside: set[str] = set()

    async def handle(accepted: Accepted) -> None:
        lane = accepted.incoming.lane
        assert lane not in inside
        inside.add(lane)
        for _ in range(dice.randrange(3)):
            await asyncio.sleep(0)
        handled[lane].append(accepted.id)
        inside.remove(lane)
        if accepted.id % 7 == 0:
            raise LookupError("a fault in one must not lose those behind it")

    async def play() -> None:
        queue = Lanes(handle)
        for n, lane in enumerate(lanes):
            queue.offer([Accepted(n, update(n, str(lane)))])
            if dice.random() < 0.3:
                await asyncio.sleep(0)
        for _ in range(4 * len(lanes) + 4):
            await asyncio.sleep(0)
        await queue.stop()

    asyncio.run(play())
    assert handled == {
        str(lane): [n for n, at in enumerate(lanes) if at == lane] for lane in set(lanes)
    }


async def test_two_chats_are_handled_side_by_side() -> None:
    met: list[Any] = []
    both = asyncio.Barrier(2)

    async def handle(accepted: Accepted) -> None:
        await asyncio.wait_for(both.wait(), 2)
        met.append(accepted.incoming.lane)

    lanes = Lanes(handle)
    lanes.offer([Accepted(1, update(1, "7")), Accepted(2, update(2, "8"))])
    await asyncio.sleep(0.05)
    await lanes.stop()
    assert sorted(met) == ["7", "8"]


async def test_stopping_finishes_what_has_begun_and_begins_nothing() -> None:
    gate, done = asyncio.Event(), []

    async def handle(accepted: Accepted) -> None:
        await gate.wait()
        done.append(accepted.id)

    lanes = Lanes(handle)
    lanes.offer([Accepted(n, update(n)) for n in range(3)])
    await asyncio.sleep(0)
    stopping = asyncio.create_task(lanes.stop())
    await asyncio.sleep(0)
    gate.set()
    await stopping
    lanes.offer([Accepted(9, update(9))])
    await asyncio.sleep(0.01)
    assert done == [0]


def test_where_an_update_belongs() -> None:
    chat = {"chat": {"id": 7, "type": "private"}}
    assert lane_of({"update_id": 1, "message": chat}) == "7"
    assert lane_of({"update_id": 1, "edited_message": chat}) == "7"
    assert lane_of({"update_id": 1, "my_chat_member": chat}) == "7"
    assert lane_of({"update_id": 1, "callback_query": {"from": {"id": 8}, "message": chat}}) == "7"
    assert lane_of({"update_id": 1, "callback_query": {"from": {"id": 8}}}) == "8"
    assert lane_of({"update_id": 1, "poll": {}}) == ""
