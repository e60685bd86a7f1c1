"""Entering a column of marks by message (article 8.1): whose column, what it would change, and how
it is saved. A draft is what was written and answered so far; everything else is read anew from it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from services.access import Action, may
from services.errors import Invalid, NotAllowed, Outdated
from services.gradebook import Page, column_of, score_target, unguarded_page
from services.rosters import RollList, classes
from services.score_cells import Cell, Column, ColumnKind
from services.score_locks import require_open
from services.score_terms import term_now
from services.score_text.head import Head, read_head
from services.score_text.kinds import Doubt, Problem, Question, Reading, Trouble
from services.score_text.reading import ListedPupil, read_column
from services.score_writing import Written, write_cells
from services.score_writing_rights import require_writer
from services.subjects import Subject, subjects
from services.unit import Unit
from storage import gradebook

MARKING_LASTS = timedelta(minutes=30)
MANY_CHANGES = 3  # so many marks that others replace are shown before they are saved


@dataclass(frozen=True, slots=True)
class Draft:
    """A column being entered. What is not known yet is None; `classes` and `subjects` are then what
    may be meant. `texts` are the messages; `answers` by message number and question."""

    texts: tuple[str, ...]
    class_ids: tuple[int, ...]
    subject_ids: tuple[int, ...]
    term: int
    kind: str | None = None
    number: int | None = None
    unclear: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    agreed: int | None = None  # the column's version whose changes were looked at and agreed to
    marking: bool = False
    until: str | None = None  # marking pupil by pupil ends by itself

    @property
    def column(self) -> Column | None:
        """The column, once it is known."""
        if self.kind is None or self.number is None:
            return None
        return Column(self.term, ColumnKind(self.kind), self.number)

    def to_json(self) -> dict[str, Any]:
        """As kept in a conversation."""
        return asdict(self)


def load(data: Mapping[str, Any]) -> Draft:
    """The reverse of `Draft.to_json`."""
    tuples = {name: tuple(data[name]) for name in ("texts", "class_ids", "subject_ids")}
    return Draft(**{**data, **tuples})


@dataclass(frozen=True, slots=True)
class Change:
    """A mark that another replaces."""

    pupil_id: int
    old: Cell
    new: Cell | None


@dataclass(frozen=True, slots=True)
class Look:
    """A draft read against the book as it is now."""

    page: Page
    column: Column
    cells: Mapping[int, Cell | None]
    readings: tuple[Reading, ...]
    question: tuple[str, Question] | None
    problems: tuple[Problem, ...]
    changes: tuple[Change, ...]
    must_agree: bool


async def read_opening(unit: Unit, text: str) -> Head | None:
    """Whether a text of the staff begins like a column of marks: a column is named, or a subject
    with marks behind it. What follows may still be unreadable; then it is told."""
    lists = await classes(unit)
    head = read_head(text, [c.name for c in lists], await _own_subjects(unit))
    if head.subject is None and not (head.class_names and head.names_column):
        return None
    begins = head.body[:1]
    marks = head.has_colon or begins.isdigit() or begins == "-" or _fills(head.body)
    if not (head.names_column or (marks and head.class_names)):
        return None
    return head


def _fills(body: str) -> bool:
    return body.casefold().startswith(("cả lớp", "ca lop", "tất cả", "tat ca"))


async def _own_subjects(unit: Unit) -> list[tuple[str, str]]:
    """The school's subjects beyond the programme, by code."""
    found = await subjects(unit, 6)
    return [
        (s.code, s.name) for s in found.values() if s.code.startswith("S") and s.code[1:].isdigit()
    ]


async def command_head(unit: Unit, text: str, names: Sequence[str]) -> Head:
    """What is said behind the command; nothing said leaves everything to be chosen."""
    return read_head(text, names, await _own_subjects(unit))


def waiting(draft: Draft, now: datetime) -> Draft:
    """The draft emptied of its marks, for those still to come: in the same column, for a while,
    so that nothing hits the next class's Huy."""
    until = (now + MARKING_LASTS).isoformat()
    return replace(draft, texts=(), answers={}, agreed=None, marking=True, until=until)


