"""A school that began with an older version goes on with all it has."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from storage import upgrade
from storage.database import Database

AT_WORK = """
INSERT INTO person (id, full_name, language) VALUES (1, 'Trần Anh Khoa', 'vi');
INSERT INTO account (id, channel, external_id, person_id, linked_at)
    VALUES (1, 'telegram', '5100000001', 1, '2026-11-30 00:30:00');
INSERT INTO outbox (id, channel, chat, method, payload, priority, not_before, status, attempts,
    resent, created_at) VALUES
    (1, 'telegram', '5100000001', 'sendMessage', '{"text": "Đã lưu"}', 0, '2026-11-30 00:40:00',
     'sent', 1, 0, '2026-11-30 00:40:00'),
    (2, NULL, NULL, NULL, NULL, 1, '2026-11-30 00:40:00', 'sending', 1, 0, '2026-11-30 00:40:00'),
    (3, NULL, NULL, NULL, NULL, 1, '2026-11-30 00:40:00', 'queued', 0, 0, '2026-11-30 00:40:00');
"""


@pytest.fixture
async def first_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database as the first version left it, with a teacher and messages at work."""
    file = tmp_path / "old.db"
    folder = tmp_path / "migrations"
    shutil.copytree(upgrade.MIGRATIONS, folder)
    for later in (folder / "versions").glob("*.py"):
        if later.name[:4] > "0001":
            later.unlink()
    with monkeypatch.context() as older:
        older.setattr(upgrade, "MIGRATIONS", folder)
        async with Database(f"sqlite+aiosqlite:///{file}") as database:
            assert await upgrade.upgrade(database.engine)
            assert await upgrade.current(database.engine) == "0001"
    with sqlite3.connect(file) as hand:
        hand.executescript(AT_WORK)
    return file


async def test_what_was_on_its_way_knows_the_messenger_it_went_by(first_version: Path) -> None:
    async with Database(f"sqlite+aiosqlite:///{first_version}") as database:
        assert await upgrade.upgrade(database.engine)
        assert await upgrade.current(database.engine) == upgrade.newest()
        assert not await upgrade.upgrade(database.engine)
    with sqlite3.connect(first_version) as hand:
        rows = hand.execute("SELECT id, status, sent_on, cost, parts FROM outbox ORDER BY id")
        assert rows.fetchall() == [
            (1, "sent", None, 0, 0),
            (2, "sending", "telegram", 0, 0),
            (3, "queued", None, 0, 0),
        ]
        accounts = hand.execute("SELECT external_id, preferred_at FROM account")
        assert accounts.fetchall() == [("5100000001", None)]
