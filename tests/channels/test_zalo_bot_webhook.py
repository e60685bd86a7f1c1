"""Whatever anybody posts to the bot's address: all is answered, and only events are kept."""

import json
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.channels.telegram_webhook import derived
from bot.channels.untrusted_json import harmless
from bot.channels.zalo_bot_events import events_of, incoming
from bot.channels.zalo_bot_reading import content_of
from bot.channels.zalo_bot_webhook import HEADER
from bot.web.server import WebServer
from storage.database import Database
from tests.support.scripted_server import scripted
from tests.support.zalo_bot import eventually
from tests.support.zalo_bot_line import SECRET_PART, TOKEN, Line, line

SECRET = derived(TOKEN, "zalo webhook secret")
PATH = f"/zalo-bot/{derived(TOKEN, 'zalo webhook path')}"
WHO = {"id": "6ede9afa66b88fe6d6a9", "display_name": "Trần Thị Hường", "is_bot": False}
CHAT = {"id": WHO["id"], "chat_type": "PRIVATE"}


def text(id: Any, words: Any = "7A1 đủ", **more: Any) -> dict[str, Any]:
    message = {"from": WHO, "chat": CHAT, "text": words, "message_id": id, "date": 1}
    return {"event_name": "message.text.received", "message": {**message, **more}}


