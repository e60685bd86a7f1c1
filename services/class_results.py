"""The levels of a class's results with their reasons (circular 22/2021 art. 9; articles 3.4 and 7.3
of the regulation): read by the homeroom teacher and the heads, written by nobody here."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from services.access import Action, Target
from services.evaluation.kinds import Mark, SubjectResult
from services.evaluation.tt22 import Verdict, level_of
from services.gradebook import Page, class_roster, unguarded_pages
from services.score_cells import Column, ColumnKind
from services.score_results import averages, mark_of, years
from services.subjects import Subject
from services.unit import Unit
from storage import calendar
from storage.rosters import Place

YEAR = 0  # in place of a term


@dataclass(frozen=True, slots=True)
class PupilResult:
    """A pupil's level, or the subjects that are still missing for one; `marks` are the subjects'
    results that are there, `retested` those subjects that were tested again in summer."""

    place: Place
    verdict: Verdict | None
    missing: tuple[Subject, ...]
    marks: tuple[SubjectResult, ...] = ()
    retested: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ClassResults:
    """A class's term or year (`term` 0); pupils in the order of the list, subjects by code."""

    class_name: str
    term: int
    pupils: tuple[PupilResult, ...]
    subjects: Mapping[str, Subject]


async def class_results(unit: Unit, class_id: int, term: int) -> ClassResults:
    """The levels of a term, or of the year with `term` 0; raises `NotAllowed`."""
    unit.require(Action.SEE_RESULTS, Target(class_id=class_id))
    return await unguarded_results(unit, class_id, term)


async def unguarded_results(
    unit: Unit, class_id: int, term: int, *, retests: bool = False
) -> ClassResults:
    """The same for services that have asked for a right of their own; `retests`: marks of the
    summer take the place of the year's (circular 22/2021 art. 14)."""
    pupils = await class_roster(unit, class_id)
    second = await unguarded_pages(unit, class_id, term or 2)
    marks: dict[str, dict[int, Mark | None]] = {p.subject.code: averages(p) for p in second}
    if term == YEAR:
        first = await unguarded_pages(unit, class_id, 1)
        both = zip(first, second, strict=True)
        marks = {b.subject.code: years(a, b) for a, b in both}
    again = {page.subject.code: _again(page) for page in second} if retests else {}
    for code, found_again in again.items():
        marks[code] = marks[code] | found_again
    day = min(max(unit.today, pupils.list.starts), pupils.list.ends)
    taught = {
        each.subject_id
        for each in await calendar.teachings(unit.session)
        if each.class_id == class_id and each.holds(day)
    }
    pages = [page for page in second if page.subject.id in taught]
    found = tuple(
        replace(
            _result(place, pages, marks),
            retested=frozenset(code for code, of in again.items() if place.pupil_id in of),
        )
        for place in pupils.members
    )
    subjects = {page.subject.code: page.subject for page in pages}
    return ClassResults(pupils.list.name, term, found, subjects)


def _again(page: Page) -> dict[int, Mark | None]:
    """Each pupil's mark of the retest, where there is one."""
    column = Column(page.term, ColumnKind.REASSESSMENT)
    found = {
        place.pupil_id: mark_of(page.cell(column, place.pupil_id), page.subject.is_scored)
        for place in page.roster.members
    }
    return {id: mark for id, mark in found.items() if mark is not None}


def _result(
    place: Place, pages: list[Page], marks: Mapping[str, Mapping[int, Mark | None]]
) -> PupilResult:
    """Exempt subjects are not in the set; one without a result leaves the pupil without a level."""
    results, missing = [], []
    for page in pages:
        if place.pupil_id in page.exempt:
            continue
        mark = marks[page.subject.code].get(place.pupil_id)
        if mark is None:
            missing.append(page.subject)
        else:
            results.append(SubjectResult(page.subject.code, mark))
    verdict = None if missing else level_of(results)
    return PupilResult(place, verdict, tuple(missing), tuple(results))
