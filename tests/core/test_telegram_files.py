"""Fetching a file that somebody sent: what goes wrong is said in words that hold no token."""

import traceback
from pathlib import Path

import pytest

from bot.channels.telegram import Telegram
from services.errors import Refusal
from storage.files import FileStore
from tests.support.ports import free_port
from tests.support.sandbox import sandbox_server
from tests.support.stage import TOKEN


async def refused(channel: Telegram, file_id: str) -> str:
    """The key of the refusal; nothing of it may show the token."""
    with pytest.raises(Refusal) as told:
        await channel.fetch(file_id)
    await channel.stop()
    assert TOKEN.partition(":")[2] not in "".join(traceback.format_exception(told.value))
    return told.value.key


async def test_a_messenger_that_is_not_there(tmp_path: Path) -> None:
    channel = Telegram(TOKEN, f"http://127.0.0.1:{free_port()}", FileStore(tmp_path / "files"))
    assert await refused(channel, "BQACAgUAAxkBAA") == "files-not-fetched"


async def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    async with sandbox_server(tmp_path) as url:
        channel = Telegram(TOKEN, url, FileStore(tmp_path / "files"))
        assert await refused(channel, "no-such-file") == "files-not-fetched"