class Door:
    """The address, and what is behind it."""

    def __init__(self, zalo: Line, url: str, http: aiohttp.ClientSession) -> None:
        self.zalo, self.url, self.http = zalo, url, http

    async def post(
        self, body: Any, secret: str | None = SECRET, path: str = PATH, **more: Any
    ) -> int:
        """Post a body, bytes or JSON; the status."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {} if secret is None else {HEADER: secret}
        post = self.http.post(self.url + path, data=data, headers=headers, **more)
        async with post as response:
            if response.status == 200:
                assert await response.json() == {"ok": True}
            return response.status

    async def keys(self) -> list[str]:
        """What is in the inbox."""
        return [row.key for row in await self.zalo.rows()]


@pytest.fixture
async def door(database: Database, tmp_path: Path, now: datetime) -> AsyncIterator[Door]:
    """A channel that takes updates."""
    web = WebServer(0, "127.0.0.1")
    more: dict[str, Any] = {"public_url": "http://127.0.0.1:1", "web": web}
    async with (
        scripted() as script,
        aiohttp.ClientSession() as http,
        line(script.url, database, tmp_path, now, **more) as zalo,
    ):
        await web.start()
        try:
            async with zalo.receiving():
                await eventually(lambda: script.calls)
                method, said = script.calls[0]
                assert (method, said["secret_token"]) == ("setWebhook", SECRET)
                assert said["url"].endswith(PATH)
                yield Door(zalo, f"http://127.0.0.1:{web.port}", http)
        finally:
            await web.stop()


def test_neither_the_secret_nor_the_address_tells_the_token() -> None:
    assert 8 <= len(SECRET) <= 256
    assert SECRET_PART not in SECRET + PATH
    assert PATH.rpartition("/")[2] != SECRET


async def test_flat_wrapped_and_listed(door: Door) -> None:
    assert await door.post(text("a")) == 200
    assert await door.post({"ok": True, "result": text("b")}) == 200
    assert await door.post([text("c"), {"result": text("d")}, text("a")]) == 200
    assert await door.post({"ok": True, "result": [text("e")]}) == 200
    assert await door.keys() == ["a", "b", "c", "d", "e"]


async def test_what_is_replayed_is_kept_once(door: Door) -> None:
    unsigned = text(None)
    for body in (text("a"), unsigned, {"event_name": "message.unsupported.received"}):
        for _ in range(3):
            assert await door.post(body) == 200
    assert len(await door.keys()) == 3


@pytest.mark.parametrize("secret", ["", "x", SECRET[:-1], SECRET.upper(), SECRET + " x", "ơ"])
async def test_a_wrong_secret_opens_nothing(door: Door, secret: str) -> None:
    for body in (text("a"), [text("b")], b"", b"nonsense"):
        assert await door.post(body, secret) == 403
    assert await door.keys() == []


async def test_an_event_without_a_secret_is_turned_away(door: Door) -> None:
    assert await door.post(text("a"), None) == 403
    assert await door.post(text("a"), None, "/zalo-bot/" + "0" * 48) == 404
    assert await door.keys() == []


@pytest.mark.parametrize(
    "body",
    [b"", b" \n", b"{}", b"[]", b"null", b"7", b'"a"', b"\xff\xfe", b"{", b"[" * 90_000,
     b'{"event_name":7}', b'{"event_name":""}', b'{"result":null}', b'{"result":{"ok":1}}',
     b'[[[[[[{"event_name":"message.text.received"}]]]]]]', b"9" * 10_000],
)  # fmt: skip
async def test_nonsense_is_answered_and_changes_nothing(door: Door, body: bytes) -> None:
    """Zalo tries the address with an empty body and no secret, and wants to hear 200."""
    assert await door.post(body) == 200
    assert await door.post(body, None) == 200
    assert await door.keys() == []


async def test_every_beginning_of_an_event(door: Door) -> None:
    """A line that breaks in the middle of a letter, of a word, of a brace."""
    whole = json.dumps(text("a"), ensure_ascii=False).encode()
    for end in range(0, len(whole), 5):
        assert await door.post(whole[:end]) == 200
    assert await door.keys() == []
    assert await door.post(whole) == 200
    assert await door.keys() == ["a"]


async def test_ten_megabytes_are_not_taken(door: Door) -> None:
    huge = json.dumps(text("a", "x" * 10_000_000)).encode()

    async def in_pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(huge), 100_000):
            yield huge[start : start + 100_000]

    for secret in (SECRET, None):
        with suppress(aiohttp.ClientConnectionError):  # told to stop while it still speaks
            assert await door.post(huge, secret) == 413
    headers = {HEADER: SECRET}
    with suppress(aiohttp.ClientConnectionError):
        async with door.http.post(door.url + PATH, data=in_pieces(), headers=headers) as response:
            assert response.status == 413
    assert await door.keys() == []
    assert await door.post(text("b")) == 200
    assert await door.keys() == ["b"]


ODD = [None, True, 7, -1, 1.5, "", "x", "7", [], {}, [[]], {"id": {}}, "\x00", "\ud800", "9" * 300]


async def test_any_field_may_be_of_any_type(door: Door) -> None:
    """Each is kept as it came, read without a fault, and nobody is invented."""
    for n, odd in enumerate(ODD):
        for field in ("from", "chat", "text", "message_id", "date"):
            assert await door.post(text(f"{field}-{n}", **{field: odd})) == 200
        for field in ("id", "display_name", "is_bot"):
            assert await door.post(text(f"who-{field}-{n}", **{"from": {**WHO, field: odd}})) == 200
        for field in ("id", "chat_type"):
            assert await door.post(text(f"chat-{field}-{n}", chat={**CHAT, field: odd})) == 200
        assert await door.post({"event_name": "message.image.received", "message": odd}) == 200
    for kept in door.zalo.kept:
        heard = await door.zalo.read(kept)
        assert len(heard.updates) <= 1
    met = {contact.native_id for contact in await door.zalo.contacts()}
    assert met == {WHO["id"], "7", "-1", "x"}


async def test_letters_that_no_database_keeps(door: Door) -> None:
    assert await door.post(text("a", "7A1\x00 đủ \ud83d ạ", number=1e999)) == 200
    (row,) = await door.zalo.rows()
    assert row.payload["message"]["text"] == "7A1 đủ \ufffd ạ"
    assert (await door.zalo.read(door.zalo.kept[0])).updates


async def test_nothing_is_promised_while_the_program_starts(door: Door) -> None:
    """Before it can keep anything, and after it has ended: Zalo has to bring it again."""
    hook = door.zalo.channel._webhook
    assert hook is not None
    hook._accept = None
    assert await door.post(text("a")) == 503
    assert await door.post(b"", None) == 200


JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=6),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(
            some.sampled_from(
                ["event_name", "message", "result", "from", "chat", "id", "text", "date"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
NAMES = ["text", "image", "sticker", "voice", "unsupported", "link", "reaction", "khác"]


@given(JSON | JSON.map(lambda m: {"event_name": "message.text.received", "message": m}),
       some.sampled_from(NAMES))  # fmt: skip
def test_no_json_is_too_odd_to_be_read(body: Any, name: str) -> None:
    for event in events_of(harmless(json.dumps(body).encode())):
        event["event_name"] = f"message.{name}.received"
        kept = incoming("zalo_bot", event)
        assert 0 < len(kept.key) <= 80
        assert len(kept.lane) <= 80
        json.dumps(kept.payload, allow_nan=False).encode()
        content_of(event)


@given(some.binary(max_size=60))
def test_no_bytes_are_too_odd_either(raw: bytes) -> None:
    try:
        value = harmless(raw)
    except ValueError:
        return
    json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
