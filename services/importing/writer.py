"""Writing workbooks in the school's layout: headers, widths, and codes and phones kept as text."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from services.importing import words
from services.importing.layout import LAYOUTS, Column, Sheet

ORDER = (  # as the school is used to seeing them
    Sheet.PUPILS,
    Sheet.STAFF,
    Sheet.HOMEROOMS,
    Sheet.TEACHING,
    Sheet.TIMETABLE,
    Sheet.YEAR,
    Sheet.TESTS,
    Sheet.GROUPS,
)
CHOICES = {
    "gender": list(words.GENDERS.values()),
    "half": list(words.HALVES.values()),
    "term": list(words.TERMS.values()),
}
LAST_ROW = 2000  # how far the choices and the text format of an empty sheet reach


def write_workbook(
    sheets: Mapping[Sheet, Sequence[Mapping[str, Any]]],
    titles: Mapping[Sheet, str] | None = None,
    notes: Mapping[tuple[Sheet, str], str] | None = None,
) -> bytes:
    """The .xlsx with these rows; `titles` stand above a header, `notes` are its comments."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
        as_text = book.add_format({"num_format": "@"})
        for name in ORDER:
            page = book.add_worksheet(name.value)
            columns = [column for column in LAYOUTS[name].columns if not column.hidden]
            title = (titles or {}).get(name)
            top = 0 if title is None else 2
            if title is not None:
                page.write_string(0, 0, title)
            for index, column in enumerate(columns):
                page.set_column(index, index, column.width, as_text if column.as_text else None)
                page.write_string(top, index, column.header, heading)
                if note := (notes or {}).get((name, column.name)):
                    page.write_comment(top, index, note, {"x_scale": 2, "y_scale": 1.4})
                if column.name in CHOICES:
                    page.data_validation(
                        top + 1,
                        index,
                        top + LAST_ROW,
                        index,
                        {
                            "validate": "list",
                            "source": CHOICES[column.name],
                            "error_type": "information",
                        },
                    )
            page.freeze_panes(top + 1, 0)
            for offset, row in enumerate(sheets.get(name, ()), start=top + 1):
                for index, column in enumerate(columns):
                    _write(page, offset, index, column, row.get(column.name))
    return out.getvalue()


def _write(page: Any, row: int, index: int, column: Column, value: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, date):
        page.write_string(row, index, value.strftime("%d/%m/%Y"))
    elif isinstance(value, int) and not column.as_text:
        page.write_number(row, index, value)
    else:
        page.write_string(row, index, str(value))
