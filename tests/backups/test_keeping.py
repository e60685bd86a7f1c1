"""Which backups stay, and a backup held against its list."""

import os
import time
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.backing_up import Backups, kept
from bot.settings import Settings
from storage.backup_archive import BrokenBackupError, unpack
from storage.backup_key import WrongKeyError, key_of, read_key
from storage.files import FileStore

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 30, 2, 0, tzinfo=ZONE)


def named(at: datetime) -> str:
    return f"solienlac-{at:%Y%m%d-%H%M%S}.age"


def test_two_years_of_nights_leave_a_week_five_weeks_and_twelve_months() -> None:
    nights = [named(NOW - timedelta(days=n)) for n in range(730)]
    stay = kept(nights, NOW)
    assert stay >= set(nights[:7])
    assert 7 + 4 + 10 <= len(stay) <= 7 + 5 + 13


@given(some.sets(some.integers(0, 900), max_size=60), some.integers(0, 20))
def test_the_newest_always_stays_and_clearing_again_changes_nothing(
    ages: set[int], later: int
) -> None:
    names = {named(NOW - timedelta(days=age)) for age in ages if age < 360}
    stay = kept(names, NOW)
    assert stay <= names
    assert not names or max(names) in stay
    assert kept(stay, NOW) == stay


def test_other_peoples_files_on_the_stick_are_not_ours() -> None:
    assert kept(["anh-lop.jpg", "solienlac.age", named(NOW)], NOW) == {named(NOW)}


@pytest.fixture
def backups(school: Path, tmp_path: Path) -> Backups:
    (tmp_path / "solienlac.db").write_bytes(school.read_bytes())
    FileStore(tmp_path / "files").put(b"a letter of a family")
    return Backups(Settings(data_dir=tmp_path, database_url="", backup_dir=tmp_path / "usb"))


async def test_what_comes_back_is_what_went_in(backups: Backups, tmp_path: Path) -> None:
    made = await backups.make(NOW)
    assert made.path.name == named(NOW)
    assert made.manifest.files == 1
    assert b"SQLite format" not in made.path.read_bytes()
    assert await backups.prove(made.path) == made.manifest
    assert not list(tmp_path.glob(".backup-*"))


async def test_what_a_killed_process_left_unencrypted_is_cleared(
    backups: Backups, tmp_path: Path
) -> None:
    old, new = tmp_path / ".backup-old", tmp_path / ".backup-new"
    for folder in (old, new):
        folder.mkdir()
        (folder / "solienlac.db").write_bytes(b"names")
    long_ago = time.time() - 3 * 3600
    os.utime(old, (long_ago, long_ago))
    await backups.make(NOW)
    assert (old.exists(), new.exists()) == (False, True)  # another process may be at work in it


async def test_a_damaged_backup_is_found(backups: Backups, tmp_path: Path) -> None:
    made = await backups.make(NOW)
    whole = made.path.read_bytes()
    for at in (10, len(whole) // 2, len(whole) - 5):
        made.path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(BrokenBackupError):
            await backups.prove(made.path)
    made.path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BrokenBackupError):
        await backups.prove(made.path)


async def test_another_key_does_not_open_it(backups: Backups, tmp_path: Path) -> None:
    made = await backups.make(NOW)
    other = key_of(tmp_path / "elsewhere")
    with pytest.raises(BrokenBackupError):
        unpack(made.path, tmp_path / "out", other)


def test_the_key_is_kept_for_its_owner_alone_and_read_from_paper(tmp_path: Path) -> None:
    key = str(key_of(tmp_path))
    assert (tmp_path / "backup.key").stat().st_mode & 0o777 == 0o600
    assert str(key_of(tmp_path)) == key
    assert str(read_key(f"  khóa: {key.lower()}\n")) == key
    with pytest.raises(WrongKeyError):
        read_key("không phải khóa")
