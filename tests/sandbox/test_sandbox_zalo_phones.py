"""Phones on Zalo over the control API: the same routes and the same JSON as on Telegram."""

import asyncio
import json
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.support.phone import Phone
from tests.support.sandbox import Phones, RefusedError, sandbox_process, sandbox_server
from tests.support.zalo_bot import ZaloBotClient, eventually
from tests.support.zalo_oa import OaClient, webhook

KEYS = {"id", "from", "date", "text", "buttons", "edited"}


async def first_words(zalo: ZaloBotClient, phones: Phones, person: int) -> str:
    """Let a person say something; the chat's id."""
    async with zalo.polling() as poll:
        await phones.do(person, "text", text="alo")
        return str((await poll).result["message"]["chat"]["id"])


async def test_zalo_people_stand_beside_the_others(phones: Phones) -> None:
    await phones.person("Trên Telegram")
    minh = await phones.person("Lê Văn Minh", channel="zalo", role="GVBM", phone="0987654321")
    await phones.person("Phụ huynh", channel="zalo_oa")
    people = await phones.get("people")
    assert [p["channel"] for p in people] == ["telegram", "zalo_bot", "zalo_oa"]
    assert people[1] == {
        "id": minh,
        "name": "Lê Văn Minh",
        "channel": "zalo_bot",
        "language": "vi",
        "pinned": False,
        "started": False,
        "blocked": False,
        "unread": 0,
        "role": "GVBM",
        "phone": "0987654321",
    }
    assert await phones.get(f"people/{minh}") == people[1]
    assert await phones.messages(minh) == []
    assert await phones.get(f"commands/{minh}") == []
    for channel in ("viber", 1, ["zalo"]):
        with pytest.raises(RefusedError) as refused:
            await phones.person("A", channel=channel)
        assert refused.value.status == 400


async def test_a_conversation_is_read_as_on_any_phone(phones: Phones, url: str) -> None:
    async with ZaloBotClient(url) as zalo:
        await zalo.call("getMe")
        minh = await phones.person("Minh", channel="zalo")
        opened = await phones.do(minh, "start")
        assert (opened["started"], "last" in opened) == (True, False)
        chat = await first_words(zalo, phones, minh)
        await zalo.call("sendMessage", chat_id=chat, text="Chào thầy\nhttps://a.vn")
        mine, bots = await phones.messages(minh)
        assert set(mine) == set(bots) == KEYS
        assert (mine["from"], bots["from"]) == ("me", "bot")
        assert (bots["text"], bots["buttons"], bots["edited"]) == (
            "Chào thầy\nhttps://a.vn",
            [],
            False,
        )
        assert await phones.messages(minh, after=mine["id"]) == [bots]
        shown = await phones.get(f"people/{minh}")
        assert (shown["unread"], shown["last"]["text"]) == (1, "Chào thầy https://a.vn")
        assert (await phones.do(minh, "read"))["unread"] == 0


async def test_the_payload_of_an_invitation_is_said_once(phones: Phones, url: str) -> None:
    person = await phones.person("Mẹ Lan", channel="zalo", start_payload="LK 7F3K2Q")
    assert (await phones.do(person, "start"))["text"] == "LK 7F3K2Q"
    assert (await phones.do(person, "start"))["id"] == person  # nothing more was said
    assert (await phones.do(person, "start", payload="mã khác"))["text"] == "mã khác"
    texts = [m["text"] for m in await phones.messages(person)]
    assert texts == ["LK 7F3K2Q", "mã khác"]


async def test_what_a_zalo_phone_cannot_do(phones: Phones, png: bytes) -> None:
    minh = await phones.person("Minh", channel="zalo", phone="0987654321")
    said = await phones.do(minh, "text", text="a")
    for gesture, wish, status in (
        ("edit", {"message_id": said["id"], "text": "b"}, 409),
        ("contact", {}, 409),
        ("text", {"text": "  "}, 409),
        ("text", {}, 400),
        ("tap", {"message_id": said["id"], "button": "Duyệt"}, 404),
        ("tap", {"message_id": 10**9, "button": "Duyệt"}, 404),
        ("tap", {"button": "Duyệt"}, 404),
    ):
        with pytest.raises(RefusedError) as refused:
            await phones.do(minh, gesture, **wish)
        assert refused.value.status == status, gesture
    with pytest.raises(RefusedError):
        await phones.send_file(minh, b"%PDF", "a.pdf", "photo")
    assert [m["text"] for m in await phones.messages(minh)] == ["a"]
    assert await phones.do(minh, "tap_raw", message_id=said["id"], data="H4") == {"answer": None}
    assert [m["text"] for m in await phones.messages(minh)] == ["a", "H4"]


