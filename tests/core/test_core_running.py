"""`run` on this machine: one bot a database, upgraded after a copy, clear words when it cannot."""

import asyncio
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from bot.channels.telegram import Telegram, TokenRefusedError
from bot.cli import main
from bot.cli_database import bring_up_to_date
from bot.lock import AlreadyRunning, hold
from bot.running import bot_on
from bot.settings import Settings
from services.errors import Refusal
from storage import upgrade
from storage.database import Database
from storage.files import FileStore
from tests.support.sandbox import sandbox_server

ROOT = Path(__file__).parents[2]
HOLD = """
import sys, time
from pathlib import Path
from bot.lock import hold
kept = hold(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""
NEWEST = upgrade.newest()
NEXT = "9001"
ONE_MORE = f"""
from alembic import op
import sqlalchemy as sa
revision, down_revision, branch_labels, depends_on = "{NEXT}", "{NEWEST}", None, None
def upgrade():
    op.add_column("setting", sa.Column("note", sa.String(20)))
"""


TOKEN = "4200000004:AAH-token-of-an-invented-school-0000000"
NOBODY = "http://127.0.0.1:9"  # where no messenger answers


@pytest.mark.parametrize(("token", "said"), [("", "no bot token"), ("no token", "BotFather")])
def test_without_a_good_token_it_says_so_in_one_line(
    token: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("TELEGRAM_TOKEN", token)
    assert main(["--language", "en", "run"]) != 0
    told = capsys.readouterr().err.strip()
    assert said in told
    assert len(told.splitlines()) == 1
    assert not (tmp_path / "solienlac.db").exists()


async def test_a_token_that_telegram_does_not_know_ends_the_program(tmp_path: Path) -> None:
    async with sandbox_server(tmp_path / "sandbox") as url:
        channel = Telegram("0:no-bot", url, FileStore(tmp_path))
        with pytest.raises(TokenRefusedError):
            await channel.start()
        await channel.stop()


async def test_a_second_bot_on_the_same_database_is_refused(file: Path, tmp_path: Path) -> None:
    settings = Settings(
        _env_file=None, data_dir=tmp_path, telegram_token=TOKEN, telegram_api_base=NOBODY
    )
    async with Database(settings.url) as database, bot_on(settings, database):
        with pytest.raises(AlreadyRunning):
            async with bot_on(settings, database):
                pass
    async with Database(settings.url) as database, bot_on(settings, database):
        pass  # the first has let go


def test_a_stop_is_heard_while_no_messenger_answers(file: Path, tmp_path: Path) -> None:
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "SYSTEMROOT")}
    settings = {"DATA_DIR": str(tmp_path), "TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_BASE": NOBODY}
    bot = subprocess.Popen(
        [sys.executable, "-m", "bot.cli", "run"],
        cwd=tmp_path,
        env=kept | {"PYTHONPATH": str(ROOT)} | settings,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert bot.stderr
        assert "does not answer" in bot.stderr.readline()
        bot.send_signal(signal.SIGTERM)
        assert bot.wait(25) == 0
    finally:
        bot.kill()
        bot.communicate()


def test_the_lock_is_free_again_after_a_sudden_death(tmp_path: Path) -> None:
    lock = tmp_path / "solienlac.lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout
    assert holder.stdout.readline().strip() == "held"
    with pytest.raises(AlreadyRunning):
        hold(lock)
    holder.kill()
    holder.communicate()
    hold(lock).close()


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A version of the program that has one migration more."""
    folder = tmp_path / "migrations"
    shutil.copytree(upgrade.MIGRATIONS, folder)
    (folder / "versions" / f"{NEXT}_note.py").write_text(ONE_MORE)
    monkeypatch.setattr(upgrade, "MIGRATIONS", folder)


async def standing(file: Path) -> str | None:
    """The number that a database stands at."""
    async with Database(f"sqlite+aiosqlite:///{file}") as database:
        return await upgrade.current(database.engine)


async def test_an_older_database_is_upgraded_after_a_copy(
    file: Path, tmp_path: Path, now: datetime, next_version: None
) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path)
    with sqlite3.connect(file) as hand:
        hand.execute("INSERT INTO setting (key, value) VALUES ('school', '\"Nguyễn Du\"')")
    did, copy = await bring_up_to_date(settings, now)
    assert did
    assert copy == tmp_path / "backups" / f"solienlac-{NEWEST}-20261130-074000.db"
    assert await standing(copy) == NEWEST
    assert await standing(file) == NEXT
    for each in (file, copy):
        with sqlite3.connect(each) as hand:
            assert hand.execute("SELECT value FROM setting").fetchall() == [('"Nguyễn Du"',)]
    assert await bring_up_to_date(settings, now) == (False, None)


async def test_a_migration_that_fails_changes_nothing(
    file: Path, tmp_path: Path, now: datetime, next_version: None
) -> None:
    broken = ONE_MORE + '    op.execute("SELECT nothing FROM nowhere")\n'
    (upgrade.MIGRATIONS / "versions" / f"{NEXT}_note.py").write_text(broken)
    with pytest.raises(Exception, match="nowhere"):
        await bring_up_to_date(Settings(_env_file=None, data_dir=tmp_path), now)
    assert await standing(file) == NEWEST
    with sqlite3.connect(file) as hand:
        assert "note" not in [c[1] for c in hand.execute("PRAGMA table_info(setting)")]


async def test_a_database_of_a_newer_version_is_left_alone(
    file: Path, tmp_path: Path, now: datetime
) -> None:
    with sqlite3.connect(file) as hand:
        hand.execute("UPDATE alembic_version SET version_num = '0999'")
    with pytest.raises(Refusal) as told:
        await bring_up_to_date(Settings(_env_file=None, data_dir=tmp_path), now)
    assert told.value.key == "cli-database-newer"
    assert not (tmp_path / "backups").exists()


async def test_a_fresh_machine_gets_its_tables_without_a_copy(
    tmp_path: Path, now: datetime
) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path / "new")
    assert await bring_up_to_date(settings, now) == (True, None)
    assert await asyncio.to_thread((tmp_path / "new" / "solienlac.db").exists)
