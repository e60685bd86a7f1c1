"""A class's page of the gradebook: its pupils, the columns of a subject in a term, and the marks.

Who may see it is asked here; averages and levels are reckoned by `services.evaluation`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from services.access import Action, Target
from services.errors import NotFound
from services.rosters import Roster, classes, roster
from services.score_cells import Cell, Column, ColumnKind, book_order, columns
from services.subjects import Subject, subject, subjects
from services.unit import Unit
from storage import departments, gradebook
from storage.tables import Assessment


@dataclass(frozen=True, slots=True)
class Filled:
    """A column that has marks: its row and the cells by pupil."""

    row: Assessment
    cells: Mapping[int, Cell]


@dataclass(frozen=True, slots=True)
class Page:
    """A subject of a class in a term. `columns` are those the term asks for and those that were
    used beyond, in the order of the book; `filled` those with marks; `exempt` who is exempt."""

    roster: Roster
    subject: Subject
    term: int
    columns: tuple[Column, ...]
    filled: Mapping[Column, Filled] = field(default_factory=dict)
    exempt: frozenset[int] = frozenset()

    @property
    def class_id(self) -> int:
        """The class, by number."""
        assert self.roster.list.class_id is not None  # groups have no gradebook
        return self.roster.list.class_id

    def version(self, column: Column) -> int:
        """The version of a column that a writer has looked at; 0 where it has no mark yet."""
        found = self.filled.get(column)
        return 0 if found is None else found.row.version

    def cell(self, column: Column, pupil_id: int) -> Cell | None:
        """What stands in a cell; None where it is blank."""
        found = self.filled.get(column)
        return None if found is None else found.cells.get(pupil_id)

    def missing(self, column: Column) -> list[int]:
        """The pupils, in the order of the list, who have no mark in a column and ought to."""
        return [
            place.pupil_id
            for place in self.roster.members
            if place.pupil_id not in self.exempt and self.cell(column, place.pupil_id) is None
        ]


def place_of(class_id: int, subject_id: int, column: Column) -> dict[str, Any]:
    """What makes a stored column the one it is."""
    return {
        "class_id": class_id,
        "subject_id": subject_id,
        "term": column.term,
        "kind": column.kind.value,
        "number": column.number,
    }


def column_of(row: Assessment) -> Column:
    """The column that a stored row is."""
    return Column(row.term, ColumnKind(row.kind), row.number)


async def score_target(unit: Unit, class_id: int, subject_id: int) -> Target:
    """What permissions about a subject of a class are asked about: the departments are those of
    its teachers, for their head (article 5.2)."""
    found = await unit.cached(
        ("departments", class_id, subject_id),
        lambda: departments.of_subject(unit.session, class_id, subject_id, unit.today),
    )
    return Target(class_id=class_id, subject_id=subject_id, departments=frozenset(found))


async def class_roster(unit: Unit, class_id: int) -> Roster:
    """Who is on a class's list today, or at the nearer end of its year; raises `NotFound`."""
    of = next((c for c in await classes(unit) if c.class_id == class_id), None)
    if of is None:
        raise NotFound("roll-no-such-list")
    return await roster(unit, of, min(max(unit.today, of.starts), of.ends))


async def page(unit: Unit, class_id: int, subject_id: int, term: int) -> Page:
    """A subject's page of a class, for those who may see it.

    Raises `NotAllowed` (guardians read their child's marks elsewhere) and `NotFound`.
    """
    unit.require(Action.SEE_SCORES, await score_target(unit, class_id, subject_id))
    return await unguarded_page(unit, class_id, subject_id, term)


async def unguarded_page(unit: Unit, class_id: int, subject_id: int, term: int) -> Page:
    """The same for services that have asked for a right of their own before."""
    grade, _ = await gradebook.grade_and_year(unit.session, class_id)
    taught = await subject(unit, grade, subject_id)
    return (await _pages(unit, class_id, [taught], term, subject_id))[0]


async def unguarded_pages(unit: Unit, class_id: int, term: int) -> list[Page]:
    """All subjects of a class in a term, in the order of the book, in three reads."""
    grade, _ = await gradebook.grade_and_year(unit.session, class_id)
    return await _pages(unit, class_id, (await subjects(unit, grade)).values(), term)


async def _pages(
    unit: Unit,
    class_id: int,
    taught: Iterable[Subject],
    term: int,
    only: int | None = None,
) -> list[Page]:
    pupils = await class_roster(unit, class_id)
    rows = await gradebook.assessments(unit.session, [class_id], only, term)
    cells = await gradebook.cells(unit.session, [row.id for row in rows])
    ids = [place.pupil_id for place in pupils.members]
    exempt = await gradebook.exempt(unit.session, ids, unit.today)
    found = []
    for each in taught:
        filled = {
            column_of(row): Filled(row, {id: Cell.from_json(f) for id, f in cells[row.id].items()})
            for row in rows
            if row.subject_id == each.id
        }
        asked = set(columns(each.regular, term)) | set(filled)
        free = frozenset(pupil for pupil, of_subject in exempt if of_subject == each.id)
        in_order = tuple(sorted(asked, key=book_order))
        found.append(Page(pupils, each, term, in_order, filled, free))
    return found
