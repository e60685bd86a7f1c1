"""Finding the header of each sheet and handing its rows on by the names of the columns.

Headers are matched folded, so capitals, line breaks, doubled blanks and Unicode forms do not
matter, and they may stand below a title. Blank rows, headers repeated at a page break, totals and
signatures are passed over.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from services.importing.cells import Cell, fold, text
from services.importing.layout import LAYOUTS, Column, Layout, Sheet
from services.importing.workbook import Raw, Unreadable

HEADER_WITHIN = 12
PREPARED = frozenset({"number", "class"})  # filled in for pupils yet to come: a blank row
_YEARS = re.compile(r"(20\d\d)\s*[-–—/]\s*(20\d\d)")
_FOOTER = re.compile(
    r"(tong( cong| so)?|cong|danh sach (nay )?(co|gom)|ngay thang|nguoi lap|hieu truong|"
    r"ghi chu|si so|in ngay|.* ngay .* thang .* nam)\b"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the sheet and its cells by column name."""

    number: int
    cells: dict[str, Cell]

    def get(self, column: str) -> Cell:
        """The cell, or None where the sheet has no such column."""
        return self.cells.get(column)


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A sheet understood: its columns, rows, and the years that its title names."""

    sheet: Sheet
    name: str
    columns: frozenset[str]
    rows: tuple[Row, ...]
    years: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Tables:
    """A workbook understood; `unknown` are sheets passed over, `lacking` what a sheet misses."""

    sheets: dict[Sheet, SheetRows]
    unknown: tuple[str, ...] = ()
    lacking: tuple[tuple[str, str], ...] = ()
    doubled: tuple[str, ...] = field(default=())


def understand(raws: Sequence[Raw]) -> Tables:
    """Match sheets and columns; raises `Unreadable` where the workbook holds none we know."""
    found: dict[Sheet, SheetRows] = {}
    unknown, lacking, doubled = [], [], []
    named = {_squeeze(word): layout for layout in LAYOUTS.values() for word in _names(layout)}
    for raw in raws:
        layout = named.get(_squeeze(raw.name))
        if layout is None and len(raws) == 1:
            layout = LAYOUTS[
                Sheet.PUPILS
            ]  # the plain list of a class, whatever its sheet is called
        if layout is None:
            unknown.append(raw.name)
        elif layout.sheet in found:
            doubled.append(raw.name)
        elif not any(text(cell) for row in raw.rows for cell in row):
            continue
        elif isinstance(sheet := _sheet(layout, raw), SheetRows):
            found[layout.sheet] = sheet
        else:
            lacking.append((raw.name, sheet))
    if not found:
        if lacking:
            raise Unreadable("import-file-no-header", sheet=lacking[0][0], columns=lacking[0][1])
        if len(unknown) < len(raws):
            raise Unreadable("import-file-no-rows")
        raise Unreadable("import-file-no-sheets", known=", ".join(LAYOUTS))
    if not any(sheet.rows for sheet in found.values()):
        raise Unreadable("import-file-no-rows")
    ordered = {sheet: found[sheet] for sheet in Sheet if sheet in found}
    return Tables(ordered, tuple(unknown), tuple(lacking), tuple(doubled))


def _names(layout: Layout) -> Iterable[str]:
    return (layout.sheet.value, *layout.also)


def _squeeze(name: str) -> str:
    return fold(name).replace(" ", "")


def _match(layout: Layout, row: Sequence[Cell]) -> dict[int, Column]:
    columns: dict[int, Column] = {}
    for index, cell in enumerate(row):
        shown = text(cell)
        if shown is None:
            continue
        words = (fold(shown), fold(re.sub(r"\(.*?\)|\*", " ", shown)))
        column = layout.by_header.get(words[0]) or layout.by_header.get(words[1])
        if column is not None and column not in columns.values():
            columns[index] = column
    return columns


def _sheet(layout: Layout, raw: Raw) -> SheetRows | str:
    """The rows below the header, or the headers that were looked for in vain."""
    matches = [_match(layout, row) for row in raw.rows[:HEADER_WITHIN]]
    at = max(range(len(matches)), key=lambda index: len(matches[index]))
    columns = matches[at]
    missing = [c.header for c in layout.columns if c.required and c not in columns.values()]
    if missing:
        return ", ".join(missing)
    columns |= _name_in_two(columns, raw.rows[at:], layout)
    header = {index: fold(text(raw.rows[at][index]) or "") for index in columns}
    rows = []
    for number, cells in enumerate(raw.rows[at + 1 :], start=at + 2):
        if _is_data(cells, columns, header):
            values = {column.name: cells[index] for index, column in columns.items()}
            rows.append(Row(number, values))
    names = frozenset(column.name for column in columns.values())
    return SheetRows(layout.sheet, raw.name, names, tuple(rows), _title_years(raw.rows[:at]))


def _name_in_two(
    columns: dict[int, Column], rows: Sequence[Sequence[Cell]], layout: Layout
) -> dict[int, Column]:
    """A merged "Họ và tên" over two columns: the second, without a header, is the given name."""
    given = layout.by_header.get("ten")
    if given is None or not given.hidden or given in columns.values():
        return {}
    for index, column in columns.items():
        beside = index + 1
        if column.name == "name" and beside < len(rows[0]) and text(rows[0][beside]) is None:
            filled = sum(isinstance(row[beside], str) and bool(row[beside]) for row in rows[1:])
            if filled * 2 > len(rows) - 1:
                return {beside: given}
    return {}


def _is_data(cells: Sequence[Cell], columns: dict[int, Column], header: dict[int, str]) -> bool:
    filled = {index: words for index in columns if (words := text(cells[index])) is not None}
    if {columns[index].name for index in filled} <= PREPARED:
        return False
    repeated = sum(fold(words) == header[index] for index, words in filled.items())
    if repeated >= min(2, len(filled)):
        return False
    required = [index for index, column in columns.items() if column.required]
    complete = all(index in filled for index in required)
    first = next((words for cell in cells if (words := text(cell)) is not None), "")
    return complete or not _FOOTER.match(fold(first))


def _title_years(rows: Sequence[Sequence[Cell]]) -> tuple[int, int] | None:
    for row in rows:
        for cell in row:
            match = _YEARS.search(text(cell) or "")
            if match and int(match.group(2)) == int(match.group(1)) + 1:
                return int(match.group(1)), int(match.group(2))
    return None
