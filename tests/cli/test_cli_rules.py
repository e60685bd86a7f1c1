"""`solienlac rules`: the school's hours and limits of attendance on the command line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.workbooks import pupil, pupils

ROOT = str(Path(__file__).parents[2])


@pytest.fixture
def school(solienlac, folder: Path) -> Path:
    """A small school's database."""
    (folder / "t.xlsx").write_bytes(pupils(pupil(1, code="701", name="Trần Văn An")))
    assert solienlac("import", "--yes", "t.xlsx").code == 0
    return folder / "data" / "solienlac.db"


def test_rules_are_listed_and_changed(solienlac, school: Path) -> None:
    listed = solienlac("rules")
    assert (listed.code, listed.err) == (0, "")
    assert "Vào lớp buổi sáng: 7:15. Ví dụ: sáng 7:15" in listed.out
    assert "Các ngày học: thứ Hai, thứ Ba" in listed.out
    said = solienlac("rules", "--yes", "sáng", "7:00")
    assert (said.code, said.err) == (0, "")
    assert "Đã lưu. Vào lớp buổi sáng: 7:00 (trước đó 7:15)." in said.out
    assert "Vào lớp buổi sáng: 7:00 (trường tự đặt)" in solienlac("rules").out
    assert solienlac("--language", "en", "rules", "--yes", "cut_off", "25").code == 0
    assert solienlac("verify").code == 0


def test_a_slip_is_refused_in_one_line_with_an_example(solienlac, school: Path) -> None:
    for words, example in (
        (("sáng", "19:15"), "sáng 7:15"),
        (("báo vắng", "nhanh"), "báo vắng 20"),
        (("mây", "3"), "sáng 7:15"),
        (("tiết", "70"), "chiều 13:30"),
    ):
        said = solienlac("rules", "--yes", *words)
        assert (said.code, example in said.error) == (1, True), said
    assert "trường tự đặt" not in solienlac("rules").out


def test_before_there_is_a_school_and_where_nobody_can_say_yes(solienlac, folder: Path) -> None:
    said = solienlac("rules")
    assert (said.code, "init" in said.error) == (1, True)


def test_no_messengers_library_is_loaded_for_it(school: Path, folder: Path) -> None:
    code = (
        "import sys; from bot.cli import main\n"
        "assert main(['rules']) == 0\n"
        "loaded = {'aiogram','sandbox','aiohttp','apscheduler'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": ROOT},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
