"""One phone for every messenger's stories: say, choose, read. It knows only the control API."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

import aiohttp

PATIENCE = 20.0  # seconds a story waits for what must come, on a machine that has much to do
ANSWER: dict[str, Any] = {"wait": PATIENCE}  # as long for what a tap is answered


@dataclass(frozen=True)
class Shown:
    """A message as the phone shows it; `buttons` are labels in rows, `data` what each carries."""

    id: int
    mine: bool
    text: str
    buttons: list[list[str]]
    edited: bool
    media: dict[str, Any] | None = None
    data: dict[str, str] = field(default_factory=dict)

    @property
    def labels(self) -> list[str]:
        """All button labels in reading order."""
        return [label for row in self.buttons for label in row]


class Phone:
    """The phone of one person in the sandbox; `changes`: a message can change where it stands."""

    changes = True

    def __init__(self, http: aiohttp.ClientSession, base: str, person: dict[str, Any]) -> None:
        self._http = http
        self._url = f"{base}/control/people/{person['id']}"
        self.id: int = person["id"]
        self.name: str = person["name"]
        self.channel: str = person.get("channel", "telegram")
        self._seen: dict[int, tuple[str, tuple[str, ...]]] = {}

    async def _post(self, path: str, **body: Any) -> Any:
        async with self._http.post(f"{self._url}/{path}", json=body) as response:
            answer = await response.json()
            assert response.status < 400, answer
            return answer

    async def start(self, payload: str | None = None) -> None:
        """Press START, with the payload of a link if there is one."""
        await self._post("start", **({"payload": payload} if payload else {}))

    async def say(self, text: str) -> None:
        """Send a text."""
        await self._post("text", text=text)

    async def share_contact(self, **contact: Any) -> None:
        """Share the own contact, or a given one."""
        await self._post("contact", **contact)

    async def sticker(self) -> None:
        """Send a sticker."""
        await self._post("sticker")

    async def send_file(self, data: bytes, name: str, caption: str = "") -> None:
        """Send a file as a document."""
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("file", data, filename=name)
        form.add_field("as", "document")
        form.add_field("caption", caption)
        async with self._http.post(f"{self._url}/file", data=form) as response:
            assert response.status < 400, await response.text()

    async def send_photo(self, data: bytes, caption: str = "") -> None:
        """Send a picture as one takes it with the phone."""
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("file", data, filename="anh.png")
        form.add_field("as", "photo")
        form.add_field("caption", caption)
        async with self._http.post(f"{self._url}/file", data=form) as response:
            assert response.status < 400, await response.text()

    async def edit(self, message_id: int, text: str) -> None:
        """Change an own message."""
        await self._post("edit", message_id=message_id, text=text)

    async def block(self) -> None:
        """Block the bot."""
        await self._post("block")

    async def unblock(self) -> None:
        """Let the bot write again."""
        await self._post("unblock")

    async def messages(self) -> list[Shown]:
        """All that this phone shows, oldest first."""
        async with self._http.get(f"{self._url}/messages") as response:
            raw = await response.json()
        return [
            Shown(
                m["id"],
                m["from"] == "me",
                m["text"],
                [[b["text"] for b in row] for row in m.get("buttons") or []],
                bool(m.get("edited")),
                m.get("media"),
                {b["text"]: b.get("data", "") for row in m.get("buttons") or [] for b in row},
            )
            for m in raw
        ]

    async def _news(self) -> list[Shown]:
        """The bot's messages that are new or changed since they were last read."""
        return [
            m
            for m in await self.messages()
            if not m.mine and self._seen.get(m.id) != (m.text, tuple(m.labels))
        ]

    def _read(self, message: Shown) -> None:
        self._seen[message.id] = (message.text, tuple(message.labels))

    async def read(self, containing: str = "", patience: float = PATIENCE) -> Shown:
        """Wait for a new or changed message with this text; fails with all that is there."""
        deadline = asyncio.get_running_loop().time() + patience
        while True:
            news = await self._news()
            for message in news:
                if containing.casefold() in message.text.casefold():
                    self._read(message)
                    return message
            if asyncio.get_running_loop().time() > deadline:
                shown = "\n---\n".join(f"{m.text} {m.labels}" for m in news)
                raise AssertionError(f"{self.name}: nothing new with «{containing}». New: {shown}")
            await asyncio.sleep(0.05)

    async def hears_nothing(self, seconds: float = 1.0) -> None:
        """Nothing new or changed may arrive for a while."""
        for message in await self._news():
            raise AssertionError(f"{self.name} got: {message.text}")
        await asyncio.sleep(seconds)
        for message in await self._news():
            raise AssertionError(f"{self.name} got: {message.text}")

    async def forget(self) -> None:
        """Take everything shown so far as read."""
        for message in await self.messages():
            self._read(message)

    async def find(self, label: str) -> tuple[Shown, str]:
        """The newest message with a button of this label, or one that begins with it."""
        for message in reversed(await self.messages()):
            for text in message.labels:
                if text == label:
                    return message, text
            for text in message.labels:
                if text.casefold().startswith(label.casefold()):
                    return message, text
        raise AssertionError(f"{self.name} has no button «{label}»")

    async def choose(self, label: str, patience: float = PATIENCE) -> str | None:
        """Tap the newest button of this label; what the toast says, if anything."""
        deadline = asyncio.get_running_loop().time() + patience
        while True:
            try:
                message, text = await self.find(label)
                break
            except AssertionError:
                if asyncio.get_running_loop().time() > deadline:
                    raise
                await asyncio.sleep(0.05)
        return await self.tap(message.id, text)

    async def tap(self, message_id: int, button: str, **more: Any) -> str | None:
        """Tap a button of a message by its text or data; the toast's text."""
        told = await self._post("tap", message_id=message_id, button=button, **ANSWER | more)
        answer = told.get("answer")
        return answer["text"] if answer else None

    async def press_again(self, message: Shown, label: str) -> str | None:
        """Choose what a message offered when it was read, whatever has become of it since."""
        return await self.tap_raw(message.id, message.data[label])

    async def code_for(self, label: str) -> str | None:
        """What is typed for a choice so that words may follow it; None where it is tapped."""
        return None

    def is_new_face(self, new: Shown, old: Shown) -> bool:
        """Whether `new` took the place of `old`, as far as messages can change here."""
        return new.id == old.id

    async def tap_raw(self, message_id: int, data: str) -> str | None:
        """Send callback data that no button carries; the toast's text."""
        told = await self._post("tap_raw", message_id=message_id, data=data, **ANSWER)
        answer = told.get("answer")
        return answer["text"] if answer else None

    async def commands(self) -> list[str]:
        """The names in this phone's command menu."""
        base = self._url.rsplit("/people/", 1)[0]
        async with self._http.get(f"{base}/commands/{self.id}") as response:
            return [c["command"] for c in await response.json()]
