"""What a Zalo Bot hears: the events, getUpdates without offsets, and the webhook."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.support.sandbox import Phones, RefusedError, sandbox_server
from tests.support.zalo_bot import SECRET, Heard, ZaloBotClient, eventually, webhook


@pytest_asyncio.fixture
async def zalo(url: str) -> AsyncIterator[ZaloBotClient]:
    """A Zalo Bot that has called once."""
    async with ZaloBotClient(url) as client:
        await client.call("getMe")
        yield client


@pytest_asyncio.fixture
async def minh(phones: Phones) -> int:
    """Thầy Minh, on Zalo."""
    return await phones.person("Lê Văn Minh", phone="0987654321", channel="zalo_bot")


async def heard_by_poll(zalo: ZaloBotClient, phones: Phones, person: int, text: str) -> Any:
    async with zalo.polling() as poll:
        await phones.do(person, "text", text=text)
        return (await poll).result


def messages(heard: list[Heard]) -> list[dict[str, Any]]:
    return [json.loads(post.body)["message"] for post in heard if post.body]


async def test_a_text_as_the_documentation_has_it(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    update = await heard_by_poll(zalo, phones, minh, "7A1 vắng Lan p")
    assert update["event_name"] == "message.text.received"
    message = update["message"]
    assert message["text"] == "7A1 vắng Lan p"
    assert message["chat"] == {"chat_type": "PRIVATE", "id": message["from"]["id"]}
    assert message["from"]["display_name"] == "Lê Văn Minh"
    assert message["from"]["is_bot"] is False
    assert len(message["from"]["id"]) == len(message["message_id"]) == 20
    assert message["date"] > 10**12
    assert "update_id" not in update


async def test_the_other_four_events(
    zalo: ZaloBotClient, phones: Phones, minh: int, png: bytes
) -> None:
    async with webhook() as (address, heard):
        await zalo.call("setWebhook", url=address, secret_token=SECRET)
        await phones.send_file(minh, png, "giấy phép.png", "photo", "Em Lan ốm")
        await phones.do(minh, "sticker")
        await phones.send_file(minh, b"\xff\xf1aac", "ghi.aac", "voice")
        await phones.send_file(minh, b"%PDF-1.4", "kế hoạch.pdf")
        await eventually(lambda: len(messages(heard)) == 4)
        names = [json.loads(post.body)["event_name"] for post in heard if post.body]
        assert names == [
            "message.image.received",
            "message.sticker.received",
            "message.voice.received",
            "message.unsupported.received",
        ]
        photo, sticker, voice, file = messages(heard)
        assert (photo["caption"], photo["message_type"]) == ("Em Lan ốm", "CHAT_PHOTO")
        async with zalo.http.get(photo["photo_url"]) as response:  # public, no password
            assert await response.read() == png
        assert sticker["sticker"]
        async with zalo.http.get(sticker["url"]) as response:
            assert response.content_type == "image/gif"
        assert voice["message_type"] == "CHAT_VOICE"
        async with zalo.http.get(voice["voice_url"]) as response:
            assert await response.read() == b"\xff\xf1aac"
        assert set(file) == {"date", "chat", "message_id", "from"}  # nothing of the file
    with pytest.raises(RefusedError):
        await phones.do(minh, "contact")


async def test_switches_change_what_an_event_looks_like(
    zalo: ZaloBotClient, phones: Phones, minh: int, png: bytes
) -> None:
    options = {"photo_field": "photo", "unsupported": "without", "links": "unsupported"}
    await phones.post("zalo", {"bot": options})
    async with zalo.polling() as poll:
        await phones.send_file(minh, png, "a.png", "photo")
        message = (await poll).result["message"]
    assert "photo" in message
    assert "photo_url" not in message
    assert "caption" not in message
    update = await heard_by_poll(zalo, phones, minh, "xem https://vi.wikipedia.org")
    assert update == {"event_name": "message.unsupported.received"}
    await phones.post("zalo", {"bot": {"special": [minh], "unsupported": "with"}})
    update = await heard_by_poll(zalo, phones, minh, "cháu chào cô")
    assert update["event_name"] == "message.unsupported.received"
    assert "text" not in update["message"]


async def test_a_poll_hears_one_update_and_what_comes_between_is_lost(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    await phones.do(minh, "text", text="khi chưa ai nghe")
    async with zalo.polling() as poll:
        await phones.do(minh, "text", text="một")
        await phones.do(minh, "text", text="hai, ngay sau đó")
        assert (await poll).result["message"]["text"] == "một"
    empty = await zalo.call("getUpdates", timeout=0)
    assert empty.status == 408
    assert empty.body == {"ok": False, "description": "Request timeout", "error_code": 408}


async def test_replay_gives_the_last_update_at_every_call(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    await phones.post("zalo", {"bot": {"updates": "replay"}})
    for text in ("một", "hai"):
        await phones.do(minh, "text", text=text)
    said = [(await zalo.call("getUpdates", timeout=30)).result for _ in range(4)]
    assert [update["message"]["text"] for update in said] == ["một", "hai", "hai", "hai"]
    assert said[2] == said[3]


async def test_a_queue_keeps_every_update_for_the_next_call(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    await phones.post("zalo", {"bot": {"updates": "queue"}})
    for text in ("một", "hai"):
        await phones.do(minh, "text", text=text)
    texts = [(await zalo.call("getUpdates")).result["message"]["text"] for _ in range(2)]
    assert texts == ["một", "hai"]
    assert (await zalo.call("getUpdates", timeout="0")).refused[0] == 408


async def test_of_two_pollers_the_older_goes_empty_handed(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    async with zalo.polling(30) as older, zalo.polling(30) as newer:
        assert (await older).refused[0] == 408
        await phones.do(minh, "text", text="alo")
        assert (await newer).result["message"]["text"] == "alo"


async def test_an_update_may_be_brought_twice(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    await phones.post("faults", p_duplicate=1)
    first = await heard_by_poll(zalo, phones, minh, "hai lần")
    assert (await zalo.call("getUpdates", timeout=0)).result == first
    async with webhook() as (address, heard):
        await zalo.call("setWebhook", url=address, secret_token=SECRET)
        await phones.do(minh, "text", text="lại hai lần")
        await eventually(lambda: len(messages(heard)) == 2)
        first, second = messages(heard)
        assert first == second


async def test_the_webhook_gets_the_secret_and_a_flat_body(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    async with webhook() as (address, heard):
        said = (await zalo.call("setWebhook", url=address, secret_token=SECRET)).result
        assert (said["url"], said["verification"]["ok"]) == (address, True)
        probe = heard.pop()
        assert probe.body == b""
        assert "X-Bot-Api-Secret-Token" not in probe.headers
        assert "Content-Type" not in probe.headers
        for number in range(5):
            await phones.do(minh, "text", text=str(number))
        await eventually(lambda: len(heard) == 5)
        assert [m["text"] for m in messages(heard)] == ["0", "1", "2", "3", "4"]
        for post in heard:
            assert post.headers["X-Bot-Api-Secret-Token"] == SECRET
            assert post.headers["User-Agent"].startswith("Java/17")
            assert set(json.loads(post.body)) == {"event_name", "message"}
        assert (await zalo.call("getUpdates", timeout=0)).refused[0] == 400
        info = (await zalo.call("getWebhookInfo")).result
        assert (info["url"], info["updated_at"]) == (address, said["updated_at"])
        assert (await zalo.call("testWebhook")).result["outcome"] == "webhook.ok"
        heard.clear()
        assert (await zalo.call("deleteWebhook")).result["url"] == ""
        assert (await zalo.call("getWebhookInfo")).body == {
            "ok": False,
            "description": "Not Found",
            "error_code": 404,
        }
        await heard_by_poll(zalo, phones, minh, "nay hỏi tận nơi")
        assert heard == []


async def test_wrapped_bodies_empty_bodies_and_overtaking(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    options = {"body": "wrapped", "empty_probes": True, "shuffle": True}
    await phones.post("zalo", {"bot": options})
    await phones.post("faults", seed=3)
    async with webhook() as (address, heard):
        await zalo.call("setWebhook", url=address, secret_token=SECRET)
        heard.clear()
        for number in range(12):
            await phones.do(minh, "text", text=str(number))
        await eventually(lambda: len(heard) == 24)
        bodies = [json.loads(post.body) for post in heard if post.body]
        assert sum(not post.body for post in heard) == 12
    assert all(body["ok"] is True for body in bodies)
    texts = [body["result"]["message"]["text"] for body in bodies]
    assert sorted(texts, key=int) == [str(number) for number in range(12)]
    assert texts != sorted(texts, key=int)


async def test_a_webhook_stays_saved_though_it_does_not_answer(
    zalo: ZaloBotClient, phones: Phones
) -> None:
    async def forbid(_: Heard) -> int:
        return 403

    async with webhook(forbid) as (address, _):
        said = (await zalo.call("setWebhook", url=address, secret_token=SECRET)).result
        assert said["verification"]["outcome"] == "webhook.http.403"
        assert "Java/" in said["verification"]["hint"]
    said = (await zalo.call("setWebhook", url=address, secret_token=SECRET)).result
    assert said["verification"]["ok"] is False
    assert (await zalo.call("getWebhookInfo")).result["url"] == address


async def test_webhooks_that_are_refused(zalo: ZaloBotClient, phones: Phones) -> None:
    good = "https://truong.example.vn/zalo"
    for url, secret in (
        ("http://truong.example.vn/zalo", SECRET),
        ("", SECRET),
        (None, SECRET),
        ("https://[", SECRET),
        (good, "1234567"),
        (good, "a" * 257),
        (good, None),
    ):
        said = await zalo.call("setWebhook", url=url, secret_token=secret)
        assert said.refused[0] == 400, (url, secret)
    info = await zalo.call("getWebhookInfo")
    assert (info.status, info.refused[0]) == (404, 404)
    await phones.post("zalo", {"bot": {"https_only": False}})
    said = await zalo.call("setWebhook", url="http://127.0.0.2:1/zalo", secret_token=SECRET)
    assert said.result["verification"]["ok"] is False


async def test_what_the_webhook_refuses_is_brought_again_and_then_given_up(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    statuses = [200, 500, 200, 500, 500, 200]

    async def answer(_: Heard) -> int:
        return statuses.pop(0)

    await phones.post("zalo", {"bot": {"retries": 1}})
    async with webhook(answer) as (address, heard):
        await zalo.call("setWebhook", url=address, secret_token=SECRET)
        for text in ("được lần hai", "bỏ", "sau đó"):
            await phones.do(minh, "text", text=text)
        await eventually(lambda: not statuses)
        texts = [m["text"] for m in messages(heard)]
    assert texts == ["được lần hai", "được lần hai", "bỏ", "bỏ", "sau đó"]


async def test_a_webhook_goes_on_after_the_sandbox_was_stopped(tmp_path: Path) -> None:
    """The address, the secret, the person's id and an update on its way outlive a restart."""
    down = True

    async def answer(_: Heard) -> int:
        return 500 if down else 200

    async with webhook(answer) as (address, heard):
        async with (
            sandbox_server(tmp_path) as url,
            Phones(url) as phones,
            ZaloBotClient(url) as zalo,
        ):
            await zalo.call("setWebhook", url=address, secret_token=SECRET)
            person = await phones.person("Minh", channel="zalo")
            await phones.do(person, "text", text="trước")
            await eventually(lambda: messages(heard))
            before = messages(heard)[0]
        heard.clear()
        down = False
        async with sandbox_server(tmp_path) as url:
            await eventually(lambda: messages(heard))
            assert messages(heard)[0] == before
            async with Phones(url) as phones, ZaloBotClient(url) as zalo:
                chat = before["chat"]["id"]
                assert (await zalo.call("sendMessage", chat_id=chat, text="vẫn đây")).body["ok"]
                await phones.do(person, "text", text="sau")
                await eventually(lambda: messages(heard)[-1]["text"] == "sau")
                after = messages(heard)[-1]
                texts = [m["text"] for m in await phones.messages(person)]
    assert after["from"] == before["from"]
    assert after["message_id"] != before["message_id"]
    assert heard[-1].headers["X-Bot-Api-Secret-Token"] == SECRET
    assert texts == ["trước", "vẫn đây", "sau"]


