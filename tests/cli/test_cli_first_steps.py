"""First steps: naming a school that has no name yet, and running without a token."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main

ROOT = Path(__file__).parents[2]


def test_a_name_given_later_is_saved_and_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    assert main(["init", "--yes"]) == 0
    capsys.readouterr()
    assert main(["init", "--yes", "--name", "Trường THCS Thử"]) == 0
    assert capsys.readouterr().out == "Đã lưu tên trường: Trường THCS Thử.\n"
    assert main(["init", "--yes", "--name", "Trường THCS Thử"]) == 0
    assert "giữ nguyên" in capsys.readouterr().out
    assert main(["init", "--yes", "--name", "Trường khác"]) == 1


def test_a_missing_token_is_told_before_the_messengers_library_is_loaded(tmp_path: Path) -> None:
    program = (
        "import sys; from bot.cli import main; code = main(['run']);"
        "assert 'aiogram' not in sys.modules; sys.exit(code)"
    )
    settings = {"DATA_DIR": str(tmp_path), "TELEGRAM_TOKEN": "", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, **settings, "LANG": "vi_VN.UTF-8", "LC_ALL": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith("solienlac: Chưa có mã bot.")
    assert not done.stdout
