"""Naming a school whose database was made without a name."""

from pathlib import Path

import pytest

from bot.cli import main


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
