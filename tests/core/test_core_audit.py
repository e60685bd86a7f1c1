"""The audit chain: whatever is done to it behind the program's back is found and named."""

import asyncio
import shutil
import sqlite3
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from storage import audit
from storage.audit import ChainReport
from storage.database import Database
from tests.support.empty_database import NOW

VALUES = some.one_of(some.none(), some.integers(-9, 99), some.text(max_size=6), some.booleans())
ENTRIES = some.lists(
    some.fixed_dictionaries(
        {
            "action": some.sampled_from(["roll.save", "score.change", "notice.decide"]),
            "subject": some.integers(1, 40).map("pupil:{}".format),
            "details": some.dictionaries(some.text(max_size=5), VALUES, max_size=3),
        }
    ),
    min_size=2,
    max_size=7,
)


def write(file: Path, entries: list[dict[str, Any]]) -> None:
    """A chain of these entries."""

    async def work() -> None:
        async with Database(f"sqlite+aiosqlite:///{file}") as database:

            async def append(session: Any) -> None:
                for number, entry in enumerate(entries):
                    at = NOW + timedelta(seconds=number, microseconds=7 * number)
                    await audit.append(session, at=at, actor_id=None, **entry)

            await database.run(append)

    asyncio.run(work())


def check(file: Path) -> ChainReport:
    """What `verify` says."""

    async def work() -> ChainReport:
        async with Database(f"sqlite+aiosqlite:///{file}") as database:
            return await database.run(audit.verify)

    return asyncio.run(work())


TAMPERINGS = {
    "action": "UPDATE audit_event SET action = action || 'x' WHERE id = :id",
    "subject": "UPDATE audit_event SET subject = 'pupil:99' WHERE id = :id",
    "details": """UPDATE audit_event SET details = '{"new": 10}' WHERE id = :id""",
    "at": "UPDATE audit_event SET at = '2020-01-01 00:00:00.000000' WHERE id = :id",
    "hash": "UPDATE audit_event SET hash = replace(hash, substr(hash, 1, 1), 'z') WHERE id = :id",
    "previous": "UPDATE audit_event SET previous = 'f' || substr(previous, 2, 62) || 'z'"
    " WHERE id = :id",
}


@settings(max_examples=25, deadline=None)
@given(ENTRIES, some.data())
def test_an_altered_row_is_named(empty: Path, entries: list[dict[str, Any]], data: Any) -> None:
    bad = data.draw(some.integers(1, len(entries)))
    what = data.draw(some.sampled_from(sorted(TAMPERINGS)))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(shutil.copy(empty, folder))
        write(file, entries)
        assert check(file) == ChainReport(len(entries))
        with sqlite3.connect(file) as hand:
            hand.execute(TAMPERINGS[what], {"id": bad})
        report = check(file)
    assert report.bad_id == bad
    assert report.fault == ("link" if what == "previous" else "content")
    assert report.entries == bad - 1


@settings(max_examples=10, deadline=None)
@given(ENTRIES, some.data())
def test_a_removed_row_is_missed(empty: Path, entries: list[dict[str, Any]], data: Any) -> None:
    gone = data.draw(some.integers(1, len(entries) - 1))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(shutil.copy(empty, folder))
        write(file, entries)
        with sqlite3.connect(file) as hand:
            hand.execute("DELETE FROM audit_event WHERE id = ?", (gone,))
        gap = check(file)
        with sqlite3.connect(file) as hand:  # moving the rest up does not hide it
            rest = [id for (id,) in hand.execute("SELECT id FROM audit_event ORDER BY id")]
            for id in rest:
                if id > gone:
                    hand.execute("UPDATE audit_event SET id = id - 1 WHERE id = ?", (id,))
        moved = check(file)
    assert (gap.bad_id, gap.fault) == (gone + 1, "gap")
    assert (moved.bad_id, moved.fault) == (gone, "link")


@pytest.mark.parametrize("place", [1, 2, 4])
def test_an_inserted_row_is_found(file: Path, place: int) -> None:
    write(file, [{"action": "roll.save", "subject": f"roll:{n}"} for n in range(3)])
    with sqlite3.connect(file) as hand:
        rows = hand.execute("SELECT id FROM audit_event WHERE id >= ? ORDER BY id DESC", (place,))
        for (id,) in rows.fetchall():
            hand.execute("UPDATE audit_event SET id = id + 1 WHERE id = ?", (id,))
        hand.execute(
            "INSERT INTO audit_event (id, at, action, subject, details, previous, hash)"
            " SELECT ?, at, 'score.change', subject, details, previous, hash FROM audit_event"
            " LIMIT 1",
            (place,),
        )
    report = check(file)
    assert report.bad_id == place
    assert report.fault in ("link", "content")


def test_an_empty_chain_is_whole(file: Path) -> None:
    assert check(file) == ChainReport(0)
