"""Bad days: each fault by itself, and the same day twice."""

import asyncio

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from tests.support.sandbox import Phones, RefusedError


async def test_each_refusal_has_its_own_face(bot: Bot, phones: Phones, lan: int) -> None:
    await phones.post("faults", p429=1)
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(lan, "a")
    await phones.post("faults", p429=0, p500=1)
    with pytest.raises(TelegramServerError, match="Internal Server Error: restart"):
        await bot.send_message(lan, "a")
    await phones.post("faults", p500=0, p_drop=1)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(lan, "a")
    assert [m["text"] for m in await phones.messages(lan)] == ["/start"]
    stats = await phones.get("stats")
    assert stats["methods"]["sendMessage"] == {"429": 1, "500": 1, "dropped": 1}


async def test_an_answer_that_never_comes_was_carried_out_all_the_same(
    bot: Bot, phones: Phones, lan: int
) -> None:
    await phones.post("faults", p_timeout=1)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(lan, "một lần", request_timeout=1)
    assert [m["text"] for m in await phones.messages(lan)] == ["/start", "một lần"]


async def test_updates_come_twice(bot: Bot, phones: Phones, lan: int) -> None:
    await phones.post("faults", p_duplicate=1)
    await phones.do(lan, "text", text="a")
    first = (await bot.get_updates())[0]
    again = (await bot.get_updates(offset=first.update_id + 1))[0]
    assert again == first
    assert await bot.get_updates(offset=first.update_id + 1) == []


async def test_calls_are_slowed_down(bot: Bot, phones: Phones) -> None:
    await phones.post("faults", latency_ms=200)
    began = asyncio.get_running_loop().time()
    await bot.get_me()
    assert asyncio.get_running_loop().time() - began >= 0.2


async def test_the_same_seed_makes_the_same_day(bot: Bot, phones: Phones, lan: int) -> None:
    async def day() -> list[bool]:
        await phones.post("faults", p500=0.5, seed=7)
        good = []
        for _ in range(20):
            try:
                await bot.send_chat_action(lan, "typing")
                good.append(True)
            except TelegramServerError:
                good.append(False)
        return good

    first = await day()
    assert first == await day()
    assert len(set(first)) == 2


async def test_settings_that_make_no_sense_change_nothing(phones: Phones) -> None:
    before = await phones.get("faults")
    for wish in ({"p429": 2}, {"p429": "1"}, {"pace": 1}, {"latency_ms": -1}, {"colour": 1}):
        with pytest.raises(RefusedError) as refused:
            await phones.post("faults", {"p500": 1, **wish})
        assert refused.value.status == 400
    assert await phones.get("faults") == before


async def test_a_request_that_is_no_request_does_no_harm(url: str) -> None:
    async with aiohttp.ClientSession() as session:
        for path in ("/", "/bot", "/bot1:a", "/file/bot1:a/photos/none.png", "/elsewhere"):
            async with session.get(f"{url}{path}") as response:
                assert response.status in (200, 404)