async def test_the_person_beyond_the_limit_does_not_reach_the_bot(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    await phones.post("zalo", {"bot": {"user_limit": 1}})
    await heard_by_poll(zalo, phones, minh, "tôi là người thứ nhất")
    late = await phones.person("Người thứ hai", channel="zalo")
    async with zalo.polling() as poll:
        await phones.do(late, "text", text="có ai không")
        await phones.do(minh, "text", text="tôi vẫn được")
        assert (await poll).result["message"]["text"] == "tôi vẫn được"


async def test_in_a_group_the_bot_hears_only_what_mentions_it(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    private = (await heard_by_poll(zalo, phones, minh, "riêng"))["message"]["from"]
    group = await phones.post("zalo/groups", title="Tổ Toán", members=[minh])
    place = f"zalo/groups/{group['id']}"
    async with zalo.polling() as poll:
        await phones.post(f"{place}/text", person=minh, text="nói với nhau", mention=False)
        await phones.post(f"{place}/text", person=minh, text="@Bot lịch tuần này")
        message = (await poll).result["message"]
    assert message["text"] == "@Bot lịch tuần này"
    assert message["chat"]["chat_type"] == "GROUP"
    assert message["from"] == private
    assert message["chat"]["id"] != private["id"]
    await zalo.call("sendMessage", chat_id=message["chat"]["id"], text="Lịch đây ạ")
    shown = await phones.get(f"{place}/messages")
    assert [m["text"] for m in shown] == ["nói với nhau", "@Bot lịch tuần này", "Lịch đây ạ"]
    assert [m["text"] for m in await phones.messages(minh)] == ["riêng"]
