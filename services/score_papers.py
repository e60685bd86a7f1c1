"""The gradebook's pages as plain facts, to be set as PDF or workbook: a subject's page of a term,
the summary of a term or year, the year's outcome (Ministry's class book, circular 22/2021 annex;
articles 12.2 and 12.3). Corrected cells keep the old value and the number of the minutes.

Who may see the pages is asked by `services.score_signing`, which adds the signatures.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from services.class_results import unguarded_results
from services.errors import NotFound
from services.evaluation.kinds import Mark
from services.gradebook import Page, unguarded_pages
from services.profiles import school_name
from services.re_marking_cards import column_of as test_of
from services.results.kinds import Stage
from services.results.outcomes import mark_text
from services.results.reckoning import class_stage
from services.rosters import classes
from services.score_cells import Cell, CellState, Column, ColumnKind
from services.score_correction_facts import column_of
from services.score_results import averages, mark_of, years
from services.unit import Unit
from storage import calendar, families, re_markings
from storage import results as store
from storage import score_corrections as fixes

Facts = dict[str, Any]
YEAR = 0  # in place of a term
WRITTEN = ("written",)


async def heading(unit: Unit, class_id: int, day: date | None = None) -> Facts:
    """What stands at the head of every page; raises `NotFound`."""
    of = next((c for c in await classes(unit) if c.class_id == class_id), None)
    if of is None:
        raise NotFound("roll-no-such-list")
    at = min(max(day or unit.today, of.starts), of.ends)
    return {
        "school": await school_name(unit) or "",
        "class": of.name,
        "class_id": class_id,
        "year": f"{of.starts.year} – {of.ends.year}",
        "homeroom": [p.name for p in await families.homeroom(unit.session, class_id, at)],
        "day": at,
    }


def cell_text(cell: Cell | None) -> str:
    """A cell as it is kept for print: "7.5", "passed", "failed", "make_up", "not_sat" or empty."""
    if cell is None:
        return ""
    return str(cell.value) if cell.state is CellState.SCORE else cell.state.value


async def marks_pages(unit: Unit, class_id: int, term: int) -> list[Facts]:
    """Every taught subject's page of a term, in the order of the book."""
    head = await heading(unit, class_id)
    second = await unguarded_pages(unit, class_id, term)
    first = await unguarded_pages(unit, class_id, 1) if term > 1 else second
    teachers = await _teachers(unit, class_id, head["day"])
    fixed = await _fixed(unit, class_id, term)
    remarks: dict[tuple[int, int], str] = {
        (row.subject_id, row.pupil_id): row.text
        for row in await store.subject_remarks(unit.session, class_id, term)
    }
    decided = {id for id, _ in await store.decisions(unit.session, class_id)}
    found = []
    for before, page in zip(first, second, strict=True):
        if page.subject.id not in teachers:
            continue
        year = years(before, page) if term > 1 else {}
        made = _marks(page, year, fixed, remarks)
        for row, place in zip(made["rows"], page.roster.members, strict=True):
            row["decided"] = place.pupil_id in decided
        found.append(head | made | {"teachers": [n for _, n in teachers[page.subject.id]]})
    return found


@dataclass(frozen=True, slots=True)
class Fixed:
    """A cell that minutes have changed: what it was first, and the number of those minutes."""

    old: Cell | None
    number: int | None
    re_marked: bool


async def _fixed(unit: Unit, class_id: int, term: int) -> dict[tuple[int, Column, int], Fixed]:
    """The corrected and re-marked cells of a class's term, as they were before the first change."""
    found: list[tuple[datetime, tuple[int, Column, int], Fixed]] = []
    for row in await fixes.in_status(unit.session, WRITTEN):
        if (row.class_id, row.term) == (class_id, term) and row.subject_id is not None:
            old = None if row.old is None else Cell.from_json(row.old)
            place = (row.subject_id, column_of(row), row.pupil_id)
            found.append((row.written_at or row.asked_at, place, Fixed(old, row.number, False)))
    for again in await re_markings.in_status(unit.session, WRITTEN):
        if (again.class_id, again.term) == (class_id, term) and again.old != again.new:
            place = (again.subject_id, test_of(again), again.pupil_id)
            fix = Fixed(Cell.from_json(again.old), again.number, True)
            found.append((again.written_at or again.asked_at, place, fix))
    made: dict[tuple[int, Column, int], Fixed] = {}
    for _, place, fix in sorted(found, key=lambda each: each[0]):
        made.setdefault(place, fix)
    return made


