"""What a workbook of marks would change: looked at first, then written as it was shown (art. 8.1).

A blank cell changes nothing. A mark that somebody else changed after the sheet was made is told as
such, never silently overwritten: it is part of what is shown and agreed to.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from services.access import Action, may
from services.errors import Invalid, Outdated
from services.gradebook import Page, score_target, unguarded_page
from services.importing.cells import name_key
from services.names import Fit
from services.score_cells import Cell, CellState, Column
from services.score_files.reading import Problem, Row, SheetRead
from services.score_locks import locks_of
from services.score_writing import REMARK_STATES, write_cells
from services.unit import Unit
from storage import gradebook


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that would change. `since`: it is not what stood in the sheet when it was made."""

    pupil_id: int
    name: str
    column: Column
    old: Cell | None
    new: Cell | None
    rounded: bool = False
    since: bool = False


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """What one sheet would do to a class's subject in a term. `versions` are the columns' versions
    that were looked at; `closed` and `unknown` the columns not taken; `missing` pupils of the class
    the sheet does not name."""

    name: str
    class_id: int
    class_name: str
    subject_id: int
    subject: str
    term: int
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    closed: tuple[Column, ...]
    unknown: tuple[str, ...]
    missing: int
    versions: Mapping[Column, int]


@dataclass(frozen=True, slots=True)
class Plan:
    """The sheets' plans; `mark` is the same only for the same changes to the same books."""

    sheets: tuple[SheetPlan, ...]

    @property
    def changes(self) -> int:
        """How many cells would change."""
        return sum(len(sheet.changes) for sheet in self.sheets)

    @property
    def mark(self) -> str:
        """Twelve letters that stand for all of it."""
        facts = [
            [
                sheet.class_id,
                sheet.subject_id,
                sheet.term,
                sorted((c.code, v) for c, v in sheet.versions.items()),
                [
                    [c.pupil_id, c.column.code, None if c.new is None else c.new.to_json()]
                    for c in sheet.changes
                ],
            ]
            for sheet in self.sheets
        ]
        return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sheet's marks belong."""

    class_id: int
    subject_id: int
    term: int


async def make_plan(unit: Unit, sheets: Sequence[tuple[SheetRead, Place]]) -> Plan:
    """What the sheets would change; raises `NotAllowed` for a class or subject of others, and
    `Invalid` where two sheets are for the same."""
    places = [place for _, place in sheets]
    if len(set(places)) < len(places):
        raise Invalid("score-file-twice")
    return Plan(tuple([await _plan(unit, sheet, place) for sheet, place in sheets]))


async def _plan(unit: Unit, sheet: SheetRead, place: Place) -> SheetPlan:
    target = await score_target(unit, place.class_id, place.subject_id)
    actor = unit.require(Action.ENTER_PERIODIC_SCORES, target)
    page = await unguarded_page(unit, place.class_id, place.subject_id, place.term)
    locks = await locks_of(unit, page.class_id)
    codes = await gradebook.pupil_codes(unit.session, [p.pupil_id for p in page.roster.members])
    by_code = {code.upper(): id for id, code in codes.items()}
    regular = may(actor, Action.ENTER_SCORES, target)
    problems = list(sheet.problems)
    changes: list[Change] = []
    closed: set[Column] = set()
    named: set[int] = set()
    for row in sheet.rows:
        pupil_id = _pupil(page, row, by_code, problems)
        if pupil_id is None:
            continue
        if pupil_id in named:
            problems.append(_problem(row, "score-file-pupil-twice"))
            continue
        named.add(pupil_id)
        for change in _changes(page, row, pupil_id, sheet.made_with.get(pupil_id), problems):
            at = change.column
            shut = locks.is_closed(page.subject, at, unit.now)
            if shut or not (regular or at.is_periodic):
                closed.add(at)
            else:
                changes.append(change)
    used = {change.column for change in changes}
    return SheetPlan(
        sheet.name,
        page.class_id,
        page.roster.list.name,
        page.subject.id,
        page.subject.name,
        place.term,
        tuple(changes),
        tuple(problems),
        tuple(sorted(closed)),
        sheet.unknown,
        len({member.pupil_id for member in page.roster.members} - named),
        {column: page.version(column) for column in used},
    )


def _problem(row: Row, key: str, shown: str = "") -> Problem:
    return Problem(str(row.line), row.name or row.code or "", key, shown)


def _pupil(page: Page, row: Row, by_code: Mapping[str, int], problems: list[Problem]) -> int | None:
    """Whose row it is: by our own mark, the code or the name, which must agree with the list; else
    it is told."""
    members = {place.pupil_id: place for place in page.roster.members}
    known = row.pupil_id if row.pupil_id in members else by_code.get(row.code or "")
    if known is not None:
        if row.name and name_key(row.name) != name_key(members[known].full_name):
            problems.append(_problem(row, "score-file-name-differs", members[known].full_name))
            return None
        return known
    if row.name:
        same = [id for id, p in members.items() if name_key(p.full_name) == name_key(row.name)]
        if len(same) > 1:
            same = [id for id in same if members[id].number == row.number]
        if not same:
            fits = page.roster.index.fits(row.name)
            same = list(fits.ids) if fits.fit is Fit.ONE else []
        if len(same) == 1:
            return same[0]
    problems.append(_problem(row, "score-file-no-pupil"))
    return None


def _changes(
    page: Page,
    row: Row,
    pupil_id: int,
    made_with: Mapping[str, Any] | None,
    problems: list[Problem],
) -> list[Change]:
    found = []
    for (kind, number), read in row.marks.items():
        column = Column(page.term, kind, number)
        old, new = page.cell(column, pupil_id), read.cell
        if old == new:
            continue
        if pupil_id in page.exempt:
            problems.append(_problem(row, "score-file-is-exempt"))
            break
        if new is not None and not _fits(page, new):
            key = "score-file-need-figures" if page.subject.is_scored else "score-file-need-remarks"
            problems.append(_problem(row, key))
            continue
        was = None if made_with is None else made_with.get(column.code)
        stood = None if was is None else Cell.from_json(was)
        if made_with is not None and new == stood:
            continue  # untouched in the sheet; what changed meanwhile stays
        since = made_with is not None and old != stood
        name = page.roster.by_id[pupil_id].full_name
        found.append(Change(pupil_id, name, column, old, new, read.rounded, since))
    return found


def _fits(page: Page, cell: Cell) -> bool:
    if page.subject.is_scored:
        return cell.state not in REMARK_STATES
    return cell.state is not CellState.SCORE


async def carry_out(unit: Unit, plan: Plan) -> list[tuple[int, int]]:
    """Write what was shown; (column, version) of what was written, for the way back.

    Raises `Outdated` where a column changed meanwhile: nothing is written then.
    """
    written = []
    for sheet in plan.sheets:
        by_column: dict[Column, dict[int, Cell | None]] = {}
        for change in sheet.changes:
            by_column.setdefault(change.column, {})[change.pupil_id] = change.new
        for column, cells in by_column.items():
            seen = sheet.versions[column]
            done = await write_cells(
                unit, sheet.class_id, sheet.subject_id, column, cells, seen=seen, cause="file"
            )
            if done.conflict:
                raise Outdated("score-file-changed-meanwhile")
            written.append((done.assessment_id, done.version))
    return written
