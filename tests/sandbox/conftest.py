"""A sandbox per test, a person or two, and both libraries' bots on it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import telegram
from aiogram import Bot

from tests.support.sandbox import Phones, sandbox_server
from tests.support.sandbox_bots import aiogram_bot, picture, ptb_bot


@pytest_asyncio.fixture
async def url(tmp_path: Path) -> AsyncIterator[str]:
    """The address of a fresh sandbox."""
    async with sandbox_server(tmp_path / "data") as address:
        yield address


@pytest_asyncio.fixture
async def phones(url: str) -> AsyncIterator[Phones]:
    """The control API."""
    async with Phones(url) as client:
        yield client


@pytest_asyncio.fixture
async def bot(url: str) -> AsyncIterator[Bot]:
    """An aiogram bot."""
    async with aiogram_bot(url) as living:
        yield living


@pytest_asyncio.fixture
async def ptb(url: str) -> AsyncIterator[telegram.Bot]:
    """A python-telegram-bot bot with the same token."""
    async with ptb_bot(url) as living:
        yield living


@pytest_asyncio.fixture
async def lan(phones: Phones, bot: Bot) -> int:
    """Cô Lan, who has pressed Start; the update of it is confirmed."""
    await bot.get_me()
    person = await phones.person("Nguyễn Thị Lan", phone="0912 345 678", role="GVCN")
    await phones.do(person, "start")
    update = (await bot.get_updates())[0]
    await bot.get_updates(offset=update.update_id + 1)
    return person


@pytest.fixture
def png() -> bytes:
    """A picture of 600 × 400, as small as it gets."""
    return picture(600, 400)
