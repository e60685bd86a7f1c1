"""What marks are still missing (articles 3.3, 4.3, 5.2 and 8.1): per class, subject and column."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from services.access import Action, Role, may
from services.errors import NotAllowed
from services.gradebook import Page, score_target, unguarded_pages
from services.rosters import classes
from services.score_cells import Column
from services.score_deadlines import Deadlines, deadlines_of
from services.score_terms import term_now
from services.subjects import Subject, subjects
from services.unit import Unit
from storage import calendar, gradebook


@dataclass(frozen=True, slots=True)
class Gap:
    """A column with pupils who have no mark; `make_up` of them wait for a make-up. `due` is its
    last day, None where the school's plan does not say; `days` from today to it."""

    class_id: int
    class_name: str
    subject: Subject
    column: Column
    missing: int
    make_up: int
    due: date | None
    days: int | None
    teachers: tuple[int, ...]

    @property
    def is_late(self) -> bool:
        """Whether its last day is over."""
        return self.days is not None and self.days < 0


async def my_gaps(unit: Unit) -> list[Gap]:
    """What is missing of what the actor enters, and behind it for heads of what they answer for;
    columns whose day is far off and that nobody has begun are left out. Raises `NotAllowed`."""
    actor = unit.who
    if may(actor, Action.SEE_SCORES):
        wanted = None
    elif actor.subjects or Role.DEPARTMENT_HEAD in actor.roles or actor.homeroom_of:
        wanted = await _visible(unit)
    else:
        raise NotAllowed
    found = await gaps(unit, wanted)
    own = actor.subjects
    return sorted(found, key=lambda gap: (gap.class_id, gap.subject.id) not in own)


async def _visible(unit: Unit) -> set[tuple[int, int]]:
    found = set(unit.who.subjects)
    for of in await classes(unit):
        if of.class_id is None:
            continue
        grade, _ = await gradebook.grade_and_year(unit.session, of.class_id)
        for id in await subjects(unit, grade):
            if may(unit.who, Action.SEE_SCORES, await score_target(unit, of.class_id, id)):
                found.add((of.class_id, id))
    return found


async def gaps(
    unit: Unit, wanted: Collection[tuple[int, int]] | None, ahead: int = 14
) -> list[Gap]:
    """The gaps of some (class, subject), or of all: of columns that are due within `ahead` days or
    late, and of those begun. The caller has asked for the right."""
    term = await term_now(unit)
    found: list[Gap] = []
    teachers: dict[tuple[int, int], list[int]] = {}
    for each in await calendar.teachings(unit.session):
        if each.holds(unit.today):
            teachers.setdefault((each.class_id, each.subject_id), []).append(each.person_id)
    for of in await classes(unit):
        if of.class_id is None:
            continue
        taught = {s for c, s in teachers if c == of.class_id}
        taught &= taught if wanted is None else {s for c, s in wanted if c == of.class_id}
        if not taught:
            continue
        due = await deadlines_of(unit, of.class_id)
        for page in await unguarded_pages(unit, of.class_id, term):
            if page.subject.id in taught:
                who = tuple(teachers[of.class_id, page.subject.id])
                found += _of_page(unit, page, due, ahead, who)
    found.sort(key=lambda gap: (gap.due or date.max, gap.class_name, gap.subject.name))
    return found


def _of_page(
    unit: Unit, page: Page, due: Deadlines, ahead: int, teachers: tuple[int, ...]
) -> list[Gap]:
    found = []
    for column in page.columns:
        missing = len(page.missing(column))
        waiting = sum(
            cell is not None and not cell.is_settled
            for cell in (page.cell(column, p.pupil_id) for p in page.roster.members)
        )
        last = due.of(page.subject.id, column, page.subject.regular)
        days = None if last is None else (last - unit.today).days
        if not missing and not waiting:
            continue
        if column not in page.filled and (days is None or days > ahead):
            continue
        found.append(
            Gap(
                page.class_id,
                page.roster.list.name,
                page.subject,
                column,
                missing,
                waiting,
                last,
                days,
                teachers,
            )
        )
    return found
