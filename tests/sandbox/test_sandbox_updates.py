"""Polling as the real server does it: confirmation, waiting, and two readers of one bot."""

import asyncio
import time

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError

from tests.support.sandbox import Phones


async def test_updates_stay_until_a_higher_offset_confirms_them(
    bot: Bot, phones: Phones, lan: int
) -> None:
    for i in range(5):
        await phones.do(lan, "text", text=str(i))
    first = await bot.get_updates(limit=2)
    assert [u.message.text for u in first if u.message] == ["0", "1"]
    assert [u.update_id for u in await bot.get_updates(limit=2)] == [u.update_id for u in first]
    rest = await bot.get_updates(offset=first[-1].update_id + 1)
    assert [u.message.text for u in rest if u.message] == ["2", "3", "4"]
    assert [u.message.text for u in await bot.get_updates(offset=-1) if u.message] == ["4"]
    assert len(await bot.get_updates()) == 1


async def test_a_long_poll_wakes_at_once_and_else_ends_in_time(
    bot: Bot, phones: Phones, lan: int
) -> None:
    began = time.monotonic()
    assert await bot.get_updates(timeout=1) == []
    assert 0.9 < time.monotonic() - began < 1.5
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.1)
    began = time.monotonic()
    await phones.do(lan, "text", text="dậy")
    assert len(await poll) == 1
    assert time.monotonic() - began < 0.5


async def test_the_older_of_two_pollers_is_told(bot: Bot, phones: Phones, lan: int) -> None:
    older = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.1)
    newer = asyncio.create_task(bot.get_updates(timeout=20))
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request"):
        await older
    await phones.do(lan, "text", text="một người đọc")
    assert len(await newer) == 1


async def test_a_webhook_ends_polling(bot: Bot, lan: int) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.1)
    await bot.set_webhook("http://127.0.0.1:9/")
    with pytest.raises(TelegramConflictError, match="terminated by setWebhook request"):
        await poll
    with pytest.raises(TelegramConflictError, match="can't use getUpdates method while webhook"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == []


async def test_only_the_kinds_that_were_asked_for_come(bot: Bot, phones: Phones, lan: int) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await phones.do(lan, "text", text="không ai nghe")
    assert await bot.get_updates(allowed_updates=[]) == []
    await phones.do(lan, "text", text="có")
    assert len(await bot.get_updates()) == 1


async def test_what_people_said_before_the_first_bot_called_is_not_lost(
    url: str, phones: Phones
) -> None:
    from tests.support.sandbox_bots import aiogram_bot

    early = await phones.person("Người đến sớm")
    await phones.do(early, "start", payload="ma")
    async with aiogram_bot(url, "77:abc") as bot:
        updates = await bot.get_updates()
        assert [u.message.text for u in updates if u.message] == ["/start ma"]
        await bot.send_message(early, "chào")
    assert [m["text"] for m in await phones.messages(early)] == ["/start ma", "chào"]