async def begin(unit: Unit, head: Head, *, marking: bool = False) -> Draft:
    """A draft for what was opened; raises `NotAllowed` where nothing that it can mean is one's own
    to enter, and `Invalid` for two classes at once."""
    if len(head.class_names) > 1:
        raise Invalid("score-one-class", first=head.class_names[0], second=head.class_names[1])
    periodic = head.kind in (ColumnKind.MIDTERM, ColumnKind.FINAL)
    mine = await own_columns(unit, periodic=periodic)
    lists = {c.class_id: c for c in await classes(unit) if c.class_id is not None}
    found = [
        (of, subject)
        for of, subject in mine
        if (not head.class_names or lists[of].name == head.class_names[0])
        and (head.subject is None or subject.code == head.subject.code)
    ]
    if not found:
        if not mine:
            raise NotAllowed
        raise NotAllowed("score-not-your-subject")
    column = head.column(1)
    term = head.term or await term_now(unit)
    return Draft(
        (head.body,) if head.body else (),
        tuple(dict.fromkeys(of for of, _ in found)),
        tuple(dict.fromkeys(subject.id for _, subject in found)),
        term,
        head.kind.value if head.kind else None,
        column.number if column else None,
        head.unclear,
        marking=marking,
    )


async def own_columns(unit: Unit, *, periodic: bool) -> list[tuple[int, Subject]]:
    """The classes and subjects whose marks the actor enters; with `periodic` also those they may
    enter midterm and final marks of."""
    action = Action.ENTER_PERIODIC_SCORES if periodic else Action.ENTER_SCORES
    everything = periodic and may(unit.who, action)
    found: list[tuple[int, Subject]] = []
    for of in await classes(unit):
        if of.class_id is None:
            continue
        known = await subjects(unit, await _grade(unit, of))
        ids = [s for c, s in unit.who.subjects if c == of.class_id]
        chosen = known.values() if everything else [known[id] for id in ids if id in known]
        found += [(of.class_id, subject) for subject in chosen]
    return found


async def _grade(unit: Unit, of: RollList) -> int:
    assert of.class_id is not None
    id = of.class_id

    async def read() -> int:
        return (await gradebook.grade_and_year(unit.session, id))[0]

    return await unit.cached(("grade", id), read)


async def subjects_of(unit: Unit, draft: Draft) -> list[Subject]:
    """The subjects a draft may mean, of its class."""
    mine = await own_columns(unit, periodic=_is_periodic(draft))
    known = {s.id: s for of, s in mine if of in draft.class_ids}
    return [known[id] for id in draft.subject_ids if id in known]


def _is_periodic(draft: Draft) -> bool:
    return draft.kind in (ColumnKind.MIDTERM, ColumnKind.FINAL)


def choose_class(draft: Draft, class_id: int) -> Draft:
    """The draft with the class chosen; raises `Outdated` for one that was not offered."""
    if class_id not in draft.class_ids:
        raise Outdated
    return replace(draft, class_ids=(class_id,))


def choose_subject(draft: Draft, subject_id: int) -> Draft:
    """The draft with the subject chosen; raises `Outdated` for one that was not offered."""
    if subject_id not in draft.subject_ids:
        raise Outdated
    return replace(draft, subject_ids=(subject_id,))


def choose_column(draft: Draft, column: Column) -> Draft:
    """The draft with its column chosen."""
    return replace(
        draft, term=column.term, kind=column.kind.value, number=column.number, unclear=None
    )


def answer(draft: Draft, key: str, option: str) -> Draft:
    """The draft with a question answered."""
    return replace(draft, answers={**draft.answers, key: option})


def agree(draft: Draft, version: int) -> Draft:
    """The draft with the changes to this version of the column agreed to."""
    return replace(draft, agreed=version)


def add(draft: Draft, text: str) -> Draft:
    """The draft with a further message, whose marks count over those before."""
    return replace(draft, texts=(*draft.texts, text), agreed=None)


async def narrow(unit: Unit, draft: Draft) -> Draft:
    """Drop the subjects that nobody enters in the one class chosen."""
    if len(draft.class_ids) != 1:
        return draft
    return replace(draft, subject_ids=tuple(s.id for s in await subjects_of(unit, draft)))


