"""What the bot says on Zalo, and what becomes of it on good days and bad."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageText,
    GetChat,
    LeaveChat,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendPhoto,
    SetMyCommands,
)
from aiogram.types import BotCommand, BufferedInputFile, InputMediaPhoto

from bot.channels.base import Result, Way
from bot.channels.zalo_bot_outcomes import PAUSES
from bot.open_unit import going_out
from storage.database import Database
from tests.support.sandbox import Phones
from tests.support.sandbox_bots import picture as png
from tests.support.zalo_bot_line import Line, line

PNG = png(600, 400)
LONG = "\n\n".join(f"Điều {n}. " + "Học sinh đi học đúng giờ, đủ sách vở. " * 12 for n in range(9))


@pytest.fixture
async def zalo(url: str, database: Database, tmp_path: Path, now: datetime) -> AsyncIterator[Line]:
    """A channel on the sandbox."""
    async with line(f"{url}/zalo", database, tmp_path, now) as made:
        await made.channel.start()
        yield made


@pytest.fixture
async def huong(phones: Phones) -> int:
    """Cô Hường, on Zalo."""
    return await phones.person("Trần Thị Hường", channel="zalo_bot")


@pytest.fixture
async def chat(zalo: Line, phones: Phones, huong: int) -> str:
    """Her chat, after she has written."""
    await phones.post("zalo", {"bot": {"updates": "queue"}})
    await phones.do(huong, "text", text="Chào nhà trường")
    async with zalo.receiving(), asyncio.timeout(20):
        while not zalo.kept:
            await asyncio.sleep(0.01)
    return (await zalo.read(zalo.kept[0])).chat


async def shown(phones: Phones, person: int) -> list[dict[str, Any]]:
    """What the bot has put on a phone."""
    return [m for m in await phones.messages(person) if m["from"] == "bot"]


async def texts(phones: Phones, person: int) -> list[str]:
    return [message["text"] for message in await shown(phones, person)]


async def test_who_the_bot_is(zalo: Line) -> None:
    me = await zalo.channel.bot.me()
    assert me.is_bot
    assert me.username
    assert me.username.startswith("bot.")


async def test_a_notice_is_plain_text(zalo: Line, phones: Phones, huong: int, chat: str) -> None:
    outcome = await zalo.say(chat, "<b>7A1</b>: 2 em vắng &amp; 1 em muộn, <i>* _không_ *</i>")
    assert outcome.result is Result.SENT
    assert outcome.parts == 1
    assert outcome.native_id
    (message,) = await shown(phones, huong)
    assert message["text"] == "7A1: 2 em vắng & 1 em muộn, * _không_ *"
    assert "html" not in message


async def test_what_is_said_to_be_plain_stays_as_it_is(
    zalo: Line, phones: Phones, huong: int, chat: str
) -> None:
    call = SendMessage(chat_id=int(chat), text="a <b> c &amp; d", parse_mode=None)
    assert (await zalo.channel.send(call)).result is Result.SENT
    assert await texts(phones, huong) == ["a <b> c &amp; d"]


async def test_a_long_text_comes_in_order_and_whole(
    zalo: Line, phones: Phones, huong: int, chat: str
) -> None:
    outcome = await zalo.say(chat, LONG)
    told = await texts(phones, huong)
    assert outcome.result is Result.SENT
    assert outcome.parts == len(told) > 1
    assert "".join("".join(told).split()) == "".join(LONG.split())


async def test_a_long_text_goes_on_where_it_was_stopped(
    zalo: Line, phones: Phones, huong: int, chat: str
) -> None:
    """The month's messages end in the middle of it; later there are some again."""
    await phones.post("zalo", {"bot": {"monthly_limit": 1}})
    outcome = await zalo.say(chat, LONG)
    assert (outcome.result, outcome.wait) == (Result.PAUSED, PAUSES[0])
    assert outcome.parts == len(await texts(phones, huong)) == 1
    await phones.post("zalo", {"bot": {"monthly_limit": None}})
    again = await zalo.say(chat, LONG, done=outcome.parts)
    assert again.result is Result.SENT
    told = await texts(phones, huong)
    assert again.parts == len(told)
    assert "".join("".join(told).split()) == "".join(LONG.split())


async def test_an_answer_that_never_comes_is_unknown(
    zalo: Line, phones: Phones, huong: int, chat: str
) -> None:
    """Zalo has the message: sent again, it would be there twice."""
    await phones.post("faults", {"p_timeout": 1})
    await zalo.channel.stop()
    zalo.make(patience=0.3)
    outcome = await zalo.say(chat, LONG)
    assert (outcome.result, outcome.parts) == (Result.UNKNOWN, 0)
    assert not zalo.channel.resends_unknown
    assert len(await texts(phones, huong)) == 1


@pytest.mark.parametrize(
    ("fault", "result"),
    [
        ({"p500": 1}, Result.UNKNOWN),
        ({"p_drop": 1}, Result.UNKNOWN),
        ({"p429": 1}, Result.PAUSED),
    ],
)
async def test_bad_days(
    zalo: Line, phones: Phones, huong: int, chat: str, fault: dict[str, int], result: Result
) -> None:
    await phones.post("faults", fault)
    assert (await zalo.say(chat, "Chào cô")).result is result
    assert await texts(phones, huong) == []


