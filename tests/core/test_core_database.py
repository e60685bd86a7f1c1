"""Units of work: each stands or falls alone, and nobody hears of one before it is committed."""

import asyncio
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import StatementError

from storage import school_settings
from storage.database import Database
from storage.tables import InboxRow


def keys(file: Path) -> set[str]:
    """The settings that another program sees."""
    with sqlite3.connect(file) as other:
        return {key for (key,) in other.execute("SELECT key FROM setting")}


async def break_commit(session: Any) -> None:
    """Leave a reference to nobody, which SQLite minds only when it commits."""
    await session.execute(text("PRAGMA defer_foreign_keys=ON"))
    await session.execute(
        text("INSERT INTO account (channel, external_id, person_id) VALUES ('telegram', '1', 99)")
    )


async def test_sqlite_is_told_to_lose_nothing(database: Database) -> None:
    async def ask(session: Any) -> list[Any]:
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        return [await session.scalar(text(f"PRAGMA {name}")) for name in names]

    assert await database.run(ask) == ["wal", 2, 1, 15000]  # 2 is FULL


async def test_a_unit_of_work_begins_as_the_one_writer(database: Database, file: Path) -> None:
    async def look(_: Any) -> str:
        with sqlite3.connect(file, timeout=0) as other:
            try:
                other.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                return str(error)
        return "free"

    assert await database.run(look) == "database is locked"


async def test_one_fails_and_the_others_of_the_same_commit_stand(
    database: Database, file: Path
) -> None:
    gate = asyncio.Event()

    async def hold(session: Any) -> None:
        await gate.wait()

    def put(number: int, fails: bool) -> Any:
        async def work(session: Any) -> int:
            await school_settings.put(session, f"k{number}", number)
            if fails:
                raise LookupError(number)
            return number

        return work

    first = asyncio.create_task(database.run(hold))
    tasks = [asyncio.create_task(database.run(put(n, n % 3 == 0))) for n in range(9)]
    await asyncio.sleep(0.05)
    gate.set()
    told = await asyncio.gather(*tasks, return_exceptions=True)
    await first
    assert [t if isinstance(t, int) else type(t) for t in told] == [
        LookupError if n % 3 == 0 else n for n in range(9)
    ]
    assert keys(file) == {f"k{n}" for n in range(9) if n % 3}


async def test_nothing_is_seen_and_nobody_is_answered_before_the_commit(
    database: Database, file: Path
) -> None:
    begun, gate = asyncio.Event(), asyncio.Event()

    async def put(session: Any) -> None:
        await school_settings.put(session, "early", 1)

    async def hold(session: Any) -> None:
        begun.set()
        await gate.wait()

    waits = asyncio.create_task(database.run(hold))
    await begun.wait()
    early = asyncio.create_task(database.run(put))
    begun.clear()
    late = asyncio.create_task(database.run(lambda s: hold_again(s, begun)))
    release = asyncio.Event()

    async def hold_again(session: Any, reached: asyncio.Event) -> set[str]:
        reached.set()
        await release.wait()
        return keys(file)

    gate.set()
    await begun.wait()  # the third is inside; the second has done its work in the same commit
    assert not early.done()
    release.set()
    assert "early" not in await late
    await asyncio.gather(waits, early)
    assert keys(file) == {"early"}


async def test_a_failed_commit_reaches_all_who_share_it(database: Database, file: Path) -> None:
    gate = asyncio.Event()

    async def hold(session: Any) -> None:
        await gate.wait()
        await school_settings.put(session, "lost", 1)

    tasks = [asyncio.create_task(database.run(work)) for work in (hold, break_commit, hold)]
    await asyncio.sleep(0.05)
    gate.set()
    told = await asyncio.gather(*tasks, return_exceptions=True)
    assert all("FOREIGN KEY" in str(error) for error in told)
    assert keys(file) == set()


async def test_many_failed_commits_do_not_use_up_the_connections(
    database: Database, file: Path
) -> None:
    for _ in range(20):
        with pytest.raises(Exception, match="FOREIGN KEY"):
            await database.run(break_commit)
    await database.run(lambda s: school_settings.put(s, "after", 1))
    assert keys(file) == {"after"}


async def test_work_that_cancels_itself_does_not_end_the_writer(database: Database) -> None:
    async def cancelled(_: Any) -> None:
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await database.run(cancelled)
    await asyncio.wait_for(database.ping(), 2)


async def test_one_who_stops_waiting_loses_only_the_answer(database: Database, file: Path) -> None:
    gate = asyncio.Event()

    async def work(session: Any) -> None:
        await gate.wait()
        await school_settings.put(session, "kept", 1)

    impatient = asyncio.create_task(database.run(work))
    await asyncio.sleep(0.02)
    impatient.cancel()
    gate.set()
    await database.ping()
    assert impatient.cancelled() or (await asyncio.wait([impatient]))
    assert keys(file) == {"kept"}


async def test_close_waits_for_what_was_asked(file: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{file}")

    def slow(number: int) -> Any:
        async def work(session: Any) -> None:
            await asyncio.sleep(0.02)
            await school_settings.put(session, f"k{number}", 1)

        return work

    tasks = [asyncio.create_task(database.run(slow(n))) for n in range(5)]
    await asyncio.sleep(0)
    await database.close()
    assert keys(file) == {f"k{n}" for n in range(5)}
    await asyncio.gather(*tasks)


async def test_an_instant_without_a_zone_is_refused(database: Database, now: datetime) -> None:
    def row(at: datetime) -> Any:
        async def work(session: Any) -> datetime:
            kept = InboxRow(channel="t", key=str(at), lane="1", payload={}, received_at=at)
            session.add(kept)
            await session.flush()
            await session.refresh(kept)
            return kept.received_at

        return work

    with pytest.raises(StatementError, match="timezone"):
        await database.run(row(now.replace(tzinfo=None)))
    kept = await database.run(row(now))
    assert kept == now
    assert kept.tzinfo is not None
