"""Requests for leave of a school that began before leave had kinds are kept as they were."""

import sqlite3
from pathlib import Path

import pytest

from storage import upgrade
from storage.database import Database
from tests.support.older import older_database

AT_WORK = """
INSERT INTO person (id, full_name, language) VALUES (1, 'Nguyễn Diệu Thủy', 'vi');
INSERT INTO school_year (id, name, starts, ends)
    VALUES (1, '2026-2027', '2026-09-01', '2027-05-31');
INSERT INTO school_class (id, year_id, name, grade) VALUES (1, 1, '7A1', 7);
INSERT INTO pupil (id, code, full_name) VALUES (1, 'HS001', 'Nguyễn Thị Ngọc Lan');
INSERT INTO roll_call (id, list_key, class_id, day, half, kind, on_roll, version, withdrawn,
    taken_by, taken_at) VALUES (1, 'class:1', 1, '2026-11-30', 'morning', 'main', 39, 1, 0, 1,
    '2026-11-30 00:40:00');
INSERT INTO leave_request (id, pupil_id, from_day, to_day, half, reason, asked_by, asked_at, status)
    VALUES (1, 1, '2026-11-30', '2026-11-30', 'morning', 'sick', 1, '2026-11-30 00:50:00', 'asked');
INSERT INTO absence_case (id, roll_id, pupil_id, round, status, opened_at, known_at, leave_id)
    VALUES (1, 1, 1, 1, 'on_leave', '2026-11-30 00:41:00', '2026-11-30 00:40:00', 1);
"""


@pytest.fixture
async def before_leave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database as the version before left it: an alert that a request for leave has answered."""
    return await older_database(tmp_path, monkeypatch, "0003", AT_WORK)


async def test_what_waited_for_an_answer_still_waits(before_leave: Path) -> None:
    async with Database(f"sqlite+aiosqlite:///{before_leave}") as database:
        assert await upgrade.upgrade(database.engine)
        assert await upgrade.current(database.engine) == upgrade.newest()
    with sqlite3.connect(before_leave) as hand:
        kept = hand.execute(
            "SELECT kind, half, reason, status, is_long, part_of, disputed_by FROM leave_request"
        )
        assert kept.fetchall() == [("leave", "morning", "sick", "asked", 0, None, None)]
        assert hand.execute("SELECT leave_id FROM absence_case").fetchall() == [(1,)]
        assert hand.execute("PRAGMA foreign_key_check").fetchall() == []
