"""What Zalo's answers mean: read as a table, over HTTP, so that no status misleads."""

import json
import logging
import traceback
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.channels.base import Outcome, Result
from bot.channels.zalo_bot import ZaloTokenRefusedError
from bot.channels.zalo_bot_client import ZaloBotClient, ZaloBotError
from bot.channels.zalo_bot_outcomes import LIMITED, PAUSES, QuotaWatch
from storage.database import Database
from tests.support.scripted_server import GOOD, Script, scripted
from tests.support.zalo_bot_line import SECRET_PART, TOKEN, Line, line


@pytest.fixture
async def script() -> AsyncIterator[Script]:
    """A server that says what a test wants."""
    async with scripted() as made:
        yield made


@pytest.fixture
async def zalo(
    script: Script, database: Database, tmp_path: Path, now: datetime
) -> AsyncIterator[Line]:
    """A channel on it."""
    async with line(script.url, database, tmp_path, now) as made:
        yield made


def no(code: Any, description: str = "Bad request") -> bytes:
    return json.dumps({"ok": False, "description": description, "error_code": code}).encode()


PAGE = b"<html><body>502 Bad Gateway</body></html>"
TABLE = [
    (200, GOOD, Result.SENT),
    (200, b'{"ok":true}', Result.SENT),
    (200, b'{"ok":true,"result":[1]}', Result.SENT),
    (500, GOOD, Result.SENT),  # what the body says counts
    (200, no(401), Result.CONFIG),
    (401, no(401), Result.CONFIG),
    (200, no(404), Result.CONFIG),
    (404, PAGE, Result.CONFIG),
    (200, no(403, "Internal server error"), Result.RETRY),
    (403, PAGE, Result.RETRY),
    (302, b"", Result.RETRY),
    (200, no(500, "Internal"), Result.RETRY),
    (200, no(408, "Request timeout"), Result.UNKNOWN),
    (408, no(408, "Request timeout"), Result.UNKNOWN),
    (502, PAGE, Result.UNKNOWN),
    (200, PAGE, Result.UNKNOWN),
    (200, b"", Result.UNKNOWN),
    (200, b"[]", Result.UNKNOWN),
    (200, GOOD[:30], Result.UNKNOWN),
    (200, b"[" * 100_000, Result.UNKNOWN),
    (200, no(429, "Quota exceeded"), Result.PAUSED),
    (429, PAGE, Result.PAUSED),
    (200, no(400, "Bad request: chat not found"), Result.GONE),
    (400, no(400, "The chat_id is invalid"), Result.GONE),
    (200, no(400, "The chat_id must not be empty"), Result.PERMANENT),
    (200, no(400, "The text must be between 1 and 2000 characters"), Result.PERMANENT),
    (400, PAGE, Result.PERMANENT),
    (200, b'{"ok":false}', Result.PERMANENT),
    (200, b'{"ok":"yes"}', Result.PERMANENT),
    (200, no({"a": 1}), Result.PERMANENT),
]


@pytest.mark.parametrize(("status", "body", "result"), TABLE)
async def test_an_answer_means(
    zalo: Line, script: Script, status: int, body: bytes, result: Result
) -> None:
    script.answer(status, body)
    chat = await zalo.contact("a1b2c3")
    outcome = await zalo.say(chat, "Chào cô")
    assert outcome.result is result
    assert [call[0] for call in script.calls] == ["sendMessage"]  # once, and no redirect followed
    assert script.calls[0][1] == {"chat_id": "a1b2c3", "text": "Chào cô"}


async def test_an_answer_that_breaks_off_is_unknown(zalo: Line, script: Script) -> None:
    script.cut = True
    assert (await zalo.say(await zalo.contact("a1"), "Chào")).result is Result.UNKNOWN


async def test_the_middle_of_a_long_text_gets_lost(zalo: Line, script: Script) -> None:
    """One part has left, nobody knows of the second, and the third is not sent behind it."""
    script.answers = [(200, GOOD), (502, PAGE)]
    outcome = await zalo.say(await zalo.contact("a1"), "Thầy cô chú ý. " * 360)
    assert (outcome.result, outcome.parts) == (Result.UNKNOWN, 1)
    assert len(script.calls) == 2


