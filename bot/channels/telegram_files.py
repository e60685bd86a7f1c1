"""Bringing a file that somebody has sent on Telegram into the file store."""

import asyncio

import aiohttp
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest

from bot.open_unit import going_out
from services.errors import Invalid, Refusal
from storage.files import FileStore

LARGEST = 20 * 1024 * 1024  # bytes that Telegram hands to a bot
SECONDS = 60


async def fetch(bot: Bot, file_id: str, files: FileStore) -> str:
    """The digest of the file, kept; raises `Refusal` where it cannot be had (now).

    What went wrong is not passed on: its words may hold the address, and that the bot's token.
    """
    try:
        with going_out():
            async with asyncio.timeout(SECONDS):
                place = (await bot.get_file(file_id)).file_path or ""
                content = await bot.download_file(place, timeout=SECONDS)
    except TelegramBadRequest as error:
        if "too big" in str(error).lower():
            raise Invalid("web-refused-large", limit=LARGEST // 1024**2) from None
        raise Refusal("files-not-fetched") from None
    except (TimeoutError, AiogramError, aiohttp.ClientError):
        raise Refusal("files-not-fetched") from None
    if content is None:
        raise Refusal("files-not-fetched")
    return await asyncio.to_thread(files.put, content.read())