async def page_of(unit: Unit, draft: Draft) -> Page:
    """The page of a draft whose class and subject are known; raises `NotAllowed`."""
    class_id, subject_id = draft.class_ids[0], draft.subject_ids[0]
    unit.require(Action.ENTER_PERIODIC_SCORES, await score_target(unit, class_id, subject_id))
    return await unguarded_page(unit, class_id, subject_id, draft.term)


async def look(unit: Unit, draft: Draft) -> Look:
    """Read the draft against the book; raises `NotAllowed`, and `Invalid` for a closed column."""
    column = draft.column
    if column is None or len(draft.class_ids) != 1 or len(draft.subject_ids) != 1:
        raise Outdated
    await require_writer(unit, draft.class_ids[0], draft.subject_ids[0], column)
    await require_open(unit, draft.class_ids[0], draft.subject_ids[0], column)
    page = await page_of(unit, draft)
    pupils = [ListedPupil(p.pupil_id, p.number) for p in page.roster.members]
    readings = []
    cells: dict[int, Cell | None] = {}
    asked: tuple[str, Question] | None = None
    for at, text in enumerate(draft.texts):
        prefix = f"{at}/"
        given = {
            k.removeprefix(prefix): v for k, v in draft.answers.items() if k.startswith(prefix)
        }
        reading = read_column(
            text,
            pupils,
            page.roster.index,
            scored=page.subject.is_scored,
            exempt=page.exempt,
            answers=given,
        )
        readings.append(reading)
        cells |= reading.cells
        if asked is None and reading.questions:
            asked = (f"{prefix}{reading.questions[0].key}", reading.questions[0])
    changes = _changes(page, column, cells)
    problems = tuple(problem for reading in readings for problem in reading.problems)
    fills = any(reading.is_fill for reading in readings)
    doubtful = bool(problems) or len(changes) >= MANY_CHANGES or (fills and bool(changes))
    return Look(
        page,
        column,
        cells,
        tuple(readings),
        asked,
        problems,
        tuple(changes),
        doubtful and draft.agreed != page.version(column),
    )


def _changes(page: Page, column: Column, cells: Mapping[int, Cell | None]) -> list[Change]:
    found = []
    for pupil_id, new in cells.items():
        old = page.cell(column, pupil_id)
        if old is not None and old != new:
            found.append(Change(pupil_id, old, new))
    return found


async def save(unit: Unit, seen: Look) -> Written:
    """Write what was looked at; raises `Outdated` where the column has changed meanwhile."""
    page = seen.page
    written = await write_cells(
        unit,
        page.class_id,
        page.subject.id,
        seen.column,
        seen.cells,
        seen=page.version(seen.column),
    )
    if written.conflict:
        raise Outdated("score-changed-meanwhile")
    return written


async def of_column(unit: Unit, assessment_id: int) -> Draft:
    """A draft for further marks of a column that has some; raises `Outdated` and `NotAllowed`."""
    row = await gradebook.assessment(unit.session, assessment_id)
    if row is None:
        raise Outdated
    column = column_of(row)
    await require_writer(unit, row.class_id, row.subject_id, column)
    draft = Draft(
        (), (row.class_id,), (row.subject_id,), row.term, column.kind.value, column.number
    )
    return waiting(draft, unit.now)


async def has_marks(unit: Unit, draft: Draft, text: str) -> bool:
    """Whether a text has something for the draft's column: a mark, a question about one, or a
    name of the class with what is no mark."""
    page = await page_of(unit, draft)
    pupils = [ListedPupil(p.pupil_id, p.number) for p in page.roster.members]
    reading = read_column(
        text, pupils, page.roster.index, scored=page.subject.is_scored, exempt=page.exempt
    )
    if any(q.doubt is Doubt.COUNT for q in reading.questions):
        return len(text.split()) > 1  # a lone figure says nothing of whose it is
    told = (Trouble.UNREADABLE, Trouble.NOBODY, Trouble.NO_MARK)
    known = any(problem.trouble not in told for problem in reading.problems)
    return bool(reading.cells or reading.questions) or known


def is_over(draft: Draft, now: datetime) -> bool:
    """Whether the time of marking has run out."""
    return draft.until is not None and now > datetime.fromisoformat(draft.until)
