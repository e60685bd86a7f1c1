"""The sheet of marks that a teacher fills in (article 8.1): right pupils, right columns, what is
there already, and what is closed. What it showed when it was made is kept in it, so that changes
made meanwhile are seen when it comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from services.access import Action
from services.errors import Invalid
from services.gradebook import Page, score_target, unguarded_page
from services.periods import year_of
from services.score_cells import Column
from services.score_locks import locks_of
from services.unit import Unit
from storage import gradebook, school_settings

MOST_SHEETS = 12
SCHOOL_NAME = "school-name"


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """One class's sheet: all that the writer needs, as plain facts.

    `columns` are (code, closed); `rows` are pupils with number, code, name, birth date, id, whether
    exempt, and marks by column code as JSON (`Cell.to_json`)."""

    class_name: str
    class_id: int
    subject: str
    subject_id: int
    scored: bool
    term: int
    columns: tuple[tuple[str, bool], ...]
    rows: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class BookFacts:
    """A workbook of one or more sheets."""

    school: str
    year: str
    made: str
    sheets: tuple[SheetFacts, ...]


async def book_facts(unit: Unit, class_ids: Sequence[int], subject_id: int, term: int) -> BookFacts:
    """The facts of a subject's sheets for some classes; raises `NotAllowed` for any class that the
    one who asks may not enter marks of, and `Invalid` for too many."""
    if len(class_ids) > MOST_SHEETS:
        raise Invalid("score-file-too-many", most=MOST_SHEETS)
    sheets = []
    for class_id in class_ids:
        target = await score_target(unit, class_id, subject_id)
        unit.require(Action.ENTER_PERIODIC_SCORES, target)
        found = await unguarded_page(unit, class_id, subject_id, term)
        sheets.append(await _sheet(unit, found))
    return await _book(unit, sheets)


async def page_facts(unit: Unit, seen: Page) -> BookFacts:
    """The same of one page that the caller was allowed to see."""
    return await _book(unit, [await _sheet(unit, seen)])


async def _book(unit: Unit, sheets: Sequence[SheetFacts]) -> BookFacts:
    year = await year_of(unit)
    return BookFacts(
        school=await school_settings.get(unit.session, SCHOOL_NAME) or "",
        year=year.whole.label,
        made=unit.now.isoformat(),
        sheets=tuple(sheets),
    )


async def _sheet(unit: Unit, found: Page) -> SheetFacts:
    locks = await locks_of(unit, found.class_id)

    def closed(column: Column) -> bool:
        return locks.is_closed(found.subject, column, unit.now)

    codes = await gradebook.pupil_codes(unit.session, list(found.roster.by_id))
    rows = []
    for place in found.roster.members:
        marks = {}
        for column in found.columns:
            cell = found.cell(column, place.pupil_id)
            if cell is not None:
                marks[column.code] = cell.to_json()
        rows.append(
            {
                "number": place.number,
                "id": place.pupil_id,
                "code": codes.get(place.pupil_id, ""),
                "name": place.full_name,
                "birth": place.birth_date.isoformat() if place.birth_date else "",
                "exempt": place.pupil_id in found.exempt,
                "marks": marks,
            }
        )
    return SheetFacts(
        found.roster.list.name,
        found.class_id,
        found.subject.name,
        found.subject.id,
        found.subject.is_scored,
        found.term,
        tuple((column.code, closed(column)) for column in found.columns),
        tuple(rows),
    )