async def test_a_long_text_goes_in_pieces(phones: Phones) -> None:
    minh = await phones.person("Minh", channel="zalo")
    await phones.do(minh, "text", text="ộ" * 4001)
    assert [len(m["text"]) for m in await phones.messages(minh)] == [2000, 2000, 1]


async def test_the_phone_of_the_stories_works_on_zalo(phones: Phones, url: str) -> None:
    """The helper that every story uses needs to know nothing of the messenger."""
    made = await phones.post("people", name="Minh", channel="zalo")
    async with aiohttp.ClientSession() as http, ZaloBotClient(url) as zalo:
        await zalo.call("getMe")
        phone = Phone(http, url, made)
        await phone.start()
        async with zalo.polling() as poll:
            await phone.say("điểm danh")
            chat = (await poll).result["message"]["chat"]["id"]
        await zalo.call("sendMessage", chat_id=chat, text="Mời thầy chọn lớp")
        assert (await phone.read("chọn lớp")).labels == []
        await phone.sticker()
        assert await phone.commands() == []


async def test_an_open_page_is_told(phones: Phones, url: str) -> None:
    async with ZaloBotClient(url) as zalo, zalo.http.get(f"{url}/control/events") as stream:
        told: list[dict[str, Any]] = []

        async def listen() -> None:
            async for line in stream.content:
                if line.startswith(b"data: "):
                    told.append(json.loads(line[6:]))

        ear = asyncio.ensure_future(listen())
        await zalo.call("getMe")
        minh = await phones.person("Minh", channel="zalo")
        chat = await first_words(zalo, phones, minh)
        await zalo.call("sendChatAction", chat_id=chat, action="typing")
        await zalo.call("sendMessage", chat_id=chat, text="Dạ")
        await phones.do(minh, "read")
        await phones.do(minh, "block")
        async with asyncio.timeout(20):
            while not told or told[-1].get("facts", {}).get("blocked") is not True:
                await asyncio.sleep(0.02)
        ear.cancel()
    of_minh = [event for event in told if event.get("person") == minh]
    kinds = [event["type"] for event in of_minh]
    assert kinds == ["person", "message", "typing", "message", "read", "person"]
    assert (of_minh[3]["message"]["text"], of_minh[3]["unread"]) == ("Dạ", 1)


async def test_what_was_said_before_the_first_bot_came_is_its(tmp_path: Path) -> None:
    """People may write before any bot runs; across a restart too, they keep their ids."""
    async with sandbox_server(tmp_path) as url, Phones(url) as phones:
        await phones.post("zalo", {"bot": {"updates": "queue"}})
        minh = await phones.person("Minh", channel="zalo")
        await phones.do(minh, "text", text="có bot chưa")
    async with sandbox_server(tmp_path) as url, Phones(url) as phones:
        async with ZaloBotClient(url) as zalo:
            update = (await zalo.call("getUpdates")).result
            assert update["message"]["text"] == "có bot chưa"
            chat = update["message"]["chat"]["id"]
            assert (await zalo.call("sendMessage", chat_id=chat, text="Có ạ")).body["ok"]
        assert [m["text"] for m in await phones.messages(minh)] == ["có bot chưa", "Có ạ"]


async def test_a_sudden_death_forgets_nothing_that_was_answered(tmp_path: Path) -> None:
    async with sandbox_process(tmp_path) as sandbox:
        async with Phones(sandbox.url) as phones, ZaloBotClient(sandbox.url) as zalo:
            await zalo.call("getMe")
            await phones.post("zalo", {"bot": {"updates": "replay", "photo_field": "photo"}})
            minh = await phones.person("Minh", channel="zalo")
            await phones.do(minh, "text", text="trước")
            update = (await zalo.call("getUpdates")).result
            chat = update["message"]["chat"]["id"]
            sent = (await zalo.call("sendMessage", chat_id=chat, text="đã gửi")).result
            before = await phones.messages(minh)
            options = await phones.get("zalo")
        sandbox.process.kill()
        sandbox.process.wait(10)
    async with (
        sandbox_process(tmp_path) as sandbox,
        Phones(sandbox.url) as phones,
        ZaloBotClient(sandbox.url) as zalo,
    ):
        assert await phones.messages(minh) == before
        assert (await phones.get("people"))[0]["unread"] == 1
        assert (await phones.get("zalo"))["bot"] == options["bot"]
        assert (await zalo.call("getUpdates")).result == update
        again = (await zalo.call("sendMessage", chat_id=chat, text="lại gửi")).result
        assert again["message_id"] != sent["message_id"]
        assert [m["text"] for m in await phones.messages(minh)][-1] == "lại gửi"


