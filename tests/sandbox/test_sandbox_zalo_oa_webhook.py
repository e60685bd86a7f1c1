"""The Official Account's webhook: its mark, its second attempts, and what else may be posted."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from sandbox.zalo.oa_signature import oa_mac
from tests.support.sandbox import Phones, sandbox_server
from tests.support.zalo_bot import eventually
from tests.support.zalo_oa import APP_ID, OA_ID, Scene, oa_scene, webhook


@pytest_asyncio.fixture
async def scene(url: str, phones: Phones) -> AsyncIterator[Scene]:
    async with oa_scene(url, phones) as ready:
        yield ready


def test_the_mark_is_that_of_the_reference() -> None:
    raw = (
        '{"app_id":"360846524940903967","sender":{"id":"246845883529197922"},'
        '"recipient":{"id":"388613280878808645"},"user_id_by_app":"552177279717587730",'
        '"event_name":"user_send_text","message":{"text":"Xin chào",'
        '"msg_id":"96d3cdf3af150460909"},"timestamp":"1543908534740"}'
    ).encode()
    assert len(raw) == 266
    assert oa_mac("360846524940903967", raw, "1543908534740", "SuperSecretKey0001") == (
        "fe21b9fdd15dc7095ede3b83323e7a7f2d9ffb2a7239431a79901f2fad260b09"
    )


@pytest.mark.parametrize("timestamp", ["body", "header"])
@pytest.mark.parametrize(("signed_with", "first"), [("app_id", APP_ID), ("oa_id", OA_ID)])
async def test_the_mark_is_made_in_each_reported_way(
    scene: Scene, timestamp: str, signed_with: str, first: str
) -> None:
    options = {"timestamp": timestamp, "signed_with": signed_with}
    await scene.phones.post("zalo", oa=options)
    await scene.phones.post("zalo/oa", oa_secret="khóa webhook")
    await scene.phones.do(scene.mother, "text", text="a")
    post = (await scene.came("user_send_text"))[0]
    assert ("X-ZEvent-Timestamp" in post.headers) == (timestamp == "header")
    assert post.headers["X-ZEvent-Signature"] == post.mac(first, "khóa webhook")


async def test_what_the_webhook_misses_comes_again(scene: Scene) -> None:
    await scene.phones.post("zalo", oa={"retry_factor": 0.001})
    scene.hook.statuses = [500, 302, 201]
    await scene.phones.do(scene.mother, "text", text="a")
    posts = await scene.came("user_send_text", 4)
    assert [post.headers.get("num_retry") for post in posts] == [None, "1", "2", "3"]
    assert len({post.raw for post in posts}) == 1, "the same body each time"

    async def too_long() -> None:
        scene.hook.before = None
        await asyncio.sleep(1.5)

    await scene.phones.post("zalo", oa={"answer_seconds": 1})
    scene.hook.before = too_long
    await scene.phones.do(scene.mother, "text", text="b")
    assert (await scene.came("user_send_text", 6))[5].headers["num_retry"] == "1"
    await eventually_owed(scene, 0)


async def eventually_owed(scene: Scene, number: int) -> None:
    for _ in range(200):
        if (await scene.phones.get("zalo/oa"))["pending_events"] == number:
            return
        await asyncio.sleep(0.02)
    raise AssertionError("events are owed")


async def test_after_five_more_attempts_zalo_gives_up(scene: Scene) -> None:
    await scene.phones.post("zalo", oa={"retry_factor": 0})
    scene.hook.statuses = [500] * 6
    await scene.phones.do(scene.mother, "text", text="a")
    await scene.came("user_send_text", 6)
    await eventually_owed(scene, 0)
    assert len(scene.hook.named("user_send_text")) == 6
    assert (await scene.phones.get("stats"))["methods"]["zalo_oa.webhook"]["given up"] == 1


async def test_an_event_that_waits_holds_up_nobody(scene: Scene) -> None:
    scene.hook.statuses = [500]
    await scene.phones.do(scene.mother, "text", text="khó")
    await scene.phones.do(scene.mother, "text", text="sau khó")
    posts = await scene.came("user_send_text", 2)
    assert [post.body["message"]["text"] for post in posts] == ["khó", "sau khó"]
    await eventually_owed(scene, 1)


async def test_what_is_owed_is_brought_after_a_restart(tmp_path: Path) -> None:
    async with webhook() as hook:
        async with sandbox_server(tmp_path) as url, Phones(url) as phones:
            await phones.post("zalo/oa", webhook_url=hook.url)
            await phones.post("zalo", oa={"retry_factor": 0.02})
            mother = await phones.person("Hoa", channel="zalo_oa")
            hook.statuses = [503]
            await phones.do(mother, "text", text="trước khi tắt máy")
            await eventually(lambda: hook.posts)
        async with sandbox_server(tmp_path):
            await eventually(lambda: len(hook.posts) == 2)
    assert hook.posts[1].raw == hook.posts[0].raw
    assert hook.posts[1].headers["num_retry"] == "1"


async def test_what_was_on_its_way_when_zalo_stopped_is_brought_again(tmp_path: Path) -> None:
    async with webhook() as hook:
        stopped = asyncio.Event()

        async def slow() -> None:
            hook.before = None
            await stopped.wait()

        hook.before = slow
        async with sandbox_server(tmp_path) as url, Phones(url) as phones:
            await phones.post("zalo/oa", webhook_url=hook.url)
            mother = await phones.person("Hoa", channel="zalo_oa")
            await phones.do(mother, "text", text="đang trên đường")
            await eventually(lambda: hook.posts)
        stopped.set()
        async with sandbox_server(tmp_path):
            await eventually(lambda: len(hook.posts) == 2)
    assert hook.posts[1].raw == hook.posts[0].raw


async def test_events_may_come_twice(scene: Scene) -> None:
    await scene.phones.post("faults", p_duplicate=1)
    await scene.phones.do(scene.mother, "text", text="a")
    first, second = await scene.came("user_send_text", 2)
    assert first.raw == second.raw


async def test_anything_can_be_posted_with_or_without_a_mark(scene: Scene) -> None:
    for body, signed in (({"raw": "{không phải JSON"}, True), ({"body": [1]}, False)):
        before = len(scene.hook.posts)
        scene.hook.statuses = [400]
        told = await scene.phones.post("zalo/oa/event", {**body, "signed": signed})
        assert told == {"status": 400}
        post = scene.hook.posts[before]
        assert ("X-ZEvent-Signature" in post.headers) == signed
    assert scene.hook.posts[-1].raw == b"[1]"