def _marks(
    page: Page,
    year: Mapping[int, Mark | None],
    fixed: Mapping[tuple[int, Column, int], Fixed],
    remarks: Mapping[tuple[int, int], str],
) -> Facts:
    term, subject = page.term, page.subject
    shown = [c for c in page.columns if c.kind is not ColumnKind.REASSESSMENT]
    again = Column(term, ColumnKind.REASSESSMENT)
    results = averages(page)
    rows = []
    for place in page.roster.members:
        id, cells = place.pupil_id, []
        for column in shown:
            fix = fixed.get((subject.id, column, id))
            cells.append(
                {
                    "text": cell_text(page.cell(column, id)),
                    "was": None if fix is None else cell_text(fix.old),
                    "minutes": None if fix is None else fix.number,
                    "re_marked": fix is not None and fix.re_marked,
                }
            )
        retest = page.cell(again, id)
        rows.append(
            {
                "number": place.number or 0,
                "name": place.full_name,
                "cells": cells,
                "average": mark_text(results.get(id)),
                "year": mark_text(year.get(id)) if year else "",
                "again": mark_text(mark_of(retest, subject.is_scored)),
                "exempt": id in page.exempt,
                "remark": remarks.get((subject.id, id), ""),
            }
        )
    return {
        "kind": "marks",
        "page": f"{subject.id}:{term}",
        "subject_id": subject.id,
        "subject": subject.name,
        "scored": subject.is_scored,
        "term": term,
        "columns": [column.code for column in shown],
        "rows": rows,
    }


async def _teachers(unit: Unit, class_id: int, day: date) -> dict[int, list[tuple[int, str]]]:
    rows = [
        each
        for each in await calendar.teachings(unit.session)
        if each.class_id == class_id and each.holds(day)
    ]
    people = await families.people(unit.session, {each.person_id for each in rows})
    found: dict[int, list[tuple[int, str]]] = {}
    for each in rows:
        found.setdefault(each.subject_id, []).append((each.person_id, people[each.person_id].name))
    return found


async def summary_page(unit: Unit, class_id: int, term: int) -> Facts:
    """The summary of a term, or of the year with `term` 0: every subject, results and conduct.
    The second term has a summary without levels: they are the year's."""
    head = await heading(unit, class_id)
    stage = Stage.TERM_ONE if term == 1 else Stage.YEAR
    seen = await class_stage(unit, class_id, stage)
    kept: dict[int, dict[str, str]]
    levels: dict[int, tuple[int | None, int | None]]
    if term == 2:
        second = await unguarded_results(unit, class_id, 2)
        terms = await store.pupil_terms(unit.session, class_id)
        kept = {
            p.place.pupil_id: {m.code: mark_text(m.mark) for m in p.marks} for p in second.pupils
        }
        levels = {
            p.place.pupil_id: (
                None if p.verdict is None else int(p.verdict.level),
                getattr(terms.get((p.place.pupil_id, 2)), "conduct", None),
            )
            for p in second.pupils
        }
    else:
        kept = {p.place.pupil_id: {m.code: mark_text(m.mark) for m in p.marks} for p in seen.pupils}
        levels = {
            p.place.pupil_id: (
                None if p.level is None else int(p.level),
                None if p.conduct is None else int(p.conduct),
            )
            for p in seen.pupils
        }
    codes = list(seen.subjects)
    rows = [
        {
            "number": p.place.number or 0,
            "name": p.place.full_name,
            "marks": [kept.get(p.place.pupil_id, {}).get(code, "") for code in codes],
            "results": levels[p.place.pupil_id][0],
            "conduct": levels[p.place.pupil_id][1],
            "own_plan": p.own_plan,
        }
        for p in seen.pupils
    ]
    names = [subject.name for subject in seen.subjects.values()]
    made = {"kind": "summary", "page": f"sum:{term}", "term": term, "subjects": names}
    return head | made | {"rows": rows, "teachers": []}


async def outcome_page(unit: Unit, class_id: int) -> Facts:
    """The year's outcome: levels, after the summer, sessions missed, promoted or not, titles."""
    head = await heading(unit, class_id)
    seen = await class_stage(unit, class_id, Stage.YEAR)
    after = await store.outcomes(unit.session, class_id, Stage.SUMMER)
    rows = []
    for p in seen.pupils:
        summer = after.get(p.place.pupil_id)
        outcome = summer.outcome if summer is not None else p.outcome
        rows.append(
            {
                "number": p.place.number or 0,
                "name": p.place.full_name,
                "results": None if p.level is None else int(p.level),
                "conduct": None if p.conduct is None else int(p.conduct),
                "results_after": None if summer is None else summer.results,
                "conduct_after": None if summer is None else summer.conduct,
                "absent": p.absent,
                "outcome": outcome or "",
                "summer": summer is not None,
                "title": p.title.value if p.title is not None and not p.decided else "",
                "own_plan": p.own_plan,
            }
        )
    made = {"kind": "outcome", "page": "sum:0", "term": YEAR, "rows": rows, "teachers": []}
    return head | made
