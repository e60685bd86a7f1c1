"""A school moves to PostgreSQL, is backed up there and comes back on either database."""

import asyncio
import secrets
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main
from storage.database import Database
from storage.school_settings import put, revision
from tests.support.postgres import moved, new_database

Command = Callable[..., str]


@pytest.fixture
def solienlac(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> Command:
    """Run a command on a database, which must go well; what it printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    monkeypatch.delenv("CLOCK_START", raising=False)

    def run(folder: str, url: str, *words: str) -> str:
        monkeypatch.setenv("DATA_DIR", str(tmp_path / folder))
        monkeypatch.setenv("DATABASE_URL", url)
        code = main(list(words))
        said = capsys.readouterr()
        assert code == 0, said.err
        return said.out

    return run


def name() -> str:
    return f"b{secrets.token_hex(6)}"


def test_from_sqlite_to_postgres_and_back(
    solienlac: Command, server: str, school: Path, tmp_path: Path
) -> None:
    there = asyncio.run(new_database(server, name()))
    sqlite = f"sqlite+aiosqlite:///{school}"
    said = solienlac("pc", sqlite, "migrate-data", there, "--yes")
    assert "số dòng khớp, chuỗi nhật kí nguyên vẹn" in said
    assert "nguyên vẹn" in solienlac("pc", there, "verify")
    assert "Đã sao lưu" in solienlac("pc", there, "backup")
    backup = next((tmp_path / "pc" / "backups").glob("*.age"))
    key = str(tmp_path / "pc" / "backup.key")
    solienlac("new", "", "restore", str(backup), "--key", key, "--yes")
    assert "nguyên vẹn" in solienlac("new", "", "verify")
    again = asyncio.run(new_database(server, name()))
    solienlac("other", again, "restore", str(backup), "--key", key, "--yes")
    assert "nguyên vẹn" in solienlac("other", again, "verify")


async def test_what_is_written_after_the_move_gets_numbers_of_its_own(
    server: str, school: Path
) -> None:
    """Sequences go on after the highest number that came along."""
    url = await moved(server, name(), school)
    async with Database(url) as database:
        from storage import audit

        async def work(session):
            from datetime import UTC, datetime

            from storage import backups

            await put(session, "test.key", {"a": 1})
            now = datetime.now(UTC)
            await backups.add(session, "asked", now)
            await audit.append(
                session, at=now, actor_id=None, action="test", subject="test", details={}
            )
            return await revision(session)

        await database.run(work)
        report = await database.run(audit.verify)
        assert report.fault is None


def test_a_second_bot_on_the_same_database_is_refused(
    solienlac: Command, server: str, school: Path
) -> None:
    from bot.postgres_lock import AlreadyServedError, held

    url = asyncio.run(new_database(server, name()))

    async def two() -> None:
        async with Database(url) as first, Database(url) as second, held(first, "here"):
            with pytest.raises(AlreadyServedError):
                async with held(second, "here"):
                    pass
        async with Database(url) as third, held(third, "here"):
            pass

    asyncio.run(two())
