"""Workbooks made in a test: sheets as lists of rows, with dates and numbers as Excel keeps them."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import xlsxwriter

HEADER = (
    "STT",
    "Mã lớp",
    "Mã học sinh",
    "Họ tên",
    "Ngày sinh",
    "Trạng thái HS",
    "Họ tên cha",
    "Điện thoại cha",
    "Họ tên mẹ",
    "Điện thoại mẹ",
)
STAFF_HEADER = ("Mã cán bộ", "Họ tên", "Giới tính", "Điện thoại", "Chức vụ", "Môn dạy")


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """The .xlsx with these sheets, each a list of rows from row 1 on."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        as_day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for index, value in enumerate(row):
                    if isinstance(value, date):
                        page.write_datetime(number, index, value, as_day)
                    elif isinstance(value, str):
                        page.write_string(number, index, value)
                    elif value is not None:
                        page.write(number, index, value)
    return out.getvalue()


def pupil(
    number: int | None = None,
    class_name: str = "7A1",
    code: str | None = None,
    name: str | None = None,
    birth: Any = None,
    status: str | None = None,
    father: tuple[str | None, str | None] = (None, None),
    mother: tuple[str | None, str | None] = (None, None),
) -> tuple[Any, ...]:
    """A row under `HEADER`."""
    return (number, class_name, code, name, birth, status, *father, *mother)


def pupils(*rows: tuple[Any, ...], **others: Sequence[Sequence[Any]]) -> bytes:
    """A workbook with a list of pupils of 2026-2027 and other sheets."""
    title = [["DANH SÁCH HỌC SINH NĂM HỌC 2026 - 2027"], [], HEADER]
    return workbook({"HocSinh": [*title, *rows], **others})
