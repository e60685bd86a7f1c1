"""Files that bots and people have sent.

The bytes lie once per content in a folder; a file id points at them. Nothing is drawn or scaled:
of a picture only the size is read, from the first bytes of the usual formats.
"""

import hashlib
import mimetypes
import secrets
import struct
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from pathlib import Path

from sandbox.store import Json, Store

PREFIXES = {"photo": "AgACAgUAAxkBAA", "document": "BQACAgUAAxkBAA"}


@dataclass
class StoredFile:
    """One file id: the same bytes may have several."""

    id: str
    unique: str
    kind: str
    digest: str
    size: int
    name: str
    mime: str
    width: int = 0
    height: int = 0
    number: int = 0

    @property
    def path(self) -> str:
        """The `file_path` that getFile gives."""
        folder = "photos" if self.kind == "photo" else "documents"
        return f"{folder}/file_{self.number}{Path(self.name).suffix}"

    def record(self) -> Json:
        """The facts to keep."""
        return dict(vars(self))


class Media:
    """All files, by id and by path."""

    def __init__(self, folder: Path, store: Store) -> None:
        """Read the index back; `folder` holds the bytes."""
        self._folder = folder
        self._store = store
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        folder.mkdir(parents=True, exist_ok=True)
        for _, record in store.load("file"):
            self._index(StoredFile(**record))
        self._next = max((f.number for f in self._by_id.values()), default=-1) + 1

    def save(self, data: bytes, name: str, kind: str, mime: str | None = None) -> StoredFile:
        """Keep bytes as a `photo` or a `document`."""
        digest = hashlib.sha256(data).hexdigest()
        place = self._folder / digest
        if not place.exists():
            draft = place.with_suffix(".part")
            draft.write_bytes(data)
            draft.rename(place)
        guess = mimetypes.guess_type(name)[0]
        if not mime or mime == "application/octet-stream":
            mime = guess or "application/octet-stream"
        unique = urlsafe_b64encode(bytes.fromhex(digest[:22])).decode().rstrip("=")
        width, height = picture_size(data) or (0, 0)
        number, self._next = self._next, self._next + 1
        file_id = PREFIXES[kind] + secrets.token_urlsafe(33)
        file = StoredFile(
            file_id, unique, kind, digest, len(data), name, mime, width, height, number
        )
        self._index(file)
        self._store.put("file", file.id, file)
        return file

    def get(self, file_id: str) -> StoredFile | None:
        """A file by its id; of a photo's smaller sizes too (`id-90`)."""
        return self._by_id.get(file_id) or self._by_id.get(file_id.rpartition("-")[0])

    def at(self, path: str) -> StoredFile | None:
        """A file by the path that getFile gave."""
        return self._by_path.get(path)

    def bytes_of(self, file: StoredFile) -> Path:
        """Where its bytes lie."""
        return self._folder / file.digest

    def _index(self, file: StoredFile) -> None:
        self._by_id[file.id] = file
        self._by_path[file.path] = file


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, JPEG, GIF, WebP or BMP; None for anything else."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        return struct.unpack("<HH", data[6:10])
    if data[:2] == b"BM" and len(data) >= 26:
        width, height = struct.unpack("<ii", data[18:26])
        return width, abs(height)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP" and len(data) >= 30:
        return _webp_size(data)
    if data[:2] == b"\xff\xd8":
        return _jpeg_size(data)
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None