async def test_the_buttons_of_an_official_account_say_their_payload(
    phones: Phones, url: str
) -> None:
    principal = await phones.person("Trần Thị Hòa", channel="zalo_oa", phone="0912 345 678")
    async with webhook() as hook, aiohttp.ClientSession() as session:
        await phones.post("zalo/oa", webhook_url=hook.url)
        oa = OaClient(url, session, (await phones.post("zalo/oa/tokens"))["access_token"])
        assert (await phones.do(principal, "start"))["started"] is True
        await eventually(lambda: hook.named("follow"))
        user = hook.named("follow")[0].body["follower"]["id"]
        assert int(user) > 2**53
        buttons = [
            {"title": "Duyệt", "type": "oa.query.hide", "payload": "#appr:K7"},
            {"title": "Từ chối", "type": "oa.query.show", "payload": "#rej:K7"},
            {"title": "Xem", "type": "oa.open.url", "payload": {"url": "https://a.vn/k7"}},
        ]
        attachment = {"type": "template", "payload": {"buttons": buttons}}
        assert (await oa.say(user, "Duyệt thông báo K7?", attachment=attachment))["error"] == 0
        shown = (await phones.messages(principal))[-1]
        assert shown["buttons"] == [
            [{"text": "Duyệt", "data": "#appr:K7"}],
            [{"text": "Từ chối", "data": "#rej:K7"}],
            [{"text": "Xem", "url": "https://a.vn/k7"}],
        ]
        for button in ("Duyệt", "Xem", "#rej:K7"):
            tapped = await phones.do(principal, "tap", message_id=shown["id"], button=button)
            assert tapped == {"answer": None}
        await eventually(lambda: len(hook.named("user_send_text")) == 2)
        said = [post.body["message"]["text"] for post in hook.named("user_send_text")]
        assert said == ["#appr:K7", "#rej:K7"]
        texts = [m["text"] for m in await phones.messages(principal)]
        assert texts == ["Duyệt thông báo K7?", "#rej:K7"]  # the first tap was of the hidden kind


async def test_an_official_account_is_given_a_number_only_when_it_asks(
    phones: Phones, url: str
) -> None:
    parent = await phones.person("Mẹ Lan", channel="zalo_oa", phone="0912 345 678")
    async with webhook() as hook, aiohttp.ClientSession() as session:
        await phones.post("zalo/oa", webhook_url=hook.url)
        oa = OaClient(url, session, (await phones.post("zalo/oa/tokens"))["access_token"])
        await phones.do(parent, "start", payload="LK 7F3K2Q")
        with pytest.raises(RefusedError) as refused:
            await phones.do(parent, "contact")
        assert refused.value.status == 409
        await eventually(lambda: len(hook.posts) == 2)
        follow, text = [post.body for post in hook.posts]
        assert (follow["event_name"], text["message"]["text"]) == ("follow", "LK 7F3K2Q")
        form = {
            "title": "Xác nhận số",
            "subtitle": "Để nhận thông báo",
            "image_url": "https://a.vn/b.png",
        }
        payload = {"template_type": "request_user_info", "elements": [form]}
        attachment = {"type": "template", "payload": payload}
        sent = await oa.say(follow["follower"]["id"], "", attachment=attachment)
        assert sent["error"] == 0
        facts = await phones.get(f"people/{parent}")
        assert facts["keyboard"]["keyboard"] == [[{"text": "Xác nhận số", "request_contact": True}]]
        shared = await phones.do(parent, "contact")
        assert shared["contact"] == {"first_name": "Mẹ Lan", "phone_number": "84912345678"}
        await eventually(lambda: hook.named("user_submit_info"))
        info = hook.named("user_submit_info")[0].body["info"]
        assert (info["name"], info["phone"]) == ("Mẹ Lan", "84912345678")
        assert "keyboard" not in await phones.get(f"people/{parent}")
        await phones.do(parent, "block")
        await eventually(lambda: hook.named("unfollow"))
        await phones.do(parent, "unblock")
        await eventually(lambda: len(hook.named("follow")) == 2)
