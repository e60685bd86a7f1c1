"""The layouts of the school's other systems (vnEdu, SMAS, the sector database): each is learned
once from that system's own empty template, by its headers, and filled in for upload."""

import io
from dataclasses import dataclass
from typing import Any

from services.access import Action
from services.errors import Invalid
from services.gradebook import Page, page
from services.importing.workbook import read
from services.name_syllables import fold
from services.score_cells import Column, ColumnKind
from services.score_files.headers import Field, find_head
from services.score_files.values import written
from services.unit import Unit
from storage import gradebook, school_settings

KEY = "score-layouts"
LONGEST_NAME = 20
MOST = 10


@dataclass(frozen=True, slots=True)
class Layout:
    """One system's layout: the template in the file store, the sheet and row of its first pupil,
    and the columns by what they hold ("name", "regular1", "midterm", "final"), from 0."""

    name: str
    digest: str
    sheet: str
    first: int
    columns: dict[str, int]


@dataclass(frozen=True, slots=True)
class Learned:
    """What was understood of a template, and the headers left alone."""

    layout: Layout
    unknown: tuple[str, ...]


def plain_name(text: str) -> str:
    """The name of a layout as it is kept; raises `Invalid` for none."""
    name = " ".join(text.split())[:LONGEST_NAME]
    if not name or not any(sign.isalnum() for sign in name):
        raise Invalid("score-file-layout-name")
    return name


def read_layout(name: str, digest: str, data: bytes) -> Learned:
    """Find the columns of a template; raises `Invalid` where it has none."""
    for sheet in read(data):
        head = find_head(sheet.rows)
        if head is None:
            continue
        columns = {field.value: at for field, at in head.fields.items() if field is not Field.ID}
        columns |= {_mark(kind, number): at for (kind, number), at in head.marks.items()}
        return Learned(Layout(name, digest, sheet.name, head.first, columns), head.unknown)
    raise Invalid("score-file-no-columns")


def _mark(kind: ColumnKind, number: int) -> str:
    return f"{kind.value}{number}" if kind is ColumnKind.REGULAR else kind.value


async def remember(unit: Unit, learned: Learned) -> None:
    """Keep a layout under its name, in place of one of that name before."""
    unit.require(Action.KEEP_SUBJECTS)
    kept = dict(await school_settings.get(unit.session, KEY, {}))
    of = learned.layout
    if fold(of.name) not in kept and len(kept) >= MOST:
        raise Invalid("score-file-layout-many", most=MOST)
    kept[fold(of.name)] = {
        "name": of.name,
        "digest": of.digest,
        "sheet": of.sheet,
        "first": of.first,
        "columns": of.columns,
    }
    await school_settings.put(unit.session, KEY, kept)
    unit.audit("score_layout.kept", f"layout:{of.name}")


async def layouts(unit: Unit) -> dict[str, Layout]:
    """The layouts by folded name."""
    kept = await school_settings.get(unit.session, KEY, {})
    return {name: Layout(**facts) for name, facts in kept.items()}


@dataclass(frozen=True, slots=True)
class Pupil:
    """A row to be filled in: who, and the marks as a sheet has them by kind of column."""

    number: int | None
    code: str
    name: str
    birth: str
    marks: dict[str, float | str]


async def rows(unit: Unit, class_id: int, subject_id: int, term: int) -> tuple[Page, list[Pupil]]:
    """A page's pupils with their marks, for those who may see the page."""
    seen = await page(unit, class_id, subject_id, term)
    codes = await gradebook.pupil_codes(unit.session, list(seen.roster.by_id))
    found = []
    for place in seen.roster.members:
        marks = {}
        for column in seen.columns:
            cell = seen.cell(column, place.pupil_id)
            if cell is not None:
                marks[_mark_of(column)] = written(cell)
        birth = f"{place.birth_date:%d/%m/%Y}" if place.birth_date else ""
        code = codes.get(place.pupil_id, "")
        found.append(Pupil(place.number, code, place.full_name, birth, marks))
    unit.audit("scores.exported", f"class:{class_id}", subject_id=subject_id, term=term)
    return seen, found


def _mark_of(column: Column) -> str:
    return _mark(column.kind, column.number)


def fill(data: bytes, layout: Layout, pupils: list[Pupil]) -> tuple[bytes, int, int]:
    """The template filled in: the file, how many pupils are in it, how many were not found there.

    Where the template lists its pupils they keep their rows; where it is empty they are written in
    the order of the class list. What is not ours stays as it is.
    """
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data))
    sheet = book[layout.sheet]
    there = _listed(sheet, layout)
    filled = 0
    for at, pupil in enumerate(pupils):
        if there:
            row = there.get(pupil.code) or there.get(fold(pupil.name))
        else:
            row = layout.first + at + 1
            _name(sheet, layout, row, at, pupil)
        if row is None:
            continue
        filled += 1
        for what, value in pupil.marks.items():
            if what in layout.columns:
                sheet.cell(row=row, column=layout.columns[what] + 1, value=value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), filled, len(pupils) - filled


def _listed(sheet: Any, layout: Layout) -> dict[str, int]:
    """The rows of the pupils that a template lists, by code and by name."""
    found: dict[str, int] = {}
    for field, of in ((Field.CODE, str), (Field.NAME, fold)):
        column = layout.columns.get(field.value)
        if column is None:
            continue
        for row in range(layout.first + 1, sheet.max_row + 1):
            value = sheet.cell(row=row, column=column + 1).value
            if value not in (None, ""):
                found.setdefault(of(str(value).strip()), row)
    return found


def _name(sheet: Any, layout: Layout, row: int, at: int, pupil: Pupil) -> None:
    values = {
        Field.NUMBER: pupil.number or at + 1,
        Field.CODE: pupil.code,
        Field.NAME: pupil.name,
        Field.BIRTH: pupil.birth,
    }
    for field, value in values.items():
        if field.value in layout.columns:
            sheet.cell(row=row, column=layout.columns[field.value] + 1, value=value)
