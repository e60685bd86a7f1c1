"""Errors are one line on stderr with an exit code; nothing is half done."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.workbooks import pupil, pupils


@pytest.fixture
def school(solienlac, folder: Path) -> Path:
    """A small school's database."""
    (folder / "t.xlsx").write_bytes(pupils(pupil(1, code="701", name="Trần Văn An")))
    assert solienlac("import", "--yes", "t.xlsx").code == 0
    other = pupil(1, code="701", name="Trần Văn An", status="Chuyển đi")
    (folder / "t.xlsx").write_bytes(pupils(other, pupil(2, code="702", name="Lê Thị Bình")))
    assert solienlac("import", "--yes", "t.xlsx").code == 0
    return folder / "data" / "solienlac.db"


def change(database: Path, statement: str) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "rỗng"),
        (b"a;b;c", ".xlsx"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"PK\x03\x04broken", "hỏng"),
    ],
)
def test_a_bad_file_is_one_line_and_changes_nothing(
    solienlac, folder: Path, content: bytes, word: str
) -> None:
    (folder / "t.xlsx").write_bytes(content)
    said = solienlac("import", "--yes", "t.xlsx")
    assert said.code == 1
    assert word in said.error
    assert said.out == ""
    assert not (folder / "data").exists()


def test_no_school_yet(solienlac, folder: Path) -> None:
    for command in ("verify", "export", "upgrade"):
        said = solienlac(command)
        assert (said.code, "solienlac init" in said.error) == (1, True)
    assert not (folder / "data").exists()


def test_a_misspelt_command_and_a_missing_file(solienlac) -> None:
    assert solienlac("inport").code == 2
    assert solienlac("import").code == 1
    assert "none.xlsx" in solienlac("import", "none.xlsx").error
    assert "no file" in solienlac("import", "none.xlsx", "--language", "en").error


def test_every_command_is_listed_and_explains_itself(solienlac) -> None:
    said = solienlac()
    for command in ("demo", "run", "sandbox", "init", "import", "export", "invite", "verify"):
        assert f"\n    {command}" in said.out
    for command in ("init", "import", "export", "verify", "upgrade"):
        assert solienlac(command, "--help").code == 0
    assert "The school" not in said.out
    assert "the school's assistant" in solienlac("--language", "en").out


def test_a_bad_setting_is_named(solienlac, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANDBOX_PORT", "eighty")
    assert "SANDBOX_PORT" in solienlac("verify").error


def test_a_file_that_is_no_database(solienlac, folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "solienlac.db").write_text("this is not a database" * 100)
    for command in (["verify"], ["init"], ["upgrade"]):
        said = solienlac(*command)
        assert (said.code, "Cơ sở dữ liệu" in said.error) == (1, True)


def test_debug_shows_where_a_fault_came_from(solienlac, folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "solienlac.db").write_text("this is not a database" * 100)
    assert "Traceback" in solienlac("verify", "--debug").err


def test_an_altered_entry_is_named(solienlac, school: Path) -> None:
    assert "nguyên vẹn" in solienlac("verify").out
    change(school, "UPDATE audit_event SET subject = 'pupil:2' WHERE action = 'import.ended'")
    [(bad,)] = sqlite3.connect(school).execute(
        "SELECT id FROM audit_event WHERE action = 'import.ended'"
    )
    said = solienlac("verify")
    assert said.code == 1
    assert f"số {bad} " in said.error
    assert "import.ended" in said.error


def test_a_removed_entry_is_found(solienlac, school: Path) -> None:
    change(school, "DELETE FROM audit_event WHERE id = 2")
    said = solienlac("verify", "--language", "en")
    assert (said.code, "missing" in said.error) == (1, True)


def test_a_reference_to_nobody_is_found(solienlac, school: Path) -> None:
    change(school, "UPDATE enrolment SET pupil_id = 999 WHERE id = 1")
    said = solienlac("verify")
    assert said.code == 1
    assert "enrolment" in said.out


def test_upgrade_has_nothing_to_do(solienlac, school: Path) -> None:
    said = solienlac("upgrade")
    assert (said.code, said.err) == (0, "")
    assert not (school.parent / "backups").exists()


def test_upgrade_copies_before_it_begins(solienlac, school: Path) -> None:
    """The number is one that no version knows, so the upgrade itself fails after the copy."""
    change(school, "UPDATE alembic_version SET version_num = '0000'")
    assert "upgrade" in solienlac("export", "ra.xlsx").error
    assert solienlac("upgrade", "--yes").code == 1
    [copy] = (school.parent / "backups").iterdir()
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM pupil").fetchone() == (2,)


def test_a_database_of_a_newer_version_is_left_alone(solienlac, school: Path) -> None:
    change(school, "UPDATE alembic_version SET version_num = '9999'")
    for command in (["verify"], ["upgrade", "--yes"], ["import", "t.xlsx"]):
        said = solienlac(*command)
        assert (said.code, "9999" in said.error) == (1, True)


def test_a_data_folder_that_is_a_file_is_told(solienlac, folder: Path) -> None:
    shutil.copy(__file__, folder / "data")  # a file where the folder should be
    (folder / "t.xlsx").write_bytes(pupils(pupil(1, code="701", name="Trần Văn An")))
    said = solienlac("import", "--yes", "t.xlsx")
    assert said.code == 1
    assert said.error.startswith("solienlac: ")


def test_commands_that_do_not_talk_never_load_a_messenger(folder: Path) -> None:
    (folder / "t.xlsx").write_bytes(pupils(pupil(1, code="701", name="Trần Văn An")))
    code = (
        "import sys; from bot.cli import main\n"
        "for line in (['import','--yes','t.xlsx'], ['verify'], ['export','o.xlsx']):\n"
        "    assert main(line) == 0\n"
        "loaded = {'aiogram','sandbox','aiohttp','apscheduler'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": root},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
