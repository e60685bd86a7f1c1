"""The control API: people, what phones show, who may hold them, and what pages are told."""

import asyncio
import json
import time

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import BufferedInputFile, ForceReply, ReplyKeyboardMarkup, ReplyKeyboardRemove

from tests.support.sandbox import Phones, RefusedError


async def test_a_thousand_people_come_quickly_and_are_found_without_diacritics(
    phones: Phones,
) -> None:
    began = time.monotonic()
    wishes = [
        {"name": f"Nguyễn Văn Đức {i}", "role": "phụ huynh", "label": "7A1", "pinned": i < 3}
        for i in range(1000)
    ]
    people = await phones.post("people/batch", wishes)
    assert time.monotonic() - began < 2
    assert len({p["id"] for p in people}) == 1000
    assert len(await phones.get("people")) == 1000
    assert [p["name"] for p in await phones.get("people", q="DUC 999 7a1")] == [
        "Nguyễn Văn Đức 999"
    ]
    assert len(await phones.get("people", pinned=1)) == 3
    assert len(await phones.get("people", q="phu huynh", limit=5)) == 5


async def test_a_person_is_shown_with_what_is_known(bot: Bot, phones: Phones, lan: int) -> None:
    await bot.send_message(lan, "<b>Chào</b>\ncô", parse_mode="HTML")
    shown = (await phones.get("people"))[0]
    assert shown.pop("last")["text"] == "Chào cô"
    assert shown == {
        "id": lan,
        "name": "Nguyễn Thị Lan",
        "channel": "telegram",
        "language": "vi",
        "pinned": False,
        "started": True,
        "blocked": False,
        "unread": 1,
        "role": "GVCN",
        "phone": "0912 345 678",
    }
    assert (await phones.do(lan, "read"))["unread"] == 0
    for wish in ({}, {"name": " "}, {"name": "a", "channel": "icq"}, {"name": "a", "phone": 1}):
        with pytest.raises(RefusedError):
            await phones.post("people", wish)


async def test_a_phone_shows_media_that_can_be_fetched(
    bot: Bot, phones: Phones, url: str, lan: int, png: bytes
) -> None:
    await bot.send_photo(lan, BufferedInputFile(png, "Sơ đồ.png"), caption="lớp <7A1>")
    await phones.send_file(lan, b"<script>", "a.html", caption="tệp")
    photo, page = (await phones.messages(lan))[1:]
    assert photo["text"] == "lớp <7A1>"
    assert (photo["media"]["kind"], photo["media"]["name"]) == ("photo", "Sơ đồ.png")
    async with aiohttp.ClientSession() as session:
        async with session.get(url + photo["media"]["url"]) as response:
            assert response.content_type == "image/png"
            assert await response.read() == png
        async with session.get(url + page["media"]["url"]) as response:
            assert response.content_type == "application/octet-stream"
            assert response.headers["Content-Disposition"].startswith("attachment")
    with pytest.raises(RefusedError, match="not a picture"):
        await phones.send_file(lan, b"hello", "a.png", "photo")


async def test_keyboards_in_place_of_the_keys(bot: Bot, phones: Phones, lan: int) -> None:
    async def keyboard() -> dict | None:
        return (await phones.get(f"people/{lan}")).get("keyboard")

    once = ReplyKeyboardMarkup(keyboard=[[{"text": "Có"}]], one_time_keyboard=True)
    await bot.send_message(lan, "a", reply_markup=once)
    assert (await keyboard() or {})["keyboard"] == [[{"text": "Có"}]]
    with pytest.raises(RefusedError, match="no button"):
        await phones.do(lan, "tap", button="Không")
    await phones.do(lan, "tap", button="Có")
    assert await keyboard() is None
    await bot.send_message(lan, "b", reply_markup=ForceReply(input_field_placeholder="Lí do"))
    assert (await keyboard() or {})["input_field_placeholder"] == "Lí do"
    await bot.send_message(lan, "c", reply_markup=ReplyKeyboardRemove())
    assert await keyboard() is None


