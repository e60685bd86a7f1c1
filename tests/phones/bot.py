"""A bot played by hand: the story calls the Bot API itself, so no bot library is between."""

import asyncio
import json
from typing import Any

import aiohttp

TOKEN = "700100:phones-page-by-hand-ABCDEFGHIJKLMNOPQR"


class BotByHand:
    """Use as `async with BotByHand(url) as bot`."""

    def __init__(self, url: str) -> None:
        """`url` is the sandbox's address."""
        self._base = f"{url}/bot{TOKEN}"
        self._offset = 0
        self._waiting: list[dict[str, Any]] = []

    async def __aenter__(self) -> "BotByHand":
        self._session = aiohttp.ClientSession()
        await self.call("getMe")
        await self.call("setMyName", name="Sổ Liên Lạc")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    async def call(self, method: str, **fields: Any) -> Any:
        """One method of the Bot API; its result."""
        async with self._session.post(f"{self._base}/{method}", json=fields) as response:
            body = await response.json()
        assert body["ok"], body
        return body["result"]

    async def say(self, person: int, text: str, *rows: list[Any], **more: Any) -> int:
        """Send a text with rows of buttons (`(text, data)` or whole buttons); the message id."""
        if rows:
            more["reply_markup"] = {"inline_keyboard": [[_button(b) for b in row] for row in rows]}
        message = await self.call("sendMessage", chat_id=person, text=text, **more)
        return int(message["message_id"])

    async def send_file(
        self, method: str, field: str, person: int, name: str, data: bytes, **more: str
    ) -> None:
        """Upload a photo or a document."""
        form = aiohttp.FormData({"chat_id": str(person), **more}, quote_fields=False)
        form.add_field(field, data, filename=name)
        async with self._session.post(f"{self._base}/{method}", data=form) as response:
            body = await response.json()
        assert body["ok"], body

    async def hears(self, kind: str, having: str = "") -> dict[str, Any]:
        """The next update of a kind, with a field `having`, waiting up to twenty seconds."""
        async with asyncio.timeout(20):
            while True:
                for update in self._waiting:
                    if kind in update and (not having or having in update[kind]):
                        self._waiting.remove(update)
                        found: dict[str, Any] = update[kind]
                        return found
                for update in await self.call("getUpdates", offset=self._offset, timeout=1):
                    self._offset = update["update_id"] + 1
                    self._waiting.append(update)

    async def hears_text(self, text: str) -> None:
        """Wait until somebody says exactly this."""
        while (await self.hears("message")).get("text") != text:
            continue


def _button(button: Any) -> dict[str, Any]:
    if isinstance(button, tuple):
        text, data = button
        return {"text": text, "callback_data": data}
    return dict(json.loads(json.dumps(button)))
