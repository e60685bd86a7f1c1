"""One running bot per SQLite file: a lock that the system lets go of when the process dies."""

from pathlib import Path
from typing import IO

from services.errors import Refusal


class AlreadyRunning(Refusal):
    """Another bot is running on this database."""

    def __init__(self, path: Path) -> None:
        super().__init__("already-running", path=str(path))


def hold(path: Path) -> IO[str]:
    """Hold the lock until the returned file is closed; raises `AlreadyRunning`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("a+")
    try:
        _lock(file)
    except OSError as error:
        file.close()
        raise AlreadyRunning(path) from error
    return file


def _lock(file: IO[str]) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]  # Windows only
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
