"""How fast a bot may speak, and what it is told when it speaks faster."""

import asyncio
import time

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter

from sandbox.pace import Pace
from tests.support.sandbox import Phones


class Watch:
    """A watch that stands until it is moved, so that a slow machine is no slow bot."""

    now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """What the pace reads."""
    watch = Watch()
    monkeypatch.setattr("sandbox.pace.time", watch)
    return watch


async def test_five_at_once_in_a_chat_then_one_a_second(bot: Bot, lan: int, watch: Watch) -> None:
    sent = [await bot.send_message(lan, str(i)) for i in range(4)]
    await bot.edit_message_text("sửa", chat_id=lan, message_id=sent[0].message_id)
    with pytest.raises(TelegramRetryAfter) as refused:
        await bot.send_message(lan, "6")
    assert refused.value.retry_after == 1
    with pytest.raises(TelegramRetryAfter):
        await bot.edit_message_text("lại", chat_id=lan, message_id=sent[1].message_id)
    await bot.send_chat_action(lan, "typing")
    watch.now += 1.02
    await bot.send_message(lan, "6")


async def test_thirty_a_second_in_all(bot: Bot, phones: Phones) -> None:
    await bot.get_me()
    people = await phones.post("people/batch", [{"name": f"Người {i}"} for i in range(40)])
    for person in people:
        await phones.do(person["id"], "start")
    calls = [bot.send_message(person["id"], "a") for person in people]
    results = await asyncio.gather(*calls, return_exceptions=True)
    refused = [r for r in results if isinstance(r, TelegramRetryAfter)]
    assert len(refused) == 10
    stats = await phones.get("stats")
    assert stats["methods"]["sendMessage"] == {"200": 30, "429": 10}
    assert stats["429"] == 10
    assert stats["messages"] == 30


async def test_the_envelope_and_the_header_say_how_long(url: str, lan: int, bot: Bot) -> None:
    for _ in range(5):
        await bot.send_message(lan, "a")
    address, fields = f"{url}/bot4242:lop-7A1/sendMessage", {"chat_id": lan, "text": "a"}
    async with aiohttp.ClientSession() as session, session.post(address, json=fields) as response:
        assert response.status == 429
        assert response.headers["Retry-After"] == "1"
        assert await response.json() == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 1",
            "parameters": {"retry_after": 1},
        }


async def test_the_pace_can_be_lifted(bot: Bot, phones: Phones, lan: int) -> None:
    await phones.post("faults", pace=False)
    for i in range(40):
        await bot.send_message(lan, str(i))


def test_no_window_of_a_second_ever_holds_more_than_thirty() -> None:
    pace, sent, now = Pace(), [], 0.0
    for i in range(3000):
        now += 0.007
        if pace.take(i, now=now) == 0:
            sent.append(now)
    for at in sent:
        assert sum(at <= other < at + 1 for other in sent) <= 30
    assert len(sent) >= 30 * int(now)


def test_waiting_as_told_is_enough_and_rested_chats_are_forgotten() -> None:
    pace, now = Pace(), time.monotonic()
    for _ in range(5):
        assert pace.take(1, now=now) == 0
    wait = pace.take(1, now=now)
    assert pace.take(1, now=now + wait) == 0
    for chat in range(10_000):
        pace.take(chat, now=now + chat)
    assert len(pace._buckets) < 5000
