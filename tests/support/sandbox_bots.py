"""Bots of both libraries on a sandbox, and the smallest pictures that pass for some."""

from typing import Any

import telegram
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from pydantic import BaseModel

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


def no_surprises(value: Any, path: str = "") -> None:
    """Every field of an answer is one that the Bot API's types have."""
    if isinstance(value, BaseModel):
        assert not value.model_extra, f"{path}: {value.model_extra}"
        for name in value.model_fields_set:
            no_surprises(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, list):
        for item in value:
            no_surprises(item, path)
