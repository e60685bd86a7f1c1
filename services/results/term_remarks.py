"""Remarks on a pupil's term: of a subject by its teacher, in general by the homeroom teacher
(article 7.3; circular 22/2021 art. 6 to 9). Figures are shown as a help; nothing is written by
itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from services.access import Action, Target
from services.errors import Invalid, Outdated
from services.evaluation.kinds import Mark
from services.gradebook import Page, class_roster, score_target, unguarded_page
from services.results.conduct import own_class
from services.results.kinds import Stage, require_not_approved
from services.results.remark_lines import read_lines, read_opening
from services.rosters import Roster, classes
from services.score_results import averages
from services.score_terms import term_now
from services.subjects import Subject, subjects
from services.unit import Unit
from storage import gradebook
from storage import results as store
from storage.rosters import Place

BIG_STEP = Decimal("1.0")  # of an average between the terms: worth a word


@dataclass(frozen=True, slots=True)
class Hint:
    """Figures of a pupil that a remark may speak of; `step` from the first term's average to the
    second's, `has_remark` whether one is kept."""

    place: Place
    average: Mark | None
    lowest: Decimal | None
    highest: Decimal | None
    step: Decimal | None
    text: str


@dataclass(frozen=True, slots=True)
class RemarkPage:
    """A class's remarks of a term; `subject` None for the general ones."""

    class_id: int
    class_name: str
    subject: Subject | None
    term: int
    hints: tuple[Hint, ...]
    changed: tuple[str, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()


async def write(unit: Unit, text: str) -> RemarkPage:
    """Remarks in one message; with none in it, the page with its figures.

    Raises `NotAllowed`, and `Invalid` with what is missing.
    """
    said = read_opening(text, [c.name for c in await classes(unit)])
    if said is None:
        raise Invalid("term-remark-how")
    term = said.head.term or await term_now(unit)
    named = said.head.class_names[0] if said.head.class_names else None
    if said.is_general:
        class_id, _ = await own_class(unit, named)
        subject = None
        unit.require(Action.KEEP_RESULTS, Target(class_id=class_id))
    else:
        class_id, subject = await _taught(unit, named, said.head.subject)
        unit.require(Action.ENTER_SCORES, await score_target(unit, class_id, subject.id))
    there = await class_roster(unit, class_id)
    numbers = {p.number: p.pupil_id for p in there.members if p.number is not None}
    if not said.body and said.name:
        raise Invalid("term-remark-how")
    lines = read_lines(said.name, said.body, there.index, numbers)
    if lines.by_pupil:
        await require_not_approved(unit, class_id, there.list.name, Stage(term))
        await _save(unit, there, subject, term, lines.by_pupil)
    page = await remark_page(unit, class_id, subject, term)
    changed = tuple(there.by_id[id].full_name for id in lines.by_pupil)
    return RemarkPage(
        page.class_id, page.class_name, subject, term, page.hints, changed, lines.unread
    )


async def own_page(unit: Unit, class_id: int, subject_id: int, term: int) -> RemarkPage:
    """The page of a subject that a button names, for its teacher; raises `NotAllowed`,
    `Outdated` for what there is not."""
    if term not in (1, 2) or all(c.class_id != class_id for c in await classes(unit)):
        raise Outdated
    grade, _ = await gradebook.grade_and_year(unit.session, class_id)
    subject = (await subjects(unit, grade)).get(subject_id)
    if subject is None:
        raise Outdated
    unit.require(Action.ENTER_SCORES, await score_target(unit, class_id, subject_id))
    return await remark_page(unit, class_id, subject, term)


async def _taught(unit: Unit, named: str | None, word: object) -> tuple[int, Subject]:
    """The class and subject that are named, or the only ones that the actor teaches."""
    code = getattr(word, "code", None)
    found = []
    for each in await classes(unit):
        if each.class_id is None or (named is not None and each.name != named):
            continue
        grade, _ = await gradebook.grade_and_year(unit.session, each.class_id)
        for subject in (await subjects(unit, grade)).values():
            own = (each.class_id, subject.id) in unit.who.subjects
            if subject.code == code or (code is None and own):
                found.append((each.class_id, subject, own))
    mine = [(of, subject) for of, subject, own in found if own]
    if len(mine) == 1:
        return mine[0]
    if named is not None and code is not None and len(found) == 1:
        return found[0][0], found[0][1]
    raise Invalid("term-remark-how")


async def _save(
    unit: Unit, there: Roster, subject: Subject | None, term: int, found: Mapping[int, str]
) -> None:
    class_id = there.list.class_id
    for id, text in found.items():
        by = {"changed_by": unit.who.person_id, "changed_at": unit.now}
        key = {"class_id": class_id, "pupil_id": id, "term": term}
        if subject is None:
            await store.put_pupil_term(unit.session, key, {"remark": text} | by)
        else:
            key["subject_id"] = subject.id
            await store.put_subject_remark(unit.session, key, {"text": text} | by)
        of = None if subject is None else subject.id
        unit.audit("remark.term", f"pupil:{id}", term=term, subject_id=of, text=text)


async def remark_page(unit: Unit, class_id: int, subject: Subject | None, term: int) -> RemarkPage:
    """The remarks of a term beside the figures; who may see it is asked before."""
    there = await class_roster(unit, class_id)
    kept: dict[int, str] = {}
    page: Page | None = None
    if subject is None:
        for (id, of), row in (await store.pupil_terms(unit.session, class_id)).items():
            if of == term and row.remark:
                kept[id] = row.remark
    else:
        rows = await store.subject_remarks(unit.session, class_id, term, subject.id)
        kept = {row.pupil_id: row.text for row in rows}
        page = await unguarded_page(unit, class_id, subject.id, term)
    now = averages(page) if page is not None else {}
    before: Mapping[int, Mark | None] = {}
    if page is not None and subject is not None and term > 1:
        before = averages(await unguarded_page(unit, class_id, subject.id, term - 1))
    found = []
    for place in there.members:
        id = place.pupil_id
        values = (
            [f.cells[id].counted for f in page.filled.values() if id in f.cells] if page else []
        )
        figures = [value for value in values if value is not None]
        one, two = before.get(id), now.get(id)
        step = None
        if isinstance(one, Decimal) and isinstance(two, Decimal):
            step = two - one
        low, high = min(figures, default=None), max(figures, default=None)
        found.append(Hint(place, two, low, high, step, kept.get(id, "")))
    return RemarkPage(class_id, there.list.name, subject, term, tuple(found))
