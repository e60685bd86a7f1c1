"""The roll pages as a workbook: a sheet a month, a term or the year, set to print as the PDF does.

`facts` are those that `roll_papers` sets; a book has one sheet for each of its pages. Figures are
numbers, so that the office can reckon on with them; names and marks stay text.
"""

import io
import re
from collections.abc import Mapping
from typing import Any

from handlers.printing.roll_words import said, title
from handlers.texts import Texts, texts

A4 = 9  # the paper's number in a workbook
TOP = 4  # the row of the first line of headers, from 0
FIRST = 2  # the column after number and name


def roll_workbook(facts: Mapping[str, Any], *, language: str = "vi") -> bytes:
    """The .xlsx of a page of any kind, or of all pages of a book."""
    import xlsxwriter

    t = texts(language)
    pages = facts["pages"] if facts["kind"] == "book" else [facts]
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        formats = _formats(book)
        for page in pages:
            _Sheet(book, page, formats, t).fill()
    return out.getvalue()


def _formats(book: Any) -> dict[str, Any]:
    cell = {"border": 1, "align": "center", "valign": "vcenter", "font_name": "Times New Roman"}
    looks: dict[str, dict[str, Any]] = {
        "cell": {},
        "off": {"bg_color": "#E0E0E0"},
        "out": {"bg_color": "#F4F4F4", "font_color": "#808080"},
        "fixed": {"bold": True, "font_color": "#C00000"},
        "mark": {"bold": True},
        "head": {"bold": True, "text_wrap": True},
        "head_off": {"bold": True, "bg_color": "#E0E0E0"},
        "name": {"align": "left"},
        "sum": {"bold": True},
    }
    made = {name: book.add_format(cell | look) for name, look in looks.items()}
    plain = {"font_name": "Times New Roman"}
    made["text"] = book.add_format(plain)
    made["bold"] = book.add_format(plain | {"bold": True})
    made["title"] = book.add_format(plain | {"bold": True, "font_size": 14})
    return made


class _Sheet:
    """One page on one sheet."""

    def __init__(self, book: Any, page: Mapping[str, Any], formats: dict[str, Any], t: Texts):
        self._words = said(page, t)
        self._is_month = page["kind"] == "month"
        self._formats = formats
        name = re.sub(r"[\[\]:*?/\\]", "-", title(page, t))[:31]
        self._sheet = book.add_worksheet(name)

    def fill(self) -> None:
        """Write everything: head, list, legend, annex, signatures."""
        sheet, head = self._sheet, self._words["head"]
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(TOP, TOP + 1)
        sheet.freeze_panes(TOP + 2, FIRST)
        sheet.set_column(0, 0, 6)
        sheet.set_column(1, 1, 28)
        sheet.write_string(0, 0, head["school"], self._formats["text"])
        sheet.write_string(1, 0, f"{head['class']}. {head['year']}", self._formats["bold"])
        sheet.write_string(2, 0, f"{head['homeroom']}. {head['size']}", self._formats["text"])
        sheet.write_string(3, 0, head["title"], self._formats["title"])
        for column, word in enumerate((head["number"], head["name"])):
            sheet.merge_range(TOP, column, TOP + 1, column, word, self._formats["head"])
        row = self._month() if self._is_month else self._sums()
        self._below(row + 1)

    def _person(self, row: int, person: dict[str, Any]) -> None:
        number = person["number"]
        self._write(row, 0, int(number) if number else "", "cell")
        self._write(row, 1, person["name"], "name")

    def _write(self, row: int, column: int, value: int | str, look: str) -> None:
        """A number as a number, nothing as an empty cell with its border, the rest as text."""
        form = self._formats[look]
        if isinstance(value, int):
            self._sheet.write_number(row, column, value, form)
        elif value:
            self._sheet.write_string(row, column, value, form)
        else:
            self._sheet.write_blank(row, column, None, form)

    def _month(self) -> int:
        words, head = self._words, self._words["head"]
        days = words["days"]
        after = FIRST + len(days)
        self._sheet.set_column(FIRST, after - 1, 4)
        self._sheet.set_column(after, after + 2, 5)
        self._sheet.set_column(after + 3, after + 3, 24)
        for column, day in enumerate(days, FIRST):
            look = "head_off" if day["off"] else "head"
            self._write(TOP, column, day["day"] + ("*" if day["missing"] else ""), look)
            self._write(TOP + 1, column, day["weekday"], look)
        self._sheet.merge_range(TOP, after, TOP, after + 2, head["missed"], self._formats["head"])
        for column, word in enumerate(words["sums_words"], after):
            self._write(TOP + 1, column, word, "head")
        self._remarks(after + 3)
        row = TOP + 2
        for person in words["rows"]:
            self._person(row, person)
            for column, (cell, day) in enumerate(zip(person["cells"], days, strict=True), FIRST):
                self._cell(row, column, cell, day["off"])
            for column, figure in enumerate(person["figures"], after):
                self._write(row, column, figure, "cell")
            self._write(row, after + 3, person["note"], "name")
            row += 1
        self._sheet.merge_range(row, 0, row, 1, head["absent"], self._formats["sum"])
        for column, figure in enumerate([*words["absent"], *words["figures"]], FIRST):
            self._write(row, column, figure, "sum")
        return row + 1

    def _cell(self, row: int, column: int, cell: dict[str, Any], off: bool) -> None:
        look = "off" if off else "mark"
        value = cell["mark"]
        if not cell["on"] and not value:
            look, value = "out", "–"
        if cell["was"] is not None:
            look, value = "fixed", f"{cell['was']}→{value or '–'}"
        self._write(row, column, value, look)

    def _remarks(self, column: int) -> None:
        word = self._words["head"]["remarks"]
        self._sheet.merge_range(TOP, column, TOP + 1, column, word, self._formats["head"])

    def _sums(self) -> int:
        words, head = self._words, self._words["head"]
        column = FIRST
        for block in words["blocks"]:
            last = column + len(block["words"]) - 1
            if last > column:
                form = self._formats["head"]
                self._sheet.merge_range(TOP, column, TOP, last, block["title"], form)
            else:
                self._write(TOP, column, block["title"], "head")
            for place, word in enumerate(block["words"], column):
                self._write(TOP + 1, place, word, "head")
            column = last + 1
        self._sheet.set_column(FIRST, column - 1, 5.5)
        self._sheet.set_column(column, column, 36)
        self._remarks(column)
        row = TOP + 2
        for person in words["rows"]:
            self._person(row, person)
            for place, figure in enumerate(person["figures"], FIRST):
                self._write(row, place, figure, "cell")
            self._write(row, column, person["note"], "name")
            row += 1
        self._sheet.merge_range(row, 0, row, 1, head["all"], self._formats["sum"])
        for place, figure in enumerate(words["figures"], FIRST):
            self._write(row, place, figure, "sum")
        return row + 1

    def _below(self, row: int) -> None:
        lines: list[tuple[str, str]] = [(line, "text") for line in self._words["legend"]]
        boxes = self._words["boxes"]
        for box in boxes["boxes"]:
            lines += [("", "text"), (box["title"], "bold"), (box["under"], "text")]
            lines.append((box["name"], "text"))
        if boxes["note"]:
            lines.append((boxes["note"], "text"))
        if annex := self._words.get("annex"):
            lines += [("", "text"), (annex["title"], "title"), (annex["note"], "text")]
            for section in annex["sections"]:
                lines.append((section["title"], "bold"))
                lines += [(line, "text") for line in section["lines"]]
        for at, (line, look) in enumerate(lines, row):
            if line:
                self._sheet.write_string(at, 0, line, self._formats[look])
