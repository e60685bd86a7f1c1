"""The workbook of marks that a teacher fills in: a sheet a class, with checks in the cells.

What must not be typed into (names, closed columns, exempt pupils) is protected without a password.
Columns may be moved and rows sorted: a hidden column names the pupils, and a hidden sheet keeps
what stood there when the workbook was made.
"""

import io
import json
import re
from datetime import date
from typing import Any

from handlers.texts import Texts, texts
from services.score_cells import FAILED, PASSED, Cell, Column, ColumnKind
from services.score_files.reading import HIDDEN_SHEET, ID_HEADER
from services.score_files.template import BookFacts, SheetFacts
from services.score_files.values import written

HEAD = 5  # the row of the headers, from 0
FIRST = 4  # the first column of marks: after number, code, name and date of birth
WORDS = ("v", "kd", "-")
A4 = 9


def score_workbook(facts: BookFacts, *, language: str = "vi") -> bytes:
    """The .xlsx of some classes' sheets."""
    import xlsxwriter

    t = texts(language)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        formats = _formats(book)
        kept = []
        for sheet in facts.sheets:
            name = re.sub(r"[\[\]:*?/\\]", "-", f"{sheet.class_name} {sheet.subject}")[:31]
            _fill(book.add_worksheet(name), facts, sheet, formats, t)
            kept.append((name, sheet))
        _keep(book, facts, kept)
    return out.getvalue()


def _formats(book: Any) -> dict[str, Any]:
    base = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
    cell = base | {"border": 1, "align": "center"}
    closed = {"bg_color": "#E0E0E0"}
    looks = {
        "title": base | {"bold": True, "font_size": 14},
        "text": base,
        "head": cell | {"bold": True, "bg_color": "#DDEBF7", "text_wrap": True},
        "head_closed": cell | {"bold": True, "text_wrap": True} | closed,
        "cell": cell,
        "name": cell | {"align": "left"},
        "mark": cell | {"locked": False, "num_format": "0.#"},
        "closed": cell | closed | {"num_format": "0.#"},
    }
    return {name: book.add_format(look) for name, look in looks.items()}


def _fill(sheet: Any, facts: BookFacts, of: SheetFacts, formats: dict[str, Any], t: Texts) -> None:
    title = t.plain(
        "score-file-title",
        subject=of.subject,
        term=of.term,
        year=facts.year,
        **{"class": of.class_name},
    )
    sheet.write_string(0, 0, facts.school, formats["text"])
    sheet.write_string(1, 0, title, formats["title"])
    legend = "score-file-legend" if of.scored else "score-file-legend-remarks"
    sheet.write_string(2, 0, t.plain(legend), formats["text"])
    sheet.write_string(3, 0, t.plain("score-file-closed"), formats["text"])
    heads = ("number", "code", "name", "birth")
    for at, head in enumerate(heads):
        sheet.write_string(HEAD, at, t.plain(f"score-file-{head}"), formats["head"])
    columns = [(Column.of(code), closed) for code, closed in of.columns]
    for at, (column, closed) in enumerate(columns, FIRST):
        look = formats["head_closed" if closed else "head"]
        sheet.write_string(HEAD, at, header_of(column, t), look)
    hidden = FIRST + len(columns)
    sheet.write_string(HEAD, hidden, ID_HEADER, formats["text"])
    for row, pupil in enumerate(of.rows, HEAD + 1):
        _person(sheet, row, pupil, formats)
        for at, (column, closed) in enumerate(columns, FIRST):
            shut = closed or pupil["exempt"]
            value: float | str = t.plain("score-file-exempt") if pupil["exempt"] else ""
            if mark := pupil["marks"].get(column.code):
                value = written(Cell.from_json(mark))
            _write(sheet, row, at, value, formats["closed" if shut else "mark"])
        sheet.write_number(row, hidden, pupil["id"])
    last = HEAD + len(of.rows)
    if columns and of.rows:
        _check(sheet, (HEAD + 1, FIRST, last, hidden - 1), of.scored, t)
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 13)
    sheet.set_column(2, 2, 28)
    sheet.set_column(3, 3, 12)
    sheet.set_column(FIRST, hidden - 1, 9)
    sheet.set_column(hidden, hidden, None, None, {"hidden": True})
    sheet.set_row(HEAD, 34)
    sheet.freeze_panes(HEAD + 1, FIRST - 1)
    sheet.protect("", {"sort": True, "format_columns": True, "format_rows": True})
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD)


def header_of(column: Column, t: Texts) -> str:
    """ "ĐĐGtx 1", "ĐĐGgk", "ĐĐGck" as the Ministry's book has them."""
    if column.kind is ColumnKind.REGULAR:
        return t.plain("score-file-regular", number=column.number)
    return t.plain(f"score-file-{column.kind.value}")


def _person(sheet: Any, row: int, pupil: dict[str, Any], formats: dict[str, Any]) -> None:
    if pupil["number"] is None:
        sheet.write_blank(row, 0, None, formats["cell"])
    else:
        sheet.write_number(row, 0, pupil["number"], formats["cell"])
    sheet.write_string(row, 1, pupil["code"], formats["cell"])
    sheet.write_string(row, 2, pupil["name"], formats["name"])
    born = f"{date.fromisoformat(pupil['birth']):%d/%m/%Y}" if pupil["birth"] else ""
    sheet.write_string(row, 3, born, formats["cell"])


def _write(sheet: Any, row: int, column: int, value: float | str, look: Any) -> None:
    if isinstance(value, float):
        sheet.write_number(row, column, value, look)
    elif value:
        sheet.write_string(row, column, value, look)
    else:
        sheet.write_blank(row, column, None, look)


def _check(sheet: Any, area: tuple[int, int, int, int], scored: bool, t: Texts) -> None:
    """Let the sheet itself refuse what is no mark."""
    first = f"{chr(ord('A') + area[1])}{area[0] + 1}"
    words = ",".join(f'{first}="{word}"' for word in WORDS)
    rule: dict[str, Any] = {
        "validate": "custom",
        "value": f"=OR(AND(ISNUMBER({first}),{first}>=0,{first}<=10),{words})",
        "error_message": t.plain("score-file-check"),
    }
    if not scored:
        rule = {
            "validate": "list",
            "source": [written(PASSED), written(FAILED), *WORDS],
            "error_message": t.plain("score-file-check-remarks"),
        }
    sheet.data_validation(*area, rule | {"error_title": t.plain("score-file-check-title")})


def _keep(book: Any, facts: BookFacts, kept: list[tuple[str, SheetFacts]]) -> None:
    """The hidden sheet: what each sheet is, and the marks that stood in it."""
    sheet = book.add_worksheet(HIDDEN_SHEET)
    sheet.very_hidden()
    row = 0
    for name, of in kept:
        place = {"class": of.class_id, "subject": of.subject_id, "term": of.term}
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, json.dumps(place | {"made": facts.made}))
        row += 1
        for pupil in of.rows:
            sheet.write_string(row, 0, name)
            sheet.write_string(row, 1, json.dumps({"id": pupil["id"], "marks": pupil["marks"]}))
            row += 1
