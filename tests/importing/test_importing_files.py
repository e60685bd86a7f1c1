"""Files that are no workbook: told in one line by its key, and nothing is read from them."""

import contextlib
import io
import random
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from services.importing import Unreadable, read_tables
from services.importing.workbook import LARGEST_FILE, LARGEST_UNPACKED, MOST_ROWS
from tests.support.school import SAMPLE
from tests.support.workbooks import workbook


def reason(source: bytes | Path) -> str:
    with pytest.raises(Unreadable) as refused:
        read_tables(source)
    return refused.value.key


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "import-file-empty"),
        ("Họ tên;Lớp\nAn;7A1\n".encode(), "import-file-not-xlsx"),
        (b"%PDF-1.7 ...", "import-file-not-xlsx"),
        (OLE, "import-file-xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "import-file-password"),
        (zipped(word__document_xml=b"<w/>"), "import-file-not-xlsx"),
        (zipped(xl__workbook_xml=b"<not closed"), "import-file-broken"),
        (b"PK\x03\x04 and then nothing", "import-file-broken"),
    ],
)
def test_what_is_no_workbook_says_what_it_is(content: bytes, key: str) -> None:
    assert reason(content) == key


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert reason(tmp_path / "none.xlsx") == "import-file-missing"
    assert reason(tmp_path) == "import-file-unopened"


def test_a_file_beyond_the_limit_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.xlsx"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert reason(path) == "import-file-huge"


def test_a_bomb_is_found_by_its_directory() -> None:
    bomb = zipped(xl__workbook_xml=b"<x/>", xl__bomb=bytes(LARGEST_UNPACKED + 1))
    assert len(bomb) < 1_000_000
    assert reason(bomb) == "import-file-huge-inside"


@pytest.mark.parametrize(("row", "column"), [(MOST_ROWS, 0), (1_048_575, 16_383), (3, 400)])
def test_one_stray_cell_far_away(row: int, column: int) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet("HocSinh")
        page.write_row(0, 0, ["STT", "Mã lớp", "Họ tên"])
        page.write(row, column, "x")
    assert reason(out.getvalue()) == "import-file-too-many-rows"


def test_empty_cells_far_away_do_no_harm() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet("HocSinh")
        page.write_row(0, 0, ["STT", "Mã lớp", "Họ tên"])
        page.write_row(1, 0, [1, "7A1", "Trần Văn An"])
        page.write_blank(1_000_000, 0, None, book.add_format({"bold": True}))
    assert sum(len(sheet.rows) for sheet in read_tables(out.getvalue()).sheets.values()) == 1


def test_workbooks_without_anything_for_us() -> None:
    assert reason(workbook({"HocSinh": []})) == "import-file-no-rows"
    assert reason(workbook({"HocSinh": [["STT", "Mã lớp", "Họ tên"]]})) == "import-file-no-rows"
    assert reason(workbook({"A": [["x"]], "B": [["y"]]})) == "import-file-no-sheets"
    assert reason(workbook({"HocSinh": [["STT", "Điểm"], [1, 9]]})) == "import-file-no-header"


def test_a_sheet_that_lacks_a_column_leaves_the_others() -> None:
    tables = read_tables(
        workbook(
            {
                "Học sinh": [["Lớp", "Họ và tên"], ["7A1", "Trần Văn An"]],
                "CanBo": [["Mã cán bộ"], ["CB001"]],
                "Ghi chép": [["gì đó"]],
            }
        )
    )
    assert list(tables.sheets) == ["HocSinh"]
    assert tables.lacking == (("CanBo", "Họ tên"),)
    assert tables.unknown == ("Ghi chép",)


def test_damaged_files_are_refused_or_read_but_never_a_fault() -> None:
    whole = SAMPLE.read_bytes()
    chance = random.Random(114)
    for _ in range(60):
        damaged = bytearray(whole)
        if chance.random() < 0.3:
            del damaged[chance.randrange(len(damaged)) :]
        for _ in range(chance.choice((1, 5, 40))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        with contextlib.suppress(Unreadable):
            read_tables(bytes(damaged))
