"""A Zalo Bot played by hand: the story says what it sends, and waits for what it hears."""

import asyncio
from typing import Any

from tests.support.sandbox import Phones
from tests.support.zalo_bot import ZaloBotClient


class ZaloBotByHand:
    """Use as `async with ZaloBotByHand(url) as zalo`; no update is ever lost."""

    def __init__(self, url: str) -> None:
        """`url` is the sandbox's address."""
        self._url = url
        self._client = ZaloBotClient(url)

    async def __aenter__(self) -> "ZaloBotByHand":
        await self._client.__aenter__()
        await self._client.call("getMe")
        async with Phones(self._url) as phones:
            await phones.post("zalo", {"bot": {"updates": "queue"}})
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.__aexit__()

    async def say(self, chat: str, text: str) -> None:
        """Send a plain text."""
        assert (await self._client.call("sendMessage", chat_id=chat, text=text)).body["ok"]

    async def hears(self, event: str) -> dict[str, Any]:
        """The message of the next event of a kind (text, image, unsupported…); drops others."""
        async with asyncio.timeout(20):
            while True:
                said = (await self._client.call("getUpdates", timeout="1")).body
                if said["ok"] and said["result"]["event_name"] == f"message.{event}.received":
                    message: dict[str, Any] = said["result"]["message"]
                    return message
