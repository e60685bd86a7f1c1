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
        return digest

    def put_path(self, path: Path | str) -> str:
        """Keep a copy of the file at `path`; its digest."""
        return self.put(Path(path).read_bytes())

    def get(self, digest: str) -> bytes:
        """The bytes behind a digest; raises `FileNotFoundError` where they are gone."""
        return self._path(digest).read_bytes()
