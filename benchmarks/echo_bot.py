"""The floor of the comparison: a stateless aiogram bot that answers every text, nothing kept."""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message


async def echo(message: Message) -> None:
    """Answer with what was said."""
    await message.answer(message.text or "")


async def main(base: str, token: str) -> None:
    """Poll until killed."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(base), limit=100)
    bot = Bot(token, session=session)
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    await dispatcher.start_polling(bot, handle_signals=False)


if __name__ == "__main__":
    try:
        import uvloop
    except ImportError:
        asyncio.run(main(*sys.argv[1:3]))
    else:
        uvloop.run(main(*sys.argv[1:3]))
