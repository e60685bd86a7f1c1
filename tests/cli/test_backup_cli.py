"""`backup`, `restore`, `migrate-data`: the school comes back, nothing is overwritten."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.files import FileStore
from tests.support.workbooks import pupil, pupils


@pytest.fixture
def school(solienlac, folder: Path) -> Path:
    """A small school's data folder, with a file in it."""
    (folder / "t.xlsx").write_bytes(pupils(pupil(1, code="701", name="Trần Văn An")))
    assert solienlac("import", "--yes", "t.xlsx").code == 0
    FileStore(folder / "data" / "files").put(b"a letter")
    return folder / "data"


def saved(school: Path) -> Path:
    return next((school / "backups").glob("*.age"))


def rows(database: Path, statement: str) -> list:
    with closing(sqlite3.connect(database)) as opened:
        return opened.execute(statement).fetchall()


def test_a_school_comes_back_on_another_pc(solienlac, school: Path, folder: Path, monkeypatch):
    said = solienlac("backup")
    assert (said.code, said.err) == (0, "")
    assert "backup.key" in said.out
    assert "backup.key" not in solienlac("backup").out.split("Đã sao lưu")[-1]
    key = solienlac("backup", "--key").out.strip()
    assert "nguyên vẹn" in solienlac("backup", "--prove").out
    monkeypatch.setenv("DATA_DIR", str(folder / "new"))
    bare = solienlac("restore", "--yes", saved(school))
    assert (bare.code, "AGE-SECRET-KEY" in bare.error) == (1, True)
    said = solienlac("restore", "--yes", saved(school), "--key", key)
    assert (said.code, said.err) == (0, "")
    names = "SELECT full_name FROM person ORDER BY id"
    assert rows(folder / "new" / "solienlac.db", names) == rows(school / "solienlac.db", names)
    assert solienlac("verify").code == 0
    assert len(list((folder / "new" / "files").glob("??/*"))) == 1
    again = solienlac("restore", "--yes", saved(school), "--key", key)
    assert (again.code, "đã có dữ liệu" in again.error) == (1, True)


def test_what_was_due_before_is_not_said_a_second_time(
    solienlac, school: Path, folder: Path, monkeypatch
):
    with closing(sqlite3.connect(school / "solienlac.db")) as hand, hand:
        hand.executescript(
            "INSERT INTO outbox (id, chat, method, payload, priority, not_before, status, attempts,"
            " resent, created_at) VALUES"
            " (1, '5', 'sendMessage', '{}', 0, '2020-01-01', 'queued', 0, 0, '2020-01-01'),"
            " (2, '5', 'sendMessage', '{}', 0, '2099-01-01', 'queued', 0, 0, '2020-01-01');"
        )
    solienlac("backup")
    monkeypatch.setenv("DATA_DIR", str(folder / "new"))
    solienlac("restore", "--yes", saved(school), "--key", school / "backup.key")
    found = rows(folder / "new" / "solienlac.db", "SELECT status, error FROM outbox ORDER BY id")
    assert found == [("uncertain", "restored"), ("queued", None)]


def test_a_file_that_is_no_backup_is_one_line(solienlac, school: Path, folder: Path, monkeypatch):
    (folder / "x.age").write_bytes(b"no backup")
    solienlac("backup", "--key")
    monkeypatch.setenv("DATA_DIR", str(folder / "new"))
    said = solienlac("restore", "--yes", "x.age", "--key", school / "backup.key")
    assert (said.code, "không đọc được" in said.error) == (1, True)
    missing = solienlac("restore", "--yes", "y.age", "--key", school / "backup.key")
    assert (missing.code, "y.age" in missing.error) == (1, True)
    assert not (folder / "new" / "solienlac.db").exists()


def test_nothing_to_prove_and_no_school(solienlac, school: Path, folder: Path, monkeypatch):
    said = solienlac("backup", "--prove")
    assert (said.code, "Chưa có bản sao lưu" in said.error) == (1, True)
    monkeypatch.setenv("DATA_DIR", str(folder / "none"))
    assert "solienlac init" in solienlac("backup").error


def test_doctor_knows_how_old_it_is(solienlac, school: Path):
    assert "Chưa có bản sao lưu nào" in solienlac("doctor").out
    solienlac("backup")
    out = solienlac("doctor").out
    assert "cách đây 0 giờ" in out
    assert "cùng ổ với dữ liệu" in out


def test_data_moves_to_another_database_once(solienlac, school: Path, folder: Path):
    target = f"sqlite+aiosqlite:///{folder / 'other.db'}"
    said = solienlac("migrate-data", target, "--yes")
    assert (said.code, "số dòng khớp" in said.out) == (0, True)
    assert "đã có dữ liệu" in solienlac("migrate-data", target, "--yes").error
    same = f"sqlite+aiosqlite:///{school / 'solienlac.db'}"
    assert "là một" in solienlac("migrate-data", same, "--yes").error
