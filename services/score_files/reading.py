"""Reading a workbook of marks: our own, filled in, or a foreign one, told by its headers.

What is read are plain facts; whose marks they are and what they change is found by `plan`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from services.errors import Invalid
from services.importing import cells
from services.importing.workbook import Raw, read
from services.score_cells import ColumnKind
from services.score_files.headers import Field, Head, find_head
from services.score_files.values import MarkError, Read, read_mark

HIDDEN_SHEET = "_solienlac"
ID_HEADER = "solienlac"
MOST_PUPILS = 80

Mark = tuple[ColumnKind, int]


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that was not taken: its place as people see it ("D7"), whose row, and why."""

    place: str
    who: str
    key: str
    shown: str


@dataclass(frozen=True, slots=True)
class Row:
    """A pupil's row: what names the pupil, and the marks read by column."""

    line: int
    pupil_id: int | None
    number: int | None
    code: str | None
    name: str | None
    marks: Mapping[Mark, Read]


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A sheet: where it belongs (None where it does not say), the words above its headers, the
    marks that stood in it when it was made (by pupil and column code), and its rows."""

    name: str
    class_id: int | None
    subject_id: int | None
    term: int | None
    words: str
    rows: tuple[Row, ...]
    made_with: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    unknown: tuple[str, ...] = ()
    is_ours: bool = False


def read_scores(data: bytes) -> list[SheetRead]:
    """Every sheet that holds marks. Raises `Unreadable` for what is no workbook and `Invalid`
    where no sheet has columns of marks."""
    sheets = read(data)
    kept = _kept(sheets)
    found = []
    for sheet in sheets:
        if sheet.name == HIDDEN_SHEET:
            continue
        head = find_head(sheet.rows)
        if head is not None:
            found.append(_sheet(sheet, head, kept.get(sheet.name)))
    if not found:
        raise Invalid("score-file-no-columns")
    return found


def _kept(sheets: Sequence[Raw]) -> dict[str, list[dict[str, Any]]]:
    """What our hidden sheet keeps, by sheet; a damaged line counts as not there."""
    kept: dict[str, list[dict[str, Any]]] = {}
    for sheet in sheets:
        if sheet.name != HIDDEN_SHEET:
            continue
        for row in sheet.rows:
            name, words = (cells.text(cell) or "" for cell in (*row, None, None)[:2])
            try:
                facts = json.loads(words)
            except ValueError:
                continue
            if isinstance(facts, dict):
                kept.setdefault(name, []).append(facts)
    return kept


def _sheet(sheet: Raw, head: Head, kept: list[dict[str, Any]] | None) -> SheetRead:
    place = next((facts for facts in kept or () if "class" in facts), {})
    made_with = {
        facts["id"]: facts.get("marks", {})
        for facts in kept or ()
        if isinstance(facts.get("id"), int)
    }
    problems: list[Problem] = []
    rows = []
    for line in range(head.first, len(sheet.rows)):
        row = _row(sheet.rows[line], line, head, problems)
        if row is not None:
            rows.append(row)
    if len(rows) > MOST_PUPILS:
        raise Invalid("score-file-too-many-pupils", sheet=sheet.name, most=MOST_PUPILS)
    above = (cells.text(cell) or "" for row in sheet.rows[: head.first] for cell in row)
    return SheetRead(
        sheet.name,
        _whole(place.get("class")),
        _whole(place.get("subject")),
        _whole(place.get("term")),
        " ".join(word for word in (sheet.name, *above) if word),
        tuple(rows),
        made_with,
        tuple(problems),
        head.unknown,
        is_ours=bool(place),
    )


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _row(
    values: Sequence[cells.Cell], line: int, head: Head, problems: list[Problem]
) -> Row | None:
    """A pupil's row; None for one that names nobody (a sum, a signature, a blank line)."""

    def at(which: Field) -> cells.Cell:
        column = head.fields.get(which)
        return values[column] if column is not None and column < len(values) else None

    id, number = _number(at(Field.ID)), _number(at(Field.NUMBER))
    name = cells.text(at(Field.NAME))
    code = (cells.text(at(Field.CODE)) or "").replace(" ", "").upper() or None
    if id is None and code is None and (name is None or number is None):
        return None
    marks: dict[Mark, Read] = {}
    for mark, column in head.marks.items():
        raw = values[column] if column < len(values) else None
        try:
            found = read_mark(raw)
        except MarkError as wrong:
            place = f"{_letters(column)}{line + 1}"
            problems.append(Problem(place, name or code or "", wrong.key, wrong.shown))
            continue
        if found is not None:
            marks[mark] = found
    return Row(line + 1, id, number, code, name, marks)


def _number(cell: cells.Cell) -> int | None:
    shown = cells.text(cell)
    return int(shown) if shown and shown.isdecimal() and len(shown) < 10 else None


def _letters(column: int) -> str:
    """The column's name in a sheet: A … Z, AA …"""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
