"""The Zalo Bot API as a stranger's client meets it: envelopes, refusals, what reaches phones."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web

from tests.support.sandbox import Phones, RefusedError, sandbox_server
from tests.support.zalo_bot import TOKEN, ZaloBotClient

EDITS_AND_KEYBOARDS = (
    "editMessageText",
    "deleteMessage",
    "answerCallbackQuery",
    "sendDocument",
    "getFile",
    "sendmessage",
)


@pytest_asyncio.fixture
async def zalo(url: str) -> AsyncIterator[ZaloBotClient]:
    """A Zalo Bot that has called once."""
    async with ZaloBotClient(url) as client:
        await client.call("getMe")
        yield client


@pytest_asyncio.fixture
async def minh(phones: Phones, zalo: ZaloBotClient) -> int:
    """Thầy Minh, who has opened the chat and not written yet."""
    person = await phones.person("Lê Văn Minh", phone="0987 654 321", channel="zalo")
    await phones.do(person, "start")
    return person


async def chat_id_of(zalo: ZaloBotClient, phones: Phones, person: int, text: str = "alo") -> str:
    """The id by which the bot knows a person, learnt from what the person says."""
    async with zalo.polling() as poll:
        await phones.do(person, "text", text=text)
        update = (await poll).result
    return str(update["message"]["chat"]["id"])


@asynccontextmanager
async def picture_server(picture: bytes) -> AsyncIterator[tuple[str, list[str]]]:
    """A web server with one picture whose link works once, and what was asked of it."""
    asked: list[str] = []

    async def give(request: web.Request) -> web.Response:
        asked.append(request.query_string)
        if len(asked) > 1:
            return web.Response(status=410)
        return web.Response(body=picture, content_type="image/png")

    app = web.Application()
    app.router.add_get("/anh.png", give)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/anh.png", asked
    finally:
        await runner.cleanup()


async def test_the_bot_learns_who_it_is_by_every_way_of_calling(zalo: ZaloBotClient) -> None:
    said = await zalo.call("getMe")
    assert said.status == 200
    assert said.result["id"] == TOKEN.partition(":")[0]
    assert said.result["account_type"] == "BASIC"
    async with zalo.http.get(zalo.address("getMe")) as response:
        assert await response.json() == said.body
    async with zalo.http.post(zalo.address("getMe"), data={"a": "b"}) as response:
        assert await response.json() == said.body


async def test_a_text_reaches_the_phone_by_json_form_and_query(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    chat = await chat_id_of(zalo, phones, minh)
    sent = (await zalo.call("sendMessage", chat_id=chat, text="Chào thầy 😀")).result
    assert set(sent) == {"message_id", "date"}
    assert sent["date"] > 10**12  # milliseconds
    form = {"chat_id": chat, "text": "từ biểu mẫu"}
    async with zalo.http.post(zalo.address("sendMessage"), data=form) as response:
        assert (await response.json())["ok"] is True
    async with zalo.http.get(zalo.address("sendMessage"), params=form | {"text": "?"}) as response:
        assert (await response.json())["ok"] is True
    texts = [m["text"] for m in await phones.messages(minh)]
    assert texts == ["alo", "Chào thầy 😀", "từ biểu mẫu", "?"]


async def test_a_multipart_body_is_not_read(
    zalo: ZaloBotClient, phones: Phones, minh: int, png: bytes
) -> None:
    form = aiohttp.FormData({"chat_id": await chat_id_of(zalo, phones, minh)})
    form.add_field("photo", png, filename="a.png")
    async with zalo.http.post(zalo.address("sendPhoto"), data=form) as response:
        assert response.status == 200
        body = await response.json()
    assert body == {
        "ok": False,
        "description": "The chat_id must not be empty",
        "error_code": 400,
    }


async def test_refusals_come_with_200_unless_they_are_told_otherwise(
    zalo: ZaloBotClient, phones: Phones
) -> None:
    refused = await zalo.call("sendMessage", text="a")
    assert (refused.status, refused.refused[0]) == (200, 400)
    async with ZaloBotClient(zalo.url, TOKEN + "x") as reset:
        assert (await reset.call("getMe")).refused[0] == 401
    async with ZaloBotClient(zalo.url, "khong-phai-token") as nonsense:
        assert (await nonsense.call("getMe")).refused[0] == 401
        await phones.post("zalo", {"bot": {"http_errors": True}})
        assert (await nonsense.call("getMe")).status == 401
    assert (await zalo.call("sendMessage", text="a")).status == 400


@pytest.mark.parametrize("method", EDITS_AND_KEYBOARDS)
async def test_there_are_no_edits_no_deletions_no_documents(
    zalo: ZaloBotClient, method: str
) -> None:
    assert (await zalo.call(method, chat_id="a", text="b")).refused[0] == 400


async def test_texts_have_1_to_2000_utf_16_units(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    chat = await chat_id_of(zalo, phones, minh)
    assert (await zalo.call("sendMessage", chat_id=chat, text="ộ" * 2000)).body["ok"]
    assert (await zalo.call("sendMessage", chat_id=chat, text="😀" * 1000)).body["ok"]
    for text in ("", "  ", "a" * 2001, "😀" * 1000 + "a", None, 5):
        assert (await zalo.call("sendMessage", chat_id=chat, text=text)).refused[0] == 400
    assert len(await phones.messages(minh)) == 3


async def test_nobody_is_written_to_who_has_not_written(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    """The chat is open on the phone, but the bot has had nothing from it, and no other bot's id."""
    for chat in ("6ede9afa66b88fe6d6a9", str(minh), "0"):
        assert (await zalo.call("sendMessage", chat_id=chat, text="a")).refused[0] == 400
    chat = await chat_id_of(zalo, phones, minh)
    async with ZaloBotClient(zalo.url, "84210002:bot-khac") as other:
        assert (await other.call("sendMessage", chat_id=chat, text="a")).refused[0] == 400
        assert await chat_id_of(other, phones, minh) != chat