class Hand:
    """A clock that is moved by hand."""

    at = 100.0

    def __call__(self) -> float:
        return self.at


REFUSED = Outcome(Result.PAUSED, reason=LIMITED)


def test_longer_and_longer_pauses_until_the_month_is_taken_for_used_up() -> None:
    clock = Hand()
    watch = QuotaWatch(clock)
    for pause in PAUSES:
        assert watch.seen(REFUSED) == Outcome(Result.PAUSED, wait=pause, reason=LIMITED)
        clock.at += pause
    assert watch.seen(REFUSED).result is Result.QUOTA
    clock.at += 1
    assert watch.seen(REFUSED).result is Result.QUOTA
    watch.seen(Outcome(Result.SENT))
    assert watch.seen(REFUSED).wait == PAUSES[0]


def test_what_was_on_its_way_together_makes_one_pause() -> None:
    """Forty messages in flight are refused in the same second; that is one refusal, not forty."""
    clock = Hand()
    watch = QuotaWatch(clock)
    waits = []
    for _ in range(40):
        waits.append(watch.seen(REFUSED).wait)
        clock.at += 0.1
    assert waits[0] == PAUSES[0]
    assert waits[-1] == pytest.approx(PAUSES[0] - 3.9)


def test_other_failures_do_not_touch_it() -> None:
    clock = Hand()
    watch = QuotaWatch(clock)
    watch.seen(REFUSED)
    clock.at += PAUSES[0]
    assert watch.seen(Outcome(Result.UNKNOWN)) == Outcome(Result.UNKNOWN)
    assert watch.seen(REFUSED).wait == PAUSES[1]


async def test_the_token_is_refused_at_the_start(zalo: Line, script: Script) -> None:
    script.answer(200, no(401, "Unauthorized"))
    with pytest.raises(ZaloTokenRefusedError):
        await zalo.channel.start()


async def test_the_start_waits_for_an_answer(zalo: Line, script: Script) -> None:
    me = {"id": "1459232241454765289", "account_name": "bot.VDKyGxQvc", "account_type": "BASIC"}
    good = json.dumps({"ok": True, "result": me, "error_code": 0}).encode()
    script.answers = [(502, PAGE), (200, good)]
    await zalo.channel.start()
    found = await zalo.channel.bot.me()
    assert (found.id, found.username) == (1459232241454765289, "bot.VDKyGxQvc")


def told(error: BaseException | None) -> str:
    """All that an error says, with what hangs on to it, hidden or not."""
    said = ""
    while error is not None:
        said += "".join(traceback.format_exception(error)) + repr(error) + repr(vars(error))
        error = error.__cause__ or error.__context__
    return said


async def test_the_token_is_shown_nowhere(
    zalo: Line, script: Script, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    echo = f"no bot {TOKEN} at /bot{TOKEN}/sendMessage"
    said = repr(zalo.channel) + repr(zalo.channel.bot) + repr(zalo.channel._client)
    said += zalo.channel.bot.token
    chat = await zalo.contact("a1")
    clients = [ZaloBotClient(TOKEN, base) for base in ("http://127.0.0.1:1", "http://[bad", "x")]
    for status, body in [(s, b) for s, b, _ in TABLE] + [(200, no(400, echo)), (400, no(7, echo))]:
        script.answer(status, body)
        said += repr(await zalo.say(chat, "Chào cô"))
        clients.append(ZaloBotClient(TOKEN, script.url))
        try:
            await clients[-1].call("sendMessage", {"text": "Chào"})
        except ZaloBotError as error:
            said += told(error)
    script.cut = True
    clients += [ZaloBotClient(TOKEN, script.url), ZaloBotClient(TOKEN, script.url, 0.000001)]
    for client in (*clients[:3], *clients[-2:]):
        with pytest.raises(ZaloBotError) as caught:
            await client.call("getMe")
        said += told(caught.value)
    script.cut = False
    script.answer(401, no(401, echo))
    with pytest.raises(ZaloTokenRefusedError) as refused:
        await zalo.channel.start()
    said += told(refused.value)
    for client in clients:
        await client.close()
    said += "".join(record.getMessage() + str(record.exc_text) for record in caplog.records)
    assert "no bot" in said  # the words around it are there
    assert SECRET_PART not in said
