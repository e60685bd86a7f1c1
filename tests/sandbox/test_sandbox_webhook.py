"""Updates brought to an address: the secret, the order, and bringing again what was not taken."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiogram import Bot, Dispatcher, types
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from tests.support.sandbox import Phones

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def listening(handler: Handler) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post("/hook", handler)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    finally:
        await runner.cleanup()


async def eventually(condition: Callable[[], Any], seconds: float = 20) -> None:
    for _ in range(int(seconds / 0.02)):
        if condition():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not happen")


async def test_updates_come_with_the_secret_and_in_order(
    bot: Bot, phones: Phones, lan: int
) -> None:
    came: list[tuple[str | None, str]] = []

    async def take(request: web.Request) -> web.Response:
        update = types.Update.model_validate(await request.json())
        assert update.message
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        await asyncio.sleep(0.02)
        came.append((secret, update.message.text or ""))
        return web.Response()

    async with listening(take) as address:
        await phones.do(lan, "text", text="0")
        await bot.set_webhook(address, secret_token="bí-mật".encode().hex())
        for i in range(1, 6):
            await phones.do(lan, "text", text=str(i))
        await eventually(lambda: len(came) == 6)
        info = await bot.get_webhook_info()
        assert (info.url, info.pending_update_count) == (address, 0)
    assert came == [("bí-mật".encode().hex(), str(i)) for i in range(6)]


async def test_what_is_refused_comes_again_and_holds_only_its_own_chat(
    bot: Bot, phones: Phones, lan: int
) -> None:
    came: list[str] = []
    refusals = 2

    async def take(request: web.Request) -> web.Response:
        nonlocal refusals
        text = (await request.json())["message"]["text"]
        if text == "khó" and refusals:
            refusals -= 1
            return web.Response(status=500)
        came.append(text)
        return web.Response()

    hung = await phones.person("Hùng")
    async with listening(take) as address:
        await bot.set_webhook(address)
        await phones.do(lan, "text", text="khó")
        await phones.do(lan, "text", text="sau khó")
        await phones.do(hung, "text", text="của Hùng")
        await eventually(lambda: len(came) == 3, 8)
        info = await bot.get_webhook_info()
        assert info.last_error_message == (
            "Wrong response from the webhook: 500 Internal Server Error"
        )
    assert came == ["của Hùng", "khó", "sau khó"]


async def test_pending_updates_can_be_dropped(bot: Bot, phones: Phones, lan: int) -> None:
    await phones.do(lan, "text", text="cũ")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == []


async def test_an_aiogram_webhook_bot_answers_even_in_the_body(
    bot: Bot, phones: Phones, lan: int
) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: types.Message) -> Any:
        return message.answer(f"Vâng: {message.text}")

    handler = SimpleRequestHandler(dispatcher, bot, handle_in_background=False)
    async with listening(handler.handle) as address:
        await bot.set_webhook(address)
        await phones.do(lan, "text", text="thưa cô 😀")
        assert (await phones.until(lan))[0]["text"] == "Vâng: thưa cô 😀"
