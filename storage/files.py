"""Files by their content: a folder outside the database, each file named by its SHA-256."""

import hashlib
import os
import tempfile
from pathlib import Path


class FileStore:
    """Keeps bytes under `folder`; the same content is kept once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest

    def put(self, data: bytes) -> str:
        """Keep `data` so that it survives a power cut; its digest."""
        digest = hashlib.sha256(data).hexdigest()
        path = self._path(digest)
        if path.exists():
            return digest
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
        _keep_name(path.parent)
        return digest

    def put_path(self, path: Path | str) -> str:
        """Keep a copy of the file at `path`; its digest."""
        return self.put(Path(path).read_bytes())

    def get(self, digest: str) -> bytes:
        """The bytes behind a digest; raises `FileNotFoundError` where they are gone."""
        return self._path(digest).read_bytes()

    def size(self, digest: str) -> int:
        """How many bytes are behind a digest; raises `FileNotFoundError` where they are gone."""
        return self._path(digest).stat().st_size


def _keep_name(folder: Path) -> None:
    """Make the folder's entry for a new file last, where the system knows how."""
    if not hasattr(os, "O_DIRECTORY"):  # Windows keeps it by itself
        return
    for each in (folder, folder.parent):
        handle = os.open(each, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
