"""All that the phones of a school have shown, also what was changed or taken away later."""

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.support.phone import Phone
from tests.support.zalo_phone import QUOTE, choices_in


@dataclass(slots=True)
class Transcript:
    """Per phone, in the order of the sandbox's people: messages as shown, and toasts."""

    shown: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    messages: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    async def forget(self, phone: Phone) -> None:
        """What a phone has shown so far belongs to no conversation."""
        await self.caught_up()
        self.shown[phone.id].clear()
        self.messages[phone.id] = 0

    async def caught_up(self) -> None:
        """Wait for what the sandbox has told but nobody has taken yet."""
        await asyncio.sleep(0.05)

    def take(self, event: dict[str, Any]) -> None:
        """One event of the sandbox."""
        kind = event["type"]
        if kind == "answer" and event.get("text"):
            self.shown[event["person"]].append(event["text"])
        if kind not in ("message", "edit") or "person" not in event:
            return
        message = event["message"]
        if message["from"] == "me":
            return
        self.messages[event["person"]] += kind == "message"
        text, choices = choices_in(QUOTE.sub("", message["text"]))
        buttons = [b["text"] for row in message.get("buttons") or [] for b in row]
        self.shown[event["person"]].append("\n".join([text, *buttons, *choices.ways]))


@asynccontextmanager
async def watched(http: aiohttp.ClientSession, url: str) -> AsyncIterator[Transcript]:
    """Whatever any phone shows until the block ends."""
    transcript = Transcript()
    endless = aiohttp.ClientTimeout(total=None)
    async with http.get(f"{url}/control/events", timeout=endless) as events:
        await events.content.readline()  # the sandbox has us among its listeners

        async def listen() -> None:
            while line := await events.content.readline():
                if line.startswith(b"data: "):
                    transcript.take(json.loads(line.removeprefix(b"data: ")))

        listening = asyncio.create_task(listen())
        try:
            yield transcript
        finally:
            listening.cancel()
