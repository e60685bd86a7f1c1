"""Whatever is brought to the webhooks of the running program is answered and changes nothing.

Bodies are broken in every way, by those who know the secrets and by those who do not; afterwards
everybody is served as before.
"""

import logging
import random
import sqlite3
from typing import Any

import pytest

from bot.channels.zalo_bot_webhook import HEADER
from bot.channels.zalo_oa_signature import MARK, TIME
from tests.support.stage import Stage
from tests.support.webhook_nonsense import (
    BOT_EVENT,
    BOT_KINDS,
    OA_EVENT,
    OA_KINDS,
    WRONG,
    Call,
    Door,
    bodies,
    broken,
    dump,
)

FREE_TABLES = {  # where it is kept that somebody unknown has written, and what they are answered
    "inbox",
    "outbox",
    "account",
    "messenger_contact",
    "choice_list",
    "chat_state",
    "sqlite_sequence",
}


def contents(stage: Stage, *, but: set[str]) -> dict[str, list[Any]]:
    """Every row of every table but those."""
    with sqlite3.connect(stage.folder / "solienlac.db") as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: sorted(map(repr, database.execute(f'SELECT * FROM "{name}"')))
            for (name,) in names
            if name not in but
        }


def faults(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was logged as a fault."""
    return [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR or r.exc_info]


async def still_serves(stage: Stage) -> None:
    """A teacher on the Zalo Bot reaches a mother on the account."""
    teacher = await stage.staff("CB012", on="zalo_bot")
    mother = await stage.guardian("7A1", 15, "mother", on="zalo_oa")
    await teacher.say("thông báo 7A1: mai mang áo mưa")
    await teacher.choose("Gửi")
    await mother.read("mai mang áo mưa")


async def test_who_does_not_know_the_secrets_changes_nothing_at_all(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    door, dice = Door(stage), random.Random(7)
    before = contents(stage, but=set())
    calls = [door.to_bot(raw, known=False) for raw in bodies(BOT_EVENT, dice)]
    calls += [door.to_oa(raw, known=False) for raw in bodies(OA_EVENT, dice)]
    calls += [door.to_bot(dump(event), known=False) for event in broken(BOT_EVENT)]
    calls += [door.to_oa(dump(event), known=False) for event in broken(OA_EVENT)]
    assert set(await door.bring_all(calls)) == {403}
    bare = [Call(door.bot_path, dump(BOT_EVENT)), Call(door.oa_path, dump(OA_EVENT))]
    assert set(await door.bring_all(bare)) == {403}
    others_app = dict(OA_EVENT, app_id="100000000000000001")
    others_oa = dict(OA_EVENT, recipient={"id": "100000000000000002"})
    elsewhere = [door.to_oa(dump(others_app), known=False, app="100000000000000001")]
    assert await door.bring_all(elsewhere) == {403: 1}
    ours_for_others = [door.to_oa(dump(event)) for event in (others_app, others_oa)]
    assert await door.bring_all(ours_for_others) == {200: 2}
    methods = ("GET", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE")
    wrong = [Call(path, b"", {}, m) for path in (door.bot_path, door.oa_path) for m in methods]
    assert set(await door.bring_all(wrong)) == {405}
    guessed = [Call(f"{path[:-1]}?", b"{}") for path in (door.bot_path, door.oa_path)]
    assert set(await door.bring_all(guessed)) == {404}
    await stage.quiet()
    assert contents(stage, but=set()) == before
    assert not faults(caplog)
    await still_serves(stage)


@pytest.mark.parametrize("where", ["bot", "oa"])
async def test_nonsense_with_the_right_secret_tells_the_school_nothing(
    stage: Stage, caplog: pytest.LogCaptureFixture, where: str
) -> None:
    door, dice = Door(stage), random.Random(11)
    if where == "bot":
        kinds = [f"message.{kind}.received" for kind in BOT_KINDS]
        event, bring = BOT_EVENT, door.to_bot
    else:
        kinds = list(OA_KINDS)
        event, bring = OA_EVENT, door.to_oa
    before = contents(stage, but=FREE_TABLES)
    calls = [bring(raw) for raw in bodies(event, dice)]
    calls += [bring(dump(one)) for one in broken(event)]
    calls += [bring(dump(one)) for one in broken({**event, "event_name": dice.choice(kinds)})]
    calls += [bring(dump({**event, "event_name": kind})) for kind in kinds]
    if where == "bot":
        calls += [bring(dump({"ok": True, "result": one})) for one in WRONG]
        calls += [bring(dump([event] * 3))]
    assert set(await door.bring_all(calls)) <= {200, 403}
    await stage.quiet()
    assert contents(stage, but=FREE_TABLES) == before
    with sqlite3.connect(stage.folder / "solienlac.db") as database:
        linked = database.execute("SELECT count(*) FROM account WHERE person_id IS NOT NULL")
        assert linked.fetchall() == [(0,)]
        undone = database.execute("SELECT status, error FROM inbox WHERE status <> 'done'")
        assert undone.fetchall() == []
    assert not faults(caplog)
    await still_serves(stage)


async def test_what_is_brought_again_and_again_is_heard_once(stage: Stage) -> None:
    door = Door(stage)
    calls = [door.to_bot(dump(BOT_EVENT)), door.to_oa(dump(OA_EVENT))]
    assert await door.bring_all(calls * 15) == {200: 30}
    await stage.quiet()
    with sqlite3.connect(stage.folder / "solienlac.db") as database:
        kept = database.execute("SELECT channel FROM inbox ORDER BY channel").fetchall()
        said = database.execute("SELECT count(*) FROM outbox GROUP BY channel").fetchall()
    assert kept == [("zalo_bot",), ("zalo_oa",)]
    before = contents(stage, but=set())
    assert await door.bring_all(calls * 3) == {200: 6}
    await stage.quiet()
    assert contents(stage, but=set()) == before
    assert all(count <= 2 for (count,) in said)


async def test_lines_that_no_client_writes(
    stage: Stage, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.webhook_body.PATIENCE", 0.5)
    door = Door(stage)
    before = contents(stage, but=set())
    mark, time, secret = MARK.encode(), TIME.encode(), HEADER.encode()
    small, huge = b"Content-Length: 2", b"Content-Length: 10485760"
    answers = []
    for path in (door.bot_path.encode(), door.oa_path.encode()):
        post = b"POST " + path + b" HTTP/1.1"
        for odd in (
            mark + b": mac=\xff\xfe",
            mark + b": " + b"a" * 7000,
            mark + b": mac=\xc4\x91",
            time + b": \xff",
            time + b": " + b"9" * 7000,
            secret + b": \xff\xfe",
            secret + b": " + "bí mật".encode(),
            b"Content-Type: \xff; charset=nonsense",
            b"Content-Type: multipart/form-data; boundary=",
            b"Content-Encoding: gzip",
            b"Content-Encoding: br",
            b"Content-Encoding: nonsense",
            b"Expect: 100-continue",
            b"X-Forwarded-For: '; DROP TABLE person; --",
        ):
            marked = [odd] if mark in odd else [odd, mark + b": mac=00"]
            answers.append(await door.shout(post, *marked, small, body=b"{}"))
        answers.append(await door.shout(post, small, b"Content-Length: 3", body=b"{}"))
        answers.append(await door.shout(post, b"Content-Length: -1", body=b"{}"))
        chunked = b"Transfer-Encoding: chunked"
        answers.append(await door.shout(post, chunked, body=b"zz\r\n{}\r\n0\r\n\r\n"))
        answers.append(await door.shout(post, chunked, small, body=b"2\r\n{}\r\n0\r\n\r\n"))
        answers.append(await door.shout(post, huge, body=b" " * 70_000))
        chunk = b"%x\r\n" % 65536 + b" " * 65536 + b"\r\n"
        answers.append(await door.shout(post, chunked, body=chunk * 160 + b"0\r\n\r\n"))
        answers.append(await door.shout(b"POST " + path + b" HTTP/9.9", small, body=b"{}"))
        answers.append(await door.shout(b"POST /" + b"a" * 9000 + b" HTTP/1.1", small, body=b"{}"))
    answers.append(await door.shout(b"\x16\x03\x01\x02\x00\x01\x00"))
    assert {s for s in answers if s != 200 and not 400 <= s < 500} == set()
    whole = [Call(path, b" " * 10_485_760) for path in (door.bot_path, door.oa_path)]
    assert await door.bring_all(whole) == {413: 2}
    await stage.quiet()
    assert contents(stage, but=set()) == before
    assert not faults(caplog)
    await still_serves(stage)
