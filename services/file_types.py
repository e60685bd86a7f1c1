"""Which files are taken for what: told by their name and by their content, never by one alone."""

import io
import unicodedata
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from services.errors import Invalid

MEGABYTE = 1024 * 1024
LONGEST_NAME = 120
OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # Office before 2007, and Office files with a password
_SIGNS = {"pdf": (b"%PDF-",), "jpg": (b"\xff\xd8\xff",), "png": (b"\x89PNG\r\n\x1a\n",)}


class FileType(StrEnum):
    """A type of file that people may send."""

    XLSX = "xlsx"
    PDF = "pdf"
    JPG = "jpg"
    PNG = "png"


MIMES: dict[FileType, str] = {
    FileType.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileType.PDF: "application/pdf",
    FileType.JPG: "image/jpeg",
    FileType.PNG: "image/png",
}
PICTURES = frozenset({FileType.JPG, FileType.PNG})
_ENDINGS = {"jpeg": FileType.JPG} | {kind.value: kind for kind in FileType}


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a file is asked for. `command` takes it in the conversation; `title` is the key of the
    text that says what it is for; `largest` is in bytes."""

    name: str
    command: str
    title: str
    types: frozenset[FileType]
    largest: int = 5 * MEGABYTE

    @property
    def endings(self) -> list[str]:
        """The names' endings that are taken, as people know them."""
        return [f".{ending}" for ending, kind in _ENDINGS.items() if kind in self.types]


SCHOOL_WORKBOOK = Purpose(
    "school-workbook", "nhap", "web-for-school-workbook", frozenset({FileType.XLSX})
)
SCORE_SHEET = Purpose("score-sheet", "nhapdiem", "web-for-score-sheet", frozenset({FileType.XLSX}))
PURPOSES = {purpose.name: purpose for purpose in (SCHOOL_WORKBOOK, SCORE_SHEET)}


def type_by_name(name: str) -> FileType | None:
    """The type that a file's name claims."""
    return _ENDINGS.get(PurePosixPath(name).suffix[1:].casefold())


def type_by_content(data: bytes) -> FileType | None:
    """The type that a file's first bytes, or the list of what is packed in it, show."""
    for ending, signs in _SIGNS.items():
        if data.startswith(signs):
            return FileType(ending)
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                names = {name.casefold() for name in archive.namelist()}
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            return None
        if "xl/workbook.xml" in names:
            return FileType.XLSX
    return None


def plain_name(name: str | None, fallback: str = "file") -> str:
    """A name without folders and control characters, short enough to keep."""
    last = unicodedata.normalize("NFC", name or "").replace("\\", "/").rpartition("/")[2]
    kept = "".join(c for c in last if c.isprintable() and c not in '"<>|:*?').strip(" .")
    if len(kept) > LONGEST_NAME:
        ending = PurePosixPath(kept).suffix[:10]
        kept = kept[: LONGEST_NAME - len(ending)] + ending
    return kept or fallback


def check_size(purpose: Purpose, size: int) -> None:
    """Raise `Invalid` for a file that is empty or too large for its purpose."""
    if size == 0:
        raise Invalid("web-refused-empty")
    if size > purpose.largest:
        raise Invalid("web-refused-large", limit=purpose.largest // MEGABYTE)


def check_file(purpose: Purpose, name: str, data: bytes) -> FileType:
    """The type of a file that may be taken for a purpose; raises `Invalid` with what is wrong."""
    check_size(purpose, len(data))
    told = type_by_name(name)
    if FileType.XLSX in purpose.types and data.startswith(OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise Invalid("import-file-password" if locked else "import-file-xls")
    if told not in purpose.types:
        raise Invalid("web-refused-type", wanted=", ".join(purpose.endings))
    if type_by_content(data) is not told:
        raise Invalid("web-refused-content", ending=f".{told.value}")
    return told
