"""Updates brought to the bot's address: only Telegram's are taken, and only when they are kept."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from bot.channels.telegram_webhook import HEADER, derived
from storage.tables import InboxRow
from tests.support.phone import PATIENCE
from tests.support.ports import free_port
from tests.support.stage import TOKEN, Stage, staged

SECRET = derived(TOKEN, "webhook secret")


@pytest.fixture
async def brought(school: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    """A stage to whose bot the updates are brought."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    async with staged(tmp_path, school, public_url=url, webhook=True) as stage:
        stage.hook = f"{url}/telegram/{derived(TOKEN, 'webhook path')}"
        async with asyncio.timeout(PATIENCE):
            while not await listens(port):
                await asyncio.sleep(0.02)
        yield stage


async def listens(port: int) -> bool:
    """Whether somebody takes connections there."""
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


def update(key: int, text: str = "/huy") -> dict[str, Any]:
    """A message of somebody whom the sandbox does not know."""
    who = {"id": 990_001, "is_bot": False, "first_name": "Hoa"}
    chat = {"id": 990_001, "type": "private", "first_name": "Hoa"}
    message = {"message_id": 1, "date": 1_796_000_000, "chat": chat, "from": who, "text": text}
    return {"update_id": key, "message": message}


async def bring(stage: Stage, body: Any, secret: str | None = SECRET, path: str = "") -> int:
    """Post to the bot's address; the status of its answer."""
    headers = {} if secret is None else {HEADER: secret}
    more = {"data": body} if isinstance(body, bytes) else {"json": body}
    async with stage.http.post(stage.hook + path, headers=headers, **more) as response:
        assert await response.read() == b"" or response.status == 404
        return response.status


async def kept(stage: Stage) -> list[tuple[str, str]]:
    """(key, status) of what the invented person sent."""

    async def look(session: Any) -> Any:
        statement = select(InboxRow.key, InboxRow.status).where(InboxRow.lane == "990001")
        return (await session.execute(statement)).all()

    return [tuple(row) for row in await stage.run(look)]


async def test_a_roll_is_taken_by_webhook(brought: Stage) -> None:
    teacher = await brought.staff("CB012")
    mother = await brought.guardian("7A1", 15, "mother")
    await teacher.say("7A1 vắng Lan")
    await teacher.read("Nguyễn Thị Ngọc Lan")
    await mother.read("Kính gửi phụ huynh em")
    await teacher.choose("Hoàn tác")
    await teacher.read("oàn tác")


async def test_only_those_who_know_the_secret_are_heard(brought: Stage) -> None:
    for secret in (None, "", SECRET[:-1], SECRET.upper(), "bí mật".encode().decode("latin-1")):
        assert await bring(brought, update(1), secret) == 403
    assert await bring(brought, update(1), path="x") == 404
    assert await kept(brought) == []


NO_UPDATES = (b"", b"{", b"\xff\xfe", b"[]", b"null", b"7", b'"x"', b"{}")
TORN = (b'{"update_id": 1, "message": 7}', b'{"update_id": 1, "callback_query": {"message": "x"}}')


async def test_what_is_no_update_is_sent_away(brought: Stage) -> None:
    for body in (*NO_UPDATES, *TORN):
        assert await bring(brought, body) == 400, body
    assert await kept(brought) == []


async def test_an_update_brought_twice_is_handled_once(brought: Stage) -> None:
    told = await asyncio.gather(*(bring(brought, update(5)) for _ in range(6)))
    assert told == [200] * 6
    assert [key for key, _ in await kept(brought)] == ["5"]


async def test_it_is_answered_only_when_it_is_kept(brought: Stage) -> None:
    begun, gate = asyncio.Event(), asyncio.Event()

    async def hold(session: Any) -> None:
        begun.set()
        await gate.wait()

    holding = asyncio.create_task(brought.run(hold))
    await begun.wait()
    coming = asyncio.create_task(bring(brought, update(6)))
    await asyncio.sleep(0.3)
    assert not coming.done()
    gate.set()
    assert await coming == 200
    assert ("6" in [key for key, _ in await kept(brought)]) is True
    await holding


async def test_what_cannot_be_kept_is_to_be_brought_again(brought: Stage) -> None:
    """The disk does not take it: Telegram hears 500, and brings it later."""

    async def deny(session: Any) -> None:
        await session.execute(
            text(
                "CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN"
                " SELECT RAISE(ABORT, 'disk is full'); END"
            )
        )

    async def allow(session: Any) -> None:
        await session.execute(text("DROP TRIGGER full"))

    await brought.run(deny)
    headers = {HEADER: SECRET}
    async with brought.http.post(brought.hook, headers=headers, json=update(7)) as response:
        assert response.status == 500
    await brought.run(allow)
    assert await bring(brought, update(7)) == 200
    assert [key for key, _ in await kept(brought)] == ["7"]
