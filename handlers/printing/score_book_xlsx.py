"""The gradebook's pages as a workbook: a sheet a page, figures as numbers, corrections marked."""

import io
import re
from collections.abc import Sequence
from typing import Any

from handlers.printing.roll_papers import Paper
from handlers.printing.score_papers import words_of

A4 = 9  # the paper's number in a workbook
TOP = 4  # the row of the headers, from 0
WIDTH = 0.55  # characters a millimetre
_NUMBER = re.compile(r"\d+(?:,\d+)?")


def score_workbook(pages: Sequence[dict[str, Any]], *, language: str = "vi") -> bytes:
    """The .xlsx of some pages."""
    import xlsxwriter

    out = io.BytesIO()
    words = words_of(pages, Paper.A4, language, "")
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        plain = {"font_name": "Times New Roman"}
        cell = plain | {"border": 1, "align": "center", "valign": "vcenter"}
        looks = {
            "text": book.add_format(plain),
            "bold": book.add_format(plain | {"bold": True}),
            "title": book.add_format(plain | {"bold": True, "font_size": 14}),
            "head": book.add_format(cell | {"bold": True, "text_wrap": True}),
            "cell": book.add_format(cell),
            "left": book.add_format(cell | {"align": "left", "text_wrap": True}),
            "fixed": book.add_format(cell | {"bold": True, "font_color": "#C00000"}),
        }
        used: set[str] = set()
        for page in words["pages"]:
            _sheet(book, page, looks, used)
    return out.getvalue()


def _sheet(book: Any, page: dict[str, Any], looks: dict[str, Any], used: set[str]) -> None:
    head, columns = page["head"], page["columns"]
    name = re.sub(r"[\[\]:*?/\\]", "-", head["title"])[:28]
    while name.casefold() in used:
        name = f"{name[:26]} 2"
    used.add(name.casefold())
    sheet = book.add_worksheet(name)
    if page["landscape"]:
        sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(TOP)
    sheet.freeze_panes(TOP + 1, 2)
    sheet.write_string(0, 0, head["school"], looks["text"])
    sheet.write_string(1, 0, f"{head['class']}. {head['year']}", looks["bold"])
    sheet.write_string(2, 0, f"{head['homeroom']}. {head['under']}", looks["text"])
    sheet.write_string(3, 0, head["title"], looks["title"])
    for at, column in enumerate(columns):
        width = 28 if column["width"] == 0 else max(6, column["width"] * WIDTH)
        sheet.set_column(at, at, 9 if column["upright"] else width)
        sheet.write_string(TOP, at, column["word"], looks["head"])
    for line, row in enumerate(page["rows"], start=TOP + 1):
        for at, cell in enumerate(row):
            look = looks["left" if columns[at]["left"] else "cell"]
            if not isinstance(cell, str):
                sheet.write_string(line, at, cell["text"], looks["fixed"])
                sheet.write_comment(line, at, f"{cell['was']} → {cell['text']} ({cell['note']})")
            elif _NUMBER.fullmatch(cell):
                sheet.write_number(line, at, float(cell.replace(",", ".")), look)
            else:
                sheet.write_string(line, at, cell, look)
    line = TOP + len(page["rows"]) + 2
    for sentence in page["legend"]:
        sheet.write_string(line, 0, sentence, looks["text"])
        line += 1
    for box in page["boxes"]:
        sheet.write_string(line + 1, 0, f"{box['title']}: {box['name']} {box['under']}")
        line += 1
