"""Opening a workbook safely: what is not one is told in one line, and nothing is taken on trust.

Sizes are checked in the zip's directory before anything is unpacked, checksums while unpacking,
and the reach of each sheet's cells before it is read, since one stray cell far away would make the
reader build millions of empty ones.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from services.errors import Refusal
from services.importing.cells import Cell

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE
LARGEST_UNPACKED = 200 * MEGABYTE
MOST_ROWS = 20_000
MOST_COLUMNS = 300

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    NotImplementedError,
    ValueError,
)
_SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


class Unreadable(Refusal):
    """The file cannot be taken as a workbook; the key says why."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A sheet as it stands: its name and its rows, the first being row 1."""

    name: str
    rows: Sequence[Sequence[Cell]]


def read(source: Path | bytes) -> list[Raw]:
    """The sheets of an .xlsx workbook; raises `Unreadable` with the reason."""
    data = _bytes(source)
    _check_kind(data)
    _check_zip(data)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            return [
                Raw(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
                for name in book.sheet_names
            ]
    except (CalamineError, ValueError, OSError) as error:
        raise Unreadable("import-file-broken") from error
    except BaseException as error:  # the reader's own panic is not an Exception
        if type(error).__name__ == "PanicException":
            raise Unreadable("import-file-broken") from error
        raise


def _bytes(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        data = source
    else:
        try:
            if source.stat().st_size > LARGEST_FILE:
                raise Unreadable("import-file-huge", limit=LARGEST_FILE // MEGABYTE)
            data = source.read_bytes()
        except FileNotFoundError as error:
            raise Unreadable("import-file-missing", file=str(source)) from error
        except OSError as error:
            raise Unreadable("import-file-unopened", file=str(source)) from error
    if len(data) > LARGEST_FILE:
        raise Unreadable("import-file-huge", limit=LARGEST_FILE // MEGABYTE)
    return data


def _check_kind(data: bytes) -> None:
    if not data:
        raise Unreadable("import-file-empty")
    if data.startswith(OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise Unreadable("import-file-password" if encrypted else "import-file-xls")
    if not data.startswith(b"PK"):
        raise Unreadable("import-file-not-xlsx")


def _check_zip(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
                raise Unreadable("import-file-huge-inside", limit=LARGEST_UNPACKED // MEGABYTE)
            names = {entry.filename.casefold() for entry in entries}
            if "xl/workbook.xml" not in names:
                raise Unreadable("import-file-not-xlsx")
            for entry in entries:
                with archive.open(entry) as packed:  # stops at the stated size, checks the sum
                    content = b"".join(iter(partial(packed.read, MEGABYTE), b""))
                if _SHEETS.fullmatch(entry.filename):
                    _check_reach(content)
    except _DAMAGE as error:
        raise Unreadable("import-file-broken") from error
    except RuntimeError as error:  # zipfile's word for an encrypted entry
        raise Unreadable("import-file-password") from error


def _check_reach(content: bytes) -> None:
    for match in _CELL.finditer(content):
        column = 0
        for letter in match.group(1):
            column = column * 26 + letter - 64
        if int(match.group(2)) > MOST_ROWS or column > MOST_COLUMNS:
            raise Unreadable("import-file-too-many-rows", rows=MOST_ROWS, columns=MOST_COLUMNS)
