"""A child's marks as its family may see them (article 8.1; circular 15/2026 art. 22.2): only what
its teachers have let go, only the own child, no class figures and no ranks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from services.access import Action, Target
from services.errors import NotFound
from services.evaluation.averages import term_result, year_result
from services.evaluation.kinds import Mark, TermMarks
from services.gradebook import column_of
from services.school_rules import rules_of
from services.score_cells import Cell, Column, ColumnKind, book_order
from services.score_publishing import usual_time
from services.score_results import mark_of
from services.score_terms import term_now
from services.subjects import Subject, subjects
from services.unit import Unit
from storage import families, gradebook, results
from storage.tables import Assessment, ScoreChange

NEW = timedelta(days=7)
LAST_TERM = 2


@dataclass(frozen=True, slots=True)
class SubjectMarks:
    """A subject's marks in the order of the book; `average` once all of the term are there and
    shown, `year` in the second term once both terms are. `is_new`: one was shown within a week."""

    subject: Subject
    marks: tuple[tuple[Column, Cell], ...]
    average: Mark | None
    exempt: bool
    is_new: bool
    year: Mark | None = None
    remark: str = ""

    def of(self, kind: ColumnKind) -> list[Cell]:
        """The marks of one kind."""
        return [cell for column, cell in self.marks if column.kind is kind]


@dataclass(frozen=True, slots=True)
class ChildScores:
    """A child's term; subjects in the order of the book."""

    pupil_id: int
    name: str
    class_name: str
    term: int
    subjects: tuple[SubjectMarks, ...]
    day: date

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been shown yet."""
        return not any(each.marks for each in self.subjects)


async def child_scores(unit: Unit, pupil_id: int, term: int | None = None) -> ChildScores:
    """What a guardian sees of the own child in a term, this one by default; raises `NotAllowed`."""
    unit.require(Action.SEE_CHILD_SCORES, Target(pupil_id=pupil_id))
    pupil = (await families.pupils(unit.session, [pupil_id], unit.today)).get(pupil_id)
    if pupil is None or pupil.class_id is None:
        raise NotFound("child-scores-no-class")
    chosen = term or await term_now(unit)
    grade, _ = await gradebook.grade_and_year(unit.session, pupil.class_id)
    rows = await gradebook.assessments(unit.session, [pupil.class_id], None, chosen)
    let = [row for row in rows if row.published_at is not None]
    cells = await _as_shown(unit, let, pupil_id)
    exempt = {s for _, s in await gradebook.exempt(unit.session, [pupil_id], unit.today)}
    found = []
    for subject in (await subjects(unit, grade)).values():
        own = [row for row in let if row.subject_id == subject.id and row.id in cells]
        if not own and subject.id not in exempt:
            continue
        found.append(_subject(unit, subject, own, cells, subject.id in exempt))
    if chosen == LAST_TERM:
        before = await child_scores(unit, pupil_id, 1)
        first = {each.subject.id: each.average for each in before.subjects}
        found = [replace(s, year=year_result(first.get(s.subject.id), s.average)) for s in found]
    said = await _remarks(unit, pupil.class_id, pupil_id, chosen)
    found = [replace(each, remark=said.get(each.subject.id, "")) for each in found]
    name = pupil.class_name or ""
    return ChildScores(pupil_id, pupil.name, name, chosen, tuple(found), unit.today)


async def _remarks(unit: Unit, class_id: int, pupil_id: int, term: int) -> dict[int, str]:
    """The subjects' remarks that were written long enough ago to be shown, as marks are."""
    rules = await rules_of(unit)
    found = {}
    for row in await results.subject_remarks(unit.session, class_id, term):
        if row.pupil_id == pupil_id and usual_time(unit, rules, row.changed_at) <= unit.now:
            found[row.subject_id] = row.text
    return found


async def _as_shown(unit: Unit, rows: Sequence[Assessment], pupil_id: int) -> dict[int, Cell]:
    """The child's cells as they were when each column was last shown."""
    ids = [row.id for row in rows]
    now = await gradebook.cells(unit.session, ids, pupil_id)
    steps: dict[int, list[ScoreChange]] = {}
    for step in await gradebook.history(unit.session, ids, pupil_id):
        steps.setdefault(step.assessment_id, []).append(step)
    found = {}
    for row in rows:
        assert row.published_at is not None  # only such were asked for
        fields = at_moment(steps.get(row.id, []), now[row.id].get(pupil_id), row.published_at)
        if fields is not None:
            found[row.id] = Cell.from_json(dict(fields))
    return found


def at_moment(
    steps: Sequence[ScoreChange], now: Mapping[str, object] | None, moment: datetime
) -> Mapping[str, object] | None:
    """What stood in a cell at a moment, by its history: before the first later step, or as now."""
    later = next((step for step in steps if step.changed_at > moment), None)
    return now if later is None else later.old


def _subject(
    unit: Unit,
    subject: Subject,
    rows: Sequence[Assessment],
    cells: Mapping[int, Cell],
    exempt: bool,
) -> SubjectMarks:
    by_column = {column_of(row): cells[row.id] for row in rows}
    marks = tuple(sorted(by_column.items(), key=lambda each: book_order(each[0])))
    new = any(row.published_at is not None and unit.now - row.published_at < NEW for row in rows)
    average = None if exempt else term_result(_term_marks(subject, by_column))
    return SubjectMarks(subject, marks, average, exempt, new)


def _term_marks(subject: Subject, cells: Mapping[Column, Cell]) -> TermMarks:
    scored = subject.is_scored
    regular = [mark_of(c, scored) for at, c in cells.items() if at.kind is ColumnKind.REGULAR]
    tests = {at.kind: mark_of(c, scored) for at, c in cells.items() if at.is_periodic}
    return TermMarks(
        tuple(regular),
        tests.get(ColumnKind.MIDTERM),
        tests.get(ColumnKind.FINAL),
        subject.regular,
    )
