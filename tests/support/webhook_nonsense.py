"""Nonsense for the webhooks of a running program: broken events, and the doors they come to."""

import asyncio
import copy
import json
import random
import string
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot.channels.zalo_bot_webhook import HEADER
from bot.channels.zalo_oa_signature import MARK, TIME, mac
from tests.support.stage import Stage

STAMP = "1795999200000"
OA_EVENT = {
    "app_id": "360846524940903967",
    "sender": {"id": "246845883529197922"},
    "recipient": {"id": "388613280878808645"},
    "user_id_by_app": "552177279717587730",
    "event_name": "user_send_file",
    "message": {
        "text": "Đơn xin nghỉ",
        "msg_id": "96d3cdf3af150460909",
        "attachments": [
            {
                "type": "file",
                "payload": {"url": "https://f.zdn.vn/a.pdf", "size": "1024", "name": "a.pdf"},
            }
        ],
    },
    "timestamp": STAMP,
}
OA_KINDS = (
    "user_send_text",
    "user_send_image",
    "user_send_file",
    "user_send_link",
    "user_send_location",
    "user_send_sticker",
    "user_send_audio",
    "user_submit_info",
    "follow",
    "unfollow",
    "user_received_message",
    "oa_send_text",
)
BOT_EVENT = {
    "event_name": "message.text.received",
    "message": {
        "from": {"id": "6ede9afa66b88fe6d6a9", "display_name": "Ted", "is_bot": False},
        "chat": {"id": "6ede9afa66b88fe6d6a9", "chat_type": "PRIVATE"},
        "text": "Xin chào",
        "photo_url": "https://photo-stal-1.zdn.vn/x.jpg",
        "message_id": "2d758cb5e222177a4e35",
        "date": 1750316131602,
    },
}
BOT_KINDS = ("text", "image", "sticker", "voice", "link", "unsupported", "reaction")
WRONG: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    2**70,
    1e308,
    "",
    " ",
    "\0",
    "\ud800",
    "x" * 70_000,
    "-100",
    [],
    {},
    [[]],
    [{"id": 1}],
    {"id": {"id": []}},
)


@dataclass(frozen=True)
class Call:
    """One request; `raw` the body."""

    path: str
    raw: bytes
    headers: dict[str, str] = field(default_factory=dict)
    method: str = "POST"


class Door:
    """The webhooks of a stage, with the keys to them."""

    def __init__(self, stage: Stage) -> None:
        bot = stage.program._channels["zalo_bot"]._webhook  # type: ignore[attr-defined]
        self.bot_path, self.bot_secret = bot._path, bot._secret
        self.oa_path: str = stage.program._channels["zalo_oa"].webhook_path  # type: ignore[attr-defined]
        self.secret: str = stage.oa["zalo_app_secret"]
        self.app: str = stage.oa["zalo_app_id"]
        self.stage = stage

    def to_bot(self, raw: bytes, *, known: bool = True) -> Call:
        """A call of the Zalo Bot's; `known`: with its secret."""
        secret = self.bot_secret if known else "mot-bi-mat-nao-do"
        return Call(self.bot_path, raw, {HEADER: secret})

    def to_oa(self, raw: bytes, *, known: bool = True, app: str = "") -> Call:
        """A call of the account's, signed over its own time or one in a header."""
        stamp, headers = STAMP, {}
        try:
            told = json.loads(raw)["timestamp"]
            stamp = told if isinstance(told, str) and "\ud800" not in told else STAMP
        except (ValueError, TypeError, KeyError, RecursionError):
            pass
        if stamp == STAMP:
            headers[TIME] = STAMP
        secret = self.secret if known else "khoa-cua-ung-dung-khac"
        mark = mac(app or self.app, raw, stamp, secret)
        return Call(self.oa_path, raw, {**headers, MARK: f"mac={mark}"})

    async def bring(self, call: Call) -> int:
        """The status of the answer."""
        url = self.stage.public_url + call.path
        timeout = aiohttp.ClientTimeout(total=30)
        async with self.stage.http.request(
            call.method, url, data=call.raw, headers=call.headers, timeout=timeout
        ) as response:
            await response.read()
            return response.status

    async def bring_all(self, calls: list[Call]) -> Counter[int]:
        """How often each status was answered; a few calls at a time."""
        slots = asyncio.Semaphore(8)

        async def one(call: Call) -> int:
            async with slots:
                return await self.bring(call)

        return Counter(await asyncio.gather(*(one(call) for call in calls)))

    async def shout(self, *lines: bytes, body: bytes = b"") -> int:
        """Bytes that no client would send, over a bare connection; the status."""
        host, _, port = self.stage.public_url.removeprefix("http://").partition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        head = b"\r\n".join([*lines, b"Host: truong.example.vn", b"Connection: close", b"", b""])
        writer.write(head + body)
        try:
            async with asyncio.timeout(20):
                status = 100
                while status == 100:  # "go on", before the answer
                    status = int((await reader.readuntil(b"\r\n\r\n")).split()[1])
                return status
        finally:
            writer.close()


def dump(value: Any) -> bytes:
    """JSON as a messenger writes it; half letters stay escaped."""
    return json.dumps(value).encode()


def broken(event: dict[str, Any]) -> Iterator[Any]:
    """The event with each of its fields, however deep, of each wrong type, and without it."""
    for path in list(_paths(event)):
        for value in WRONG:
            yield _changed(event, path, value)
        yield _changed(event, path, _changed)


def _paths(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for name, one in inner:
        yield (*before, name)
        if isinstance(one, dict | list):
            yield from _paths(one, (*before, name))


def _changed(event: Any, path: tuple[Any, ...], value: Any) -> Any:
    made = copy.deepcopy(event)
    place = made
    for name in path[:-1]:
        place = place[name]
    if value is _changed:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return made


def bodies(event: dict[str, Any], dice: random.Random) -> list[bytes]:
    """No JSON, no object, far too deep, cut off, or by chance."""
    raw = dump(event)
    found = [
        b"",
        b" ",
        b"null",
        b"0",
        b'"x"',
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"\0",
        b"NaN",
        b"1" * 6000,
    ]
    found += [b"[" * 50_000, b'{"a":' * 30_000, b"[" * 50_000 + b"]" * 50_000]
    found += [b'{"event_name":' * 900 + b"1" + b"}" * 900, b'{"timestamp":"\\ud800"}']
    found += [raw[:cut] for cut in range(1, len(raw), 9)]
    found += [raw + b"}", b"\xef\xbb\xbf" + raw, raw.decode().encode("utf-16")]
    found += [dump(_by_chance(dice, 5)) for _ in range(60)]
    return found


def _by_chance(dice: random.Random, depth: int) -> Any:
    kind = dice.randrange(7 if depth else 5)
    if kind == 5:
        return [_by_chance(dice, depth - 1) for _ in range(dice.randrange(5))]
    if kind == 6:
        names = ["event_name", "message", "sender", "id", "text", "chat", "result", "from"]
        return {dice.choice(names): _by_chance(dice, depth - 1) for _ in range(dice.randrange(6))}
    letters = string.printable + "Đặng\0\u202e"
    text = "".join(dice.choices(letters, k=dice.randrange(40)))
    return [None, dice.random() < 0.5, dice.randrange(-(2**65), 2**65), dice.random() * 1e9, text][
        kind
    ]
