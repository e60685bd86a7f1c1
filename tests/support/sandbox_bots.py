"""Bots of both libraries on a sandbox, and the smallest pictures that pass for some."""

import telegram
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

TOKEN = "4242:lop-7A1"


class QuickSession(AiohttpSession):
    """aiogram's session, without the quarter of a second it gives TLS to say goodbye."""

    async def close(self) -> None:
        """Close at once."""
        if self._session is not None:
            await self._session.close()


def aiogram_bot(url: str, token: str = TOKEN) -> Bot:
    """An aiogram bot that lives on the sandbox."""
    return Bot(token, session=QuickSession(api=TelegramAPIServer.from_base(url)))


def ptb_bot(url: str, token: str = TOKEN) -> telegram.Bot:
    """A python-telegram-bot bot that lives on the sandbox."""
    return telegram.Bot(token, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot")


def picture(width: int, height: int, filler: int = 0) -> bytes:
    """The beginning of a PNG of this size, followed by `filler` bytes."""
    head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
    return head + width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes(9 + filler)
