"""The command line in a folder of its own, in this process or as a program."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def error(self) -> str:
        """The one line on stderr."""
        assert len(self.err.splitlines()) == 1, self.err
        return self.err.strip()


Solienlac = Callable[..., Said]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, with no settings but the data folder."""
    for name in ("DATABASE_URL", "LC_ALL", "LC_MESSAGES", "CLOCK_START"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def solienlac(folder: Path, capsys: pytest.CaptureFixture[str]) -> Solienlac:
    """Run a command line in this process."""

    def run(*words: str | Path) -> Said:
        try:
            code = main([str(word) for word in words])
        except SystemExit as exit_:
            code = int(exit_.code or 0)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


@pytest.fixture
def program(folder: Path) -> Solienlac:
    """Run a command line as a program of its own, with nobody at the keyboard."""

    def run(*words: str | Path) -> Said:
        done = subprocess.run(
            [sys.executable, "-m", "bot.cli", *map(str, words)],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return Said(done.returncode, done.stdout, done.stderr)

    return run