@pytest.mark.parametrize("honest", [False, True])
async def test_somebody_who_does_not_want_us(
    zalo: Line, phones: Phones, huong: int, chat: str, honest: bool
) -> None:
    """Zalo says so with its own HTTP status or with 200."""
    await phones.post("zalo", {"bot": {"http_errors": honest}})
    await phones.do(huong, "block")
    assert (await zalo.say(chat, "Chào cô")).result is Result.GONE
    stranger = await zalo.contact("chua-tung-nhan-tin")
    assert (await zalo.say(stranger, "Chào")).result is Result.GONE
    assert (await zalo.say("9999", "Chào")).result is Result.PERMANENT


async def test_nobody_is_there(database: Database, tmp_path: Path, now: datetime) -> None:
    async with line("http://127.0.0.1:1/zalo", database, tmp_path, now) as zalo:
        chat = await zalo.contact("a1")
        outcome = await zalo.say(chat, "Chào cô")
        assert outcome.result is Result.RETRY
    async with line("http://[bad/zalo", database, tmp_path, now) as zalo:
        assert (await zalo.say(chat, "Chào cô")).result is Result.RETRY


async def test_a_reset_token(zalo: Line, phones: Phones, chat: str) -> None:
    zalo.channel._client._token = "84210077:mot-mat-khau-khac"
    assert (await zalo.say(chat, "Chào cô")).result is Result.CONFIG


async def test_a_picture_goes_as_a_link_that_zalo_fetches(
    url: str, zalo: Line, phones: Phones, huong: int, chat: str
) -> None:
    await phones.send_file(huong, PNG, "so-do.png", "photo")
    address = url + (await phones.messages(huong))[-1]["media"]["url"]
    asked = []

    async def link(digest: str, name: str) -> str:
        asked.append((zalo.files.get(digest), name))
        return address

    await zalo.channel.stop()
    zalo.make(image_link=link)
    picture = BufferedInputFile(PNG, "so-do.png")
    call = SendPhoto(chat_id=int(chat), photo=picture, caption="<b>Sơ đồ</b> lớp 7A1")
    outcome = await zalo.channel.send(call)
    assert outcome.result is Result.SENT
    (message,) = await shown(phones, huong)
    assert message["text"] == "Sơ đồ lớp 7A1"
    assert message["media"]["kind"] == "photo"
    assert asked == [(PNG, "so-do.png")]
    long = await zalo.channel.send(SendPhoto(chat_id=int(chat), photo=picture, caption=LONG))
    assert long.parts == len(await shown(phones, huong)) - 1 > 1


async def test_a_picture_that_cannot_go_is_spoken_of(
    zalo: Line, phones: Phones, huong: int, chat: str
) -> None:
    picture = BufferedInputFile(PNG, "so-do.png")
    call = SendPhoto(chat_id=int(chat), photo=picture, caption="Sơ đồ lớp 7A1")
    await zalo.channel.send(call)
    await zalo.channel.send(call, Way(extra={"language": "en"}))
    file = BufferedInputFile(b"PK", "7A1.xlsx")
    await zalo.channel.send(SendDocument(chat_id=int(chat), document=file, caption="Bảng điểm"))
    vietnamese, english, document = await texts(phones, huong)
    assert "ảnh" in vietnamese
    assert "picture" in english
    assert "7A1.xlsx" in document
    assert all("7A1" in told for told in (vietnamese, english, document))


async def test_a_change_is_said_anew_and_the_rest_is_needless(
    zalo: Line, phones: Phones, huong: int, chat: str
) -> None:
    id = int(chat)
    media = InputMediaPhoto(media="x", caption="Ảnh mới", parse_mode="HTML")
    for call in (
        EditMessageText(chat_id=id, message_id=3, text="Đã <b>duyệt</b>"),
        EditMessageCaption(chat_id=id, message_id=3, caption="Chú thích mới"),
        EditMessageMedia(chat_id=id, message_id=3, media=media),
        DeleteMessage(chat_id=id, message_id=3),
        SetMyCommands(commands=[BotCommand(command="huy", description="Bỏ")]),
        LeaveChat(chat_id=id),
        AnswerCallbackQuery(callback_query_id="7"),
        SendChatAction(chat_id=id, action="typing"),
        SendChatAction(chat_id=id, action="upload_photo"),
    ):
        assert (await zalo.channel.send(call)).result is Result.SENT
    assert await texts(phones, huong) == ["Đã duyệt", "Chú thích mới", "Ảnh mới"]


async def test_a_group_is_answered_in_the_group(
    zalo: Line, phones: Phones, huong: int, chat: str
) -> None:
    """Its number is negative, as handlers know groups."""
    group = await phones.post("zalo/groups", title="Phụ huynh 7A1", members=[huong])
    said = f"zalo/groups/{group['id']}"
    await phones.post(f"{said}/text", person=huong, text="Bot ơi")
    async with zalo.receiving(), asyncio.timeout(20):
        while len(zalo.kept) < 2:
            await asyncio.sleep(0.01)
    where = (await zalo.read(zalo.kept[-1])).chat
    assert where.startswith("-")
    assert (await zalo.say(where, "Xin nhắn riêng")).result is Result.SENT
    assert "Xin nhắn riêng" in [m["text"] for m in await phones.get(f"{said}/messages")]
    assert await texts(phones, huong) == []


async def test_nothing_is_sent_for_nothing(zalo: Line, chat: str) -> None:
    assert (await zalo.say(chat, "<b></b> ")).result is Result.PERMANENT


async def test_a_method_that_is_not_translated_raises(zalo: Line, chat: str) -> None:
    with pytest.raises(RuntimeError, match="getChat"):
        await zalo.channel.send(GetChat(chat_id=int(chat)))
    with pytest.raises(RuntimeError, match="getChat"), going_out():
        await zalo.channel.bot.get_chat(int(chat))
