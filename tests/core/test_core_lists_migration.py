"""Class lists and groups of a school at work are kept by the upgrade."""

import sqlite3
from pathlib import Path

import pytest

from storage import upgrade
from storage.database import Database
from tests.support.older import older_database

AT_WORK = """
INSERT INTO school_year (id, name, starts, ends)
    VALUES (1, '2026-2027', '2026-09-01', '2027-05-31');
INSERT INTO school_class (id, year_id, name, grade) VALUES (1, 1, '7A1', 7);
INSERT INTO pupil (id, code, full_name) VALUES (1, 'HS001', 'Nguyễn Thị Ngọc Lan');
INSERT INTO enrolment (id, pupil_id, class_id, list_number, starts, ends, outcome)
    VALUES (5, 1, 1, 15, '2026-09-01', '2026-10-04', 'dropped_out');
INSERT INTO activity_group (id, year_id, name, kind, label)
    VALUES (1, 1, 'CLB Cờ vua', 'club', 'CLB');
INSERT INTO group_member (group_id, pupil_id, starts) VALUES (1, 1, '2026-09-01');
"""


@pytest.fixture
async def before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database as the version before left it."""
    return await older_database(tmp_path, monkeypatch, "0004", AT_WORK)


async def test_who_comes_back_may_have_the_old_number(before: Path) -> None:
    async with Database(f"sqlite+aiosqlite:///{before}") as database:
        assert await upgrade.upgrade(database.engine)
    with sqlite3.connect(before) as hand:
        again = (
            "INSERT INTO enrolment (pupil_id, class_id, list_number, starts) VALUES (1, 1, 15, ?)"
        )
        hand.execute(again, ("2026-11-30",))
        kept = hand.execute("SELECT id, list_number, starts, ends, outcome FROM enrolment")
        assert kept.fetchall() == [
            (5, 15, "2026-09-01", "2026-10-04", "dropped_out"),
            (6, 15, "2026-11-30", None, None),
        ]
        assert hand.execute("SELECT name, ends FROM activity_group").fetchall() == [
            ("CLB Cờ vua", None)
        ]
        assert hand.execute("SELECT count(*) FROM group_member").fetchone() == (1,)
        assert hand.execute("PRAGMA foreign_key_check").fetchall() == []
        with pytest.raises(sqlite3.IntegrityError):
            hand.execute(again, ("2026-11-30",))
