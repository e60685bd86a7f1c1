"""The days of midterm and final tests, seen and moved in the chat; last days of marks and of
corrections follow them (article 11.1b to 11.2)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from services.access import Action, may
from services.errors import Invalid, NotFound
from services.name_syllables import fold
from services.people_changed import people_changed
from services.periods import year_of
from services.rosters import classes
from services.score_cells import ColumnKind
from services.score_terms import term_now
from services.score_text.head import read_head
from services.subjects import subjects
from services.unit import Unit
from storage import calendar, families, gradebook
from storage import test_dates as store
from storage.outbox import Priority

NOTICE = "test-moved"
_GRADE = re.compile(r"\b(?:khoi\s*)?([6-9])\b")
_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(20\d\d))?\s*$")
_TESTS = (ColumnKind.MIDTERM, ColumnKind.FINAL)


@dataclass(frozen=True, slots=True)
class PlannedTest:
    """A test of a grade; `before` the day it was moved from."""

    grade: int
    subject: str
    term: int
    kind: str
    day: date
    before: date | None = None
    told: int = 0


async def plan(unit: Unit, words: str = "") -> list[PlannedTest]:
    """The tests to come of this year, by day; a teacher sees those of the classes and subjects they
    teach or lead, the heads all, or one grade's where it is named. Raises `NotAllowed`."""
    unit.require(Action.SEE_CALENDAR)
    lists = {c.class_id: c for c in await classes(unit) if c.class_id is not None}
    if not lists:
        return []
    _, year_id = await gradebook.grade_and_year(unit.session, next(iter(lists)))
    grades = {id: (await gradebook.grade_and_year(unit.session, id))[0] for id in lists}
    found = _GRADE.search(fold(words))
    wanted = int(found[1]) if found else None
    mine: set[tuple[int, int | None]] | None = None
    if not may(unit.who, Action.KEEP_CALENDAR):
        mine = {(grades[of], subject) for of, subject in unit.who.subjects if of in grades}
        mine |= {(grades[of], None) for of in unit.who.homeroom_of if of in grades}
    names = dict(await gradebook.subject_names(unit.session))
    return [
        PlannedTest(row.grade, names[row.subject_id], row.term, row.kind, row.day)
        for row in await store.of_year(unit.session, year_id)
        if row.day >= unit.today
        and wanted in (None, row.grade)
        and (mine is None or {(row.grade, row.subject_id), (row.grade, None)} & mine)
    ]


async def move(unit: Unit, words: str) -> PlannedTest:
    """ "toán 7 cuối kì 25/12" from the heads or the administrator: the day is set, the subject's
    teachers in the grade hear it.

    Raises `NotAllowed`, `Invalid` for what is not clear or a day outside the year.
    """
    unit.require(Action.KEEP_CALENDAR)
    said = _DAY.search(words.strip())
    if said is None:
        raise Invalid("test-plan-how")
    rest = words.strip()[: said.start()]
    low = fold(rest)
    grades = [match for match in _GRADE.finditer(low) if not _is_term(low, match.start())]
    if len(grades) != 1:
        raise Invalid("test-plan-how")
    grade = int(grades[0][1])
    clean = f"{rest[: grades[0].start()]} {rest[grades[0].end() :]}"
    head = read_head(" ".join(clean.split()), ())
    if head.subject is None or head.kind not in _TESTS or head.body:
        raise Invalid("test-plan-how")
    kind, term = head.kind, head.term or await term_now(unit)
    year = await year_of(unit)
    day = _day(said, year.first, year.last)
    known = (await subjects(unit, grade)).values()
    subject = next((s for s in known if s.code == head.subject.code), None)
    first = next((c.class_id for c in await classes(unit) if c.class_id is not None), None)
    if subject is None or first is None:
        raise NotFound("scores-no-such-subject")
    _, year_id = await gradebook.grade_and_year(unit.session, first)
    key = {
        "year_id": year_id,
        "grade": grade,
        "subject_id": subject.id,
        "term": term,
        "kind": kind.value,
    }
    before = (await store.of_grade(unit.session, year_id, grade)).get(
        (subject.id, term, kind.value)
    )
    await store.put(unit.session, key, day)
    was = before.isoformat() if before else None
    unit.audit(
        "test.planned", f"subject:{subject.id}", **key | {"day": day.isoformat(), "was": was}
    )
    await people_changed(unit)  # last days are remembered by the revision
    made = PlannedTest(grade, subject.name, term, kind.value, day, before)
    told = await _tell(unit, made, subject.id)
    return PlannedTest(grade, subject.name, term, kind.value, day, before, told)


def _is_term(low: str, at: int) -> bool:
    """Whether a figure belongs to a term: "hk1", "kì 2"."""
    return re.search(r"(?:hk|k[iy])\s*$", low[:at]) is not None


def _day(said: re.Match[str], first: date, last: date) -> date:
    number, month = int(said[1]), int(said[2])
    years: Sequence[int] = [int(said[3])] if said[3] else [first.year, last.year]
    for year in years:
        try:
            day = date(year, month, number)
        except ValueError:
            raise Invalid("test-plan-how") from None
        if first <= day <= last:
            return day
    raise Invalid("test-plan-outside", first=f"{first:%d/%m/%Y}", last=f"{last:%d/%m/%Y}")


async def _tell(unit: Unit, of: PlannedTest, subject_id: int) -> int:
    """The subject's teachers in the grade and its homeroom teachers; how many."""
    grades = {}
    for each in await classes(unit):
        if each.class_id is not None:
            grades[each.class_id] = (await gradebook.grade_and_year(unit.session, each.class_id))[0]
    people = {
        each.person_id
        for each in await calendar.teachings(unit.session)
        if each.subject_id == subject_id
        and grades.get(each.class_id) == of.grade
        and each.holds(unit.today)
    }
    for class_id, grade in grades.items():
        if grade == of.grade:
            homeroom = await families.homeroom(unit.session, class_id, unit.today)
            people |= {teacher.id for teacher in homeroom}
    people.discard(unit.who.person_id)
    facts = {
        "subject": of.subject,
        "grade": of.grade,
        "term": of.term,
        "kind": of.kind,
        "day": f"{of.day:%d/%m/%Y}",
        "before": f"{of.before:%d/%m/%Y}" if of.before else "",
    }
    for person in sorted(people):
        key = f"{NOTICE}:{of.grade}:{subject_id}:{of.term}:{of.kind}:{of.day}:{person}"
        await unit.notify(
            person, NOTICE, facts, priority=Priority.NOTICE, key=f"{key}:{unit.now.isoformat()}"
        )
    return len(people)
