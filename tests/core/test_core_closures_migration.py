"""A school that began before lessons could be called off keeps the days that it had moved."""

import sqlite3
from pathlib import Path

import pytest

from storage import upgrade
from storage.database import Database
from tests.support.older import older_database

AT_WORK = """
INSERT INTO person (id, full_name, language) VALUES (1, 'Nguyễn Văn Hiển', 'vi');
INSERT INTO day_override (day, is_school_day, note) VALUES ('2026-12-05', 1, 'học bù');
INSERT INTO day_override (day, is_school_day, note) VALUES ('2026-12-04', 0, NULL);
"""


@pytest.fixture
async def before_closures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database as the version before left it."""
    return await older_database(tmp_path, monkeypatch, "0004", AT_WORK)


async def test_the_days_that_were_moved_follow_their_own_timetable(before_closures: Path) -> None:
    async with Database(f"sqlite+aiosqlite:///{before_closures}") as database:
        assert await upgrade.upgrade(database.engine)
        assert await upgrade.current(database.engine) == upgrade.newest()
    with sqlite3.connect(before_closures) as hand:
        kept = hand.execute("SELECT day, is_school_day, note, follows FROM day_override")
        assert sorted(kept) == [("2026-12-04", 0, None, None), ("2026-12-05", 1, "học bù", None)]
        assert hand.execute("SELECT count(*) FROM closure").fetchone() == (0,)
        assert hand.execute("PRAGMA foreign_key_check").fetchall() == []