async def test_a_bot_that_was_blocked_is_refused_until_it_is_let_in_again(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    chat = await chat_id_of(zalo, phones, minh)
    assert (await phones.do(minh, "block"))["blocked"] is True
    assert (await zalo.call("sendMessage", chat_id=chat, text="a")).refused[0] == 400
    with pytest.raises(RefusedError) as refused:
        await phones.do(minh, "text", text="a")
    assert refused.value.status == 409
    await phones.do(minh, "unblock")
    assert (await zalo.call("sendMessage", chat_id=chat, text="b")).body["ok"]


async def test_markup_is_shown_safely_and_refused_where_it_is_wrong(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    chat = await chat_id_of(zalo, phones, minh)

    async def shown(**params: Any) -> tuple[str, str | None]:
        await zalo.call("sendMessage", chat_id=chat, **params)
        last = (await phones.messages(minh))[-1]
        return last["text"], last.get("html")

    text = "# Điểm\n**Lan** *giỏi* ~~8~~ `9` [a](http://b.vn) ```c``` 2\\*3 <i>"
    assert await shown(text=text) == (text, None)
    assert await shown(text=text, parse_mode="markdown") == (
        "Điểm\nLan giỏi 8 9 [a](http://b.vn) ```c``` 2*3 <i>",
        "<b>Điểm</b>\n<b>Lan</b> <i>giỏi</i> <s>8</s> <code>9</code> [a](http://b.vn) "
        "```c``` 2*3 &lt;i&gt;",
    )
    assert await shown(text="<b>a &lt; <u>b</u></b><script>", parse_mode="html") == (
        "a < b<script>",
        "<b>a &lt; </b><b><u>b</u></b>&lt;script&gt;",
    )
    runs = [{"start": 3, "len": 3, "st": ["b", "c_db342e"]}]
    assert await shown(text="😀 Lan", text_styles=runs) == ("😀 Lan", "😀 <b>Lan</b>")
    for wrong in (
        {"parse_mode": "MarkdownV2"},
        {"text_styles": [{"start": 4, "len": 3, "st": ["b"]}]},
        {"text_styles": [{"start": 0, "len": 1, "st": ["đậm"]}]},
        {"text_styles": "không phải mảng"},
    ):
        said = await zalo.call("sendMessage", chat_id=chat, text="😀 Lan", **wrong)
        assert said.refused[0] == 400


async def test_a_picture_is_fetched_at_once_and_kept(
    zalo: ZaloBotClient, phones: Phones, minh: int, png: bytes
) -> None:
    chat = await chat_id_of(zalo, phones, minh)
    async with picture_server(png) as (address, asked):
        link = f"{address}?sig=a-b_c&exp=1"
        sent = await zalo.call("sendPhoto", chat_id=chat, photo=link, caption="Bảng điểm")
        assert sent.result["message_type"] == "CHAT_PHOTO"
        assert asked == ["sig=a-b_c&exp=1"]
        again = await zalo.call("sendPhoto", chat_id=chat, photo=link)
        assert again.refused[0] == 400  # the link was good for one look
    shown = (await phones.messages(minh))[-1]
    assert (shown["text"], shown["media"]["kind"]) == ("Bảng điểm", "photo")
    assert (shown["media"]["width"], shown["media"]["name"]) == (600, "anh.png")
    async with zalo.http.get(zalo.url + shown["media"]["url"]) as response:
        assert await response.read() == png


@pytest.mark.parametrize("photo", ["data:image/png;base64,AAAA", "ftp://a.vn/b.png", "anh.png"])
async def test_a_picture_needs_an_address_on_the_web(
    zalo: ZaloBotClient, phones: Phones, minh: int, photo: str
) -> None:
    chat = await chat_id_of(zalo, phones, minh)
    said = await zalo.call("sendPhoto", chat_id=chat, photo=photo)
    assert said.refused == (400, "The photo must start with http:// or https://")


async def test_a_picture_that_cannot_be_had_is_refused(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    chat = await chat_id_of(zalo, phones, minh)
    for photo in ("http://127.0.0.1:1/a.png", zalo.url + "/control/people", zalo.url + "/khong-co"):
        said = await zalo.call("sendPhoto", chat_id=chat, photo=photo)
        assert said.refused[0] == 400
    assert len(await phones.messages(minh)) == 1


async def test_stickers_voices_and_typing(
    zalo: ZaloBotClient, phones: Phones, minh: int, png: bytes
) -> None:
    chat = await chat_id_of(zalo, phones, minh)
    assert (await zalo.call("sendSticker", chat_id=chat, sticker="bfe458")).body["ok"]
    async with picture_server(png) as (address, _):
        assert (await zalo.call("sendVoice", chat_id=chat, voice_url=address)).body["ok"]
    assert (await zalo.call("sendChatAction", chat_id=chat, action="typing")).body == {"ok": True}
    for action in ("upload_photo", "dance", None):
        said = await zalo.call("sendChatAction", chat_id=chat, action=action)
        assert said.refused[0] == 400
    sticker, voice = (await phones.messages(minh))[1:]
    assert sticker["sticker"] is True
    assert voice["media"]["kind"] == "document"


async def test_the_months_messages_run_out_and_come_back(
    phones: Phones, zalo: ZaloBotClient, minh: int
) -> None:
    await phones.post("zalo", {"bot": {"monthly_limit": 2}})
    chat = await chat_id_of(zalo, phones, minh)
    for text in ("một", "hai"):
        assert (await zalo.call("sendMessage", chat_id=chat, text=text)).body["ok"]
    said = await zalo.call("sendMessage", chat_id=chat, text="ba")
    assert (said.status, said.refused) == (200, (429, "Quota exceeded"))
    await phones.post("zalo", {"bot": {"monthly_limit": None}})
    assert (await zalo.call("sendMessage", chat_id=chat, text="ba")).body["ok"]


async def test_a_new_month_is_a_new_quota(tmp_path: Path) -> None:
    """A restart keeps the counter; the first of the next month empties it."""
    data = tmp_path / "data"
    async with (
        sandbox_server(data, clock_start="2026-10-31T23:00:00") as url,
        Phones(url) as phones,
        ZaloBotClient(url) as zalo,
    ):
        person = await phones.person("Minh", channel="zalo")
        await zalo.call("getMe")
        chat = await chat_id_of(zalo, phones, person)
        await phones.post("zalo", {"bot": {"monthly_limit": 1}})
        assert (await zalo.call("sendMessage", chat_id=chat, text="một")).body["ok"]
    async with sandbox_server(data) as url, ZaloBotClient(url) as zalo:
        assert (await zalo.call("sendMessage", chat_id=chat, text="hai")).refused[0] == 429
    (data / "clock.json").unlink()
    async with (
        sandbox_server(data, clock_start="2026-11-01T07:00:00") as url,
        ZaloBotClient(url) as zalo,
    ):
        assert (await zalo.call("sendMessage", chat_id=chat, text="hai")).body["ok"]


async def test_bad_days_have_zalos_own_faces(
    zalo: ZaloBotClient, phones: Phones, minh: int
) -> None:
    chat = await chat_id_of(zalo, phones, minh)
    await phones.post("faults", p429=1)
    said = await zalo.call("sendMessage", chat_id=chat, text="a")
    assert said.refused == (429, "Quota exceeded")
    await phones.post("faults", p429=0, p500=1)
    params = {"chat_id": chat, "text": "a"}
    async with zalo.http.post(zalo.address("sendMessage"), json=params) as response:
        assert (response.status, response.content_type) == (502, "text/html")
    await phones.post("faults", p500=0, p_drop=1)
    with pytest.raises(aiohttp.ClientError):
        await zalo.call("sendMessage", **params)
    await phones.post("faults", p_drop=0, p_timeout=1)
    assert [m["text"] for m in await phones.messages(minh)] == ["alo"]
    with pytest.raises(TimeoutError):
        await zalo.call("sendMessage", seconds=0.3, **params)
    await phones.post("faults", p_timeout=0, latency_ms=600)
    with pytest.raises(TimeoutError):
        await zalo.call("sendMessage", seconds=0.3, **params)
    await phones.post("faults", latency_ms=0)
    # Whoever did not wait for the answer was heard all the same.
    assert [m["text"] for m in await phones.until(minh, count=2)] == ["a", "a"]
    counts = (await phones.get("stats"))["methods"]["zalo_bot.sendMessage"]
    assert {"429": 1, "502": 1, "dropped": 1, "timeout": 1}.items() <= counts.items()


@pytest.mark.parametrize(
    "wish",
    [
        {"bot": {"updates": "never"}},
        {"bot": {"monthly_limit": "3000"}},
        {"bot": {"http_errors": 1}},
        {"bot": {"colour": "blue"}},
        {"bot": 1},
        {"phone": {}},
        {"bot": {"http_errors": True}, "phone": {}},
    ],
)
async def test_switches_that_make_no_sense_change_nothing(phones: Phones, wish: Any) -> None:
    before = await phones.get("zalo")
    with pytest.raises(RefusedError) as refused:
        await phones.post("zalo", wish)
    assert refused.value.status == 400
    assert await phones.get("zalo") == before


async def test_nonsense_is_refused_and_does_no_harm(zalo: ZaloBotClient) -> None:
    for raw in (b"{", b"[]", b"1", b"\xff", b'"\\ud800"', b'{"chat_id":[]}'):
        headers = {"Content-Type": "application/json"}
        address = zalo.address("sendMessage")
        async with zalo.http.post(address, data=raw, headers=headers) as response:
            assert (await response.json())["error_code"] == 400
    headers = {"Content-Type": "application/x-www-form-urlencoded; charset=klingon"}
    async with zalo.http.post(address, data=b"chat_id=1", headers=headers) as response:
        assert (await response.json())["error_code"] == 400