async def test_gestures_that_no_phone_allows(bot: Bot, phones: Phones, lan: int) -> None:
    sent = await bot.send_message(lan, "a")
    for gesture, fields, status in (
        ("text", {"text": "  "}, 409),
        ("text", {}, 400),
        ("edit", {"message_id": sent.message_id, "text": "b"}, 409),
        ("edit", {"message_id": 999, "text": "b"}, 404),
        ("tap", {"message_id": sent.message_id, "button": "x"}, 404),
        ("tap", {"message_id": "x", "button": "x"}, 400),
        ("tap_raw", {"message_id": sent.message_id, "data": "x" * 65}, 409),
    ):
        with pytest.raises(RefusedError) as refused:
            await phones.do(lan, gesture, **fields)
        assert refused.value.status == status, gesture
    await phones.do(lan, "block")
    with pytest.raises(RefusedError, match="blocked"):
        await phones.do(lan, "text", text="a")
    assert (await phones.do(lan, "start"))["text"] == "/start"
    with pytest.raises(RefusedError) as refused:
        await phones.do(12, "text", text="a")
    assert refused.value.status == 404


async def test_a_text_too_long_goes_in_pieces_as_clients_do(
    bot: Bot, phones: Phones, lan: int
) -> None:
    await phones.do(lan, "text", text="ế" * 5000)
    texts = [u.message.text for u in await bot.get_updates() if u.message]
    assert [len(t or "") for t in texts] == [4096, 904]


async def test_a_tap_that_nobody_answers_ends_by_itself(bot: Bot, phones: Phones, lan: int) -> None:
    markup = {"inline_keyboard": [[{"text": "Có", "callback_data": "c"}]]}
    sent = await bot.send_message(lan, "a", reply_markup=markup)
    began = time.monotonic()
    answer = await phones.do(lan, "tap", message_id=sent.message_id, button="Có", wait=0.3)
    assert answer == {"answer": None}
    assert time.monotonic() - began < 1


async def test_pages_are_told_what_happens(bot: Bot, phones: Phones, url: str, lan: int) -> None:
    events: list[dict] = []

    async def listen() -> None:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"{url}/control/events") as stream,
        ):
            assert stream.content_type == "text/event-stream"
            async for line in stream.content:
                if line.startswith(b"data: "):
                    events.append(json.loads(line[6:]))

    listener = asyncio.create_task(listen())
    await asyncio.sleep(0.1)
    sent = await bot.send_message(lan, "a")
    await bot.send_chat_action(lan, "typing")
    await bot.edit_message_text("b", chat_id=lan, message_id=sent.message_id)
    await phones.do(lan, "read")
    await bot.delete_message(lan, sent.message_id)
    await phones.do(lan, "block")
    await phones.person("Minh")
    await asyncio.sleep(0.1)
    listener.cancel()
    kinds = [event["type"] for event in events]
    assert kinds == ["message", "typing", "edit", "read", "delete", "person", "people"]
    assert events[0]["message"]["text"] == "a"
    assert events[2]["message"] == {**events[0]["message"], "text": "b", "edited": True}
    assert all(event["person"] == lan for event in events[:-1])


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_pages_from_elsewhere_cannot_hold_the_phones(url: str, headers: dict) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{url}/control/people", headers=headers) as response,
    ):
        assert response.status == 403


async def test_one_person_may_talk_to_two_bots(url: str, bot: Bot, phones: Phones) -> None:
    from tests.support.sandbox_bots import aiogram_bot

    lan = await phones.person("Lan")
    async with aiogram_bot(url, "99:khac") as other:
        for living in (bot, other):
            me = await living.get_me()
            await phones.do(lan, "start", bot=me.username)
            await living.send_message(lan, f"tôi là {me.id}")
    for number in (4242, 99):
        shown = await phones.get(f"people/{lan}/messages", bot=number)
        assert shown[-1]["text"] == f"tôi là {number}"
    with pytest.raises(RefusedError) as refused:
        await phones.do(lan, "start", bot="nobody")
    assert refused.value.status == 404
